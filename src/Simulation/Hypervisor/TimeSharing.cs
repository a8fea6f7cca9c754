namespace InteractiveArticle.Simulation.Hypervisor;

/// <summary>
/// Machines that alternate between exponential bursts and exponential sleep on a few cores, in theory: the machine
/// repairman's model with the roles reversed.
/// </summary>
/// <remarks>
/// With k of n machines wanting to run, bursts end at the rate min(k, c) / burst and begin at (n − k) / sleep. Since what
/// is left of an exponential burst does not depend on what was done, the order in which cores are given out plays no part,
/// as long as none is idle while a machine waits (L. Kleinrock, "Queueing Systems", volume 1, 1975, section 3.8).
/// </remarks>
public static class TimeSharing
{
    /// <summary>The share of the cores that are busy.</summary>
    /// <param name="machines">How many machines there are, all alike; at least 1.</param>
    /// <param name="cores">How many cores there are; at least 1.</param>
    /// <param name="demand">The share of a core that a machine would use if it never waited; between 0 and 1, both excluded.</param>
    /// <returns>From 0 to 1.</returns>
    public static double Utilisation(int machines, int cores, double demand)
    {
        double[] states = States(machines, cores, demand);
        return states.Select((probability, wanting) => probability * Math.Min(wanting, cores)).Sum() / cores;
    }

    /// <summary>How much longer a burst takes than on a host of one's own: by Little's law, the machines that want to run for each one that runs.</summary>
    /// <inheritdoc cref="Utilisation" path="/param"/>
    /// <returns>At least 1.</returns>
    public static double Slowdown(int machines, int cores, double demand)
    {
        double[] states = States(machines, cores, demand);
        double wanting = states.Select((probability, k) => probability * k).Sum();
        return wanting / (Utilisation(machines, cores, demand) * cores);
    }

    private static double[] States(int machines, int cores, double demand)
    {
        double burstPerSleep = demand / (1 - demand);
        var weights = new double[machines + 1];
        weights[0] = 1;
        double sum = 1;
        for (int k = 1; k <= machines; k++)
        {
            weights[k] = weights[k - 1] * (machines - k + 1) * burstPerSleep / Math.Min(k, cores);
            sum += weights[k];

            // Scaled down on the way, so that many machines do not overflow.
            if (sum > 1e200)
            {
                for (int i = 0; i <= k; i++)
                {
                    weights[i] /= sum;
                }

                sum = 1;
            }
        }

        return [.. weights.Select(weight => weight / sum)];
    }
}
