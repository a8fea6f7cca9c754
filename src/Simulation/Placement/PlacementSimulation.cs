using InteractiveArticle.Simulation.Engine;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Placement;

/// <summary>
/// Virtual machines come at random, are put on a host with room or refused, and leave again; nothing is ever moved.
/// </summary>
/// <remarks>
/// Bin packing that never ends: E. G. Coffman, M. R. Garey and D. S. Johnson, "Dynamic bin packing", SIAM Journal on
/// Computing 12, 1983; with two resources, R. Panigrahy, K. Talwar, L. Uyeda and U. Wieder, "Heuristics for vector bin
/// packing", Microsoft Research, 2011. Where all machines have one size the pool is Erlang's loss system with as many
/// servers as machines fit, whatever the policy and the distribution of lives (Queueing.ErlangB).
/// </remarks>
public static class PlacementSimulation
{
    internal const int UsualReplications = 10;

    private const double LogNormalCv = 2;
    private const int MomentsToSee = 300;

    private enum Step
    {
        Arrive,
        Leave,
        StartToMeasure,
        Observe,
    }

    /// <summary>Runs the pool.</summary>
    /// <param name="options">The pool and its customers.</param>
    /// <param name="experiment">Seed and replications; by default 10 replications.</param>
    /// <exception cref="ModelOptionsException">The options are out of range or contradict each other.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static PlacementResult Run(PlacementOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();
        var (first, histories) = experiment.Replicate(
            UsualReplications,
            (streams, monitor) =>
            {
                var history = new History(options, streams, trace: null);
                history.Run(monitor);
                return history;
            },
            history => new
            {
                RefusedShare = history.RefusedMachines.Mean,
                LargestRefusedShare = history.RefusedLargest.Mean,
                Machines = history.MeanOf(history.Machines),
                HostsInUse = history.MeanOf(history.HostsInUse),
                HostsNeeded = history.MeanOf(history.HostsNeeded),
                CpuUtilisation = history.MeanOf(history.CpuUtilisation),
                MemoryUtilisation = history.MeanOf(history.MemoryUtilisation),
                Fragmentation = history.MeanOf(history.StrandedCpu) / history.MeanOf(history.FreeCpu),
                history.Asked,
                history.Refused,
                history.Departed,
                history.Inside,
                history.Events,
            });

        // A pool is forgotten when those inside have left; they have a residual life to go.
        double residualLives = options.Lifetime == LifetimeDistribution.Exponential ? 1 : (1 + (LogNormalCv * LogNormalCv)) / 2;
        double looksEach = options.Lives / (2 * residualLives);
        return new PlacementResult
        {
            RefusedShare = Estimate.OfShares(histories.Select(history => history.RefusedShare), looksEach),
            LargestRefusedShare = Estimate.OfShares(histories.Select(history => history.LargestRefusedShare), looksEach),
            Machines = Estimate.Of(histories.Select(history => history.Machines)),
            HostsInUse = Estimate.Of(histories.Select(history => history.HostsInUse)),
            HostsNeeded = Estimate.Of(histories.Select(history => history.HostsNeeded)),
            MachinesPerHost = Estimate.Of(histories.Select(history => history.Machines / history.HostsInUse)),
            CpuUtilisation = Estimate.Of(histories.Select(history => history.CpuUtilisation)),
            MemoryUtilisation = Estimate.Of(histories.Select(history => history.MemoryUtilisation)),
            Fragmentation = Estimate.Of(histories.Select(history => history.Fragmentation)),
            Asked = histories.Sum(history => history.Asked),
            Refused = histories.Sum(history => history.Refused),
            Departed = histories.Sum(history => history.Departed),
            Inside = histories.Sum(history => (long)history.Inside),
            Hosts = first.Hosts,
            Moments = first.Moments,
            Events = histories.Sum(history => history.Events),
        };
    }

    /// <summary>Runs the first replication by itself and tells all that happens to its machines, in the order of time.</summary>
    /// <param name="options">The pool and its customers. The policy changes where machines go, and not which ones come when.</param>
    /// <param name="experiment">Its seed.</param>
    /// <exception cref="ModelOptionsException">The options are out of range or contradict each other.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IReadOnlyList<PlacementStep> Trace(PlacementOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();
        List<PlacementStep> trace = [];
        new History(options, new RandomStreams(experiment.Seed, 0), trace).Run(new ReplicationMonitor(experiment.Cancellation));
        return trace;
    }

    /// <param name="Step">What happens.</param>
    /// <param name="Host">Where a machine leaves.</param>
    /// <param name="Machine">What it is.</param>
    /// <param name="Number">Which one, from 1.</param>
    private readonly record struct Happening(Step Step, int Host = 0, VirtualMachine Machine = default, int Number = 0);

    private sealed class History(PlacementOptions options, RandomStreams streams, List<PlacementStep>? trace)
    {
        private readonly RandomStream arrivals = streams.Stream("arrivals");
        private readonly MachineMix mix = new(options, streams);
        private readonly RandomStream lifetimes = streams.Stream("lifetimes");
        private readonly Simulator<Happening> simulator = new();
        private readonly HostPool pool = new(options);
        private readonly VirtualMachine largest = VirtualMachine.LargestOf(options);
        private readonly double meanInterarrival = options.MeanLifeHours / options.OfferedMachines;
        private readonly double end = (options.WarmupLives + options.Lives) * options.MeanLifeHours;
        private readonly List<PlacementMoment> moments = [];
        private bool measuring;

        public Tally RefusedMachines { get; } = new();

        public Tally RefusedLargest { get; } = new();

        public TimeWeighted Machines { get; } = new();

        public TimeWeighted HostsInUse { get; } = new();

        public TimeWeighted HostsNeeded { get; } = new();

        public TimeWeighted CpuUtilisation { get; } = new();

        public TimeWeighted MemoryUtilisation { get; } = new();

        public TimeWeighted StrandedCpu { get; } = new();

        public TimeWeighted FreeCpu { get; } = new();

        public long Asked { get; private set; }

        public long Refused { get; private set; }

        public long Departed { get; private set; }

        public int Inside => pool.Machines;

        public long Events => simulator.Events;

        public IReadOnlyList<PlacementMoment> Moments => moments;

        public IReadOnlyList<HostState> Hosts => [.. Enumerable.Range(0, options.Hosts).Select(pool.StateOf)];

        public double MeanOf(TimeWeighted level) => level.Mean(end);

        public void Run(ReplicationMonitor monitor)
        {
            Note();
            simulator.Schedule(new(Step.Observe), 0);
            simulator.Schedule(new(Step.StartToMeasure), options.WarmupLives * options.MeanLifeHours);
            simulator.Schedule(new(Step.Arrive), arrivals.NextExponential(meanInterarrival));
            while (simulator.Next(out var happening) && simulator.Now <= end)
            {
                Happen(happening);
                if ((simulator.Events & 0xFFF) == 0)
                {
                    monitor.Reach(simulator.Now / end);
                }
            }
        }

        private void Happen(Happening happening)
        {
            switch (happening.Step)
            {
                case Step.Arrive:
                    Arrive();
                    simulator.Schedule(happening, arrivals.NextExponential(meanInterarrival));
                    break;

                case Step.Leave:
                    pool.Remove(happening.Host, happening.Machine);
                    Departed++;
                    Note();
                    Record(PlacementStepKind.Left, happening.Number, happening.Machine, happening.Host);
                    break;

                case Step.StartToMeasure:
                    measuring = true;
                    Restart();
                    break;

                case Step.Observe:
                    Observe();
                    simulator.Schedule(happening, end / MomentsToSee);
                    break;
            }
        }

        private void Arrive()
        {
            var machine = mix.Next();
            double life = options.Lifetime == LifetimeDistribution.Exponential
                ? lifetimes.NextExponential(options.MeanLifeHours)
                : lifetimes.NextLogNormal(options.MeanLifeHours, LogNormalCv);
            Asked++;
            int host = pool.Choose(machine);
            int number = (int)Asked;
            if (host < 0)
            {
                Refused++;
                Record(PlacementStepKind.Refused, number, machine, host);
            }
            else
            {
                pool.Add(host, machine);
                simulator.Schedule(new(Step.Leave, host, machine, number), life);
                Note();
                Record(PlacementStepKind.Placed, number, machine, host);
            }

            if (measuring)
            {
                RefusedMachines.Add(host < 0 ? 1 : 0);
                if (machine == largest)
                {
                    RefusedLargest.Add(host < 0 ? 1 : 0);
                }
            }
        }

        private void Record(PlacementStepKind kind, int number, VirtualMachine machine, int host) =>
            trace?.Add(new(simulator.Now, kind, number, machine.Cpu, machine.Memory, host + 1, pool.HostsInUse, pool.Fragmentation));

        private void Note()
        {
            double now = simulator.Now;
            Machines.Set(now, pool.Machines);
            HostsInUse.Set(now, pool.HostsInUse);
            HostsNeeded.Set(now, options.Hosts * Math.Max(pool.CpuUtilisation, pool.MemoryUtilisation));
            CpuUtilisation.Set(now, pool.CpuUtilisation);
            MemoryUtilisation.Set(now, pool.MemoryUtilisation);
            StrandedCpu.Set(now, pool.StrandedCpu);
            FreeCpu.Set(now, pool.FreeCpu);
        }

        private void Restart()
        {
            foreach (var level in (TimeWeighted[])[Machines, HostsInUse, HostsNeeded, CpuUtilisation, MemoryUtilisation, StrandedCpu, FreeCpu])
            {
                level.Restart(simulator.Now);
            }
        }

        private void Observe() =>
            moments.Add(new(simulator.Now, pool.Machines, pool.HostsInUse, pool.CpuUtilisation, pool.MemoryUtilisation, pool.Fragmentation));
    }
}
