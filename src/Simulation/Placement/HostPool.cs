using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Placement;

/// <summary>
/// The hosts: what is free on each, and which one takes a new machine.
/// </summary>
internal sealed class HostPool(PlacementOptions options)
{
    private const int Sizes = 3;

    private readonly int hostCpu = options.SoldCpu;
    private readonly int hostMemory = options.HostMemory;
    private readonly VirtualMachine largest = VirtualMachine.LargestOf(options);
    private readonly int[] freeCpu = [.. Enumerable.Repeat(options.SoldCpu, options.Hosts)];
    private readonly int[] freeMemory = [.. Enumerable.Repeat(options.HostMemory, options.Hosts)];
    private readonly int[] machinesBySize = new int[options.Hosts * Sizes];
    private readonly int[] machines = new int[options.Hosts];
    private long cpuInUse;
    private long memoryInUse;

    /// <summary>The machines on all hosts.</summary>
    public int Machines { get; private set; }

    /// <summary>The hosts with at least one machine.</summary>
    public int HostsInUse { get; private set; }

    /// <summary>The share of the virtual CPUs for sale that is in use.</summary>
    public double CpuUtilisation => (double)cpuInUse / ((long)hostCpu * options.Hosts);

    /// <summary>The share of memory in use.</summary>
    public double MemoryUtilisation => (double)memoryInUse / ((long)hostMemory * options.Hosts);

    /// <summary>The virtual CPUs that are free on hosts without room for the largest machine.</summary>
    public long StrandedCpu { get; private set; } = Stranded(options.SoldCpu, options.HostMemory, VirtualMachine.LargestOf(options)) * options.Hosts;

    /// <summary>The virtual CPUs that are free.</summary>
    public long FreeCpu => ((long)hostCpu * options.Hosts) - cpuInUse;

    /// <summary>The share of the free virtual CPUs that is stranded; 0 when none is free.</summary>
    public double Fragmentation => FreeCpu == 0 ? 0 : (double)StrandedCpu / FreeCpu;

    /// <summary>The host that the policy gives to a machine, of equally good ones the first; −1 when none has room.</summary>
    public int Choose(VirtualMachine machine)
    {
        int chosen = -1;
        double best = double.NegativeInfinity;
        for (int host = 0; host < freeCpu.Length; host++)
        {
            if (!HasRoom(host, machine))
            {
                continue;
            }

            if (options.Policy == PlacementPolicy.FirstFit)
            {
                return host;
            }

            double score = Score(host, machine);
            // A third and a sixth of a host are as good as a half.
            if (Rounding.Exceeds(score, best))
            {
                best = score;
                chosen = host;
            }
        }

        return chosen;
    }

    /// <summary>Whether a host has room for a machine.</summary>
    public bool HasRoom(int host, VirtualMachine machine) => freeCpu[host] >= machine.Cpu && freeMemory[host] >= machine.Memory;

    /// <summary>Puts a machine on a host that has room for it.</summary>
    public void Add(int host, VirtualMachine machine)
    {
        HostsInUse += machines[host] == 0 ? 1 : 0;
        Change(host, machine, 1);
    }

    /// <summary>Takes a machine off its host.</summary>
    public void Remove(int host, VirtualMachine machine)
    {
        Change(host, machine, -1);
        HostsInUse -= machines[host] == 0 ? 1 : 0;
    }

    /// <summary>What is on a host now.</summary>
    public HostState StateOf(int host) => new(
        host + 1,
        machinesBySize[(host * Sizes) + (int)MachineSize.Small],
        machinesBySize[(host * Sizes) + (int)MachineSize.Medium],
        machinesBySize[(host * Sizes) + (int)MachineSize.Large],
        freeCpu[host],
        freeMemory[host],
        Stranded(freeCpu[host], freeMemory[host], largest) == 0 && freeCpu[host] > 0 ? 1 : 0);

    private static long Stranded(int cpu, int memory, VirtualMachine largest) => cpu < largest.Cpu || memory < largest.Memory ? cpu : 0;

    private double Score(int host, VirtualMachine machine)
    {
        double cpu = (double)freeCpu[host] / hostCpu;
        double memory = (double)freeMemory[host] / hostMemory;
        return options.Policy switch
        {
            PlacementPolicy.BestFit => -(cpu + memory),
            PlacementPolicy.WorstFit => cpu + memory,
            _ when machines[host] == 0 => -1,
            _ => Alignment(cpu, memory, (double)machine.Cpu / hostCpu, (double)machine.Memory / hostMemory),
        };
    }

    // The cosine of the angle between what is free and what is asked for, both as shares of a host. (The asked-for
    // vector is the same for all hosts, so that its length does not matter.)
    private static double Alignment(double cpu, double memory, double askedCpu, double askedMemory) =>
        ((cpu * askedCpu) + (memory * askedMemory)) / Math.Sqrt((cpu * cpu) + (memory * memory));

    private void Change(int host, VirtualMachine machine, int sign)
    {
        StrandedCpu -= Stranded(freeCpu[host], freeMemory[host], largest);
        freeCpu[host] -= sign * machine.Cpu;
        freeMemory[host] -= sign * machine.Memory;
        StrandedCpu += Stranded(freeCpu[host], freeMemory[host], largest);
        machinesBySize[(host * Sizes) + (int)machine.Size] += sign;
        machines[host] += sign;
        Machines += sign;
        cpuInUse += sign * machine.Cpu;
        memoryInUse += sign * machine.Memory;
    }
}
