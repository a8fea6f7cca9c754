using System.Net;
using System.Text;
using InteractiveArticle.Figures.Display;

namespace InteractiveArticle.Figures.Text;

/// <summary>
/// A small table: a caption, headings, and rows whose first cell names the row.
/// </summary>
/// <param name="Caption">What the table is about.</param>
/// <param name="Headings">One heading a column.</param>
[TypeFormatterSource(typeof(TableFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Markdown, MimeTypes.Text])]
public sealed record Table(string Caption, params IReadOnlyList<string> Headings)
{
    /// <summary>The rows, each as long as the headings.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; private init; } = [];

    /// <summary>The table with one row more.</summary>
    /// <param name="cells">One text a column; interpolated strings, whose numbers are written as in <see cref="Narration.Prose"/>.</param>
    /// <exception cref="ArgumentException">The number of cells is not the number of columns.</exception>
    public Table Row(params IReadOnlyList<FormattableString> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return cells.Count == Headings.Count
            ? this with { Rows = [.. Rows, [.. cells.Select(Narration.Prose)]] }
            : throw new ArgumentException($"A row of this table has {Headings.Count} cells, not {cells.Count}.", nameof(cells));
    }
}

/// <summary>
/// The forms a <see cref="Table"/> is shown in.
/// </summary>
public sealed class TableFormatters : IFormatterSource
{
    /// <inheritdoc/>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<Table>(MimeTypes.Html, ToHtml),
        new TypeFormatter<Table>(MimeTypes.Markdown, ToMarkdown),
        new TypeFormatter<Table>(MimeTypes.Text, ToText),
    ];

    private static string ToHtml(Table table)
    {
        var html = new StringBuilder("<table><caption>").Append(WebUtility.HtmlEncode(table.Caption)).Append("</caption><thead><tr>");
        foreach (string heading in table.Headings)
        {
            // A heading without words is none to those who hear the table.
            html.Append(heading.Length == 0 ? "<td></td>" : $"<th scope=\"col\">{WebUtility.HtmlEncode(heading)}</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            html.Append("<tr><th scope=\"row\">").Append(WebUtility.HtmlEncode(row[0])).Append("</th>");
            foreach (string cell in row.Skip(1))
            {
                html.Append("<td>").Append(WebUtility.HtmlEncode(cell)).Append("</td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    // Front ends align columns as they like unless they are told.
    private static string ToMarkdown(Table table) =>
        $"**{MarkdownText.Of(table.Caption)}**\n\n{Line(table.Headings)}{string.Concat(table.Headings.Select(_ => "| :--- "))}|\n{string.Concat(table.Rows.Select(Line))}".TrimEnd('\n');

    private static string Line(IReadOnlyList<string> cells) => string.Concat(cells.Select(cell => $"| {MarkdownText.Of(cell)} ")) + "|\n";

    private static string ToText(Table table)
    {
        IReadOnlyList<IReadOnlyList<string>> lines = [table.Headings, .. table.Rows];
        int[] widths = [.. table.Headings.Select((_, column) => lines.Max(line => line[column].Length))];
        return table.Caption + "\n" + string.Join('\n', lines.Select(line =>
            string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }
}
