using InteractiveArticle.Simulation.Engine;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Hypervisor;

/// <summary>
/// A hypervisor that shares cores by weight: whoever wants to run and has had least, for its weight, runs next.
/// </summary>
/// <remarks>
/// Each machine has a virtual time that goes forward by the time it has run, divided by its weight; a free core takes the
/// waiting machine with the least. One that wakes from sleep starts from the virtual time of those that kept running, so
/// that nobody saves up by sleeping. This is stride scheduling (C. A. Waldspurger and W. E. Weihl, MIT technical
/// memorandum LCS/TM-528, 1995). Theory to hold it against: <see cref="TimeSharing"/> and <see cref="FairShare"/>.
/// </remarks>
public static class HypervisorSimulation
{
    internal const int UsualReplications = 10;

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
        var (first, hosts) = experiment.Replicate(
            UsualReplications,
            streams =>
            {
                var host = new Host(options, streams);
                host.Run(experiment.Cancellation);
                return host;
            },
            host => new { host.YourShare, host.Steal, host.Slowdown, host.P95Burst, host.Utilisation, host.Events });
        return new HypervisorResult
        {
            YourShare = Estimate.Of(hosts.Select(host => host.YourShare)),
            Steal = Estimate.Of(hosts.Select(host => host.Steal)),
            Slowdown = Estimate.Of(hosts.Select(host => host.Slowdown)),
            P95Burst = Estimate.Of(hosts.Select(host => host.P95Burst)),
            HostUtilisation = Estimate.Of(hosts.Select(host => host.Utilisation)),
            Turns = first.Turns,
            Events = hosts.Sum(host => host.Events),
        };
    }

    /// <param name="Core">The core whose machine's turn ends; −1 where a machine wakes.</param>
    /// <param name="Machine">The machine.</param>
    private readonly record struct Happening(int Core, int Machine);

    private sealed class Host
    {
        private const int Yours = 0;
        private const int WakesUp = -1;
        private const double TimelineMilliseconds = 1000;

        // All machines are asleep at first, which says nothing about the long run.
        private const double UnmeasuredShare = 0.1;

        private readonly HypervisorOptions options;
        private readonly double start;
        private readonly double end;
        private readonly Simulator<Happening> simulator = new();
        private readonly VirtualMachine[] machines;
        private readonly PriorityQueue<int, (double VirtualTime, long Since)> waiting = new();
        private readonly Stack<int> freeCores;
        private readonly TimeWeighted busyCores = new();
        private readonly QuantileHistogram bursts = new();
        private readonly Tally slowdowns = new();
        private readonly List<Turn> turns = [];
        private double virtualTime;
        private double yoursRan;
        private double yoursWaited;
        private long waits;

        public Host(HypervisorOptions options, RandomStreams streams)
        {
            this.options = options;
            end = options.Seconds * 1000;
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
                       isNoisy ? double.PositiveInfinity : options.BurstMilliseconds,
                       options.BurstMilliseconds * (1 - demand) / demand,
                       number == Yours ? options.Weight : 1),
            ];
        }

        public double YourShare => yoursRan / (end - start);

        public double Steal => yoursWaited / (end - start);

        public double Slowdown => slowdowns.Mean;

        public double P95Burst => bursts.Count == 0 ? 0 : bursts.Quantile(0.95);

        public double Utilisation => busyCores.Mean(end) / options.Cores;

        public IReadOnlyList<Turn> Turns => turns;

        public long Events => simulator.Events;

        public void Run(CancellationToken cancellation)
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
                }

                if (happening.Core == WakesUp)
                {
                    WakeUp(happening.Machine);
                }
                else
                {
                    EndTurn(happening.Core, happening.Machine);
                }

                if ((simulator.Events & 0xFFFF) == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
            }
        }

        private void WakeUp(int number)
        {
            var machine = machines[number];
            machine.StartBurst(simulator.Now);
            machine.VirtualTime = Math.Max(machine.VirtualTime, virtualTime);
            Wait(number);
            UseFreeCores();
        }

        private void Wait(int number)
        {
            machines[number].WaitsSince = simulator.Now;
            waiting.Enqueue(number, (machines[number].VirtualTime, waits++));
        }

        private void UseFreeCores()
        {
            while (waiting.Count > 0 && freeCores.TryPop(out int core))
            {
                int number = waiting.Dequeue();
                var machine = machines[number];
                virtualTime = Math.Max(virtualTime, machine.VirtualTime);
                machine.RunsSince = simulator.Now;
                simulator.Schedule(new(core, number), Math.Min(options.SliceMilliseconds, machine.WorkLeft));
            }

            busyCores.Set(simulator.Now, options.Cores - freeCores.Count);
        }

        private void EndTurn(int core, int number)
        {
            var machine = machines[number];
            double now = simulator.Now;
            double ran = now - machine.RunsSince;
            machine.VirtualTime += ran / machine.Weight;
            freeCores.Push(core);
            if (now <= TimelineMilliseconds)
            {
                turns.Add(new(number, core, machine.WaitsSince, machine.RunsSince, now));
            }

            if (number == Yours && machine.RunsSince >= start)
            {
                yoursRan += ran;
                yoursWaited += machine.RunsSince - machine.WaitsSince;
            }

            // A burst's last turn is planned for just what is left of it, so nothing is left by rounding; and a turn that the
            // clock rounded up may have run a bit more than a slice.
            bool isDone = machine.WorkLeft <= Math.Max(options.SliceMilliseconds, ran);
            machine.WorkLeft -= ran;
            if (isDone)
            {
                if (number == Yours && machine.WokeAt >= start)
                {
                    bursts.Add(now - machine.WokeAt);
                    slowdowns.Add((now - machine.WokeAt) / options.BurstMilliseconds);
                }

                simulator.Schedule(new(WakesUp, number), machine.NextSleep());
            }
            else
            {
                Wait(number);
            }

            UseFreeCores();
        }
    }
}
