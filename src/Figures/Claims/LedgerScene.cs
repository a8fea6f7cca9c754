using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Numerics;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Claims;

/// <summary>
/// The ledger on one line, in per cent off: claim after claim is put where it is found, a range as a bar; then what a judge lets
/// pass opens as a band around what was said, and every claim gets its verdict.
/// </summary>
public static class LedgerScene
{
    private const double Furthest = 0.3; // what is further off stands at the end of the line, with an arrow
    private const double Tick = 0.1;
    private const double WideRow = 24;
    private const double NarrowRow = 28; // two lines of text
    private const double Head = 20;
    private const double WideFoot = 36;
    private const double NarrowFoot = 52; // the names of what the judge lets pass have no room beside the choices
    private const double WideChoice = 24;
    private const double NarrowChoice = 32; // for a thumb
    private const double ArrowRoom = 10;
    private const double ArrowLength = 8;

    private static readonly double[] Generosities = [0, 0.02, 0.05, 0.1, 0.2];
    private static readonly TextStyle Words = new(13, Paint.Ink);
    private static readonly TextStyle Found = new(13, Paint.Ink, Weight: 650);
    private static readonly TextStyle NarrowWords = new(12, Paint.Ink);
    private static readonly TextStyle OnMark = new(12, Paint.Paper, Weight: 650);

    /// <summary>The scene.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="isTold">Whether the claims have been told already: then they stand where they are found, and only the judge comes.</param>
    public static Scene Of(ClaimsLedger ledger, bool isTold = false)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var film = new Film(ledger.Claims.Count, isTold);
        var time = film.Time();
        Caption[] captions = isTold ? [Judge(ledger, film), Verdict(ledger, film)] : [.. Told(ledger, film), Judge(ledger, film), Verdict(ledger, film)];
        string others = ledger.Others == 0 ? "" : Prose($" Of {Count(ledger.Others, "other claim")} {ClaimsLedger.Number(ledger.OthersWrong)} {(ledger.OthersWrong > 1 ? "are" : "is")} wrong.");
        return new Scene
        {
            Name = "ledger",
            Title = "What was said, and what is found",
            Finding = $"{Tally(ledger)}.{others} {FurthestOff(ledger)}",
            Time = time,
            Captions = captions,
            StillAt = time.Duration,
            Draw = size => Draw(size, ledger, film, time, captions),
        };
    }

    private static IEnumerable<Caption> Told(ClaimsLedger ledger, Film film) =>
    [
        new(0, Prose($"{Count(ledger.Claims.Count, "claim")} from the column, on one line."), "To the right more is found, to the left less; a kept limit stands in the middle."),
        .. ledger.Claims.Select((claim, n) => new Caption(
            film.TurnAt(n),
            Prose($"{n + 1}. {claim.Name}: {(claim.IsModelled ? "in the model" : "found")} {claim.FoundAmount}."),
            Prose($"Said: {claim.SaidInWords}; {claim.OffInWords}."))),
    ];

    private static Caption Judge(ClaimsLedger ledger, Film film) => ledger.Generosity == 0
        ? new(film.JudgeAt, "Now a judge who lets nothing be off.", "Whatever is off is wrong, unless its range reaches what was said.")
        : new(film.JudgeAt, Prose($"Now a judge who lets a number be {100 * ledger.Generosity:0.#} % off."), "Green is near enough; up to three times that is loose.");

    private static Caption Verdict(ClaimsLedger ledger, Film film) => new(film.VerdictsAt, $"So {ledger.Summary}.", FurthestOff(ledger));

    private static string Tally(ClaimsLedger ledger)
    {
        string claims = Count(ledger.Claims.Count, "claim");
        string allowed = ledger.Generosity == 0 ? "nothing may be off" : Prose($"each may be {100 * ledger.Generosity:0.#} % off");
        return ledger.Summary == ClaimsLedger.AllHold ? $"All {claims} hold, if {allowed}" : $"Of {claims} {ledger.Summary}, if {allowed}";
    }

    // Of a comparison both numbers are among what is found.
    private static string FurthestOff(ClaimsLedger ledger)
    {
        var claim = ledger.Furthest;
        return claim.Deviation == 0
            ? "Not one of them is off."
            : Prose($"Furthest off is number {ledger.NumberOf(claim)}: {claim.FoundAmount}{(claim.Other is null ? $", where {claim.SaidInWords} was said" : "")}.");
    }

    private static Stage Draw(SceneSize size, ClaimsLedger ledger, Film film, StoryTime time, IReadOnlyList<Caption> captions)
    {
        bool isWide = size == SceneSize.Wide;
        double rows = ledger.Claims.Count * (isWide ? WideRow : NarrowRow);
        var frame = new SceneFrame(size, (isWide ? 134 : 126) + Head + rows + (isWide ? WideFoot : NarrowFoot), hasClock: false);
        var area = frame.Content;
        var board = new Board(
            isWide,
            new(area.X, area.Y + Head, area.Width, rows),
            isWide ? new(area.X + 440, area.Y + Head, 310, rows) : new(area.Right - 156, area.Y + Head, 128, rows));
        double choice = isWide ? WideChoice : NarrowChoice;
        double y = area.Bottom - choice;
        var generosities = new ChoiceRow(
            isWide ? new(area.X + 110, y, 320, choice) : new(area.X + 100, y, area.Width - 100, choice),
            "generosity",
            Invariant($"{ledger.Generosity:0.##}"),
            [.. Generosities.Select((share, n) => new Choice(Invariant($"{share:0.##}"), Prose($"{100 * share:0} %"), Prose($"Let a number be {100 * share:0} % off"), (char)('0' + n)))]);
        return frame.Around(time, captions,
        [
            .. Ground(board, ledger, film),
            .. ledger.Claims.SelectMany((claim, n) => Row(board, claim, n, film, ledger.Generosity)),
            new Word(area.X, generosities.Area.CentreY + 5, "near enough is", TextStyles.SmallOn(size)),
            .. generosities.Parts,
        ]) with
        {
            Hands = [.. generosities.Hands],
        };
    }

    // What all claims stand on: the rows, what the judge lets pass, and the scale.
    private static IEnumerable<Part> Ground(Board board, ClaimsLedger ledger, Film film)
    {
        var line = board.Line;
        double near = ledger.Generosity;
        double named = line.Bottom + 13;
        for (int n = 1; n < ledger.Claims.Count; n += 2)
        {
            yield return new Box(board.Row(n), Paint.Raised, Radius: 4);
        }

        if (near > 0)
        {
            yield return new Level(line with { X = board.At(-near), Width = board.At(near) - board.At(-near) }, Paint.Checked, Growth.Sideways, [new(film.JudgeAt, 0), new(film.BandAt, 1)]);
        }

        for (double off = -Furthest; off < Furthest + (Tick / 2); off += Tick)
        {
            yield return new Box(line with { X = board.At(off) - 0.5, Width = 1 }, Paint.Hairline);
        }

        yield return new Box(line with { X = board.At(0) - 1, Width = 2 }, Paint.Soft);
        if (near > 0)
        {
            yield return Passing(new Word(board.At(0), named, "holds", TextStyles.Small) { Anchor = Anchor.Middle });
        }

        if (near > 0 && !Rounding.Exceeds(3 * near, Furthest))
        {
            // Beside its line, but never on the name of the band.
            double looseX = Math.Max(board.At(3 * near) + 4, board.At(0) + 22);
            yield return Passing(
                UprightAt(board.At(-3 * near)),
                UprightAt(board.At(3 * near)),
                new Word(looseX, named, board.IsWide ? Prose($"loose to {300 * near:0.#} %") : "loose", TextStyles.Small));
        }

        double y = line.Y - 7;
        string found = ledger.Claims.Any(claim => claim.IsModelled) ? "found (hollow: model)" : "found";
        yield return new Word(board.At(-Furthest), y, Prose($"−{100 * Furthest:0} %"), TextStyles.Small) { Anchor = Anchor.Middle };
        yield return new Word(board.At(0), y, board.IsWide ? "as said" : "said", TextStyles.Small) { Anchor = Anchor.Middle };
        yield return new Word(board.At(Furthest), y, Prose($"+{100 * Furthest:0} %"), TextStyles.Small) { Anchor = Anchor.Middle };
        if (board.IsWide)
        {
            yield return new Word(board.SaidX, y, "said", TextStyles.Small) { Anchor = Anchor.End };
            yield return new Word(board.FoundX, y, found, TextStyles.Small);
        }
        else
        {
            yield return new Word(board.Rows.X + 3, y, $"said → {found}", TextStyles.Small);
        }

        Shown Passing(params Part[] parts) => new(film.BandAt, double.PositiveInfinity, parts);

        Line UprightAt(double x) => new(Invariant($"M{x:0.#} {line.Y:0.#}v{line.Height + 14:0.#}"), Paint.Soft, 1) { IsDashed = true };
    }

    private static IEnumerable<Part> Row(Board board, Claim claim, int n, Film film, double generosity)
    {
        var row = board.Row(n);
        double y = row.CentreY;
        double found = film.FoundAt(n);
        foreach (var part in board.IsWide ? WideText(board, claim, n, found) : NarrowText(board, claim, n, found))
        {
            yield return part;
        }

        Part[] range = [.. Range(board, claim, y)];
        if (range.Length > 0)
        {
            yield return new Shown(found, double.PositiveInfinity, range);
        }

        // From what was said to what is found.
        double x = board.At(claim.Off);
        double radius = board.MarkRadius;
        var (fill, ink) = claim.IsModelled ? (Paint.Paper, Paint.Write) : (Paint.Write, Paint.Paper);
        Mover mark = new(
            [new(film.TurnAt(n), film.IsTold ? x : board.At(0), y, Pace.Both), new(film.TurnAt(n) + Film.MoveSeconds, x, y)],
            [
                new Box(new(-radius, -radius, 2 * radius, 2 * radius), fill, ink, radius),
                new Word(0, 4.3, Prose($"{n + 1}"), OnMark with { Ink = ink }) { Anchor = Anchor.Middle },
            ]);
        yield return new Shown(film.TurnAt(n), double.PositiveInfinity, [mark]);

        var verdict = claim.Judge(generosity);
        var stamp = board.Stamp(row);
        yield return new Shown(film.VerdictAt(verdict), double.PositiveInfinity,
        [
            new Box(stamp, PaintOf(verdict), Radius: 4),
            new Word(stamp.CentreX, stamp.CentreY + 4.3, board.IsWide ? $"{ClaimCardForms.Sign(verdict)} {ClaimCardForms.Word(verdict)}" : ClaimCardForms.Sign(verdict), OnMark with { Ink = verdict == ClaimVerdict.Loose ? Paint.NameOnLit : Paint.Paper }) { Anchor = Anchor.Middle },
        ]);
    }

    private static IEnumerable<Part> WideText(Board board, Claim claim, int n, double found)
    {
        double y = board.Row(n).CentreY + 4.6;
        yield return new Word(board.Rows.X + 6, y, Prose($"{n + 1}. {claim.Name}"), Words);
        yield return new Word(board.SaidX, y, claim.SaidBriefly, Words) { Anchor = Anchor.End };
        yield return new Shown(found, double.PositiveInfinity, [new Word(board.FoundX, y, claim.FoundAmount, Found)]);
    }

    private static IEnumerable<Part> NarrowText(Board board, Claim claim, int n, double found)
    {
        var row = board.Row(n);
        double y = row.Y + 24.5;
        yield return new Word(row.X + 3, row.Y + 12, Prose($"{n + 1}. {claim.Name}"), NarrowWords with { Weight = 600 });
        if (found > 0)
        {
            yield return new Shown(0, found, [new Word(row.X + 3, y, claim.SaidBriefly, NarrowWords)]);
        }

        yield return new Shown(found, double.PositiveInfinity, [new Word(row.X + 3, y, $"{claim.SaidBriefly} → {claim.FoundAmount}", NarrowWords)]);
    }

    // The bar from one end of what is found to the other, and arrows to what the line has no room for, which say how far that is
    // where there is room for words.
    private static IEnumerable<Part> Range(Board board, Claim claim, double y)
    {
        var (from, to) = claim.OffRange;
        double left = board.At(from);
        double right = board.At(to);
        if (right > left)
        {
            yield return new Box(new(left, y - 3, right - left, 6), Paint.Edge, Radius: 3);
        }

        double least = Math.Min(from, claim.Off);
        double most = Math.Max(to, claim.Off);
        if (least < -Furthest)
        {
            foreach (var part in Arrow(board.At(least) - Beside(-claim.Off), -1, Prose($"{To(least)}{100 * least:0} %")))
            {
                yield return part;
            }
        }

        if (most > Furthest)
        {
            foreach (var part in Arrow(board.At(most) + Beside(claim.Off), 1, To(most) + (most < 1 ? Prose($"+{100 * most:0} %") : Prose($"×{1 + most:0}"))))
            {
                yield return part;
            }
        }

        // A bar goes on, a mark stands there itself.
        string To(double end) => end == claim.Off ? "" : "to ";

        double Beside(double off) => off >= Furthest ? board.MarkRadius + 2 : 2;

        IEnumerable<Part> Arrow(double x, int direction, string howFar)
        {
            yield return new Line(Invariant($"M{x:0.#} {y - 5:0.#}l{ArrowLength * direction:0} 5 {-ArrowLength * direction:0} 5z"), Paint.Ink, 1) { Fill = Paint.Ink };
            if (board.IsWide)
            {
                yield return new Word(x + (direction * (ArrowLength + 3)), y + 4.3, howFar, TextStyles.Small) { Anchor = direction < 0 ? Anchor.End : Anchor.Start };
            }
        }
    }

    private static Paint PaintOf(ClaimVerdict verdict) => verdict switch { ClaimVerdict.Holds => Paint.Serving, ClaimVerdict.Loose => Paint.Overloaded, _ => Paint.Failing };

    // Where things stand: a row for each claim, its words on the left, the line that all share, and the verdict.
    private sealed record Board(bool IsWide, Area Rows, Area Line)
    {
        public double MarkRadius => IsWide ? 10 : 9;

        public double SaidX => Rows.X + 276;

        public double FoundX => Rows.X + 292;

        public Area Row(int n)
        {
            double height = IsWide ? WideRow : NarrowRow;
            return new(Rows.X, Rows.Y + (n * height), Rows.Width, height);
        }

        public double At(double off) => Line.CentreX + (Math.Clamp(off / Furthest, -1, 1) * ((Line.Width / 2) - MarkRadius - ArrowRoom));

        public Area Stamp(Area row) => IsWide ? new(row.Right - 62, row.CentreY - 9, 60, 18) : new(row.Right - 22, row.CentreY - 9, 22, 18);
    }

    // When things happen, in seconds of film.
    private sealed class Film(int claims, bool isTold)
    {
        public const double MoveSeconds = 0.7;

        private const double ReadingSeconds = 3;
        private const double ClaimSeconds = 1.4;
        private const double BandSeconds = 1.4;
        private const double VerdictSeconds = 0.5; // from one kind of verdict to the next
        private const double RestSeconds = 4;

        public bool IsTold => isTold;

        public double JudgeAt => TurnAt(claims);

        public double BandAt => JudgeAt + BandSeconds;

        public double VerdictsAt => VerdictAt(ClaimVerdict.Wrong) + VerdictSeconds;

        public double TurnAt(int claim) => isTold ? 0 : ReadingSeconds + (ClaimSeconds * claim);

        public double FoundAt(int claim) => isTold ? 0 : TurnAt(claim) + MoveSeconds;

        public double VerdictAt(ClaimVerdict verdict) => BandAt + (VerdictSeconds * ((int)verdict + 1));

        public StoryTime Time()
        {
            (double Story, double Film)[] judged = [(claims + 2, VerdictsAt), (claims + 3, VerdictsAt + RestSeconds)];
            (double Story, double Film)[] knots = isTold
                ? [(claims + 1, 0), .. judged]
                : [(0, 0), .. Enumerable.Range(0, claims + 1).Select(n => (n + 1.0, TurnAt(n))), .. judged];
            return new(story => story < 1 ? "as said" : story < claims + 1 ? Prose($"claim {(int)story}") : story < claims + 2 ? "the judge" : "in all", 0.1, knots);
        }
    }
}
