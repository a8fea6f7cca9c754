using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using InteractiveArticle.Files;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Notebook.Pictures;

/// <summary>
/// The still pictures of figures and scenes, for wherever no script runs or nothing moves: files in a folder, named by what
/// they show.
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

    /// <summary>The name of the pictures of a figure or a scene, without an ending.</summary>
    /// <param name="shown">The figure or the scene as JSON, as it stands in its output.</param>
    /// <returns>The first 16 hexadecimal digits of the SHA-256 of the JSON in UTF-8.</returns>
    public static string NameOf(string shown) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown)))[..NameDigits];

    /// <summary>The figures that cells show, as JSON, in their order.</summary>
    /// <param name="document">An executed notebook.</param>
    public static IEnumerable<string> FiguresIn(NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Cells.SelectMany(cell => cell.Outputs).Select(output => output.Forms?.Find(MimeTypes.Figure)).OfType<string>();
    }

    /// <summary>The scenes that cells show, as JSON at their wide size, in their order.</summary>
    /// <param name="document">A notebook that has just been executed: files do not keep this form.</param>
    public static IEnumerable<string> ScenesIn(NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Cells.SelectMany(cell => cell.Outputs).Select(output => output.Forms?.Find(MimeTypes.Scene)).OfType<string>();
    }

    /// <summary>Whether a figure or a scene has its pictures.</summary>
    /// <param name="shown">The figure or the scene as JSON.</param>
    public bool Has(string shown) => File.Exists(PathOf(shown, Png));

    /// <summary>The picture of a figure as WebP; <see langword="null"/> for an output that is no figure, or has no picture.</summary>
    /// <param name="output">Any output.</param>
    public byte[]? WebPOf(Output output) => Read(output, WebP);

    /// <summary>Adds the picture of a figure or a scene as PNG, with its text alternative and its size in the metadata of the output.</summary>
    /// <param name="output">Any output.</param>
    /// <returns>The output with its picture; the same output if it is neither, or has no picture.</returns>
    public Output AddTo(Output output)
    {
        if (Read(output, Png) is not { } png)
        {
            return output;
        }

        var forms = output.Forms!.With(MimeTypes.Png, Convert.ToBase64String(png));
        var (width, height) = PngSize.Of(png);
        var description = new JsonObject { ["alt"] = forms.Find(MimeTypes.Text) ?? "", ["height"] = height, ["width"] = width };
        return output switch
        {
            DisplayOutput display => display with { Data = forms, Metadata = Described(display.Metadata, description) },
            ResultOutput result => result with { Data = forms, Metadata = Described(result.Metadata, description) },
            _ => output,
        };
    }

    /// <summary>Keeps the pictures of a figure or a scene.</summary>
    /// <param name="shown">The figure or the scene as JSON.</param>
    /// <param name="picture">Its pictures.</param>
    /// <exception cref="IOException">They cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">They must not be written.</exception>
    public void Keep(string shown, FigurePicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        Directory.CreateDirectory(folder);
        if (picture.WebP is not null)
        {
            AtomicFile.Write(PathOf(shown, WebP), picture.WebP);
        }

        // Last, as who finds this one takes the other for there.
        AtomicFile.Write(PathOf(shown, Png), picture.Png);
    }

    /// <summary>Deletes the pictures that are of none of some figures and scenes.</summary>
    /// <param name="shown">The figures and scenes as JSON.</param>
    /// <exception cref="IOException">They cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">They must not be deleted.</exception>
    public void KeepOnly(IEnumerable<string> shown)
    {
        var names = shown.Select(NameOf).ToHashSet();
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
        return (output.Forms?.Find(MimeTypes.Figure) ?? output.Forms?.Find(MimeTypes.Scene)) is { } shown && PathOf(shown, ending) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    private string PathOf(string shown, string ending) => Path.Combine(folder, NameOf(shown) + ending);

    private static JsonObject Described(JsonObject metadata, JsonObject description)
    {
        var described = (JsonObject)metadata.DeepClone();
        described[MimeTypes.Png] = description;
        return described;
    }
}
