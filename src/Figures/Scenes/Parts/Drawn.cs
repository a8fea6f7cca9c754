namespace InteractiveArticle.Figures.Scenes.Parts;

/// <summary>A rectangle that stays.</summary>
/// <param name="Area">Where it is.</param>
/// <param name="Fill">What it is filled with.</param>
/// <param name="Outline">Its outline.</param>
/// <param name="Radius">How round its corners are.</param>
public sealed record Box(Area Area, Paint Fill, Paint Outline = Paint.None, double Radius = 0) : Part;

/// <summary>
/// A path that stays, or that is drawn from its beginning to its end as one watches.
/// </summary>
/// <param name="Path">The path in the language of SVG's <c>d</c> attribute.</param>
/// <param name="Stroke">The colour of its line.</param>
/// <param name="StrokeWidth">The width of its line.</param>
public sealed record Line(string Path, Paint Stroke, double StrokeWidth = 1.5) : Part
{
    /// <summary>What it encloses is filled with.</summary>
    public Paint Fill { get; init; } = Paint.None;

    /// <summary>When drawing it begins; seconds of film, null for a line that is always there.</summary>
    public double? From { get; init; }

    /// <summary>How long drawing it takes; seconds.</summary>
    public double Seconds { get; init; } = 0.75;

    /// <summary>How visible a line that was drawn is soon after, from 0 to 1: less than 1 where the next ones matter more.</summary>
    public double Resting { get; init; } = 1;

    /// <summary>Whether it is dashed; only a line that is always there can be.</summary>
    public bool IsDashed { get; init; }
}
