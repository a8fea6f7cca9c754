using InteractiveArticle.Simulation.Numerics;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.BareMetal;

/// <summary>
/// How long servers live: Weibull, given by the mean.
/// </summary>
/// <remarks>
/// A life T with scale s and shape k has the mean s Γ(1 + 1/k), and its cumulative hazard (T/s)^k is a standard
/// exponential (W. Weibull, "A statistical distribution function of wide applicability", Journal of Applied Mechanics 18, 1951).
/// </remarks>
/// <param name="mean">The mean life; above 0.</param>
/// <param name="shape">The shape k; above 0.</param>
internal sealed class ServerLife(double mean, double shape)
{
    private readonly double scale = mean / GammaFunction.Of(1 + (1 / shape));

    /// <summary>The life of a new server, in the unit of the mean.</summary>
    /// <param name="lives">Where chance comes from.</param>
    public double Next(RandomStream lives) => lives.NextWeibull(scale, shape);

    /// <summary>What is left of the life of a server that works at some age.</summary>
    /// <param name="lives">Where chance comes from.</param>
    /// <param name="age">The age, in the unit of the mean; at least 0.</param>
    public double NextRemainder(RandomStream lives, double age)
    {
        double hazardSoFar = PortableMath.Pow(age / scale, shape);
        double life = scale * PortableMath.Pow(hazardSoFar + lives.NextExponential(1), 1 / shape);

        // Rounding may let a server that is far beyond its time die a little too early.
        return Math.Max(0, life - age);
    }
}
