using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using InteractiveArticle.Cells.Shipping;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Guesses;
using InteractiveArticle.Notebook.Levers;
using InteractiveArticle.Notebook.Pictures;
using InteractiveArticle.Rendering;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// A chapter as the page shows it.
/// </summary>
/// <param name="Name">The name of its notebook and of its page, without an ending.</param>
/// <param name="Title">Its title.</param>
/// <param name="Standfirst">The paragraph under the title.</param>
/// <param name="ReadingMinutes">About how long it takes to read.</param>
/// <param name="Sections">Its sections, for the table of contents.</param>
/// <param name="Body">All of it, its head first, as HTML.</param>
/// <param name="Files">What comes along: its figures' still pictures, its images, its compiled cells.</param>
/// <param name="Card">The picture that stands for it where it is linked to; null where it has none.</param>
/// <param name="IsLive">Whether its levers can be moved and its code changed on the page.</param>
internal sealed record Chapter(
    string Name, string Title, string Standfirst, int ReadingMinutes, IReadOnlyList<Section> Sections, string Body, IReadOnlyList<SiteFile> Files, SiteFile? Card, bool IsLive)
{
    /// <summary>Whether it has a chart that takes the whole of plotly.js.</summary>
    public bool NeedsWholePlotly { get; private init; }

    /// <summary>Whether it has mathematics to typeset.</summary>
    public bool HasMathematics { get; private init; }

    /// <summary>The addresses of what its text shows or links to and no page can have.</summary>
    public IReadOnlyCollection<string> Missing { get; private init; } = [];

    /// <summary>What the front page opens with, as HTML, with the controls that move it; null where the chapter has nothing for it.</summary>
    public string? Front { get; private init; }

    /// <summary>The file name ending of a page.</summary>
    public const string Extension = ".html";

    private const string DeskHeading = "Everything at once";

    // What comes last in a chapter, after all there is to try.
    private static readonly string[] Endings = ["In short", "Sources"];

    /// <summary>What is said of it where it is listed: its teaser, or else the first sentence of its standfirst.</summary>
    public string Line => Teaser ?? FirstSentence;

    // What the metadata of its first cell say there; null where they say nothing.
    private string? Teaser { get; init; }

    private string FirstSentence => Standfirst.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? Standfirst[..(end + 1)] : Standfirst;

    /// <summary>The chapter's file.</summary>
    public string Page => Name + Extension;

    /// <summary>The file of its compiled cells, if it is live.</summary>
    public string CompiledCells => CompiledCellsOf(Name);

    /// <summary>Makes a chapter from an executed notebook.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="path">Its path.</param>
    /// <param name="pictures">The still pictures of its figures.</param>
    /// <param name="shipped">The same notebook with its cells compiled; null leaves the live part out.</param>
    /// <exception cref="NotebookException">A cell shows what a page cannot hold.</exception>
    public static Chapter Of(NotebookDocument document, string path, FigurePictures pictures, ShippedNotebook? shipped)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        var levers = LeverCell.Find(document)?.Levers ?? [];
        var guesses = GuessedPart.FindAll(document);
        Lever[] moving = [.. levers.Where(lever => shipped?.LeversThatMove.Contains(lever.Name) ?? false)];
        bool isLive = shipped is not null && (moving.Length > 0 || (levers.Count == 0 && document.Cells.Any(cell => ChapterLevers.IsAlive(cell, shipped))));
        var controls = isLive ? new ChapterLevers(document, moving, shipped!, SiteAddress.Of(CompiledCellsOf(name))) : null;
        var head = document.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Markdown);
        var (title, standfirst, rest) = Named(head, () => MarkdownText.SplitHead(head?.Source ?? ""));
        var passages = new Passages();
        var sections = new List<Section>();
        var figures = new ChapterFigures(name, Path.GetDirectoryName(Path.GetFullPath(path))!, pictures);
        var anchors = new Anchors();
        bool headIsDone = false;
        var code = new List<Cell>();
        string? front = null;
        bool wantsDesk = ChapterLevers.HasDesk(document, levers);
        string shownTitle = title.Length > 0 ? title : TitleIn(NotebookMetadata.Of(document)) ?? name;
        var section = new Section("content", shownTitle);
        var places = new List<(Cell Cell, Section Section)>();
        bool isRevealed = false;
        foreach (var cell in document.Cells)
        {
            // A question that follows a result within its section asks about it, and waits with it.
            bool isAbout = cell.HasTag(CellTags.Answer) || (cell.HasTag(CellTags.Question) && !cell.Source.StartsWith("## ", StringComparison.Ordinal));
            if (isRevealed && !isAbout)
            {
                (passages.Cover, isRevealed) = (null, false);
            }

            if (cell.Kind == CellKind.Code && cell.HasTag(CellTags.Front))
            {
                front = Named(cell, () => CellHtml.RenderOutputs(cell, figures, controls?.OfFront(cell) ?? "", StillBecause(cell)));
            }
            else if (cell.Kind == CellKind.Code)
            {
                code.Add(cell);
                places.Add((cell, section));
                if (cell.HasTag(LeverCell.Tag) && !wantsDesk)
                {
                    passages.Tell(LeverHtml.Table(levers));
                }

                passages.Show(Named(cell, () => CellHtml.RenderOutputs(cell, figures, controls?.Below(cell) ?? "", StillBecause(cell))), cell.Outputs.Any(OutputHtml.IsFigure));
                isRevealed |= guesses.Any(part => part.Revealing == cell);
            }
            else if (cell.Kind == CellKind.Markdown)
            {
                var guess = guesses.FirstOrDefault(part => part.Asking == cell);
                string source = guess?.Guess.Question ?? (headIsDone ? cell.Source : rest);
                headIsDone = true;
                var (pieces, opened) = Named(cell, () => MarkdownText.Render(source, figures, anchors));

                // One fold a section, and none that shows only what puts nothing out: such cells wait for the next that does.
                if (opened.Count > 0 && code.Any(earlier => earlier.Outputs.Count > 0))
                {
                    passages.Fold(CellHtml.RenderCode(code, StillBecause));
                    code.Clear();
                }

                var ending = opened.FirstOrDefault(heading => Endings.Contains(heading.Text));
                string desk = wantsDesk && ending is not null ? Desk() : "";
                sections.AddRange(opened);
                section = opened.Count > 0 ? opened[^1] : section;
                places.Add((cell, section));
                if (guess is not null)
                {
                    passages.Lead(Named(cell, () => GuessHtml.Question(guess, string.Concat(pieces))));
                    passages.Cover = html => GuessHtml.Covered(guess, html);
                }
                else if (cell.HasTag(CellTags.Question))
                {
                    passages.Ask(Question(string.Concat(pieces), AnswerTo(cell), controls?.AskedFor(cell) ?? ""));
                }
                else
                {
                    foreach (string piece in pieces)
                    {
                        if (desk.Length > 0 && piece.StartsWith($"<h2 id=\"{ending!.Id}\"", StringComparison.Ordinal))
                        {
                            passages.Place(desk);
                        }

                        passages.Tell(piece);
                    }
                }
            }
        }

        passages.Cover = null;
        passages.Fold(CellHtml.RenderCode(code, StillBecause));
        if (wantsDesk)
        {
            passages.Place(Desk());
        }

        var card = HeroPicture.Of(document) is { } picture ? new SiteFile($"pictures/{name}.png", picture) : null;
        SiteFile[] files = [.. figures.Pictures, .. (SiteFile[])(card is null ? [] : [card]), .. (SiteFile[])(isLive ? [new(CompiledCellsOf(name), Encoding.UTF8.GetBytes(shipped!.ToJson()))] : [])];
        int minutes = ReadingTime.InMinutes(name, $"<p>{WebUtility.HtmlEncode(standfirst)}</p>{passages.ToText()}");
        string body = passages.ToHtml(Head(shownTitle, standfirst, minutes));
        return new(name, shownTitle, standfirst, minutes, sections, body, files, card, isLive)
        {
            Missing = figures.Missing,
            HasMathematics = body.Contains($"class=\"{MathHtml.Class}", StringComparison.Ordinal),
            Front = front,
            Teaser = head?.Metadata["teaser"] is JsonValue teaser && teaser.TryGetValue<string>(out string? text) ? text : null,
            NeedsWholePlotly = document.Cells.SelectMany(cell => cell.Outputs).Any(OutputHtml.NeedsWholePlotly),
        };

        string Desk()
        {
            wantsDesk = false;
            var heading = new Section(anchors.Next(DeskHeading), DeskHeading);
            sections.Add(heading);
            return $"<h2 id=\"{heading.Id}\">{DeskHeading}</h2>\n{LeverHtml.Table(levers)}{controls?.Desk(heading, places)}";
        }

        string? AnswerTo(Cell question) => document.Cells.SkipWhile(cell => cell != question).Skip(1).TakeWhile(cell => !cell.HasTag(CellTags.Question)).FirstOrDefault(cell => cell.HasTag(CellTags.Answer))?.Id;

        string? StillBecause(Cell cell) => shipped?.StillBecause(cell.Id);

        T Named<T>(Cell? cell, Func<T> render)
        {
            try
            {
                return render();
            }
            catch (NotebookException error)
            {
                throw new NotebookException($"{path}: cell {document.Cells.TakeWhile(other => other != cell).Count() + 1}: {error.Message}", error);
            }
        }
    }

    private static string CompiledCellsOf(string name) => $"live/{name}.json";

    private static string? TitleIn(JsonObject metadata) =>
        metadata["title"] is JsonValue value && value.TryGetValue<string>(out string? title) && !string.IsNullOrWhiteSpace(title) ? title.Trim() : null;

    private static string Head(string title, string standfirst, int minutes) => $"""
        <header class="chapter-head">
        <h1>{WebUtility.HtmlEncode(title)}</h1>
        {Site.Page.Standfirst(standfirst)}<p class="byline">{(minutes == 1 ? "About a minute" : $"About {minutes} minutes")}</p>
        </header>

        """;

    // What a cell says before its question belongs to the text.
    private static string Question(string html, string? answer, string controls)
    {
        int start = Math.Max(0, html.IndexOf("<h3", StringComparison.Ordinal));
        string answeredBy = answer is null ? "" : $" data-answer=\"{WebUtility.HtmlEncode(answer)}\"";
        return $"{html[..start]}<div class=\"question\"{answeredBy}>\n{html[start..]}{controls}</div>\n";
    }
}
