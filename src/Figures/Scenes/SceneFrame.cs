using InteractiveArticle.Figures.Scenes.Parts;

namespace InteractiveArticle.Figures.Scenes;

/// <summary>
/// What every scene has around it: the plate, the story's clock, what is said, and a rail of the film at the bottom, which a
/// page with a player of its own hides.
/// </summary>
public sealed class SceneFrame
{
    // About how many letters of the captions' size fit beside each other.
    private const int NarrowLine = 50;

    private const double ClosestLabels = 48;

    // A digit of the clock in a wide typeface.
    private const double LetterOfClock = 25;

    private static readonly TextStyle WideHeadline = new(20, Paint.Ink, Face.Serif, 600);
    private static readonly TextStyle WideDetail = new(18, Paint.Soft, Face.Serif);
    private static readonly TextStyle NarrowHeadline = new(15, Paint.Ink, Face.Serif, 600);
    private static readonly TextStyle NarrowDetail = new(15, Paint.Soft, Face.Serif);

    private readonly SceneSize size;
    private readonly double height;
    private readonly bool hasClock;

    /// <summary>Makes the frame.</summary>
    /// <param name="size">The size of the stage.</param>
    /// <param name="height">The height of the stage.</param>
    /// <param name="hasClock">Whether the story's time is shown as a clock.</param>
    public SceneFrame(SceneSize size, double height, bool hasClock = true)
    {
        this.size = size;
        this.height = height;
        this.hasClock = hasClock;
    }

    /// <summary>The width of the stage.</summary>
    public double Width => size == SceneSize.Wide ? Stage.WideWidth : Stage.NarrowWidth;

    /// <summary>What the frame leaves free.</summary>
    public Area Content => size == SceneSize.Wide ? new(24, 78, Width - 48, height - 78 - 56) : new(14, NarrowTop, Width - 28, height - NarrowTop - 48);

    // Three lines of what is said, below the clock.
    private double NarrowTop => hasClock ? 104 : 78;

    /// <summary>The stage: the frame and what is within it.</summary>
    /// <param name="time">The map of the story's time.</param>
    /// <param name="captions">What is said.</param>
    /// <param name="parts">What is within the frame.</param>
    public Stage Around(StoryTime time, IReadOnlyList<Caption> captions, IEnumerable<Part> parts)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(captions);

        // Without the rail what is within has as much room below as beside it.
        double railHeight = height - Content.Bottom - Content.X;
        IReadOnlyList<Telling> readings = hasClock ? time.Clock : [];
        return new(Width, height, [new Box(new(0, 0, Width, height), Paint.Paper, Radius: 10), .. Clock(readings), .. Said(readings, captions), .. parts, .. Rail(time, captions)]) { RailHeight = railHeight };
    }

    private IEnumerable<Part> Clock(IReadOnlyList<Telling> readings)
    {
        if (hasClock)
        {
            var style = new TextStyle(size == SceneSize.Wide ? 36 : 27, Paint.Ink, Weight: 650);
            yield return new Reading(Content.X, size == SceneSize.Wide ? 51 : 36, style, readings);
        }
    }

    private IEnumerable<Part> Said(IReadOnlyList<Telling> readings, IReadOnlyList<Caption> captions)
    {
        int letters = readings.Select(telling => telling.Text.Length).DefaultIfEmpty().Max();
        return captions.Select((caption, n) =>
        {
            double until = n + 1 < captions.Count ? captions[n + 1].At : double.PositiveInfinity;
            return new Shown(n == 0 ? 0 : caption.At, until, size == SceneSize.Wide ? WideLines(letters, caption) : NarrowLines(caption));
        });
    }

    private Word[] WideLines(int letters, Caption caption)
    {
        double x = Content.X + (hasClock ? (letters * LetterOfClock) + 24 : 0);
        return [new(x, 34, caption.Headline, WideHeadline), new(x, 58, caption.Detail, WideDetail)];
    }

    private Word[] NarrowLines(Caption caption)
    {
        double first = hasClock ? 60 : 30;
        var headline = LineBreaks.Break(caption.Headline, NarrowLine).Select(text => (text, NarrowHeadline));
        var detail = LineBreaks.Break(caption.Detail, NarrowLine).Select(text => (text, NarrowDetail));
        return [.. headline.Concat(detail).Select((line, n) => new Word(Content.X, first + (n * 18), line.text, line.Item2))];
    }

    private IEnumerable<Part> Rail(StoryTime time, IReadOnlyList<Caption> captions)
    {
        double y = height - (size == SceneSize.Wide ? 34 : 30);
        var area = Content;
        double at(double film) => area.X + (area.Width * film / time.Duration);
        List<Part> parts =
        [
            new Box(new(area.X, y - 1, area.Width, 2), Paint.Hairline),
            new Level(new(area.X, y - 1, area.Width, 2), Paint.Ink, Growth.Rightwards, [new(0, 0), new(time.Duration, 1)]),
        ];
        double free = double.NegativeInfinity;
        foreach (var caption in captions)
        {
            double x = at(caption.At);
            parts.Add(new Box(new(x - 4, y - 4, 8, 8), Paint.Paper, Paint.Ink, Radius: 4));
            if (hasClock && x >= free)
            {
                free = x + ClosestLabels;
                parts.Add(new Word(Math.Clamp(x, area.X + 14, area.Right - 14), y + 20, time.Words(time.Story(caption.At)), TextStyles.Small) { Anchor = Anchor.Middle });
            }
        }

        parts.Add(new Mover([new(0, at(0), y), new(time.Duration, at(time.Duration), y)], [new Box(new(-5, -5, 10, 10), Paint.Write, Radius: 5)]));
        return [new Rail(parts)];
    }
}
