using InteractiveArticle.Figures.Text;
using static System.FormattableString;

namespace InteractiveArticle.Figures.Bill;

/// <summary>
/// Shares in per cent that readers compare: all of them with the same number of decimals, the fewest that tell those of
/// each pair apart and none of them from nothing.
/// </summary>
public sealed class ComparedPercents
{
    private const int MostDecimals = 3;

    private readonly string format;

    /// <summary>Finds the number of decimals, at most three.</summary>
    /// <param name="pairs">The shares that are compared with each other, each above 0.</param>
    public ComparedPercents(params IReadOnlyList<(double One, double Other)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        int decimals = Enumerable.Range(0, MostDecimals).FirstOrDefault(few => pairs.All(pair => AreApart(pair, few)), MostDecimals);
        format = Format(decimals);
    }

    /// <summary>A share in words, such as "29 %" or "0.6 %".</summary>
    /// <param name="share">At least 0.</param>
    public string Of(double share) => Shown(share, format);

    private static bool AreApart((double One, double Other) pair, int decimals)
    {
        string[] shown = [.. new[] { 0, pair.One, pair.Other }.Select(share => Shown(share, Format(decimals)))];
        return shown.Distinct().Count() == shown.Length;
    }

    private static string Format(int decimals) => Invariant($"P{decimals}");

    private static string Shown(double share, string format) => ArticleNumbers.Instance.Format(format, share, null);
}
