using System.Net;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Rendering;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// Code cells on the page: what they put out first, their code folded behind it.
/// </summary>
internal static class CellHtml
{
    /// <summary>Renders what a code cell has put out.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="figures">The chapter's figures, which this may add to.</param>
    /// <param name="levers">The controls that move it, as HTML; empty where nothing does.</param>
    /// <param name="stillBecause">Why a page cannot run it; null where it can.</param>
    public static string RenderOutputs(Cell cell, ChapterFigures figures, string levers, string? stillBecause)
    {
        string outputs = $"<div class=\"outputs\" data-cell=\"{WebUtility.HtmlEncode(cell.Id)}\">{string.Concat(OutputHtml.Render(cell, cell.Outputs, new WrittenOutputs(figures)).Select(html => html + "\n"))}</div>\n";
        string note = stillBecause is null || cell.Outputs.Count == 0 ? "" : StillNote(stillBecause);
        return levers.Length == 0 ? outputs + note : $"<div class=\"driven\">\n{outputs}{levers}</div>\n{note}";
    }

    /// <summary>Renders the code of some cells, folded.</summary>
    /// <param name="cells">The cells; none renders nothing.</param>
    /// <param name="stillBecause">Why a page cannot run a cell; null for a cell that it can.</param>
    public static string RenderCode(IReadOnlyList<Cell> cells, Func<Cell, string?> stillBecause) => cells.Count == 0
        ? ""
        : $"<details class=\"code\"><summary>Show the code</summary>{string.Concat(cells.Select(cell => Code(cell, stillBecause(cell))))}</details>\n";

    private static string Code(Cell cell, string? stillBecause) =>
        $"<div class=\"source\" data-cell=\"{WebUtility.HtmlEncode(cell.Id)}\"{(stillBecause is null ? "" : " data-still")}>{CodeText.Render(cell.Source)}</div>{(stillBecause is null || cell.Outputs.Count > 0 ? "" : StillNote(stillBecause))}";

    private static string StillNote(string because) => $"<p class=\"still\">Not alive on this page. {WebUtility.HtmlEncode(Typography.OfText(because))}</p>\n";
}
