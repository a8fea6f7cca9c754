using InteractiveArticle.Figures.Text;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Elasticity;

/// <summary>
/// The share of refused requests in words. Small shares keep two digits, so that "0.0018 %" can be compared with "1.3 %".
/// </summary>
public static class RefusedRequests
{
    private const double AlmostNone = 1e-6;
    private const double OnePercent = 0.0095; // as it is rounded
    private const double TwoDigits = 10;

    /// <summary>Such as "no request", "0.0018 % of the requests" or "3.1 % of the requests".</summary>
    /// <param name="share">From 0 to 1.</param>
    public static string InWords(double share) => share switch
    {
        0 => "no request",
        < AlmostNone => "hardly any request",
        _ => $"{InPercent(share)} of the requests",
    };

    /// <summary>Such as "nothing", "0.0018 %" or "3.1 %".</summary>
    /// <param name="share">From 0 to 1.</param>
    public static string InPercent(double share) => share switch
    {
        0 => "nothing",
        < AlmostNone => "hardly anything",
        < OnePercent => Small(100 * share),
        _ => Prose($"{share:P1}"),
    };

    private static string Small(double percent)
    {
        int decimals = 0;
        for (double digits = percent; digits < TwoDigits; digits *= 10)
        {
            decimals++;
        }

        return ArticleNumbers.Instance.Format(Invariant($"F{decimals}"), percent, null).TrimEnd('0') + " %";
    }
}
