using System.Text.RegularExpressions;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel.Tests.Chapters;

/// <summary>A committed chapter as its reader meets it.</summary>
internal sealed partial class Chapter
{
    private static readonly string[] PlacesWithoutFigure = ["In short", "Sources"];

    // A chapter ends with a minute of that day, told in words alone.
    private const string MinuteOfTheDay = "Tuesday, ";

    private Chapter(string name, NotebookDocument document)
    {
        Name = name;
        Document = document;
    }

    public static string Folder { get; } = Repository.PathOf("notebooks");

    public string Name { get; }

    public NotebookDocument Document { get; }

    public IEnumerable<Cell> Code => Document.Cells.Where(cell => cell.Kind == CellKind.Code);

    public IEnumerable<Cell> Words => Document.Cells.Where(cell => cell.Kind == CellKind.Markdown);

    /// <summary>Everything that is written in it, without what is computed.</summary>
    public string Text => string.Join("\n\n", Words.Select(cell => cell.Source));

    public static Chapter Load(string name) => new(name, NotebookDocument.Load(Path.Combine(Folder, name)));

    /// <summary>The headings of its sections, each with whether a picture, a table or anything computed stands in it.</summary>
    public IEnumerable<(string Heading, bool HasFigure)> Sections()
    {
        string? heading = null;
        bool hasFigure = false;
        foreach (var cell in Document.Cells)
        {
            if (cell.Kind == CellKind.Code)
            {
                hasFigure |= cell.Outputs.Count > 0;
                continue;
            }

            string[] parts = SectionStart().Split(cell.Source);
            for (int i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    if (heading is not null && !PlacesWithoutFigure.Contains(heading) && !heading.StartsWith(MinuteOfTheDay, StringComparison.Ordinal))
                    {
                        yield return (heading, hasFigure);
                    }

                    heading = parts[i].Split('\n')[0].Trim();
                    hasFigure = false;
                }

                hasFigure |= parts[i].Contains("![", StringComparison.Ordinal) || parts[i].Contains("| ---", StringComparison.Ordinal);
            }
        }
    }

    /// <summary>The longest stretches of text without a picture or anything computed in between, in words; rows of tables are no wall.</summary>
    public IEnumerable<(string Start, int Words)> Stretches()
    {
        string start = "";
        int words = 0;
        foreach (var cell in Document.Cells)
        {
            if (cell.Kind == CellKind.Markdown)
            {
                string text = cell.Source.Split("## In short")[0];
                string[] parts = Image().Split(text);
                for (int i = 0; i < parts.Length; i++)
                {
                    if (i > 0)
                    {
                        yield return (start, words);
                        words = 0;
                    }

                    start = words == 0 ? parts[i].TrimStart() : start;
                    words += Table().Replace(parts[i], "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));
                }

                if (text.Length < cell.Source.Length)
                {
                    break;
                }
            }
            else if (cell.Outputs.Count > 0)
            {
                yield return (start, words);
                words = 0;
            }
        }

        yield return (start, words);
    }

    /// <summary>The addresses that some text links to.</summary>
    public static IReadOnlySet<string> Links(string markdown) =>
        LinkTarget().Matches(markdown).Select(match => match.Groups["a"].Value.Length > 0 ? match.Groups["a"].Value : match.Groups["b"].Value).ToHashSet();

    /// <summary>The anchors of its headings, as front ends make them.</summary>
    public IReadOnlySet<string> Anchors() =>
        Heading().Matches(Text).Select(match => NotInAnAnchor().Replace(match.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-')).ToHashSet();

    public static bool ShowsFigure(Output output) => FormsOf(output)?.Find("image/png") is not null;

    /// <summary>Whether an output of a file is a scene, of which a file keeps what notebook front ends show.</summary>
    public static bool ShowsScene(Output output) => FormsOf(output)?.Find("text/markdown")?.Contains("data:image/svg+xml", StringComparison.Ordinal) ?? false;

    public static MimeBundle? FormsOf(Output output) => output switch
    {
        DisplayOutput display => display.Data,
        ResultOutput result => result.Data,
        _ => null,
    };

    [GeneratedRegex(@"^## ", RegexOptions.Multiline)]
    private static partial Regex SectionStart();

    [GeneratedRegex(@"^\|.*$", RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex(@"!\[[^\]]*\]\([^)]*\)")]
    private static partial Regex Image();

    [GeneratedRegex(@"\]\((?<a>[^)\s]+)\)|^\[[^\]]+\]:\s*(?<b>\S+)", RegexOptions.Multiline)]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"^#{1,6} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N}\s-]")]
    private static partial Regex NotInAnAnchor();
}
