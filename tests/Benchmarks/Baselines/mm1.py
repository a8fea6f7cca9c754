# M/M/1 in SimPy: mean and variance of the wait, mean queue length, utilisation.
# Prints how many customers a second.
#   mm1.py <load> <customers>
import random
import sys
import time

import simpy

load, customers = float(sys.argv[1]), int(sys.argv[2])
arrivals, services = random.Random(1), random.Random(2)


class Tally:
    def __init__(self):
        self.count, self.mean, self.squares = 0, 0.0, 0.0

    def add(self, value):
        self.count += 1
        deviation = value - self.mean
        self.mean += deviation / self.count
        self.squares += deviation * (value - self.mean)


class TimeWeighted:
    def __init__(self):
        self.level, self.area, self.last = 0, 0.0, 0.0

    def set(self, now, value):
        self.area += self.level * (now - self.last)
        self.last, self.level = now, value


def customer(environment, server):
    arrived = environment.now
    with server.request() as turn:
        length.set(environment.now, len(server.queue))
        yield turn
        length.set(environment.now, len(server.queue))
        busy.set(environment.now, 1)
        waits.add(environment.now - arrived)
        yield environment.timeout(services.expovariate(1))
    busy.set(environment.now, server.count)


def source(environment, server):
    for _ in range(customers):
        yield environment.timeout(arrivals.expovariate(load))
        environment.process(customer(environment, server))


waits, length, busy = Tally(), TimeWeighted(), TimeWeighted()
start = time.perf_counter()
environment = simpy.Environment()
environment.process(source(environment, simpy.Resource(environment)))
environment.run()
seconds = time.perf_counter() - start
print(waits.mean, waits.squares / (waits.count - 1), length.area / environment.now, busy.area / environment.now, file=sys.stderr)
print(customers / seconds)
