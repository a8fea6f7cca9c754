using InteractiveArticle.Simulation.Queueing;

namespace InteractiveArticle.Simulation.Hypervisor;

/// <summary>
/// Machines that alternate between exponential bursts and exponential sleep on a few cores, in theory: the machine
/// repairman's model, with the cores as repairmen.
/// </summary>
/// <remarks>
/// Since what is left of an exponential burst does not depend on what was done, the order in which cores are given out
/// plays no part, as long as none is idle while a machine waits. See <see cref="MachineRepairman"/>.
/// </remarks>
public static class TimeSharing
{
    /// <summary>The share of the cores that are busy.</summary>
    /// <param name="machines">How many machines there are, all alike; at least 1.</param>
    /// <param name="cores">How many cores there are; at least 1.</param>
    /// <param name="demand">The share of a core that a machine would use if it never waited; between 0 and 1, both excluded.</param>
    /// <returns>From 0 to 1.</returns>
    public static double Utilisation(int machines, int cores, double demand) =>
        MachineRepairman.MeanBusyServers(machines, cores, demand / (1 - demand)) / cores;

    /// <summary>How many times as long bursts take as on a host of one's own, all their time over all their work: by Little's law, the machines that want to run for each one that runs.</summary>
    /// <inheritdoc cref="Utilisation" path="/param"/>
    /// <returns>At least 1.</returns>
    public static double Slowdown(int machines, int cores, double demand) =>
        MachineRepairman.MeanInNeed(machines, cores, demand / (1 - demand)) / MachineRepairman.MeanBusyServers(machines, cores, demand / (1 - demand));
}
