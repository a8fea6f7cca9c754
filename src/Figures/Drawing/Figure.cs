using InteractiveArticle.Figures.Display;

namespace InteractiveArticle.Figures.Drawing;

/// <summary>
/// A figure as data: what it shows and what it finds, without a word on how it is painted. It travels as it is
/// (<see cref="FigureJson"/>) from the cell to whoever shows it.
/// </summary>
[TypeFormatterSource(typeof(FigureForms), PreferredMimeTypes = [MimeTypes.Figure, MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Markdown, MimeTypes.Text])]
public sealed record Figure
{
    /// <summary>The title: what the figure is about.</summary>
    public required string Title { get; init; }

    /// <summary>What the figure shows, in a sentence or two with the numbers computed from the data: its text alternative.</summary>
    public required string Finding { get; init; }

    /// <summary>The horizontal axis.</summary>
    public required Axis X { get; init; }

    /// <summary>The vertical axis.</summary>
    public required Axis Y { get; init; }

    /// <summary>What is shown.</summary>
    public required IReadOnlyList<Series> Series { get; init; }

    /// <summary>Places of interest.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];
}
