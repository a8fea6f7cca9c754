using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Cascade;

/// <summary>
/// How far the dark spreads through layers, each service of which draws a Poisson number of hard dependencies from the
/// layer below.
/// </summary>
/// <remarks>
/// Of d hard dependencies in the mean, a share x of which is dark, a Poisson number with mean d·x is dark, and none at
/// all with probability e^(−d·x). It is the approximation for large random graphs (M. Newman, "Networks", 2010,
/// chapter 13): in small layers, or where a few well-known services carry much, chance makes the true mean smaller, as
/// the exponential is convex.
/// </remarks>
public static class LayeredWeb
{
    /// <summary>The share of a layer that is dark.</summary>
    /// <param name="direct">The share f of its services that fail themselves, from 0 to 1.</param>
    /// <param name="below">The probability x that a dependency on the layer below is dark, from 0 to 1.</param>
    /// <param name="hardDependencies">The mean number d of hard dependencies of a service; at least 0.</param>
    /// <returns>1 − (1 − f)·e^(−d·x).</returns>
    public static double DarkShare(double direct, double below, double hardDependencies) =>
        1 - ((1 - direct) * PortableMath.Exp(-hardDependencies * below));
}
