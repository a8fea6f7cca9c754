using static InteractiveArticle.Figures.Text.Narration;


namespace InteractiveArticle.Figures.Elasticity;

/// <summary>
/// The share of refused requests in words: small shares are easier to grasp as one request in so many.
/// </summary>
public static class RefusedRequests
{
    private const double Rare = 0.005;
    private const double AlmostNever = 1e-8;

    /// <summary>Such as "no request", "1 request in 12,000" or "3.1% of the requests".</summary>
    /// <param name="share">From 0 to 1.</param>
    public static string InWords(double share) => share switch
    {
        0 => "no request",
        < AlmostNever => "hardly any request",
        < Rare => Prose($"1 request in {RoundedToTwoDigits(1 / share):N0}"),
        _ => Prose($"{share:P1} of the requests"),
    };

    private static double RoundedToTwoDigits(double number)
    {
        double unit = 1;
        while (number >= 100 * unit)
        {
            unit *= 10;
        }

        return Math.Round(number / unit) * unit;
    }
}
