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
        int steps = (int)Rounding.Down(most / step) + 1;
        int enough = First(steps, n => isEnough(n * step));
        return enough < steps ? enough * step : null;
    }

    /// <summary>The first of some numbered things that is enough.</summary>
    /// <param name="count">How many there are, numbered from 0; at least 0.</param>
    /// <param name="isEnough">Whether the one of a number is enough. If it is, all after it have to be, too.</param>
    /// <returns>Its number; <paramref name="count"/> where none is enough.</returns>
    public static int First(int count, Func<int, bool> isEnough)
    {
        ArgumentNullException.ThrowIfNull(isEnough);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int tooLittle = -1;
        int enough = count;
        while (enough - tooLittle > 1)
        {
            int middle = (tooLittle + enough) / 2;
            (tooLittle, enough) = isEnough(middle) ? (tooLittle, middle) : (middle, enough);
        }

        return enough;
    }
}
