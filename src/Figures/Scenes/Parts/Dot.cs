namespace InteractiveArticle.Figures.Scenes.Parts;

/// <summary>
/// A request on its way: a dot that appears at its first stop and is gone after its last.
/// </summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Stops">Where it is when, in the order of time; at least two.</param>
public sealed record Dot(DotKind Kind, IReadOnlyList<Waypoint> Stops) : Part;

/// <summary>A place on the way of a dot.</summary>
/// <param name="At">When; seconds of film.</param>
/// <param name="X">Where its centre is.</param>
/// <param name="Y">Where its centre is.</param>
/// <param name="Look">How it looks from here on.</param>
/// <param name="Pace">How the way to the next stop is run.</param>
public readonly record struct Waypoint(double At, double X, double Y, DotLook Look = DotLook.Asking, Pace Pace = Pace.Even);

/// <summary>What a request asks for.</summary>
public enum DotKind
{
    /// <summary>To read: a circle.</summary>
    Read,

    /// <summary>To write: a square on its corner.</summary>
    Write,
}

/// <summary>How a dot looks.</summary>
public enum DotLook
{
    /// <summary>On its way out, in the colour of its kind.</summary>
    Asking,

    /// <summary>Refused or given up: hollow.</summary>
    Refused,

    /// <summary>Coming home with an answer: amber.</summary>
    Answered,
}
