namespace InteractiveArticle.Figures.Scenes.Parts;

/// <summary>
/// Parts that move together over the stage, straight from place to place. Before the first place's moment they are there, and
/// after the last one's they stay.
/// </summary>
/// <param name="Places">Where they are when, in the order of time; at least two.</param>
/// <param name="Moving">What moves; drawn around the origin of the stage.</param>
public sealed record Mover(IReadOnlyList<Place> Places, IReadOnlyList<Part> Moving) : Part
{
    /// <summary>Whether it is to be seen only between its first and its last place's moments.</summary>
    public bool IsPassing { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<Part> Inner => Moving;
}

/// <summary>A place at a moment.</summary>
/// <param name="At">When; seconds of film.</param>
/// <param name="X">How far to the right.</param>
/// <param name="Y">How far down.</param>
/// <param name="Pace">How the way from here to the next place is run.</param>
public readonly record struct Place(double At, double X, double Y, Pace Pace = Pace.Even);

/// <summary>How a way is run.</summary>
public enum Pace
{
    /// <summary>At the same speed all the way.</summary>
    Even,

    /// <summary>Faster and faster, as what falls.</summary>
    Starting,

    /// <summary>Slower and slower.</summary>
    Stopping,

    /// <summary>Starting and stopping gently.</summary>
    Both,

    /// <summary>At once, at the moment of the next place.</summary>
    Jump,
}
