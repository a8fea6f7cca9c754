using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Queueing;

/// <summary>
/// Machines that run for an exponential time, then need one of a few servers for an exponential time: the machine
/// repairman's model, M/M/c//n.
/// </summary>
/// <remarks>
/// A birth–death process on the number k of machines that need service: up at the rate (n − k) / run, down at the rate
/// min(k, c) / service (L. Kleinrock, "Queueing Systems", volume 1, 1975, section 3.8).
/// </remarks>
public static class MachineRepairman
{
    /// <summary>For each k from 0 to n, the share of time in which exactly k machines need service.</summary>
    /// <param name="machines">The number of machines n; at least 1.</param>
    /// <param name="servers">The number of servers c; at least 1.</param>
    /// <param name="servicePerRun">The mean service time over the mean run; at least 0.</param>
    /// <returns>n + 1 shares that add up to 1.</returns>
    public static IReadOnlyList<double> InNeed(int machines, int servers, double servicePerRun) =>
        new BirthDeathChain(machines, inNeed => (machines - inNeed) * servicePerRun, inNeed => Math.Min(inNeed, servers)).StateProbabilities();

    /// <summary>The mean number of machines that need service, waiting for it or having it.</summary>
    /// <inheritdoc cref="InNeed" path="/param"/>
    public static double MeanInNeed(int machines, int servers, double servicePerRun) =>
        InNeed(machines, servers, servicePerRun).Select((share, k) => share * k).Sum();

    /// <summary>The mean number of servers at work.</summary>
    /// <inheritdoc cref="InNeed" path="/param"/>
    public static double MeanBusyServers(int machines, int servers, double servicePerRun) =>
        InNeed(machines, servers, servicePerRun).Select((share, k) => share * Math.Min(k, servers)).Sum();
}
