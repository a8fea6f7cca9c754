using InteractiveArticle.Figures.Display;
using InteractiveArticle.Figures.Text;

namespace InteractiveArticle.Figures.Guesses;

/// <summary>
/// What there was to guess, as the model has it, and what to say of a guess. The page lays it over the guess; other front
/// ends show the answer, folded, and what would be said.
/// </summary>
[TypeFormatterSource(typeof(RevealForms), PreferredMimeTypes = [MimeTypes.Reveal, MimeTypes.Markdown, MimeTypes.Text])]
public sealed record Reveal
{
    private Reveal(RevealKind kind, IReadOnlyList<string> names, IReadOnlyList<double> x, IReadOnlyList<double> y, Passage answer, params Verdict[] verdicts)
    {
        if (!x.Concat(y).All(double.IsFinite))
        {
            throw new ArgumentException("A result to guess consists of finite numbers; where there is no number, say so with NoNumber.");
        }

        (Kind, Names, X, Y, Answer, Verdicts) = (kind, names, x, y, answer, verdicts);
    }

    /// <summary>Stands in words for the guess, with its unit. Where nobody has guessed on the page it reads "your guess", so it does not begin a sentence.</summary>
    public static object Guess { get; } = new Hole();

    /// <summary>What was guessed by.</summary>
    public RevealKind Kind { get; }

    /// <summary>The names of the bars; empty for other kinds.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Where the curve has its points, ascending; empty for other kinds.</summary>
    public IReadOnlyList<double> X { get; }

    /// <summary>The number, or nothing where there is none; the lengths of the bars; the heights of the curve. In the unit of the guess.</summary>
    public IReadOnlyList<double> Y { get; }

    /// <summary>How far a guess may be off and still be about right, at least 0, in the unit of the guess; not for bars, of which the longest counts.</summary>
    public double Within { get; private init; }

    /// <summary>Where a curve is compared with the guess.</summary>
    public double At { get; private init; }

    /// <summary>The answer, whatever the guess.</summary>
    public Passage Answer { get; }

    /// <summary>What is said of the guess, by what it was.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; }

    /// <summary>A number.</summary>
    /// <param name="truth">The number, in the unit of the guess: 45 where readers guess per cent.</param>
    /// <param name="within">How far a guess may be off and still be about right, at least 0.</param>
    /// <param name="low">What to say of a guess that is too low.</param>
    /// <param name="right">What to say of one that is about right.</param>
    /// <param name="high">What to say of one that is too high.</param>
    /// <param name="answer">The answer, whatever the guess.</param>
    /// <exception cref="ArgumentException">The number is not finite.</exception>
    public static Reveal Number(double truth, double within, FormattableString low, FormattableString right, FormattableString high, params FormattableString[] answer) =>
        new(RevealKind.Number, [], [], [truth], Narration.Answer(answer), Nearness(low, right, high)) { Within = within };

    /// <summary>The result where a number was guessed and there is none, such as a time that never comes.</summary>
    /// <param name="words">What to say of any guess.</param>
    /// <param name="answer">The answer, whatever the guess.</param>
    public static Reveal NoNumber(FormattableString words, params FormattableString[] answer) =>
        new(RevealKind.Number, [], [], [], Narration.Answer(answer), new Verdict("other", "Whatever you guessed", Narration.Say(words)));

    /// <summary>Bars, of which the longest is what was to be guessed.</summary>
    /// <param name="bars">Their names, as in the question, and their lengths.</param>
    /// <param name="right">What to say of a guess whose longest bar is the longest.</param>
    /// <param name="tied">What to say of a guess with other bars as long as the longest; the guess is the names of those others, with their true lengths.</param>
    /// <param name="other">What to say of another; the guess is the name of the bar that was thought to be the longest.</param>
    /// <param name="answer">The answer, whatever the guess.</param>
    /// <exception cref="ArgumentException">A length is not finite.</exception>
    public static Reveal Bars(IReadOnlyList<(string Name, double Length)> bars, FormattableString right, FormattableString tied, FormattableString other, params FormattableString[] answer) =>
        new(
            RevealKind.Bars,
            [.. bars.Select(bar => bar.Name)],
            [],
            [.. bars.Select(bar => bar.Length)],
            Narration.Answer(answer),
            new("right", "If you thought so", Narration.Say(right)),
            new("high", "If you thought so of others as well", Narration.Say(tied)),
            new("other", "If you thought of another", Narration.Say(other)));

    /// <summary>A curve.</summary>
    /// <param name="points">Its points from left to right, in the units of the guess.</param>
    /// <param name="at">Where it is compared with the guess.</param>
    /// <param name="within">How far a guess may be off there and still be about right, at least 0.</param>
    /// <param name="low">What to say of a guess that is too low there; the guess is its height there.</param>
    /// <param name="right">What to say of one that is about right.</param>
    /// <param name="high">What to say of one that is too high.</param>
    /// <param name="answer">The answer, whatever the guess.</param>
    /// <exception cref="ArgumentException">A point is not finite.</exception>
    public static Reveal Curve(IReadOnlyList<(double X, double Y)> points, double at, double within, FormattableString low, FormattableString right, FormattableString high, params FormattableString[] answer) =>
        new(RevealKind.Curve, [], [.. points.Select(point => point.X)], [.. points.Select(point => point.Y)], Narration.Answer(answer), Nearness(low, right, high)) { At = at, Within = within };

    private static Verdict[] Nearness(FormattableString low, FormattableString right, FormattableString high) =>
    [
        new("low", "If you guessed too low", Narration.Say(low)),
        new("right", "If you were about right", Narration.Say(right)),
        new("high", "If you guessed too high", Narration.Say(high)),
    ];

    private sealed class Hole
    {
        public override string ToString() => RevealForms.GuessInWords;
    }
}
