using InteractiveArticle.Simulation.Engine;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Queueing;

/// <summary>
/// A queue, event by event: customers arrive at random, wait in one line in the order of their arrival, and are served
/// by the first server that is free.
/// </summary>
/// <remarks>
/// Kendall's M/M/c, M/D/c and M/G/c, and with a capacity K their /K forms. Theory to hold it against:
/// <see cref="ErlangB"/>, <see cref="ErlangC"/>, <see cref="FiniteQueue"/>, <see cref="PollaczekKhinchine"/>.
/// </remarks>
public static class QueueSimulation
{
    internal const int UsualReplications = 20;

    private const double P95 = 0.95;
    private const double P99 = 0.99;

    private enum Happening
    {
        Arrival,
        Departure,
    }

    /// <summary>Runs the queue.</summary>
    /// <param name="options">The queue.</param>
    /// <param name="experiment">Seed and replications; by default 20 replications.</param>
    /// <exception cref="ModelOptionsException">The options are out of range or have no steady state.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static QueueResult Run(QueueOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();
        var allWaits = new QuantileHistogram();
        var (_, runs) = experiment.Replicate(
            UsualReplications,
            (streams, monitor) => RunOnce(options, streams, monitor),
            run =>
            {
                allWaits.Add(run.WaitQuantiles);
                return new
                {
                    MeanWait = run.Waits.Mean,
                    MeanTimeInSystem = run.Waits.Mean + run.Services.Mean,
                    run.QueueLength,
                    Utilisation = run.BusyServers / options.Servers,
                    LossProbability = (double)run.Lost / options.Customers,
                    WaitProbability = (double)run.Delayed / run.Waits.Count,
                    P95Wait = run.WaitQuantiles.Quantile(P95),
                    P99Wait = run.WaitQuantiles.Quantile(P99),
                    run.Events,
                };
            });
        double looksEach = options.Customers / (1 + (2 * RelaxationTime.InArrivals(options)));
        return new QueueResult
        {
            MeanWait = Estimate.Of(runs.Select(run => run.MeanWait)),
            MeanTimeInSystem = Estimate.Of(runs.Select(run => run.MeanTimeInSystem)),
            MeanQueueLength = Estimate.Of(runs.Select(run => run.QueueLength)),
            Utilisation = Estimate.Of(runs.Select(run => run.Utilisation)),
            // Where there is room for all it is no estimate that nobody is lost.
            LossProbability = options.Capacity == 0 ? new Estimate(0, 0) : Estimate.OfShares(runs.Select(run => run.LossProbability), looksEach),
            WaitProbability = Estimate.OfShares(runs.Select(run => run.WaitProbability), looksEach),
            P95Wait = Estimate.Pooled(allWaits.Quantile(P95), runs.Select(run => run.P95Wait)),
            P99Wait = Estimate.Pooled(allWaits.Quantile(P99), runs.Select(run => run.P99Wait)),
            Warnings = RelaxationTime.Warnings(options),
            Events = runs.Sum(run => run.Events),
        };
    }

    private static Observation RunOnce(QueueOptions options, RandomStreams streams, ReplicationMonitor monitor)
    {
        var arrivals = streams.Stream("arrivals");
        var services = streams.Stream("services");
        double meanInterarrival = 1 / options.ArrivalRate;
        double meanService = 1 / options.ServiceRate;
        int room = options.Capacity == 0 ? int.MaxValue : options.Capacity;
        int lastArrival = options.Warmup + options.Customers;

        var simulator = new Simulator<Happening>();
        var line = new Queue<Customer>();
        var queueLength = new TimeWeighted();
        var busyServers = new TimeWeighted();
        var seen = new Observation();
        int busy = 0;
        int arrived = 0;

        simulator.Schedule(Happening.Arrival, arrivals.NextExponential(meanInterarrival));
        while (simulator.Next(out var happening))
        {
            switch (happening)
            {
                case Happening.Arrival:
                    Arrive();
                    break;
                case Happening.Departure when line.TryDequeue(out var next):
                    queueLength.Set(simulator.Now, line.Count);
                    Serve(next);
                    break;
                case Happening.Departure:
                    busyServers.Set(simulator.Now, --busy);
                    break;
            }
        }

        seen.Events = simulator.Events;
        return seen;

        void Arrive()
        {
            if (++arrived == options.Warmup + 1)
            {
                queueLength.Restart(simulator.Now);
                busyServers.Restart(simulator.Now);
            }

            bool measured = arrived > options.Warmup;
            if (busy + line.Count >= room)
            {
                seen.Lost += measured ? 1 : 0;
            }
            else if (busy < options.Servers)
            {
                busyServers.Set(simulator.Now, ++busy);
                Serve(new Customer(simulator.Now, measured));
            }
            else
            {
                line.Enqueue(new Customer(simulator.Now, measured));
                queueLength.Set(simulator.Now, line.Count);
            }

            if (arrived == lastArrival)
            {
                seen.QueueLength = queueLength.Mean(simulator.Now);
                seen.BusyServers = busyServers.Mean(simulator.Now);
                return;
            }

            if ((arrived & 0xFFFF) == 0)
            {
                monitor.Reach((double)arrived / lastArrival);
            }

            simulator.Schedule(Happening.Arrival, arrivals.NextExponential(meanInterarrival));
        }

        void Serve(Customer customer)
        {
            double service = options.Service switch
            {
                ServiceDistribution.Exponential => services.NextExponential(meanService),
                ServiceDistribution.Lognormal => services.NextLogNormal(meanService, options.ServiceCv),
                _ => meanService,
            };
            simulator.Schedule(Happening.Departure, service);
            if (!customer.Measured)
            {
                return;
            }

            double wait = simulator.Now - customer.Arrived;
            seen.Waits.Add(wait);
            seen.WaitQuantiles.Add(wait);
            seen.Services.Add(service);
            seen.Delayed += wait > 0 ? 1 : 0;
        }
    }

    private readonly record struct Customer(double Arrived, bool Measured);

    private sealed class Observation
    {
        public Tally Waits { get; } = new();

        public Tally Services { get; } = new();

        public QuantileHistogram WaitQuantiles { get; } = new();

        public double QueueLength { get; set; }

        public double BusyServers { get; set; }

        public long Lost { get; set; }

        public long Delayed { get; set; }

        public long Events { get; set; }
    }
}
