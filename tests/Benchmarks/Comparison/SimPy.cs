using System.Globalization;

namespace InteractiveArticle.Benchmarks.Comparison;

/// <summary>The same work as a SimPy user writes it, in the first Python that has SimPy.</summary>
internal sealed class SimPy() : Baseline("SimPy")
{
    // So much slower that a smaller amount tells its rate as well.
    private const int Slowness = 50;

    private readonly string? python = Array.Find(["python3", "/usr/bin/python3"], python => Run(python, "-c", "import simpy") is not null);

    public override double? Measure(Contest contest) => python is null
        ? null
        : RateOf(python, Path.Combine(Folder, contest.Baseline + ".py"), contest.Setting, (contest.Amount / Slowness).ToString(CultureInfo.InvariantCulture));
}
