namespace InteractiveArticle.Figures.Drawing;

/// <summary>
/// The article's few colours, by the part they play. They keep a contrast of at least 4.5 : 1 on white, and they differ
/// in lightness as well as in hue, so that they stay apart for colour-blind readers and in print.
/// </summary>
public enum Ink
{
    /// <summary>The main thing that the figure is about.</summary>
    Blue,

    /// <summary>What goes wrong, or what is compared with the main thing.</summary>
    Vermilion,

    /// <summary>What is well.</summary>
    Green,

    /// <summary>A third thing.</summary>
    Purple,

    /// <summary>A fourth thing.</summary>
    Amber,

    /// <summary>Reference: theory, the historical record, a limit.</summary>
    Grey,
}
