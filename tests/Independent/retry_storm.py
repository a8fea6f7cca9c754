"""Clients that try again, in front of a fleet that stalls for a few seconds.

Fresh requests come at random (Poisson) moments from random clients. A fleet of workers serves them from one line, in times
that are exponential. A client waits for its timeout and then tries again after a delay, though the fleet, unless it knows
the deadline, still serves what nobody waits for. Written from what "article simulate retry-storm --help" says, not from the
model's code. Circuit breakers, throttling and CoDel are left out.
"""

import heapq
import math
from collections import deque

import running

DEFAULTS = {
    "load": 200.0,
    "workers": 30,
    "serviceTime": 0.1,
    "queueLimit": 1000,
    "discipline": "fifo",
    "deadlinePropagation": False,
    "timeout": 1.0,
    "policy": "full-jitter",
    "retries": 3,
    "retryDelay": 1.0,
    "longestDelay": 20.0,
    "budget": False,
    "budgetRefill": 0.1,
    "budgetSize": 5.0,
    "clients": 400,
    "herd": True,
    "triggerStart": 30.0,
    "triggerLength": 10.0,
    "triggerShare": 1.0,
    "horizon": 240.0,
}


class Attempt:
    """One attempt at a request: fresh is when the request was new, open whether its client still waits."""

    __slots__ = ("client", "fresh", "open", "tries", "worker")

    def __init__(self, client, tries, fresh):
        self.client, self.tries, self.fresh, self.open, self.worker = client, tries, fresh, True, None


def simulate(p, rng):
    events, order = [], 0

    def at(time, what, whom=None):
        nonlocal order
        order += 1
        heapq.heappush(events, (time, order, what, whom))

    trigger_end = p.triggerStart + p.triggerLength
    before = (p.triggerStart / 2, p.triggerStart)
    after = ((trigger_end + p.horizon) / 2, p.horizon)
    at_end = (p.horizon - p.timeout - 30, p.horizon - p.timeout)

    def within(time, window):
        return window[0] <= time < window[1]

    line = deque()
    idle = set(range(p.workers))
    stalled = set()
    serving = {}
    tokens = [p.budgetSize] * p.clients
    sent = []  # per second
    fresh = {"before": 0, "after": 0, "atEnd": 0}
    first = {"before": 0, "atEnd": 0}
    good = {"before": 0, "after": 0}
    offered_after = wasted_after = 0

    def send(attempt):
        nonlocal offered_after
        second = int(now)
        sent.extend([0] * (second + 1 - len(sent)))
        sent[second] += 1
        offered_after += within(now, after)
        able = idle - stalled if stalled else idle
        if able:
            serve(next(iter(able)), attempt)
        elif len(line) < p.queueLimit:
            line.append(attempt)
        else:
            fail(attempt)
            return
        at(now + p.timeout, "gives up", attempt)

    def serve(worker, attempt):
        idle.discard(worker)
        serving[worker] = attempt
        attempt.worker = worker
        at(now + rng.expovariate(1 / p.serviceTime), "is done", attempt)

    def free(worker):
        """The worker takes the next request in line, if there is one and it has not stalled."""
        while line and worker not in stalled:
            attempt = line.pop() if p.discipline == "lifo" else line.popleft()
            if attempt.open or not p.deadlinePropagation:
                return serve(worker, attempt)
        idle.add(worker)

    def fail(attempt):
        attempt.open = False
        if p.policy == "none" or attempt.tries == p.retries:
            return
        if p.budget:
            if tokens[attempt.client] < 1:
                return
            tokens[attempt.client] -= 1
        delay = p.retryDelay if p.policy == "fixed" else min(p.longestDelay, p.retryDelay * 2**attempt.tries)
        if p.policy == "full-jitter":
            delay *= rng.random()
        at(now + delay, "tries again", Attempt(attempt.client, attempt.tries + 1, attempt.fresh))

    def ask(client):
        fresh["before"] += within(now, before)
        fresh["after"] += within(now, after)
        fresh["atEnd"] += within(now, at_end)
        send(Attempt(client, 0, now))

    at(rng.expovariate(p.load), "asks")
    at(p.triggerStart, "stalls")
    while events:
        now, _, what, whom = heapq.heappop(events)
        if now >= p.horizon:
            break
        if what == "asks":
            at(now + rng.expovariate(p.load), "asks")
            ask(rng.randrange(p.clients))
        elif what == "tries again":
            send(whom)
        elif what == "gives up":
            if whom.open:
                fail(whom)
                if p.deadlinePropagation and whom.worker is not None:
                    # The worker drops it in the middle; from the line it is dropped at its turn, and takes room until then.
                    del serving[whom.worker]
                    free(whom.worker)
        elif what == "is done":
            if serving.get(whom.worker) is not whom:
                continue  # it was dropped
            del serving[whom.worker]
            if whom.open:
                whom.open = False
                tokens[whom.client] = min(p.budgetSize, tokens[whom.client] + p.budgetRefill)
                good["before"] += within(now, before)
                good["after"] += within(now, after)
                if whom.tries == 0:
                    first["before"] += within(whom.fresh, before)
                    first["atEnd"] += within(whom.fresh, at_end)
            else:
                wasted_after += within(now, after)
            free(whom.worker)
        elif what == "stalls":
            # A worker that stalls finishes the request that it is at, and takes no other.
            if p.triggerLength > 0:
                stalled = set(rng.sample(range(p.workers), round(p.triggerShare * p.workers)))
            at(trigger_end, "recovers")
            if p.herd:
                for client in range(p.clients):
                    ask(client)
        elif what == "recovers":
            woken, stalled = sorted(stalled & idle), set()
            for worker in woken:
                free(worker)

    share_before = first["before"] / fresh["before"]
    share_at_end = first["atEnd"] / fresh["atEnd"]
    half = share_before / 2
    error = math.sqrt(half * (1 - share_before) / 2 / fresh["before"] + half * (1 - half) / fresh["atEnd"])
    if p.triggerLength == 0 and not p.herd:
        outlived = 0.0
    elif half < 0.25:
        outlived = None  # it was in trouble already
    else:
        outlived = float(share_at_end < half - 5 * error)
    answers = good["after"] + wasted_after
    return {
        "goodputBefore": good["before"] / (before[1] - before[0]),
        "goodputAfter": good["after"] / (after[1] - after[0]),
        "offeredAfter": offered_after / (after[1] - after[0]),
        "peakOffered": max(sent),
        "attemptsPerRequest": offered_after / fresh["after"],
        "wastedShare": wasted_after / answers if answers else None,
        "firstAttemptsBefore": share_before,
        "firstAttemptsAtEnd": share_at_end,
        "outlived": outlived,
    }


running.run(DEFAULTS, simulate, shares=["outlived"])
