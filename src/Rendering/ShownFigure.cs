using System.Text.Json;
using System.Text.Json.Nodes;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Rendering;

/// <summary>
/// What a page shows of a figure: words and data, and what its script draws the chart from.
/// </summary>
/// <param name="Title">What the figure is about.</param>
/// <param name="Finding">What it shows, in words: its text alternative.</param>
/// <param name="XName">What is on its horizontal axis.</param>
/// <param name="YName">What is on its vertical axis.</param>
/// <param name="Series">Its data.</param>
/// <param name="Script">What the page's script draws it from, as JSON.</param>
/// <param name="ScriptClass">Tells the script which kind of JSON that is.</param>
internal sealed record ShownFigure(string Title, string Finding, string XName, string YName, IReadOnlyList<ShownSeries> Series, string Script, string ScriptClass)
{
    private const string OfAFigure = "figure-data";
    private const string OfAPlotlyChart = "plotly-data";

    // What plotly.js draws without its further parts.
    private static readonly string[] BasicTraces = ["scatter", "bar", "pie"];

    /// <summary>Whether it takes the whole of plotly.js to draw it, and not the small part that the article's own figures need.</summary>
    public bool NeedsWholePlotly { get; private init; }

    /// <summary>The figure that an output shows: one of the article's, or else a chart that somebody else made for plotly.js.</summary>
    /// <returns>The figure; null for an output that shows none.</returns>
    public static ShownFigure? In(Output output) =>
        output.Forms?.Find(MimeTypes.Figure) is { } json && TryRead(json) is { } figure ? Of(figure, json)
        : output.Forms?.Find(MimeTypes.Plotly) is { } chart ? OfChart(chart, output.Forms.Find(MimeTypes.Text) is { } words && words != chart ? words : "")
        : null;

    private static Figure? TryRead(string json)
    {
        try
        {
            return FigureJson.Read(json);
        }
        catch (JsonException)
        {
            // Any cell may put out anything under any name.
            return null;
        }
    }

    private static ShownFigure Of(Figure figure, string json) => new(
        figure.Title,
        figure.Finding,
        figure.X.Label,
        figure.Y.Label,
        [.. figure.Series.Select(series => new ShownSeries(series.Name, Words(figure.X, series.X), Words(figure.Y, series.Y)))],
        json,
        OfAFigure);

    private static string[] Words(Axis axis, IReadOnlyList<double> values) =>
        [.. values.Select(value => double.IsFinite(value) ? axis.Read(value) : "")];

    private static ShownFigure? OfChart(string json, string words)
    {
        if (StrictJson.Parse(json) is not JsonObject chart || chart["data"] is not JsonArray data || chart["layout"] is not JsonObject layout)
        {
            return null;
        }

        string x = TitleOf(layout["xaxis"]) ?? "";
        string y = TitleOf(layout["yaxis"]) ?? "";
        string title = TitleOf(layout) ?? (x == "" || y == "" ? "Chart" : $"{char.ToUpperInvariant(y[0])}{y[1..]}, over {x}");

        // The page sets the title in its own type.
        layout.Remove("title");
        return new(
            title,
            words,
            x,
            y,
            [.. data.OfType<JsonObject>().Select(trace => new ShownSeries(trace["name"]?.ToString() ?? "", Words(trace["text"] as JsonArray ?? trace["x"] ?? Places(trace["y"])), Words(trace["y"])))],
            chart.ToJsonString(),
            OfAPlotlyChart)
        {
            NeedsWholePlotly = data.OfType<JsonObject>().Any(trace => trace["type"] is { } type && !BasicTraces.Contains(type.ToString())),
        };
    }

    private static string[] Words(JsonNode? values) => values is JsonArray list ? [.. list.Select(value => value?.ToString() ?? "")] : [];

    // As plotly.js counts where nothing else is said.
    private static JsonArray? Places(JsonNode? values) => values is JsonArray list ? [.. list.Select((_, place) => JsonValue.Create(place))] : null;

    // Plotly takes a title as an object or as its text alone.
    private static string? TitleOf(JsonNode? owner) => (owner as JsonObject)?["title"] switch
    {
        JsonObject title => title["text"]?.ToString(),
        var text => text?.ToString(),
    };
}

/// <summary>One series of a figure as words.</summary>
/// <param name="Name">Its name; empty where it has none.</param>
/// <param name="X">Its positions.</param>
/// <param name="Y">Its values.</param>
internal sealed record ShownSeries(string Name, IReadOnlyList<string> X, IReadOnlyList<string> Y);
