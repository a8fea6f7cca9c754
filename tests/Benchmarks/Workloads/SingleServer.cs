using InteractiveArticle.Simulation.Engine;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Benchmarks.Workloads;

/// <summary>
/// M/M/1 with the statistics that every contestant keeps: mean and variance of the wait, mean queue length, utilisation.
/// </summary>
internal static class SingleServer
{
    private enum Happening
    {
        Arrival,
        Departure,
    }

    public static (Tally Waits, double QueueLength, double Utilisation) Run(double load, int customers)
    {
        var streams = new RandomStreams(20170228);
        var arrivals = streams.Stream("arrivals");
        var services = streams.Stream("services");
        var simulator = new Simulator<Happening>();
        var line = new Queue<double>();
        var waits = new Tally();
        var queueLength = new TimeWeighted();
        var busyServers = new TimeWeighted();
        bool busy = false;
        int arrived = 0;

        simulator.Schedule(Happening.Arrival, arrivals.NextExponential(1 / load));
        while (simulator.Next(out var happening))
        {
            switch (happening)
            {
                case Happening.Arrival:
                    Arrive();
                    break;
                case Happening.Departure when line.TryDequeue(out double since):
                    queueLength.Set(simulator.Now, line.Count);
                    Serve(since);
                    break;
                case Happening.Departure:
                    busy = false;
                    busyServers.Set(simulator.Now, 0);
                    break;
            }
        }

        return (waits, queueLength.Mean(simulator.Now), busyServers.Mean(simulator.Now));

        void Arrive()
        {
            if (busy)
            {
                line.Enqueue(simulator.Now);
                queueLength.Set(simulator.Now, line.Count);
            }
            else
            {
                busy = true;
                busyServers.Set(simulator.Now, 1);
                Serve(simulator.Now);
            }

            if (++arrived < customers)
            {
                simulator.Schedule(Happening.Arrival, arrivals.NextExponential(1 / load));
            }
        }

        void Serve(double since)
        {
            waits.Add(simulator.Now - since);
            simulator.Schedule(Happening.Departure, services.NextExponential(1));
        }
    }
}
