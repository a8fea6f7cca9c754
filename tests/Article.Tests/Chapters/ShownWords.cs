using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Figures.Guesses;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Text;
using InteractiveArticle.Formatting;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Article.Tests.Chapters;

/// <summary>All words that a value of a chapter shows to its readers, wherever they stand.</summary>
internal static partial class ShownWords
{
    /// <summary>The words of a value, each piece as it stands alone.</summary>
    public static IEnumerable<string> Of(object value) => value switch
    {
        Passage passage => passage.Plain,
        Table table => [table.Caption, .. table.Headings, .. table.Rows.SelectMany(row => row)],
        Figure figure =>
        [
            figure.Title, figure.Finding, figure.X.Label, figure.Y.Label,
            .. figure.X.Ticks.Concat(figure.Y.Ticks).Select(tick => tick.Text),
            .. figure.Series.Select(series => series.Name),
            .. figure.Marks.Select(mark => mark.Text),
        ],
        Reveal reveal => [.. reveal.Answer.Plain, .. reveal.Names, .. reveal.Verdicts.SelectMany(verdict => verdict.Words.Plain).Select(words => words.Replace(RevealForms.GuessInWords, "your guess", StringComparison.Ordinal))],
        Scene scene => [.. Of(scene, SceneSize.Wide), .. Of(scene, SceneSize.Narrow)],
        _ => [ValueFormatter.Instance.Format(value)?[MimeTypes.Text] ?? ""],
    };

    private static List<string> Of(Scene scene, SceneSize size)
    {
        using var json = JsonDocument.Parse(SceneJson.Write(scene, scene.Draw(size)));
        return [.. Of(json.RootElement)];
    }

    private static IEnumerable<string> Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Of),
        JsonValueKind.Object => element.EnumerateObject().Where(member => member.Name is not ("value" or "lever" or "key")).SelectMany(member => Of(member.Value)),
        JsonValueKind.String when element.GetString()!.StartsWith("<svg", StringComparison.Ordinal) => Texts().Matches(element.GetString()!).Select(text => WebUtility.HtmlDecode(text.Value)),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    // What a reading tells in turn stands in one place, but each of it alone.
    [GeneratedRegex("(?<=>)[^<>]+(?=</(?:text|tspan|title|desc)>)")]
    private static partial Regex Texts();
}
