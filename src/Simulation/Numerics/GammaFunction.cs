namespace InteractiveArticle.Simulation.Numerics;

/// <summary>
/// The gamma function, the same bits on every platform.
/// </summary>
public static class GammaFunction
{
    private const double Large = 12;

    /// <summary>Γ(<paramref name="x"/>), which is (x − 1)! for whole numbers.</summary>
    /// <param name="x">From 0.01 to 170.</param>
    /// <returns>Γ(x), with a relative error below 10⁻¹².</returns>
    /// <remarks>
    /// Stirling's series for large arguments, reached by Γ(x) = Γ(x + 1) / x (M. Abramowitz and I. A. Stegun, "Handbook of
    /// Mathematical Functions", 1964, 6.1.15 and 6.1.40).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The argument is out of range.</exception>
    public static double Of(double x)
    {
        if (x is not (>= 0.01 and <= 170))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "The gamma function is computed from 0.01 to 170.");
        }

        double shift = 1;
        for (; x < Large; x++)
        {
            shift *= x;
        }

        double square = 1 / (x * x);
        double series = (1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square * ((1.0 / 1680) - (square * (1.0 / 1188))))))));
        double logarithm = ((x - 0.5) * PortableMath.Log(x)) - x + (0.5 * PortableMath.Log(2 * Math.PI)) + (series / x);
        return PortableMath.Exp(logarithm) / shift;
    }
}
