using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Cascade;

/// <summary>
/// How far the dark spreads through layers, each service of which depends on a Poisson number of different services of
/// the layer below.
/// </summary>
/// <remarks>
/// If each of the services below is dark with probability x, whatever the others are, and a dependency is hard with
/// probability h, then each of k different dependencies is harmless with probability 1 − h·x, and all of them with
/// (1 − h·x)ᵏ. For a layer below that is large this makes e^(−d·h·x), the formula of large random graphs (M. Newman,
/// "Networks", 2010, chapter 13).
/// <para>
/// Where a region or a provider fails, the services of the lowest layer fail independently of one another, and what is
/// said of the two lowest layers is exact; where one service fails, of the three lowest. Above them it is an upper bound:
/// two services that lean on the same third go dark together, and a service that leans on both loses no more than by one
/// of them. (Being dark is an increasing function of independent failures; such functions are positively correlated:
/// T. E. Harris, "A lower bound for the critical probability in a certain percolation process", Proceedings of the
/// Cambridge Philosophical Society 56, 1960.)
/// </para>
/// </remarks>
public static class LayeredWeb
{
    /// <summary>The share of a layer that is dark.</summary>
    /// <param name="direct">The share f of its services that fail themselves, from 0 to 1.</param>
    /// <param name="below">The probability x that a service of the layer below is dark, from 0 to 1.</param>
    /// <param name="dependencies">The mean d of the Poisson number of dependencies; at least 0.</param>
    /// <param name="hardShare">The probability h that a dependency is hard, from 0 to 1.</param>
    /// <param name="services">The services n of the layer below; at least 1. Nothing depends on more of them than there are.</param>
    /// <returns>1 − (1 − f)·E[(1 − h·x)^min(N, n)], where N is the Poisson number.</returns>
    public static double DarkShare(double direct, double below, double dependencies, double hardShare, int services)
    {
        double harmless = 1 - (hardShare * below);
        double probability = PortableMath.Exp(-dependencies); // of exactly so many dependencies
        double fewer = 0;
        double all = 1; // harmless
        double lit = 0;
        for (int count = 0; count < services; count++)
        {
            lit += probability * all;
            fewer += probability;
            all *= harmless;
            probability *= dependencies / (count + 1);
        }

        lit += Math.Max(0, 1 - fewer) * all;
        return 1 - ((1 - direct) * lit);
    }
}
