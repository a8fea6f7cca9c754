namespace InteractiveArticle.Figures.Scenes.Parts;

/// <summary>A text that changes: a clock, a counter, what a page says.</summary>
/// <param name="X">Where the text is anchored.</param>
/// <param name="Y">Its baseline.</param>
/// <param name="Style">How it is set.</param>
/// <param name="Tellings">What it says from when on, in the order of time; the first holds from the start.</param>
public sealed record Reading(double X, double Y, TextStyle Style, IReadOnlyList<Telling> Tellings) : Part
{
    /// <summary>Which part of the text is at <see cref="X"/>.</summary>
    public Anchor Anchor { get; init; }

    /// <summary>What it says at a moment.</summary>
    /// <param name="film">The moment; seconds of film.</param>
    public string At(double film) => (Tellings.LastOrDefault(telling => telling.At <= film) ?? Tellings[0]).Text;
}

/// <summary>What a reading says from a moment on.</summary>
/// <param name="At">When; seconds of film.</param>
/// <param name="Text">The text.</param>
public sealed record Telling(double At, string Text)
{
    /// <summary>What is told of a story over a whole film, whenever it changes, to its very end.</summary>
    /// <param name="time">The map of the story's time.</param>
    /// <param name="seconds">How often it may change; seconds of film, more than 0.</param>
    /// <param name="text">Tells a moment of the story.</param>
    public static IReadOnlyList<Telling> Over(StoryTime time, double seconds, Func<double, string> text)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        return Changes(Moments().Select(film => new Telling(film, text(time.Story(film)))));

        IEnumerable<double> Moments()
        {
            int n = 0;
            for (; n * seconds < time.Duration; n++)
            {
                yield return n * seconds;
            }

            yield return time.Duration;
        }
    }

    /// <summary>Of tellings that follow each other those that say something new.</summary>
    /// <param name="tellings">The tellings in the order of time.</param>
    public static IReadOnlyList<Telling> Changes(IEnumerable<Telling> tellings)
    {
        ArgumentNullException.ThrowIfNull(tellings);
        List<Telling> changes = [];
        foreach (var telling in tellings)
        {
            if (changes.Count == 0 || changes[^1].Text != telling.Text)
            {
                changes.Add(telling);
            }
        }

        return changes;
    }
}
