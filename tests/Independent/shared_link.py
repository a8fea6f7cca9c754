"""People and a crawler fetch pages over one link that shares its bandwidth equally among the pages on it.

People ask for pages at random (Poisson) moments. Each of the crawler's connections fetches one page after another, with a
pause in between; all of them start together. Written from what "article simulate shared-link --help" says, not from the
model's code.
"""

import heapq
import math

import running

DEFAULTS = {
    "bandwidth": 10.0,
    "arrivalRate": 10.0,
    "pageKilobytes": 60.0,
    "sizes": "lognormal",
    "crawlerConnections": 10,
    "crawlerPause": 0.0,
    "crawlerStart": 0.0,
    "minutes": 20.0,
}

# Of a log-normal distribution whose standard deviation is twice its mean.
SIGMA = math.sqrt(math.log(1 + 2**2))


def simulate(p, rng):
    mean = p.pageKilobytes * 8 / 1000  # Mbit
    start = p.crawlerStart * 60
    end = start + p.minutes * 60
    # What comes in the first tenth is not counted: the link has to fill first.
    measured = end - 0.9 * p.minutes * 60

    def size():
        if p.sizes == "equal":
            return mean
        if p.sizes == "exponential":
            return rng.expovariate(1 / mean)
        return rng.lognormvariate(math.log(mean) - SIGMA * SIGMA / 2, SIGMA)

    now = 0.0
    # What every page on the link has been sent since the beginning: a page is complete when this has grown by its size, so
    # that the pages can wait in a heap for their levels although their speed changes with every arrival.
    level = 0.0
    link = []  # (level at completion, order, is of the crawler, since when, size)
    resting = [start] * p.crawlerConnections  # when each resting connection asks for its next page
    arrival = rng.expovariate(p.arrivalRate)
    order = 0
    times, alone, busy = [], 0.0, 0.0
    sent = {False: 0.0, True: 0.0}

    while True:
        completion = now + (link[0][0] - level) * len(link) / p.bandwidth if link else math.inf
        rested = resting[0] if resting else math.inf
        moment = min(completion, arrival, rested, end)
        if link:
            level += (moment - now) * p.bandwidth / len(link)
            busy += max(0.0, moment - max(now, measured))
        now = moment
        if moment == end:
            break
        if moment == completion:
            _, _, crawls, since, bits = heapq.heappop(link)
            if now >= measured:
                sent[crawls] += bits
            if crawls:
                heapq.heappush(resting, now + p.crawlerPause)
            elif since >= measured:
                times.append(now - since)
                alone += bits / p.bandwidth
        else:
            crawls = moment == rested
            if crawls:
                heapq.heappop(resting)
            else:
                arrival = now + rng.expovariate(p.arrivalRate)
            bits = size()
            order += 1
            heapq.heappush(link, (level + bits, order, crawls, now, bits))

    times.sort()
    return {
        "pageTime": sum(times) / len(times),
        "p95PageTime": times[math.ceil(0.95 * len(times)) - 1],
        "slowdown": sum(times) / alone,
        "utilisation": busy / (end - measured),
        "peopleThroughput": sent[False] / (end - measured),
        "crawlerThroughput": sent[True] / (end - measured),
    }


running.run(DEFAULTS, simulate)
