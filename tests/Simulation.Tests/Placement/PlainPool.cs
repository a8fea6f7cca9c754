using System.Numerics;
using InteractiveArticle.Simulation.Placement;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.Tests.Placement;

/// <summary>
/// The pool once more, for the default sizes and the same customers, with hosts compared in whole numbers: of equally good
/// ones the first.
/// </summary>
internal static class PlainPool
{
    private static readonly int[] Cpus = [2, 8, 32];

    /// <summary>The small, medium and large machines on each host at the end of the first replication.</summary>
    public static IReadOnlyList<(int Small, int Medium, int Large)> Hosts(PlacementOptions options, ulong seed)
    {
        var streams = new RandomStreams(seed);
        var (arrivals, sizes, heaviness, lifetimes) = (streams.Stream("arrivals"), streams.Stream("sizes"), streams.Stream("heaviness"), streams.Stream("lifetimes"));
        double meanCpu = ((1 - options.MediumShare - options.LargeShare) * Cpus[0]) + (options.MediumShare * Cpus[1]) + (options.LargeShare * Cpus[2]);
        double meanGap = options.MeanLifeHours * meanCpu / (options.Load * options.Hosts * options.HostCpu);
        double end = (options.WarmupLives + options.Lives) * options.MeanLifeHours;
        var free = Enumerable.Repeat((Cpu: options.HostCpu, Memory: options.HostMemory), options.Hosts).ToArray();
        var counts = new int[options.Hosts, Cpus.Length];
        var leaving = new PriorityQueue<(int Host, int Size, int Memory), double>();
        for (double now = arrivals.NextExponential(meanGap); now <= end; now += arrivals.NextExponential(meanGap))
        {
            Leave(now);
            double kind = sizes.NextUniform();
            int size = kind < options.LargeShare ? 2 : kind < options.LargeShare + options.MediumShare ? 1 : 0;
            int memory = Cpus[size] * (heaviness.NextBernoulli(options.HeavyShare) ? options.HeavyMemoryPerCpu : options.MemoryPerCpu);
            double life = lifetimes.NextExponential(options.MeanLifeHours);
            int[] roomy = [.. Enumerable.Range(0, options.Hosts).Where(host => free[host].Cpu >= Cpus[size] && free[host].Memory >= memory)];
            if (roomy.Length > 0)
            {
                // Max keeps the first of equals.
                int chosen = roomy.MaxBy(host => Score(host, size, memory));
                free[chosen] = (free[chosen].Cpu - Cpus[size], free[chosen].Memory - memory);
                counts[chosen, size]++;
                leaving.Enqueue((chosen, size, memory), now + life);
            }
        }

        Leave(end);
        return [.. Enumerable.Range(0, options.Hosts).Select(host => (counts[host, 0], counts[host, 1], counts[host, 2]))];

        void Leave(double now)
        {
            while (leaving.TryPeek(out var machine, out double time) && time <= now)
            {
                leaving.Dequeue();
                free[machine.Host] = (free[machine.Host].Cpu + Cpus[machine.Size], free[machine.Host].Memory + machine.Memory);
                counts[machine.Host, machine.Size]--;
            }
        }

        Ratio Score(int host, int size, int memory)
        {
            // Shares of a host, times what makes both whole.
            BigInteger freeCpu = (BigInteger)free[host].Cpu * options.HostMemory;
            BigInteger freeMemory = (BigInteger)free[host].Memory * options.HostCpu;
            BigInteger product = (freeCpu * Cpus[size] * options.HostMemory) + (freeMemory * memory * options.HostCpu);
            return options.Policy switch
            {
                PlacementPolicy.BestFit => new(-(freeCpu + freeMemory), 1),
                PlacementPolicy.WorstFit => new(freeCpu + freeMemory, 1),
                _ when counts[host, 0] + counts[host, 1] + counts[host, 2] == 0 => new(-1, 1),
                _ => new(product * product, (freeCpu * freeCpu) + (freeMemory * freeMemory)),
            };
        }
    }

    /// <summary>A fraction with a positive denominator.</summary>
    private readonly record struct Ratio(BigInteger Over, BigInteger Under) : IComparable<Ratio>
    {
        public int CompareTo(Ratio other) => (Over * other.Under).CompareTo(other.Over * Under);
    }
}
