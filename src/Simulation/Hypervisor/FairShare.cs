namespace InteractiveArticle.Simulation.Hypervisor;

/// <summary>
/// Who gets how much of the cores when everybody always wants to run.
/// </summary>
public static class FairShare
{
    /// <summary>
    /// Weighted max–min fairness: each gets cores in proportion to its weight, but nobody more than one; what is left over
    /// goes to the others in the same way (D. Bertsekas and R. Gallager, "Data Networks", 1992, section 6.5).
    /// </summary>
    /// <param name="cores">The cores to share; at least 1.</param>
    /// <param name="weights">The weights, each greater than 0.</param>
    /// <returns>The share of one core that each gets, in the order of the weights.</returns>
    public static IReadOnlyList<double> OfCores(int cores, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var shares = new double[weights.Count];
        double left = cores;
        double weightLeft = weights.Sum();

        // The heaviest are the first to have a whole core, and leave the rest to the others.
        foreach (int i in Enumerable.Range(0, weights.Count).OrderByDescending(i => weights[i]))
        {
            shares[i] = Math.Min(1, left * weights[i] / weightLeft);
            left -= shares[i];
            weightLeft -= weights[i];
        }

        return shares;
    }
}
