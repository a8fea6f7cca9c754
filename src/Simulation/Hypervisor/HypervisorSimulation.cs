using InteractiveArticle.Simulation.Engine;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Hypervisor;

/// <summary>
/// A hypervisor that shares cores by weight: whoever wants to run and has had least, for its weight, runs next.
/// </summary>
/// <remarks>
/// Each machine has a virtual time that goes forward by the time it has run, divided by its weight; a free core takes the
/// waiting machine with the least, and among equals the one that has waited longest: first come, first served. One that
/// wakes from sleep starts no earlier than the largest virtual time at which a machine was given a core, so that nobody
/// saves up by sleeping. This is stride scheduling (C. A. Waldspurger and W. E. Weihl, MIT technical memorandum
/// LCS/TM-528, 1995). Time goes in whole nanoseconds: slices of equal length must leave equal virtual times, and with a
/// rounded clock chance would decide between them. Theory to hold it against: <see cref="TimeSharing"/> and
/// <see cref="FairShare"/>.
/// </remarks>
public static class HypervisorSimulation
{
    internal const int UsualReplications = 10;

    private const double P95 = 0.95;

    /// <summary>Runs the host.</summary>
    /// <param name="options">The host and its machines.</param>
    /// <param name="experiment">Seed and replications; by default 10 replications.</param>
    /// <exception cref="ModelOptionsException">The options are out of range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static HypervisorResult Run(HypervisorOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();
        var allBursts = new QuantileHistogram();
        var (first, hosts) = experiment.Replicate(
            UsualReplications,
            (streams, monitor) =>
            {
                var host = new Host(options, streams);
                host.Run(monitor);
                return host;
            },
            host =>
            {
                allBursts.Add(host.Bursts);
                return new { host.YourShare, host.Steal, host.Elapsed, host.Work, P95Burst = host.Bursts.Quantile(P95), host.Utilisation, host.Events };
            });
        double looksEach = options.Seconds * 1000 / (2 * options.BurstMilliseconds / options.YourDemand);
        return new HypervisorResult
        {
            YourShare = Estimate.Of(hosts.Select(host => host.YourShare)),
            Steal = Estimate.OfShares(hosts.Select(host => host.Steal), looksEach),
            Slowdown = Estimate.Pooled(hosts.Sum(host => host.Elapsed) / hosts.Sum(host => host.Work), hosts.Select(host => host.Elapsed / host.Work)),
            P95Burst = Estimate.Pooled(allBursts.Quantile(P95), hosts.Select(host => host.P95Burst)),
            HostUtilisation = Estimate.Of(hosts.Select(host => host.Utilisation)),
            Turns = first.Turns,
            Events = hosts.Sum(host => host.Events),
        };
    }

    /// <param name="Core">The core whose machine's turn ends; −1 where a machine wakes.</param>
    /// <param name="Machine">The machine.</param>
    /// <param name="Turn">How long the turn was planned for; ns.</param>
    private readonly record struct Happening(int Core, int Machine, long Turn = 0);

    private sealed class Host
    {
        private const int Yours = 0;
        private const int WakesUp = -1;
        private const double Millisecond = 1e6; // ns
        private const double TimelineMilliseconds = 1000;

        // All machines are asleep at first, which says nothing about the long run.
        private const double UnmeasuredShare = 0.1;

        private readonly HypervisorOptions options;
        private readonly long slice;
        private readonly double start;
        private readonly double end;
        private readonly Simulator<Happening> simulator = new();
        private readonly VirtualMachine[] machines;
        private readonly PriorityQueue<int, (double VirtualTime, long Came)> waiting = new();
        private readonly Stack<int> freeCores;
        private readonly TimeWeighted busyCores = new();
        private readonly TimeWeighted yoursRuns = new();
        private readonly TimeWeighted yoursWaits = new();
        private readonly List<Turn> turns = [];
        private double virtualTime;
        private long came;

        public Host(HypervisorOptions options, RandomStreams streams)
        {
            this.options = options;
            slice = (long)Rounding.Down(options.SliceMilliseconds * Millisecond);
            end = options.Seconds * 1000 * Millisecond;
            start = UnmeasuredShare * end;
            freeCores = new(Enumerable.Range(0, options.Cores).Reverse());
            machines =
            [
                .. from number in Enumerable.Range(0, options.Machines)
                   let isNoisy = number >= options.Machines - options.NoisyNeighbours
                   let demand = number == Yours ? options.YourDemand : options.NeighbourDemand
                   select new VirtualMachine(
                       streams.Stream("bursts", number),
                       streams.Stream("sleep", number),
                       isNoisy ? double.PositiveInfinity : options.BurstMilliseconds * Millisecond,
                       options.BurstMilliseconds * Millisecond * (1 - demand) / demand,
                       number == Yours ? options.Weight : 1),
            ];
        }

        public double YourShare => yoursRuns.Mean(end);

        public double Steal => yoursWaits.Mean(end);

        /// <summary>From waking to sleep, over all bursts of your machine that began and ended in the measured time; ns.</summary>
        public double Elapsed { get; private set; }

        /// <summary>The work of these bursts; ns.</summary>
        public double Work { get; private set; }

        /// <summary>The lengths of these bursts; ms.</summary>
        public QuantileHistogram Bursts { get; } = new();

        public double Utilisation => busyCores.Mean(end) / options.Cores;

        public IReadOnlyList<Turn> Turns => turns;

        public long Events => simulator.Events;

        private long Now => (long)simulator.Now;

        public void Run(ReplicationMonitor monitor)
        {
            for (int number = 0; number < machines.Length; number++)
            {
                simulator.Schedule(new(WakesUp, number), machines[number].IsNoisy ? 0 : machines[number].NextSleep());
            }

            bool isMeasured = false;
            while (simulator.Next(out var happening) && simulator.Now < end)
            {
                if (!isMeasured && simulator.Now >= start)
                {
                    isMeasured = true;
                    busyCores.Restart(start);
                    yoursRuns.Restart(start);
                    yoursWaits.Restart(start);
                }

                if (happening.Core == WakesUp)
                {
                    WakeUp(happening.Machine);
                }
                else
                {
                    EndTurn(happening);
                }

                if ((simulator.Events & 0xFFFF) == 0)
                {
                    monitor.Reach(simulator.Now / end);
                }
            }
        }

        private void WakeUp(int number)
        {
            machines[number].Wake(Now, virtualTime);
            Wait(number);
            UseFreeCores();
        }

        private void Wait(int number)
        {
            var machine = machines[number];
            machine.WaitsSince = Now;
            waiting.Enqueue(number, (machine.VirtualTime, came++));
            if (number == Yours)
            {
                yoursWaits.Set(Now, 1);
            }
        }

        private void UseFreeCores()
        {
            while (waiting.Count > 0 && freeCores.TryPop(out int core))
            {
                int number = waiting.Dequeue();
                var machine = machines[number];
                virtualTime = Math.Max(virtualTime, machine.VirtualTime);
                machine.RunsSince = Now;
                long turn = Math.Min(slice, machine.WorkLeft);
                simulator.Schedule(new(core, number, turn), turn);
                if (number == Yours)
                {
                    yoursWaits.Set(Now, 0);
                    yoursRuns.Set(Now, 1);
                }
            }

            busyCores.Set(Now, options.Cores - freeCores.Count);
        }

        private void EndTurn(Happening happening)
        {
            var (core, number, turn) = happening;
            var machine = machines[number];
            machine.Charge(turn);
            freeCores.Push(core);
            if (Now <= TimelineMilliseconds * Millisecond)
            {
                turns.Add(new(number, core, machine.WaitsSince / Millisecond, machine.RunsSince / Millisecond, Now / Millisecond));
            }

            if (number == Yours)
            {
                yoursRuns.Set(Now, 0);
            }

            if (machine.WorkLeft > 0)
            {
                Wait(number);
            }
            else
            {
                if (number == Yours && machine.WokeAt >= start)
                {
                    Count(machine);
                }

                simulator.Schedule(new(WakesUp, number), machine.NextSleep());
            }

            UseFreeCores();
        }

        private void Count(VirtualMachine machine)
        {
            long elapsed = Now - machine.WokeAt;
            Elapsed += elapsed;
            Work += machine.Work;
            Bursts.Add(elapsed / Millisecond);
        }
    }
}
