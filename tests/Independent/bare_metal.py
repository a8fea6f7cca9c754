"""A fleet of servers bought for a forecast: failures, a repair crew, spare machines, deliveries, and a surprise.

Demand follows the hours of a day; what the working servers cannot answer is turned away. Servers fail, alone or with their
whole zone. Some failures need a new machine, from the shelf or delivered; all of them need a person. Written from what
"article simulate bare-metal --help" says, not from the model's code.
"""

import heapq
import math
from collections import deque

import running

DEFAULTS = {
    "forecast": 1000.0,
    "headroom": 0.3,
    "serverCapacity": 10.0,
    "forecastError": 0.1,
    "nightDepth": 0.7,
    "spikeSize": 1.0,
    "spikeHours": 12.0,
    "mtbf": 26000.0,
    "lifeShape": 1.0,
    "ageYears": 0.0,
    "zones": 1,
    "zoneOutageRate": 0.0,
    "zoneOutageHours": 4.0,
    "crew": 1,
    "mttr": 12.0,
    "partShare": 0.25,
    "spares": 2,
    "leadTimeDays": 28.0,
    "days": 90,
}

YEAR = 8760.0


def simulate(p, rng):
    servers = math.ceil(p.forecast * (1 + p.headroom) / p.serverCapacity - 1e-9)
    hours = p.days * 24
    busiest = p.forecast * (1 + p.forecastError)
    spike = range(p.days // 2 * 24 + 12, p.days // 2 * 24 + 12 + math.ceil(p.spikeHours))
    scale = p.mtbf / math.gamma(1 + 1 / p.lifeShape)

    def life(age=0.0):
        """What is left of the life of a server that has reached an age: by inversion of the Weibull distribution beyond it."""
        return scale * ((age / scale) ** p.lifeShape + rng.expovariate(1.0)) ** (1 / p.lifeShape) - age

    events, order = [], 0

    def at(time, what, whom=None):
        nonlocal order
        order += 1
        heapq.heappush(events, (time, order, what, whom))

    broken = [False] * servers
    dark = [False] * p.zones
    for server in range(servers):
        at(life(p.ageYears * YEAR), "fails", server)
    if p.zoneOutageRate > 0:
        bright = YEAR / p.zoneOutageRate
        for zone in range(p.zones):
            # The beginning is a moment like any other: a zone may be down at it.
            lit = rng.random() < bright / (bright + p.zoneOutageHours)
            at(0.0, "lights up" if lit else "goes dark", zone)
    for hour in range(hours):
        at(float(hour), "hour", hour)
    at(float(hours), "end")

    spares, people = p.spares, p.crew
    for_people, for_parts = deque(), deque()
    failures = replacements = 0
    demanded = served = spike_demanded = spike_served = offered = 0.0
    area = {"broken": 0.0, "working": 0.0, "inRepair": 0.0, "forPeople": 0.0, "forParts": 0.0, "dark": 0.0}
    now = 0.0
    working, in_dark, broken_now = servers, 0, 0

    while True:
        time, _, what, whom = heapq.heappop(events)
        span, now = time - now, time
        area["working"] += span * working
        area["broken"] += span * broken_now
        area["dark"] += span * in_dark
        area["forPeople"] += span * len(for_people)
        area["forParts"] += span * len(for_parts)
        area["inRepair"] += span * (broken_now - len(for_parts))
        if what == "end":
            break
        if what == "hour":
            day = (1 + math.cos(2 * math.pi * (whom - 18) / 24)) / 2
            demand = busiest * (1 - p.nightDepth * (1 - day) + (p.spikeSize if whom in spike else 0))
            answered = min(demand, working * p.serverCapacity)
            demanded, served, offered = demanded + demand, served + answered, offered + working * p.serverCapacity
            if whom in spike:
                spike_demanded, spike_served = spike_demanded + demand, spike_served + answered
            continue
        if what == "fails":
            failures += 1
            broken[whom] = True
            if rng.random() < p.partShare:
                replacements += 1
                at(now + p.leadTimeDays * 24, "is delivered")
                if spares == 0:
                    for_parts.append(whom)
                    whom = None
                else:
                    spares -= 1
            if whom is not None:
                for_people.append(whom)
        elif what == "is delivered":
            if for_parts:
                for_people.append(for_parts.popleft())
            else:
                spares += 1
        elif what == "is repaired":
            people += 1
            broken[whom] = False
            at(now + life(), "fails", whom)
        elif what == "goes dark":
            dark[whom] = True
            at(now + rng.expovariate(1 / p.zoneOutageHours), "lights up", whom)
        elif what == "lights up":
            dark[whom] = False
            at(now + rng.expovariate(1 / bright), "goes dark", whom)
        while people and for_people:
            people -= 1
            at(now + rng.expovariate(1 / p.mttr), "is repaired", for_people.popleft())
        broken_now = sum(broken)
        in_dark = sum(dark[server % p.zones] for server in range(servers))
        working = sum(not broken[server] and not dark[server % p.zones] for server in range(servers))

    return {
        "servers": servers,
        "spikeStart": spike.start,
        "refusedShare": 1 - served / demanded,
        "refusedInSpike": 1 - spike_served / spike_demanded if spike_demanded else None,
        "idleShare": 1 - served / (servers * p.serverCapacity * hours),
        "availability": area["working"] / (servers * hours),
        "utilisation": served / offered if offered else None,
        "failuresPerServerYear": failures / (servers * hours - area["broken"]) * YEAR,
        "replacementsPerServerYear": replacements / (servers * hours) * YEAR,
        "inRepair": area["inRepair"] / hours,
        "waitingForPeople": area["forPeople"] / hours,
        "waitingForParts": area["forParts"] / hours,
        "inZonesDown": area["dark"] / hours,
    }


running.run(DEFAULTS, simulate)
