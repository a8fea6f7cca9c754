using System.Text;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// A chapter as the page shows it.
/// </summary>
/// <param name="Name">The name of its notebook and of its page, without an ending.</param>
/// <param name="Title">Its title.</param>
/// <param name="Standfirst">The paragraph under the title.</param>
/// <param name="ReadingMinutes">About how long it takes to read.</param>
/// <param name="Sections">Its sections, for the table of contents.</param>
/// <param name="Body">Everything below the standfirst, as HTML.</param>
/// <param name="Pictures">The files of its figures' still pictures and of its images.</param>
internal sealed record Chapter(string Name, string Title, string Standfirst, int ReadingMinutes, IReadOnlyList<Section> Sections, string Body, IReadOnlyList<SiteFile> Pictures)
{
    /// <summary>The file name ending of a page.</summary>
    public const string Extension = ".html";

    private const string QuestionTag = "question";
    private const int WordsPerMinute = 220;

    /// <summary>The chapter's file.</summary>
    public string Page => Name + Extension;

    /// <summary>Makes a chapter from an executed notebook.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="path">Its path.</param>
    public static Chapter Of(NotebookDocument document, string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        var levers = LeverCell.Find(document)?.Levers ?? [];
        var (title, standfirst, rest) = MarkdownText.SplitHead(document.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Markdown)?.Source ?? "");
        var body = new StringBuilder();
        var sections = new List<Section>();
        var figures = new ChapterFigures(name, Path.GetDirectoryName(Path.GetFullPath(path))!);
        int words = 0;
        bool headIsDone = false;
        var code = new List<Cell>();
        foreach (var cell in document.Cells)
        {
            if (cell.Kind == CellKind.Code)
            {
                code.Add(cell);
                body.Append(CellHtml.RenderOutputs(cell, levers, figures));
            }
            else if (cell.Kind == CellKind.Markdown)
            {
                // Cells without outputs wait for the next that has some: nobody wants to unfold code that shows nothing.
                if (code.Any(earlier => earlier.Outputs.Count > 0))
                {
                    body.Append(CellHtml.RenderCode(code));
                    code.Clear();
                }

                string source = headIsDone ? cell.Source : rest;
                headIsDone = true;
                words += source.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
                var (html, opened) = MarkdownText.Render(source, figures);
                sections.AddRange(opened);
                body.Append(cell.HasTag(QuestionTag) ? $"<div class=\"question\">\n{html}</div>\n" : html);
            }
        }

        body.Append(CellHtml.RenderCode(code));
        return new(name, title.Length > 0 ? title : name, standfirst, Math.Max(1, (int)Math.Round((double)words / WordsPerMinute)), sections, body.ToString(), figures.Pictures);
    }
}
