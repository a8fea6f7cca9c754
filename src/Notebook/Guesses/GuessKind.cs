namespace InteractiveArticle.Notebook.Guesses;

/// <summary>How a reader guesses.</summary>
public enum GuessKind
{
    /// <summary>By a number.</summary>
    Number,

    /// <summary>By the lengths of bars.</summary>
    Bars,

    /// <summary>By a curve.</summary>
    Curve,
}
