namespace InteractiveArticle.Simulation.Tests;

/// <summary>How often luck alone makes something happen.</summary>
internal static class Binomial
{
    /// <summary>The probability of exactly so many successes, for a success probability above 0 and below 1.</summary>
    public static double Probability(int trials, int successes, double probability)
    {
        double term = Math.Pow(1 - probability, trials);
        for (int count = 0; count < successes; count++)
        {
            term *= (double)(trials - count) / (count + 1) * probability / (1 - probability);
        }

        return term;
    }

    /// <summary>The smallest count that is exceeded with at most the given probability.</summary>
    public static int UpperBound(int trials, double probability, double exceeded)
    {
        int count = 0;
        double below = Probability(trials, 0, probability);
        while (1 - below > exceeded)
        {
            below += Probability(trials, ++count, probability);
        }

        return count;
    }
}
