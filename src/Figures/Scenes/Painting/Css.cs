using System.Globalization;

namespace InteractiveArticle.Figures.Scenes.Painting;

/// <summary>Numbers and names as CSS and SVG have them, the same on every machine.</summary>
internal static class Css
{
    private const string Letters = "abcdefghijklmnopqrsuvwxyz";

    /// <summary>A number with at most two decimals.</summary>
    public static string Number(double value) => Rounded(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A length of time in seconds.</summary>
    public static string Seconds(double value) => Number(value) + "s";

    /// <summary>A part of a whole in per cent.</summary>
    public static string Percent(double part) => Rounded(100 * part, 3).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    /// <summary>The n-th of the short names of custom properties: a, b, … z, a1, b1, …; without t, which moves the whole scene.</summary>
    public static string Variable(int n) => "--" + Letters[n % Letters.Length] + (n < Letters.Length ? "" : (n / Letters.Length).ToString(CultureInfo.InvariantCulture));

    /// <summary>The delay of an animation that begins at a moment: <c>--t</c> moves the whole scene to another.</summary>
    /// <param name="moment">The moment as CSS: seconds or a custom property.</param>
    public static string From(string moment) => $"calc({moment} + var(--t,0s))";

    // A zero has no sign here.
    private static double Rounded(double value, int digits) => Math.Round(value, digits) + 0.0;
}
