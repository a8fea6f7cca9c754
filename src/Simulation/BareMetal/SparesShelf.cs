using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.BareMetal;

/// <summary>
/// A shelf of spares from which one is ordered for each that is taken, in theory.
/// </summary>
/// <remarks>
/// Palm's theorem: when failures come as a Poisson process, the number on order is Poisson with mean rate × lead time,
/// whatever the distribution of the lead time (C. Palm, "Analysis of the Erlang traffic formulae for busy-signal
/// arrangements", Ericsson Technics 6, 1938). Servers wait as soon as more are on order than lay on the shelf.
/// </remarks>
public static class SparesShelf
{
    /// <summary>The mean number of servers that wait for a machine.</summary>
    /// <param name="onOrder">The mean number on order: failures per hour that need one, times the lead time in hours; from 0 to 700.</param>
    /// <param name="spares">The machines that lay on the shelf at the beginning; at least 0.</param>
    public static double MeanWaiting(double onOrder, int spares)
    {
        // E (X − S)⁺ = E X − S + Σ (S − x) P(X = x) for x below S.
        double probability = PortableMath.Exp(-onOrder);
        double waiting = onOrder - spares;
        for (int x = 0; x < spares; x++)
        {
            waiting += (spares - x) * probability;
            probability *= onOrder / (x + 1);
        }

        // Where hardly anybody waits, rounding may leave slightly less than nobody.
        return Math.Max(0, waiting);
    }
}
