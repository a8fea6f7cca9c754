using System.Text;
using InteractiveArticle.Figures.Display;
using InteractiveArticle.Figures.Text;
using InteractiveArticle.Figures.Scenes.Painting;

namespace InteractiveArticle.Figures.Scenes;

/// <summary>
/// The forms that a <see cref="Scene"/> is shown in: for the article's page the scene at either size with all that its
/// player needs, for notebook front ends Markdown with the moving picture in it, and words.
/// </summary>
/// <remarks>
/// Front ends that show neither HTML nor SVG of a notebook that nobody has trusted yet do show Markdown, and in it a picture
/// that moves.
/// </remarks>
public sealed class SceneForms : IFormatterSource
{
    /// <inheritdoc/>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<Scene>(MimeTypes.Scene, scene => SceneJson.Write(scene, scene.Draw(SceneSize.Wide))),
        new TypeFormatter<Scene>(MimeTypes.NarrowScene, scene => SceneJson.Write(scene, scene.Draw(SceneSize.Narrow))),
        new TypeFormatter<Scene>(MimeTypes.Markdown, ToMarkdown),
        new TypeFormatter<Scene>(MimeTypes.Text, ToText),
    ];

    private static string ToText(Scene scene) =>
        $"{scene.Title}{(scene.Title.EndsWith('?') ? "" : ".")} {scene.Finding}\n" + string.Join('\n', scene.Captions.Select(caption => "  " + Said(scene, caption)));

    private static string ToMarkdown(Scene scene)
    {
        string svg = scene.Paint(scene.Draw(SceneSize.Wide), isRepeated: true);
        return $"""
            **{MarkdownText.Of(scene.Title)}**

            <img alt="{System.Net.WebUtility.HtmlEncode(scene.Finding)}" width="{Stage.WideWidth}" src="data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))}">

            {MarkdownText.Of(scene.Finding)}

            <details><summary>What happens when</summary>

            {string.Join('\n', scene.Captions.Select(caption => "- " + MarkdownText.Of(Said(scene, caption))))}

            </details>
            """;
    }

    private static string Said(Scene scene, Caption caption)
    {
        string time = scene.Time.Words(scene.Time.Story(caption.At));
        return $"{time}: {Caption.AfterTime(caption.Headline, time)}{(caption.Detail.Length > 0 ? " " + caption.Detail : "")}";
    }
}
