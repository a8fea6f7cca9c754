using InteractiveArticle.Figures.Drawing;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Outage;

/// <summary>
/// The figures of the prologue's morning.
/// </summary>
public static class MorningFigures
{
    // In heights of the highest cost, with room for the name above it.
    private const double AboveTheHighest = 1.2;

    // Where the cost hardly changes any more, and no other name stands.
    private const double OnThePlateau = 0.8;

    /// <summary>What the day costs by the share of the servers that the command takes: nothing, up to a cliff.</summary>
    /// <param name="removed">The share that the command takes at present; from 0 to 1.</param>
    /// <param name="carried">The largest share that can go while the rest carries the load.</param>
    /// <param name="sweep">The shares in their order, among them 0, <paramref name="removed"/>, <paramref name="carried"/> and 1, each with what its day costs in M$.</param>
    /// <param name="withoutCopies">The most that a day costs where no site keeps a copy elsewhere; M$, more than 0.</param>
    public static Figure Cliff(double removed, double carried, IReadOnlyList<(double Removed, double LossMillions)> sweep, double withoutCopies)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        double most = sweep.Max(point => point.LossMillions);
        var here = sweep.MinBy(point => Math.Abs(point.Removed - removed));
        return new Figure
        {
            Title = "What the command costs, by how much it takes",
            Finding = most == 0
                ? Prose($"The day costs nothing, whatever the command takes: every site here keeps a copy elsewhere. Without copies it would cost up to {WallDay.Millions(withoutCopies)} million dollars.")
                : Prose($"Up to {carried:P0} of the servers can go, and the rest carries the load. Beyond that everything has to restart and be checked, and the day costs {Costs(sweep, carried)} million dollars."),
            X = Axis.Share("servers that the command takes"),
            Y = new Axis("cost of the day, in millions of dollars") { Minimum = 0, Maximum = AboveTheHighest * (most == 0 ? withoutCopies : most) },
            Series =
            [
                Series.Of("cost of the day", SeriesShape.Area, ColorRole.Contrast, sweep, point => point.Removed, point => point.LossMillions) with { NameAt = OnThePlateau },
                new Series("you are here", SeriesShape.Points, ColorRole.Main, [here.Removed], [here.LossMillions]) { NameAt = here.Removed, NameBelow = here.LossMillions > 0 },
            ],
            Marks = [new Mark(carried, "up to here\nthe rest can cope")],
        };
    }

    private static string Costs(IReadOnlyList<(double Removed, double LossMillions)> sweep, double carried)
    {
        double[] costs = [.. sweep.Where(point => point.Removed > carried).Select(point => point.LossMillions)];
        var (least, most) = (WallDay.Millions(costs.Min()), WallDay.Millions(costs.Max()));
        return least == most ? $"about {most}" : $"between {least} and {most}";
    }
}
