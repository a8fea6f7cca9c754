namespace InteractiveArticle.Figures.Drawing;

/// <summary>How a series is drawn.</summary>
public enum SeriesShape
{
    /// <summary>A line through the points.</summary>
    Line,

    /// <summary>A level that holds until the next point.</summary>
    Steps,

    /// <summary>A line with the area down to zero filled.</summary>
    Area,

    /// <summary>Separate points.</summary>
    Points,

    /// <summary>Vertical bars.</summary>
    Bars,

    /// <summary>Vertical bars that stand on those of the stacked series before them.</summary>
    StackedBars,
}

/// <summary>
/// One thing that a figure shows: points that belong together, one colour, one name.
/// </summary>
/// <param name="Name">The name, as written beside it and shown on hover.</param>
/// <param name="Shape">How it is drawn.</param>
/// <param name="Color">The part that its colour plays.</param>
/// <param name="X">The horizontal positions.</param>
/// <param name="Y">The values; as many as <paramref name="X"/>. One that is no finite number leaves a gap.</param>
public sealed record Series(string Name, SeriesShape Shape, ColorRole Color, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Whether the line is dashed: for reference, theory and records.</summary>
    public bool IsDashed { get; init; }

    /// <summary>Whether the line is thin: for what ties things together.</summary>
    public bool IsThin { get; init; }

    /// <summary>Where on the horizontal axis the name is written beside the series; null writes none.</summary>
    public double? NameAt { get; init; }

    /// <summary>Whether the name stands below and to the right of its place rather than above and to the left.</summary>
    public bool NameBelow { get; init; }

    /// <summary>A series from items of any kind.</summary>
    /// <typeparam name="T">The kind of item.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="shape">How it is drawn.</param>
    /// <param name="color">The part that its colour plays.</param>
    /// <param name="items">The items, in the order of the horizontal axis.</param>
    /// <param name="x">The horizontal position of an item.</param>
    /// <param name="y">The value of an item.</param>
    public static Series Of<T>(string name, SeriesShape shape, ColorRole color, IReadOnlyList<T> items, Func<T, double> x, Func<T, double> y) =>
        new(name, shape, color, [.. items.Select(x)], [.. items.Select(y)]);
}
