// The hold model on the standard library's own heap: take the earliest of n pending events, put one back an
// exponential time later. Prints how many events a second.
//   hold <pending> <events>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <queue>
#include <random>
#include <vector>

struct Event {
    double time;
    int which;
    bool operator>(const Event& other) const { return time > other.time; }
};

int main(int, char** arguments) {
    const int pending = std::atoi(arguments[1]);
    const long events = std::atol(arguments[2]);
    std::mt19937_64 random(20170228);
    std::exponential_distribution<double> delay(1.0);
    std::priority_queue<Event, std::vector<Event>, std::greater<Event>> queue;
    for (int i = 0; i < pending; i++) {
        queue.push({delay(random), i});
    }

    double now = 0;
    const auto hold = [&](long count) {
        for (long i = 0; i < count; i++) {
            const Event event = queue.top();
            queue.pop();
            now = event.time;
            queue.push({now + delay(random), event.which});
        }
    };
    hold(pending);

    const auto start = std::chrono::steady_clock::now();
    hold(events);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::fprintf(stderr, "clock %f\n", now);
    std::printf("%.6g\n", events / seconds.count());
}
