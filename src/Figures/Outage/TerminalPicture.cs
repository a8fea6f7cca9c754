using System.Globalization;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Outage;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Outage;

/// <summary>The terminal of the day as it is drawn: the command with its field, the dry run, the tool's answer, and the latest report.</summary>
/// <param name="trace">The day.</param>
/// <param name="time">The film's time.</param>
/// <param name="area">Where the terminal is.</param>
/// <param name="textSize">The size of what it says.</param>
/// <param name="isNarrow">Whether there is room for four lines of small letters only, with the key beside the last of them.</param>
internal sealed class TerminalPicture(OutageTrace trace, StoryTime time, Area area, double textSize, bool isNarrow)
{
    private const double Lines = 4.5;
    private const double RoomForKey = 6;

    private readonly OutageTerminal terminal = OutageTerminal.Of(trace);
    private readonly TextStyle typed = new(isNarrow ? textSize : textSize * 1.2, Paint.Typed, Face.Mono);
    private readonly TextStyle said = new(textSize, Paint.Typed, Face.Mono);
    private readonly TextStyle saidSoftly = new(textSize, Paint.TypedSoft, Face.Mono);

    /// <summary>Where it says what the tool's minimum is.</summary>
    public Area Minimum => new(area.Right - Margin - 100, Line(0) - (isNarrow ? 16 : 18), 104, isNarrow ? 22 : 26);

    /// <summary>The field that the number is typed into.</summary>
    public Hand Typing => new(Field, "removed", trace.Options.Removed.ToString(CultureInfo.InvariantCulture), "Type the share of the servers to remove, in per cent, and press Enter")
    {
        Prompt = new Prompt(100, 100, new(area.X + 8, Line(1) - textSize - 3, area.Width - 16, textSize + 8), OutageTerminal.DryRuns(trace.Options)) { EnterArea = Key },
    };

    private double Margin => isNarrow ? 8 : 12;

    private Area Key => new(area.Right - Margin - 54, area.Bottom - (isNarrow ? 26 : 31), 54, 24);

    private double X => area.X + Margin;

    private Area Field => new(X + ((OutageTerminal.Command.Length + 3) * typed.CellWidth) - 4, Line(0) - typed.Size - (isNarrow ? 2 : 4), (4 * typed.CellWidth) + 8, typed.Size + (isNarrow ? 8 : 12));

    /// <summary>Draws it. Number and dry run are there before the command is run, the rest when it happens.</summary>
    public IEnumerable<Part> Draw()
    {
        double command = time.Film(0);
        var field = Field;
        yield return new Box(area, Paint.Terminal, Radius: 6);
        yield return new Word(X, Line(0), "$ " + OutageTerminal.Command, typed);
        yield return new Box(field, Paint.None, Paint.TypedSoft, 3);
        yield return new Word(field.Right + 4, Line(0), "%", typed);
        yield return new Box(new(Minimum.X + 3, Minimum.Y + 3, Minimum.Width - 6, Minimum.Height - 6), Paint.None, Paint.TypedSoft, 4);
        yield return new Word(Minimum.CentreX, Line(0), MinimumWords, saidSoftly) { Anchor = Anchor.Middle };
        yield return new Box(Key, Paint.None, Paint.TypedSoft, 4);
        yield return new Word(Key.CentreX, Key.CentreY + 4, "Enter", saidSoftly) { Anchor = Anchor.Middle };
        yield return From(command / 4, new Word(field.CentreX, Line(0), terminal.Typed, typed) { Anchor = Anchor.Middle });
        yield return From(command / 2, new Word(X, Line(1), terminal.DryRun, saidSoftly));
        yield return From(time.Film(terminal.Answer.Minute), new Word(X, Line(2), terminal.Answer.Text, said));
        if (terminal.Reports.Count > 0)
        {
            yield return new Reading(X, Line(3), said, [new(0, ""), .. terminal.Reports.Select(line => new Telling(time.Film(line.Minute), $"{OutageClock.Short(line.Minute)} {line.Text}"))]);
        }
    }

    private string MinimumWords => trace.Options.Guard == 0 ? "no minimum" : Prose($"minimum {trace.Options.Guard:P0}");

    private double Line(int n) => area.Y + ((n + 1.06) * (area.Height - (isNarrow ? RoomForKey : 0)) / Lines);

    private static Shown From(double film, Part part) => new(film, double.PositiveInfinity, [part]) { IsSudden = true };
}
