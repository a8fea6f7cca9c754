using InteractiveArticle.Simulation.Hypervisor;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.Tests.Hypervisor;

/// <summary>
/// The host once more, without an event queue: at each step it looks through all machines for what comes next. For
/// machines of equal weight, in whole nanoseconds, and with random numbers of its own.
/// </summary>
internal sealed class PlainHost
{
    private const long Never = long.MaxValue;

    private readonly Machine[] machines;
    private readonly HypervisorOptions options;
    private readonly RandomStream random;
    private long scheduled;
    private long came;
    private long virtualTime;

    private PlainHost(HypervisorOptions options, ulong seed)
    {
        this.options = options;
        random = new RandomStreams(seed).Stream("a plain host");
        machines = [.. Enumerable.Range(0, options.Machines).Select(number => new Machine { IsNoisy = number >= options.Machines - options.NoisyNeighbours })];
    }

    /// <summary>The time of your machine's bursts over their work.</summary>
    public static double Slowdown(HypervisorOptions options, ulong seed) => new PlainHost(options, seed).Run();

    private static long Nanoseconds(double milliseconds) => (long)(milliseconds * 1e6);

    private double Run()
    {
        long end = Nanoseconds(options.Seconds * 1000);
        long start = end / 10;
        double elapsed = 0;
        double work = 0;
        foreach (var machine in machines)
        {
            SleepUntil(machine, machine.IsNoisy ? 0 : Sleep(machine));
        }

        while (true)
        {
            var next = machines.MinBy(machine => (machine.At, machine.Order))!;
            long now = next.At;
            if (now >= end)
            {
                return elapsed / work;
            }

            if (!next.Runs)
            {
                next.Woke = now;
                next.Work = next.Left = next.IsNoisy ? Never : 1 + Nanoseconds(random.NextExponential(options.BurstMilliseconds));
                next.Used = Math.Max(next.Used, virtualTime);
                Queue(next);
            }
            else
            {
                next.Runs = false;
                next.Used += next.Turn;
                next.Left -= next.Turn;
                if (next.Left > 0)
                {
                    Queue(next);
                }
                else
                {
                    if (next == machines[0] && next.Woke >= start)
                    {
                        elapsed += now - next.Woke;
                        work += next.Work;
                    }

                    SleepUntil(next, now + Sleep(next));
                }
            }

            while (machines.Count(machine => machine.Runs) < options.Cores && machines.Any(machine => machine.Waits))
            {
                var first = machines.Where(machine => machine.Waits).MinBy(machine => (machine.Used, machine.Came))!;
                first.Waits = false;
                first.Runs = true;
                first.Turn = Math.Min(Nanoseconds(options.SliceMilliseconds), first.Left);
                first.At = now + first.Turn;
                first.Order = scheduled++;
                virtualTime = Math.Max(virtualTime, first.Used);
            }
        }
    }

    private long Sleep(Machine machine)
    {
        double demand = machine == machines[0] ? options.YourDemand : options.NeighbourDemand;
        return Nanoseconds(random.NextExponential(options.BurstMilliseconds * (1 - demand) / demand));
    }

    private void SleepUntil(Machine machine, long time) => (machine.At, machine.Order) = (time, scheduled++);

    private void Queue(Machine machine) => (machine.Waits, machine.At, machine.Came) = (true, Never, came++);

    private sealed class Machine
    {
        public bool IsNoisy;
        public bool Runs;
        public bool Waits;
        public long At; // when it wakes or its turn ends
        public long Order;
        public long Came;
        public long Used;
        public long Turn;
        public long Work;
        public long Left;
        public long Woke;
    }
}
