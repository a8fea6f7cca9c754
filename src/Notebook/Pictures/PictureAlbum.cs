using System.Buffers.Text;
using System.Net;
using System.Text.Json.Nodes;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Notebook.Pictures;

/// <summary>
/// The still pictures of a notebook's figures: found, kept over a run, and put in.
/// </summary>
/// <remarks>
/// A figure is an output that has a Plotly form. Its picture stands in the output twice: as <c>image/png</c>, with its
/// text alternative in the output's metadata, and inside its HTML form where that says <see cref="Place"/>, so that
/// front ends that clean HTML of scripts still show it. A picture belongs to its chart: as long as a run gives the same
/// chart, the picture is right.
/// </remarks>
public static class PictureAlbum
{
    /// <summary>What the HTML form of a figure has in the place of its picture.</summary>
    public const string Place = "<!-- picture -->";

    private const string WebPSource = "src=\"data:image/webp;base64,";

    /// <summary>The chart of a figure as Plotly JSON; null for an output that is no figure.</summary>
    /// <param name="output">Any output.</param>
    public static string? ChartOf(Output output) => output.Forms?.Find(MimeTypes.Plotly);

    /// <summary>The picture that an output carries; null when it carries none.</summary>
    /// <param name="output">Any output.</param>
    public static FigurePicture? PictureOf(Output output) =>
        output.Forms is { } forms
        && forms.Find(MimeTypes.Png) is { } png
        && Base64.IsValid(png)
        && forms.Find(MimeTypes.Html) is { } html
        && html.IndexOf(WebPSource, StringComparison.Ordinal) is >= 0 and var at
        && html.IndexOf('"', at + WebPSource.Length) is >= 0 and var end
        && Base64.IsValid(png)
        && Base64.IsValid(html.AsSpan((at + WebPSource.Length)..end))
            ? new(png, html[(at + WebPSource.Length)..end])
            : null;

    /// <summary>The charts of a notebook that have no picture yet.</summary>
    /// <param name="document">An executed notebook.</param>
    public static IReadOnlyList<string> Missing(NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. document.Cells.SelectMany(cell => cell.Outputs).Where(output => PictureOf(output) is null).Select(ChartOf).OfType<string>().Distinct()];
    }

    /// <summary>The executed notebook with the pictures of all charts that came out as before.</summary>
    /// <param name="executed">The notebook after a run.</param>
    /// <param name="earlier">The notebook before it.</param>
    public static NotebookDocument Keep(NotebookDocument executed, NotebookDocument earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        var known = new Dictionary<string, FigurePicture>(StringComparer.Ordinal);
        foreach (var output in earlier.Cells.SelectMany(cell => cell.Outputs))
        {
            if (ChartOf(output) is { } chart && PictureOf(output) is { } picture)
            {
                known[Normal(chart)] = picture;
            }
        }

        return known.Count == 0 ? executed : PutIn(executed, known);
    }

    /// <summary>The notebook with pictures put into the figures that have none.</summary>
    /// <param name="document">An executed notebook.</param>
    /// <param name="pictures">Pictures by their charts; charts that are not among them stay without.</param>
    public static NotebookDocument Add(NotebookDocument document, IReadOnlyDictionary<string, FigurePicture> pictures)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        return PutIn(document, pictures.ToDictionary(pair => Normal(pair.Key), pair => pair.Value, StringComparer.Ordinal));
    }

    private static NotebookDocument PutIn(NotebookDocument document, Dictionary<string, FigurePicture> pictures)
    {
        ArgumentNullException.ThrowIfNull(document);
        Output Illustrate(Output output) =>
            ChartOf(output) is { } chart && PictureOf(output) is null && pictures.TryGetValue(Normal(chart), out var picture)
                ? With(output, picture)
                : output;
        return document with
        {
            Cells = [.. document.Cells.Select(cell => cell with { Outputs = [.. cell.Outputs.Select(Illustrate)] })],
        };
    }

    private static Output With(Output output, FigurePicture picture)
    {
        var forms = output.Forms!;
        string finding = forms.Find(MimeTypes.Text) ?? "";
        string image = $"<img alt=\"{WebUtility.HtmlEncode(finding)}\" width=\"{FigurePicture.Width}\" height=\"{FigurePicture.Height}\" style=\"max-width:100%;height:auto\" {WebPSource}{picture.WebP}\">";
        if (forms.Find(MimeTypes.Html) is { } html)
        {
            forms = forms.With(MimeTypes.Html, html.Replace(Place, image, StringComparison.Ordinal));
        }

        forms = forms.With(MimeTypes.Png, picture.Png);
        return output switch
        {
            DisplayOutput display => display with { Data = forms, Metadata = Described(display.Metadata, finding) },
            ResultOutput result => result with { Data = forms, Metadata = Described(result.Metadata, finding) },
            _ => output,
        };
    }

    private static JsonObject Described(JsonObject metadata, string finding)
    {
        var described = (JsonObject)metadata.DeepClone();
        described[MimeTypes.Png] = new JsonObject { ["alt"] = finding, ["height"] = FigurePicture.Height, ["width"] = FigurePicture.Width };
        return described;
    }

    // The same chart may be spaced differently after it has been through a file.
    private static string Normal(string chart) => StrictJson.Parse(chart)?.ToJsonString() ?? "";
}
