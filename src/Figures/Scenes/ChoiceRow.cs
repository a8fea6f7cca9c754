using InteractiveArticle.Figures.Scenes.Parts;

namespace InteractiveArticle.Figures.Scenes;

/// <summary>
/// A row of settings of one lever, the present one outlined in ink: in a picture it says what is set, and in hand it sets it.
/// </summary>
public sealed class ChoiceRow
{
    private const double Gap = 4;

    private readonly string lever;
    private readonly string present;
    private readonly IReadOnlyList<Choice> choices;

    /// <summary>Makes the row.</summary>
    /// <param name="area">Where it is; the settings share its width.</param>
    /// <param name="lever">The name of the lever.</param>
    /// <param name="present">The lever's present setting, which need not be among the choices.</param>
    /// <param name="choices">The settings, from left to right.</param>
    public ChoiceRow(Area area, string lever, string present, IReadOnlyList<Choice> choices)
    {
        Area = area;
        this.lever = lever;
        this.present = present;
        this.choices = choices;
    }

    /// <summary>Where it is.</summary>
    public Area Area { get; }

    /// <summary>What is drawn.</summary>
    public IEnumerable<Part> Parts => choices.SelectMany((choice, n) => Drawn(choice, At(n)));

    /// <summary>The settings to be taken: all but the present one.</summary>
    public IEnumerable<Hand> Hands => choices
        .Select((choice, n) => new Hand(At(n), lever, choice.Value, choice.Label) { Key = choice.Key })
        .Where(hand => hand.Value != present);

    private Part[] Drawn(Choice choice, Area at)
    {
        bool isPresent = choice.Value == present;
        var style = isPresent ? TextStyles.Small with { Ink = Paint.Ink, Weight = 650 } : TextStyles.Small;
        return
        [
            new Box(at, isPresent ? Paint.Paper : Paint.Raised, isPresent ? Paint.Ink : Paint.Hairline, Radius: 4),
            new Word(at.CentreX, at.CentreY + 4, choice.Text, style) { Anchor = Anchor.Middle },
        ];
    }

    private Area At(int n)
    {
        double width = (Area.Width - (Gap * (choices.Count - 1))) / choices.Count;
        return new(Area.X + (n * (width + Gap)), Area.Y, width, Area.Height);
    }
}

/// <summary>One setting of a <see cref="ChoiceRow"/>.</summary>
/// <param name="Value">What the lever is set to, as the lever's text.</param>
/// <param name="Text">What is written on it; short.</param>
/// <param name="Label">What taking it does, as its button says.</param>
/// <param name="Key">The key that takes it; null for none.</param>
public sealed record Choice(string Value, string Text, string Label, char? Key = null);
