namespace InteractiveArticle.Figures.Drawing;

/// <summary>
/// The part that a colour plays in a figure. Which colour that is, whoever paints the figure decides: light and dark
/// pages have different ones.
/// </summary>
public enum ColorRole
{
    /// <summary>The main thing that the figure is about.</summary>
    Main,

    /// <summary>What goes wrong, or what is compared with the main thing.</summary>
    Contrast,

    /// <summary>What is well.</summary>
    Good,

    /// <summary>A third thing.</summary>
    Third,

    /// <summary>A fourth thing.</summary>
    Fourth,

    /// <summary>Theory, the historical record, a limit.</summary>
    Reference,
}
