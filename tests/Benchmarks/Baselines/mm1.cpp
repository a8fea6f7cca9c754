// M/M/1 on the standard library's own heap and queue: mean and variance of the wait, mean queue length, utilisation.
// Prints how many customers a second.
//   mm1 <load> <customers>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <queue>
#include <random>
#include <vector>

enum class Happening { Arrival, Departure };

struct Event {
    double time;
    Happening happening;
    bool operator>(const Event& other) const { return time > other.time; }
};

struct Tally {
    long count = 0;
    double mean = 0;
    double squares = 0;
    void add(double value) {
        const double deviation = value - mean;
        mean += deviation / ++count;
        squares += deviation * (value - mean);
    }
};

struct TimeWeighted {
    double level = 0;
    double area = 0;
    double last = 0;
    void set(double now, double value) {
        area += level * (now - last);
        last = now;
        level = value;
    }
};

int main(int, char** arguments) {
    const double load = std::atof(arguments[1]);
    const long customers = std::atol(arguments[2]);
    std::mt19937_64 arrivals(1), services(2);
    std::exponential_distribution<double> interarrival(load), service(1.0);

    const auto start = std::chrono::steady_clock::now();
    std::priority_queue<Event, std::vector<Event>, std::greater<Event>> pending;
    std::queue<double> line;
    Tally waits;
    TimeWeighted length, busy;
    long arrived = 0;
    double now = 0;
    const auto serve = [&](double since) {
        waits.add(now - since);
        pending.push({now + service(services), Happening::Departure});
    };
    pending.push({interarrival(arrivals), Happening::Arrival});
    while (!pending.empty()) {
        const Event event = pending.top();
        pending.pop();
        now = event.time;
        if (event.happening == Happening::Arrival) {
            if (busy.level == 0) {
                busy.set(now, 1);
                serve(now);
            } else {
                line.push(now);
                length.set(now, line.size());
            }
            if (++arrived < customers) {
                pending.push({now + interarrival(arrivals), Happening::Arrival});
            }
        } else if (line.empty()) {
            busy.set(now, 0);
        } else {
            const double since = line.front();
            line.pop();
            length.set(now, line.size());
            serve(since);
        }
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::fprintf(stderr, "wait %f variance %f length %f busy %f\n", waits.mean, waits.squares / (waits.count - 1), length.area / now, busy.area / now);
    std::printf("%.6g\n", customers / seconds.count());
}
