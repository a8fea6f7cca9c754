namespace InteractiveArticle.Simulation.Placement;

/// <summary>A virtual machine's size. Its number is an index into what is counted a host.</summary>
public enum MachineSize
{
    /// <summary>A small machine.</summary>
    Small,

    /// <summary>A medium machine.</summary>
    Medium,

    /// <summary>A large machine.</summary>
    Large,
}

/// <summary>What a virtual machine asks for. Whole numbers, so that leaving gives back exactly what arriving took.</summary>
/// <param name="Size">Its size.</param>
/// <param name="Cpu">Its virtual CPUs; more than 0.</param>
/// <param name="Memory">Its memory; GiB, more than 0.</param>
public readonly record struct VirtualMachine(MachineSize Size, int Cpu, int Memory)
{
    /// <summary>A machine of the options' mix.</summary>
    internal static VirtualMachine Of(MachineSize size, bool heavy, PlacementOptions options)
    {
        int cpu = size switch
        {
            MachineSize.Small => options.SmallCpu,
            MachineSize.Medium => options.MediumCpu,
            _ => options.LargeCpu,
        };
        return new(size, cpu, cpu * (heavy ? options.HeavyMemoryPerCpu : options.MemoryPerCpu));
    }

    /// <summary>The largest machine that customers ask for: what free room is judged by.</summary>
    internal static VirtualMachine LargestOf(PlacementOptions options)
    {
        var size = options.LargeShare > 0 ? MachineSize.Large : options.MediumShare > 0 ? MachineSize.Medium : MachineSize.Small;
        var ordinary = Of(size, heavy: false, options);
        var heavy = Of(size, heavy: true, options);
        return options.HeavyShare >= 1 || (options.HeavyShare > 0 && heavy.Memory > ordinary.Memory) ? heavy : ordinary;
    }
}
