# The hold model in SimPy: n pending timeouts, each of which starts another one when it is over.
# Prints how many events a second.
#   hold.py <pending> <events>
import random
import sys
import time

import simpy

pending, events = int(sys.argv[1]), int(sys.argv[2])
random.seed(20170228)
environment = simpy.Environment()


def hold(_):
    environment.timeout(random.expovariate(1)).callbacks.append(hold)


for _ in range(pending):
    hold(None)

start = time.perf_counter()
for _ in range(events):
    environment.step()
print(events / (time.perf_counter() - start))
