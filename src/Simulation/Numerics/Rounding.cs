namespace InteractiveArticle.Simulation.Numerics;

/// <summary>
/// Decisions that must not hang on the last bits of a number.
/// </summary>
/// <remarks>
/// Decimal fractions have no exact binary form, so a product that is meant to be a whole number may lie beside it: 7 % of
/// 100 come out as 7.000000000000001, which rounds up to 8, and 29 % of 100 as a little less than 29, which rounds down
/// to 28. What differs from a whole number by less than a billionth of itself is taken to be that number.
/// </remarks>
public static class Rounding
{
    /// <summary>How far a number may lie from the one that is meant, as a share of it.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>The smallest whole number that is no less than <paramref name="value"/>, but for its last bits.</summary>
    /// <param name="value">Any number.</param>
    public static double Up(double value) => Math.Ceiling(Settle(value));

    /// <summary>The largest whole number that is no greater than <paramref name="value"/>, but for its last bits.</summary>
    /// <param name="value">Any number.</param>
    public static double Down(double value) => Math.Floor(Settle(value));

    /// <summary>The whole number that <paramref name="value"/> is but for its last bits, or the value itself where it is none.</summary>
    /// <param name="value">Any number.</param>
    public static double Settle(double value)
    {
        double whole = Math.Round(value);
        return Math.Abs(value - whole) <= Tolerance * Math.Abs(value) ? whole : value;
    }

    /// <summary>The number with two digits that mean something, such as 0.012, 1.2, 43 or 390; a half goes up.</summary>
    /// <param name="value">At least 0.</param>
    public static double ToTwoDigits(double value)
    {
        if (value <= 0 || !double.IsFinite(value))
        {
            return value;
        }

        double unit = 1;
        while (value >= 100 * unit)
        {
            unit *= 10;
        }

        // Whole as well, for a tenth has no exact form.
        double parts = 1;
        while (value * parts < 10)
        {
            parts *= 10;
        }

        return unit * Math.Round(value * parts / unit, MidpointRounding.AwayFromZero) / parts;
    }

    /// <summary>Whether a number is greater than another one by more than rounding makes of equal ones.</summary>
    /// <param name="value">A share, or a sum or product of shares, or another number that is not far above 1.</param>
    /// <param name="limit">The number that it is held against.</param>
    public static bool Exceeds(double value, double limit) => value - limit > Tolerance;
}
