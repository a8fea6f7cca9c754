namespace InteractiveArticle.Simulation.Numerics;

/// <summary>The least of something that is enough, found by halving.</summary>
public static class Bisection
{
    /// <summary>The least of 0, one step, two steps and so on that is enough.</summary>
    /// <param name="most">The most that can be tried; at least 0.</param>
    /// <param name="step">A step; above 0.</param>
    /// <param name="isEnough">Whether something is enough. If it is, whatever is more has to be enough, too; then a hundred steps need seven tries.</param>
    /// <returns>The least, or null if even <paramref name="most"/> is not enough.</returns>
    public static double? Least(double most, double step, Func<double, bool> isEnough)
    {
        ArgumentNullException.ThrowIfNull(isEnough);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        int tooLittle = -1;
        int enough = (int)Rounding.Down(most / step) + 1;
        int beyond = enough;
        while (enough - tooLittle > 1)
        {
            int middle = (tooLittle + enough) / 2;
            (tooLittle, enough) = isEnough(middle * step) ? (tooLittle, middle) : (middle, enough);
        }

        return enough < beyond ? enough * step : null;
    }
}
