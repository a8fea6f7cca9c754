using System.Net;
using System.Text;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// Code cells on the page: what they put out first, their code folded behind it.
/// </summary>
internal static class CellHtml
{
    /// <summary>Renders what a code cell has put out.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="levers">The chapter's levers, listed where the cell that declares them stands.</param>
    /// <param name="figures">The chapter's figures, which this may add to.</param>
    public static string RenderOutputs(Cell cell, IReadOnlyList<Lever> levers, ChapterFigures figures)
    {
        string outputs = string.Concat(cell.Outputs.Select(output => OutputHtml.Render(output, cell, figures, SafeHtml.Reduce) + "\n"));
        return cell.HasTag(LeverCell.Tag) ? LeverTable(levers) + outputs : outputs;
    }

    /// <summary>Renders the code of some cells, folded.</summary>
    /// <param name="cells">The cells; none renders nothing.</param>
    public static string RenderCode(IReadOnlyList<Cell> cells) => cells.Count == 0
        ? ""
        : $"<details class=\"code\"><summary>Show the code</summary>{string.Concat(cells.Select(cell => CodeText.Render(cell.Source)))}</details>\n";

    private static string LeverTable(IReadOnlyList<Lever> levers)
    {
        var html = new StringBuilder($"<details class=\"levers\"><summary>The {levers.Count} levers of this chapter</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Levers\"><table><caption>Change them in the notebook, or with --set on the command line</caption><thead><tr><th scope=\"col\">lever</th><th scope=\"col\">now</th><th scope=\"col\">takes</th></tr></thead><tbody>");
        foreach (var lever in levers)
        {
            string unit = lever.Unit is null ? "" : " " + lever.Unit;
            html.Append($"<tr><th scope=\"row\">{Encode(lever.Label)}<br><code>{Encode(lever.Name)}</code></th><td>{Encode(lever.ToLiteral(lever.Default) + unit)}</td><td>{Encode(lever.Allowed + unit)}</td></tr>");
        }

        return html.Append("</tbody></table></div></details>\n").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
