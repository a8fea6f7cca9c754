using System.Globalization;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Figures.Text;
using static System.FormattableString;

namespace InteractiveArticle.Figures.Claims;

/// <summary>
/// All claims with a number in them, judged by one rule.
/// </summary>
/// <param name="Generosity">How far off a number may be and still hold, as a share of it; from 0 to 1.</param>
/// <param name="Claims">The claims, in the order of the article; at least one.</param>
public sealed record ClaimsLedger(double Generosity, params IReadOnlyList<Claim> Claims)
{
    private const double HighestRatio = 2;

    /// <summary>How many claims end with a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public int Count(Verdict verdict) => Claims.Count(claim => claim.Judge(Generosity) == verdict);

    /// <summary>The claim that what is found lies furthest from.</summary>
    public Claim Furthest => Claims.MaxBy(claim => claim.Deviation)!;

    /// <summary>The ledger as a table.</summary>
    public Table ToTable()
    {
        var table = new Table("The claims with a number in them", "claim", "said", "found", "after", "verdict");
        foreach (var (number, claim) in Claims.Index())
        {
            string limit = claim.Kind switch { ClaimKind.AtMost => "at most ", ClaimKind.AtLeast => "at least ", _ => "" };
            FormattableString[] cells =
            [
                $"{number + 1}. {claim.Words}",
                $"{limit}{Text(claim.Said, claim.Unit)}",
                $"{Text(claim.Found, claim.Unit)}",
                $"{claim.Basis}",
                $"{Word(claim.Judge(Generosity))}",
            ];
            table = table.Row(cells);
        }

        return table;
    }

    /// <summary>The ledger as a figure: what is found as a multiple of what was said, claim by claim.</summary>
    public Figure ToFigure()
    {
        double last = Claims.Count + 0.5;
        return new Figure
        {
            Title = "What we find, as a share of what was said",
            Finding = Invariant($"Of {Claims.Count} numbers {Count(Verdict.Holds)} hold, {Count(Verdict.Loose)} are loose and {Count(Verdict.Wrong)} wrong, when {Generosity:P0} may be off. Furthest off is number {IndexOf(Furthest) + 1}, “{Furthest.Words}”: {Text(Furthest.Found, Furthest.Unit)} against {Text(Furthest.Said, Furthest.Unit)}."),
            X = new Axis("number of the claim in the table below") { Minimum = 0.5, Maximum = last, Ticks = [.. Claims.Select((_, i) => new Tick(i + 1, (i + 1).ToString(CultureInfo.InvariantCulture)))] },
            Y = new Axis("found, as a share of what was said") { IsShare = true, Minimum = 0, Maximum = HighestRatio },
            Series =
            [
                new Series("as said", SeriesShape.Line, ColorRole.Reference, [0.5, last], [1, 1]),
                new Series("", SeriesShape.Line, ColorRole.Reference, [0.5, last], [1 + Generosity, 1 + Generosity]) { IsDashed = true },
                new Series("", SeriesShape.Line, ColorRole.Reference, [0.5, last], [1 - Generosity, 1 - Generosity]) { IsDashed = true },
                .. from verdict in (Verdict[])[Verdict.Holds, Verdict.Loose, Verdict.Wrong]
                   let judged = Claims.Index().Where(claim => claim.Item.Judge(Generosity) == verdict).ToArray()
                   where judged.Length > 0
                   select Series.Of(Word(verdict), SeriesShape.Points, ColorOf(verdict), judged, claim => claim.Index + 1, claim => Math.Min(claim.Item.Ratio, HighestRatio)) with
                   {
                       NameAt = judged[0].Index + 1,
                       NameBelow = judged[0].Index == 0,
                   },
            ],
        };
    }

    private int IndexOf(Claim claim) => Claims.Index().First(item => item.Item == claim).Index;

    private static string Word(Verdict verdict) => verdict switch { Verdict.Holds => "holds", Verdict.Loose => "loose", _ => "wrong" };

    private static ColorRole ColorOf(Verdict verdict) => verdict switch { Verdict.Holds => ColorRole.Good, Verdict.Loose => ColorRole.Fourth, _ => ColorRole.Contrast };

    private static string Text(double value, string unit) => unit == "%"
        ? Invariant($"{value:P1}")
        : Invariant($"{value:#,0.##} {unit}").TrimEnd();
}
