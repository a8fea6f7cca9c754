namespace InteractiveArticle.Figures.Scenes.Parts;

/// <summary>The colours of scenes by what they stand for. Each has a light and a dark value.</summary>
public enum Paint
{
    /// <summary>No colour.</summary>
    None,

    /// <summary>The plate that everything stands on.</summary>
    Paper,

    /// <summary>A plate on the plate.</summary>
    Raised,

    /// <summary>Text and gates.</summary>
    Ink,

    /// <summary>Text of less weight.</summary>
    Soft,

    /// <summary>Thin lines that part.</summary>
    Hairline,

    /// <summary>The edge of a box.</summary>
    Edge,

    /// <summary>Reading, and the main thing.</summary>
    Read,

    /// <summary>Writing, and what is compared with the main thing.</summary>
    Write,

    /// <summary>The walls between windows; dark on every page.</summary>
    Facade,

    /// <summary>A dark window.</summary>
    Pane,

    /// <summary>A lit window.</summary>
    Lit,

    /// <summary>A name on a lit window.</summary>
    NameOnLit,

    /// <summary>A name on a dark window.</summary>
    NameOnDark,

    /// <summary>A server that serves, and all that is well.</summary>
    Serving,

    /// <summary>A server that is asked too much.</summary>
    Overloaded,

    /// <summary>What fails.</summary>
    Failing,

    /// <summary>What is off.</summary>
    Off,

    /// <summary>What starts.</summary>
    Starting,

    /// <summary>What is checked.</summary>
    Checked,

    /// <summary>An answer.</summary>
    Answer,

    /// <summary>What spreads from one to the next.</summary>
    Hop,

    /// <summary>The back of a terminal; dark on every page.</summary>
    Terminal,

    /// <summary>What is typed in a terminal.</summary>
    Typed,

    /// <summary>What stands beside it in a terminal.</summary>
    TypedSoft,
}
