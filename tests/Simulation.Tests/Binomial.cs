namespace InteractiveArticle.Simulation.Tests;

/// <summary>How often luck alone makes something happen.</summary>
internal static class Binomial
{
    /// <summary>The smallest count that is exceeded with at most the given probability.</summary>
    public static int UpperBound(int trials, double probability, double exceeded)
    {
        double term = Math.Pow(1 - probability, trials);
        double below = term;
        int count = 0;
        while (1 - below > exceeded)
        {
            term *= (double)(trials - count) / (count + 1) * probability / (1 - probability);
            below += term;
            count++;
        }

        return count;
    }
}
