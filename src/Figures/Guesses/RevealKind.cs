namespace InteractiveArticle.Figures.Guesses;

/// <summary>What a reader has guessed by.</summary>
public enum RevealKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>The lengths of bars.</summary>
    Bars,

    /// <summary>A curve.</summary>
    Curve,
}
