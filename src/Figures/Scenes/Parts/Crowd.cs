namespace InteractiveArticle.Figures.Scenes.Parts;

/// <summary>Actors of one shape and size.</summary>
/// <param name="Shape">Their shape.</param>
/// <param name="Width">How wide each is.</param>
/// <param name="Height">How high each is.</param>
/// <param name="Actors">Who they are.</param>
public sealed record Crowd(ActorShape Shape, double Width, double Height, IReadOnlyList<Actor> Actors) : Part
{
    /// <summary>How long a turn of state takes; seconds of film, null for what the state usually takes.</summary>
    public double? TurnSeconds { get; init; }

    /// <summary>The largest size of a name on one of them.</summary>
    public double NameSize { get; init; } = 14;
}

/// <summary>The shapes of actors.</summary>
public enum ActorShape
{
    /// <summary>A pane, with mullions where it bears no name.</summary>
    Window,

    /// <summary>A square with slightly round corners.</summary>
    Square,

    /// <summary>A round light.</summary>
    Light,
}
