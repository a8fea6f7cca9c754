using System.Globalization;

namespace InteractiveArticle.Figures.Scenes.Painting;

/// <summary>Numbers and names as CSS and SVG have them, the same on every machine.</summary>
internal static class Css
{
    private const string Letters = "abcdefghijklmnopqrsuvwxyz";

    // Beyond it a double does not hold all the decimals.
    private const double LargestInDigits = 1e9;

    /// <summary>A number with at most two decimals.</summary>
    public static string Number(double value) => Decimals(Rounded(value, 2), 2);

    /// <summary>A length of time in seconds.</summary>
    public static string Seconds(double value) => Number(value) + "s";

    /// <summary>A part of a whole in per cent.</summary>
    public static string Percent(double part) => Decimals(Rounded(100 * part, 2), 2) + "%";

    /// <summary>A part of a whole, from 0 to 1.</summary>
    public static string Share(double part) => Rounded(part, 5).ToString("0.#####", CultureInfo.InvariantCulture);

    /// <summary>The n-th of the short names of custom properties: a, b, … z, a1, b1, …; without t, which moves the whole scene.</summary>
    public static string Variable(int n) => "--" + Letters[n % Letters.Length] + (n < Letters.Length ? "" : (n / Letters.Length).ToString(CultureInfo.InvariantCulture));

    /// <summary>The delay of an animation that begins at a moment: <c>--t</c> moves the whole scene to another.</summary>
    /// <param name="moment">The moment as CSS: seconds or a custom property.</param>
    public static string From(string moment) => $"calc({moment} + var(--t,0s))";

    /// <summary>A factor with at most three decimals.</summary>
    public static string Factor(double value) => Decimals(Rounded(value, 3), 3);

    // A scene has thousands of numbers, and the framework's own formats with "#" take several times as long, in browsers above all.
    private static string Decimals(double rounded, int digits)
    {
        if (!(Math.Abs(rounded) < LargestInDigits))
        {
            return rounded.ToString(digits == 2 ? "0.##" : "0.###", CultureInfo.InvariantCulture);
        }

        long unit = digits == 2 ? 100 : 1000;
        var (whole, part) = Math.DivRem((long)Math.Round(Math.Abs(rounded) * unit), unit);
        string sign = rounded < 0 ? "-" : "";
        string wholeText = whole.ToString(CultureInfo.InvariantCulture);
        if (part == 0)
        {
            return sign + wholeText;
        }

        while (part % 10 == 0)
        {
            part /= 10;
            unit /= 10;
        }

        string partText = part.ToString(CultureInfo.InvariantCulture);
        return string.Concat(sign, wholeText, part * 10 < unit ? part * 100 < unit ? ".00" : ".0" : ".", partText);
    }

    // A zero has no sign here.
    private static double Rounded(double value, int digits) => Math.Round(value, digits) + 0.0;
}
