using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Claims;

/// <summary>The ledger as cards on a table: what was said lies there first, and card by card it moves to what is found and gets its verdict.</summary>
public static class LedgerScene
{
    private const double ReadingSeconds = 3;
    private const double CardSeconds = 0.62;
    private const double StampAfter = 0.5; // the number has moved by then
    private const double RestSeconds = 4;
    private const double HighestRatio = 2; // at the end of a card's scale

    private static readonly double[] Generosities = [0, 0.05, 0.1, 0.2, 0.3, 0.5];
    private static readonly TextStyle Words = new(11.5, Paint.Ink);
    private static readonly TextStyle Tiny = new(11, Paint.Soft);
    private static readonly TextStyle Found = new(11.5, Paint.Ink, Weight: 650);
    private static readonly TextStyle Stamp = new(12, Paint.Paper, Weight: 650);

    /// <summary>The scene.</summary>
    /// <param name="ledger">The ledger.</param>
    public static Scene Of(ClaimsLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        double end = TurnAt(ledger.Claims.Count);
        var time = new StoryTime(
            story => story < 1 ? "as said" : story >= ledger.Claims.Count + 1 ? "in all" : Prose($"claim {(int)story}"),
            0.1,
            (0, 0),
            (1, ReadingSeconds),
            (ledger.Claims.Count + 1, end),
            (ledger.Claims.Count + 2, end + RestSeconds));
        var furthest = ledger.Furthest;
        Caption[] captions =
        [
            new(0, Prose($"{ledger.Claims.Count} {(ledger.Claims.Count == 1 ? "number" : "numbers")} from the column."), Prose($"Green is near enough: no more than {100 * ledger.Generosity:0.#} % off.")),
            new(ReadingSeconds, "Now each moves to what we find.", "From sources, and from our models."),
            new(end, ledger.Others > 0 ? ledger.Wrongs : ledger.Summary + ".", furthest.Deviation == 0
                ? "Not one of them is off."
                : Prose($"Furthest off is number {ledger.NumberOf(furthest)}: {furthest.FoundAmount}, not {furthest.SaidAmount}.")),
        ];
        string others = ledger.Others > 0 ? $" Of {ledger.OtherWrongs} wrong." : "";
        return new Scene
        {
            Name = "ledger",
            Title = "What was said, and what we find",
            Finding = Prose($"Of {ledger.Claims.Count} numbers {ledger.Summary}, when {100 * ledger.Generosity:0.#} % may be off.{others} Furthest off is number {ledger.NumberOf(furthest)}, “{furthest.Words}”: {furthest.FoundAmount}, where {furthest.SaidInWords} was said."),
            Time = time,
            Captions = captions,
            StillAt = time.Duration,
            Draw = size => Draw(size, ledger, time, captions),
        };
    }

    private static double TurnAt(int claim) => ReadingSeconds + (claim * CardSeconds);

    private static Stage Draw(SceneSize size, ClaimsLedger ledger, StoryTime time, IReadOnlyList<Caption> captions)
    {
        bool isWide = size == SceneSize.Wide;
        double gap = isWide ? 8 : 2;
        int columns = isWide ? 5 : 1;
        int rows = (ledger.Claims.Count + columns - 1) / columns;
        double height = isWide ? 120 : 30;
        double foot = isWide ? 44 : 56;
        double frameHeight = (isWide ? 134 : 126) + (rows * (height + gap)) + foot;
        var frame = new SceneFrame(size, frameHeight, hasClock: false);
        var area = frame.Content;
        double width = (area.Width - (gap * (columns - 1))) / columns;
        double y = area.Bottom - foot + 8;
        var generosities = new ChoiceRow(
            isWide ? new(area.X + 130, y + 2, 320, 24) : new(area.X + 100, y + 24, area.Width - 100, 24),
            "generosity",
            Prose($"{ledger.Generosity:0.##}"),
            [.. Generosities.Select((share, n) => new Choice(Invariant($"{share:0.##}"), Prose($"{100 * share:0} %"), Prose($"Let a number be {100 * share:0} % off"), (char)('0' + n)))]);
        return frame.Around(time, captions,
        [
            .. ledger.Claims.SelectMany((claim, n) => Card(new(area.X + (n % columns * (width + gap)), area.Y + (n / columns * (height + gap)), width, height), claim, n, ledger.Generosity, isWide)),
            new Word(area.X, isWide ? y + 19 : y + 41, "near enough is", TextStyles.Label),
            .. generosities.Parts,
            .. Tallies(isWide ? new(area.X + 490, y + 19, area.Right - area.X - 490, 0) : new(area.X, y + 10, area.Width, 0), ledger),
        ]) with
        {
            Hands = [.. generosities.Hands],
        };
    }

    private static IEnumerable<Part> Card(Area area, Claim claim, int n, double generosity, bool isWide)
    {
        double turn = TurnAt(n);
        var lines = LineBreaks.Break(Prose($"{n + 1}. {claim.Words}"), isWide ? (int)((area.Width - 14) / 6.6) : int.MaxValue);

        // On a scale that has what was said in its middle.
        double y = isWide ? area.Bottom - 26 : area.Bottom - 8;
        var scale = isWide ? new Area(area.X + 8, y - 3, area.Width - 16, 6) : new Area(area.X + 96, y - 3, 92, 6);
        double at(double ratio) => scale.X + (scale.Width * Math.Clamp(ratio, 0, HighestRatio) / HighestRatio);
        var (from, until) = claim.Kind switch
        {
            ClaimKind.AtMost => (0, 1 + generosity),
            ClaimKind.AtLeast => (1 - generosity, HighestRatio),
            _ => (1 - generosity, 1 + generosity),
        };
        var verdict = claim.Judge(generosity);
        var stamp = new Area(area.Right - 64, isWide ? y - 29 : area.Y + 14.5, 58, isWide ? 18 : 14);
        return
        [
            new Box(area, Paint.Raised, Paint.Hairline, Radius: 6),
            .. lines.Select((line, row) => new Word(area.X + 8, area.Y + (isWide ? 17 : 12) + (row * 14), line, Words)),
            new Box(scale, Paint.Paper, Paint.Hairline, Radius: 3),
            new Box(scale with { X = at(from), Width = at(until) - at(from) }, Paint.Checked, Paint.Serving, Radius: 3),
            new Box(new(at(1) - 1, y - 6, 2, 12), Paint.Ink),
            new Word(area.X + 8, isWide ? area.Bottom - 8 : y + 4, claim.SaidAmount, Tiny),
            new Mover([new(turn, at(1), y), new(turn + StampAfter, at(claim.Ratio), y, Pace.Both)], [new Box(new(-5, -5, 10, 10), Paint.Write, Paint.Paper, Radius: 5)]),
            new Shown(turn + StampAfter, double.PositiveInfinity,
            [
                new Word(isWide ? area.X + 8 : scale.Right + 10, isWide ? stamp.Bottom - 4.5 : y + 4, claim.FoundAmount, Found),
                new Box(stamp, PaintOf(verdict), Radius: 4),
                new Word(stamp.CentreX, stamp.CentreY + 4.4, $"{ClaimCardForms.Sign(verdict)} {ClaimCardForms.Word(verdict)}", Stamp with { Ink = verdict == Verdict.Loose ? Paint.NameOnLit : Paint.Paper }) { Anchor = Anchor.Middle },
            ]),
        ];
    }

    private static IEnumerable<Part> Tallies(Area area, ClaimsLedger ledger)
    {
        double x = area.X;
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            List<Telling> counts = [new(0, "0")];
            foreach (var (n, claim) in ledger.Claims.Index())
            {
                if (claim.Judge(ledger.Generosity) == verdict)
                {
                    counts.Add(new(TurnAt(n) + StampAfter, Prose($"{counts.Count}")));
                }
            }

            yield return new Box(new(x, area.Y - 11, 12, 12), PaintOf(verdict), Radius: 3);
            yield return new Reading(x + 18, area.Y, TextStyles.Number, counts);
            yield return new Word(x + 46, area.Y, verdict switch { Verdict.Holds => "hold", Verdict.Loose => "loose", _ => "wrong" }, TextStyles.Label);
            x += area.Width / 3;
        }
    }

    private static Paint PaintOf(Verdict verdict) => verdict switch { Verdict.Holds => Paint.Serving, Verdict.Loose => Paint.Overloaded, _ => Paint.Failing };
}
