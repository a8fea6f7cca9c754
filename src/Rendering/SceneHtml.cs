using System.Net;
using InteractiveArticle.Figures.Scenes;

namespace InteractiveArticle.Rendering;

/// <summary>
/// A scene on the page: title, the picture at the sizes there are, the finding, and what is said when. Where scripts run, a
/// player joins it.
/// </summary>
/// <remarks>
/// A picture lies in a shadow root, so that its styles and animations meet neither those of another scene nor the page's.
/// </remarks>
internal static class SceneHtml
{
    // Styles of the page do not reach into a shadow root, but its custom properties do: where the picture is too small for
    // letters to be read, the page says so.
    private const string Style = "<style>svg{display:block;width:100%;height:auto}text{visibility:var(--letters,visible)}</style>";

    /// <summary>Renders a scene.</summary>
    /// <param name="scene">The scene, its pictures checked.</param>
    /// <param name="id">The scene's identity on its page.</param>
    /// <param name="isHero">Whether it is the chapter's main picture.</param>
    public static string Render(ShownScene scene, string id, bool isHero)
    {
        id = Encode(id);
        string timeline = scene.Timeline is null ? "" : $" data-timeline=\"{Encode(scene.Timeline)}\"";
        return $"""
            <figure class="scene{(isHero ? " hero" : "")}" id="{id}" aria-labelledby="{id}-title"{timeline}>
            <p class="figure-title" id="{id}-title">{EncodeWords(scene.Title)}</p>
            <div class="stages">{string.Concat(scene.Stages.Select(Stage))}</div>
            <figcaption><p id="{id}-finding">{EncodeWords(scene.Finding)}</p>
            <details class="captions"><summary>What happens when</summary><ol>{string.Concat(scene.Captions.Select(Listed))}</ol></details></figcaption>
            </figure>

            """;
    }

    private static string Stage(ShownStage stage)
    {
        // Inside a script element no "<" may stand, whatever follows it; in JSON it only stands within texts.
        string json = stage.Script.Replace("<", "\\u003c", StringComparison.Ordinal);
        return $"<div class=\"stage {stage.Size}\"><div class=\"picture\" style=\"--shape:{stage.Shape}\"><template shadowrootmode=\"open\">{Style}{stage.Svg}{WithoutScripts(stage)}</template></div><script type=\"application/json\" class=\"scene-data\">{json}</script></div>";
    }

    private static string WithoutScripts(ShownStage stage) =>
        stage.Repetition == "" ? "" : $"<noscript><svg width=\"0\" height=\"0\" style=\"position:absolute\" aria-hidden=\"true\">{stage.Repetition}</svg></noscript>";

    private static string Listed(ShownCaption caption) =>
        $"<li><span>{EncodeWords(caption.Time)}</span> <strong>{EncodeWords(Caption.AfterTime(caption.Headline, caption.Time))}</strong> {EncodeWords(caption.Detail)}</li>";

    private static string EncodeWords(string text) => Encode(Typography.OfText(text));

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
