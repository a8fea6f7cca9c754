"""What the independent simulations share: reading name=value arguments, and the mean of replications with its half-width."""

import argparse
import json
import math
import random
from statistics import NormalDist, fmean, stdev

Z = NormalDist().inv_cdf(0.975)


def run(defaults, simulate, shares=()):
    """Runs simulate(parameters, rng) once per replication and prints every result's mean and 95 % half-width as JSON.

    defaults are the parameters that the program knows; any other is refused, rather than ignored. shares names the results
    that are 0 or 1 in each replication.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("settings", nargs="*", metavar="name=value")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--replications", type=int, default=20)
    arguments = parser.parse_args()
    parameters = dict(defaults)
    for setting in arguments.settings:
        name, _, text = setting.partition("=")
        if name not in defaults:
            parser.error(f"the parameter {name} is not modelled here")
        kind = type(defaults[name])
        parameters[name] = text == "true" if kind is bool else kind(text)

    rng = random.Random(arguments.seed)
    runs = [simulate(argparse.Namespace(**parameters), rng) for _ in range(arguments.replications)]
    print(json.dumps({name: summary([one[name] for one in runs], name in shares) for name in runs[0]}, indent=2))


def summary(values, is_share):
    """The mean and the half-width over the replications that could tell; None where fewer than two could."""
    values = [value for value in values if value is not None]
    if len(values) < 2:
        return {"mean": None, "halfWidth": None}
    n, mean = len(values), fmean(values)
    if is_share:
        # Wilson's interval: Student's has no width where all runs agree.
        centre = (mean + Z * Z / (2 * n)) / (1 + Z * Z / n)
        radius = Z / (1 + Z * Z / n) * math.sqrt(mean * (1 - mean) / n + Z * Z / (4 * n * n))
        return {"mean": mean, "halfWidth": radius + abs(centre - mean)}
    return {"mean": mean, "halfWidth": student(n - 1) * stdev(values) / math.sqrt(n)}


def student(freedom):
    """The 97.5 % quantile of Student's distribution, by its expansion around the normal one; within 0.1 % from five degrees of freedom."""
    z = Z
    return (
        z
        + (z**3 + z) / (4 * freedom)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3)
    )
