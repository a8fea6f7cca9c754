using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using InteractiveArticle.Files;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Notebook.Pictures;

/// <summary>
/// The still pictures of figures, for wherever no script runs: files in a folder, named by what the figures show.
/// </summary>
/// <remarks>
/// A figure puts its WebP picture into its HTML form itself. Front ends that show pictures only want a PNG as a form of
/// its own, which a host of the kernel adds with <see cref="AddTo(Output)"/>.
/// </remarks>
/// <param name="folder">The folder. It need not exist; then no figure has a picture.</param>
public sealed class FigurePictures(string folder)
{
    private const int NameDigits = 16;
    private const string WebP = ".webp";
    private const string Png = ".png";

    // Where a PNG has its width and, behind it, its height.
    private const int PlaceOfWidth = 16;
    private const int PlaceOfHeight = 20;

    /// <summary>The name of a figure's pictures, without an ending.</summary>
    /// <param name="figure">The figure as JSON, as it stands in its output.</param>
    /// <returns>The first 16 hexadecimal digits of the SHA-256 of the JSON in UTF-8.</returns>
    public static string NameOf(string figure) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figure)))[..NameDigits];

    /// <summary>The figures that cells show, as JSON, in their order.</summary>
    /// <param name="document">An executed notebook.</param>
    public static IEnumerable<string> FiguresIn(NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Cells.SelectMany(cell => cell.Outputs).Select(output => output.Forms?.Find(MimeTypes.Figure)).OfType<string>();
    }

    /// <summary>Whether a figure has its pictures.</summary>
    /// <param name="figure">The figure as JSON.</param>
    public bool Has(string figure) => File.Exists(PathOf(figure, WebP)) && File.Exists(PathOf(figure, Png));

    /// <summary>The picture of a figure as WebP; <see langword="null"/> for an output that is no figure, or has no picture.</summary>
    /// <param name="output">Any output.</param>
    public byte[]? WebPOf(Output output) => Read(output, WebP);

    /// <summary>Adds the picture of a figure as PNG, with its text alternative and its size in the metadata of the output.</summary>
    /// <param name="output">Any output.</param>
    /// <returns>The output with its picture; the same output if it is no figure, or has no picture.</returns>
    public Output AddTo(Output output)
    {
        if (Read(output, Png) is not { } png)
        {
            return output;
        }

        var forms = output.Forms!.With(MimeTypes.Png, Convert.ToBase64String(png));
        var description = new JsonObject
        {
            ["alt"] = forms.Find(MimeTypes.Text) ?? "",
            ["height"] = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(PlaceOfHeight)),
            ["width"] = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(PlaceOfWidth)),
        };
        return output switch
        {
            DisplayOutput display => display with { Data = forms, Metadata = Described(display.Metadata, description) },
            ResultOutput result => result with { Data = forms, Metadata = Described(result.Metadata, description) },
            _ => output,
        };
    }

    /// <summary>Keeps the pictures of a figure.</summary>
    /// <param name="figure">The figure as JSON.</param>
    /// <param name="picture">Its pictures.</param>
    /// <exception cref="IOException">They cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">They must not be written.</exception>
    public void Keep(string figure, FigurePicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        Directory.CreateDirectory(folder);
        AtomicFile.Write(PathOf(figure, WebP), picture.WebP);
        AtomicFile.Write(PathOf(figure, Png), picture.Png);
    }

    /// <summary>Deletes the pictures that are of none of some figures.</summary>
    /// <param name="figures">The figures as JSON.</param>
    /// <exception cref="IOException">They cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">They must not be deleted.</exception>
    public void KeepOnly(IEnumerable<string> figures)
    {
        var names = figures.Select(NameOf).ToHashSet();
        foreach (string file in Directory.Exists(folder) ? Directory.GetFiles(folder) : [])
        {
            if (Path.GetExtension(file) is WebP or Png && !names.Contains(Path.GetFileNameWithoutExtension(file)))
            {
                File.Delete(file);
            }
        }
    }

    private byte[]? Read(Output output, string ending)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.Forms?.Find(MimeTypes.Figure) is { } figure && PathOf(figure, ending) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    private string PathOf(string figure, string ending) => Path.Combine(folder, NameOf(figure) + ending);

    private static JsonObject Described(JsonObject metadata, JsonObject description)
    {
        var described = (JsonObject)metadata.DeepClone();
        described[MimeTypes.Png] = description;
        return described;
    }
}
