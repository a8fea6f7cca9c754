using System.Text.Encodings.Web;
using System.Text.Json;
using InteractiveArticle.Rendering;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// What a page may hold of what cells show, for the page's own script, which cleans what levers and edits bring by the rules
/// by which the page was written.
/// </summary>
internal static class OutputRules
{
    private static readonly JsonSerializerOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The rules as JSON.</summary>
    public static string Json { get; } = JsonSerializer.Serialize(
        new
        {
            html = new { tags = SafeHtml.Tags, attributes = SafeHtml.Attributes, classes = SafeHtml.Classes },
            lost = SafeHtml.Lost,
            unseen = SafeHtml.Unseen,
            scriptAlone = SafeHtml.ScriptAlone,
            lostClass = Loss.Class,
            lostWords = Loss.Words,
            picture = PictureHtml.Address,
            styles = SafeStyle.Properties,
            declaration = SafeStyle.Declaration,
            ownLook = SafeHtml.OwnLook,
            looksItsOwnWay = SafeHtml.LooksItsOwnWay,
            visible = SafeHtml.Visible,
            drawing = SafeHtml.Drawing,
            drawingStyle = SafeHtml.DrawingStyle,
            svg = new { tags = SafeSvg.Tags, attributes = SafeSvg.Attributes, functions = SafeSvg.Functions, rules = SafeSvg.Rules },
            terminal = Enumerable.Range(0, TerminalText.Colors).SelectMany(color => (string[])[$"fg-{color}", $"bg-{color}"]).Concat(TerminalText.Styles),
        },
        Layout);
}
