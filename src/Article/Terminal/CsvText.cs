using System.Globalization;

namespace InteractiveArticle.Article.Terminal;

/// <summary>
/// Comma-separated values as in RFC 4180: what holds a comma, a quotation mark or an end of line stands in quotation marks.
/// </summary>
internal static class CsvText
{
    public static void WriteLine(params IEnumerable<string?> cells) => Console.WriteLine(string.Join(',', cells.Select(Cell)));

    /// <summary>A number with all its digits; an empty cell where there is none.</summary>
    public static string Number(double? value) => value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "";

    private static string Cell(string? text) => text is not null && text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text ?? "";
}
