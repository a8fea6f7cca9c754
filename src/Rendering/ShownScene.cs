using System.Text.Json;
using System.Text.Json.Nodes;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Rendering;

/// <summary>
/// What a page shows of a scene: words, and a picture that moves at one size or two.
/// </summary>
/// <param name="Title">What the scene is about.</param>
/// <param name="Finding">What it shows, in words.</param>
/// <param name="Timeline">Names the run that it shows, for charts that follow it; null for none.</param>
/// <param name="Captions">What is said when.</param>
/// <param name="Stages">Its pictures, the wide one first.</param>
internal sealed record ShownScene(string Title, string Finding, string? Timeline, IReadOnlyList<ShownCaption> Captions, IReadOnlyList<ShownStage> Stages)
{
    private const string Svg = "svg";

    // What the page's player reads besides the words, all of it numbers.
    private static readonly string[] Numbers = ["duration", "stillAt", "width", "height", "railHeight", "step"];
    private static readonly string[] HandNumbers = ["x", "y", "width", "height"];
    private static readonly string[] PromptNumbers = ["maximum", "scale"];
    private static readonly string[] HandTexts = ["lever", "value", "label"];

    /// <summary>The scene that an output shows.</summary>
    /// <returns>The scene; null for an output that shows none.</returns>
    public static ShownScene? In(Output output)
    {
        var wide = Read(output, MimeTypes.Scene);
        var narrow = Read(output, MimeTypes.NarrowScene);
        if ((wide ?? narrow) is not { } words)
        {
            return null;
        }

        ShownStage[] stages = [.. new[] { ("wide", wide), ("narrow", narrow) }.Where(stage => stage.Item2 is not null).Select(stage => StageOf(stage.Item1, stage.Item2!))];
        return new(
            (string)words["title"]!,
            (string)words["finding"]!,
            (string?)words["timeline"],
            [.. words["captions"]!.AsArray().Select(caption => new ShownCaption((string)caption!["time"]!, (string)caption["headline"]!, (string)caption["detail"]!))],
            stages);
    }

    private static ShownStage StageOf(string name, JsonObject scene)
    {
        string svg = (string)scene[Svg]!;
        scene.Remove(Svg);
        return new(name, svg, FormattableString.Invariant($"{(double)scene["width"]!}/{(double)scene["height"]! - (double)scene["railHeight"]!}"), scene.ToJsonString());
    }

    private static JsonObject? Read(Output output, string mimeType)
    {
        if (output.Forms?.Find(mimeType) is not { } json)
        {
            return null;
        }

        try
        {
            return StrictJson.Parse(json) is JsonObject scene && IsWhole(scene) ? scene : null;
        }
        catch (JsonException)
        {
            // Any cell may put out anything under any name.
            return null;
        }
    }

    private static bool IsWhole(JsonObject scene) =>
        IsText(scene["title"]) && IsText(scene["finding"]) && IsText(scene[Svg]) && (scene["timeline"] is null || IsText(scene["timeline"]))
        && Numbers.All(name => IsNumber(scene[name]))
        && IsList(scene["captions"], caption => caption is JsonObject said && IsNumber(said["at"]) && IsText(said["time"]) && IsText(said["headline"]) && IsText(said["detail"]))
        && IsList(scene["knots"], knot => knot is JsonArray { Count: 2 } pair && pair.All(IsNumber)) && scene["knots"]!.AsArray().Count > 1
        && IsList(scene["readings"], reading => reading is JsonArray { Count: 2 } pair && IsNumber(pair[0]) && IsText(pair[1])) && scene["readings"]!.AsArray().Count > 0
        && IsList(scene["hands"], hand => hand is JsonObject held && HandNumbers.All(name => IsNumber(held[name])) && HandTexts.All(name => IsText(held[name])) && (held["key"] is null || IsText(held["key"])) && (held["prompt"] is null || IsPrompt(held["prompt"])));

    private static bool IsPrompt(JsonNode? prompt) =>
        prompt is JsonObject typed && HandNumbers.Concat(PromptNumbers).All(name => IsNumber(typed[name])) && IsList(typed["notes"], IsText)
        && (typed["enter"] is null || (typed["enter"] is JsonObject key && HandNumbers.All(name => IsNumber(key[name]))));

    private static bool IsList(JsonNode? node, Predicate<JsonNode?> isItem) => node is JsonArray list && list.All(item => isItem(item));

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    private static bool IsNumber(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number;
}

/// <summary>What a scene says from a moment on.</summary>
/// <param name="Time">The moment of the story, in words.</param>
/// <param name="Headline">The first line.</param>
/// <param name="Detail">The second line; may be empty.</param>
internal sealed record ShownCaption(string Time, string Headline, string Detail);

/// <summary>A scene at one size.</summary>
/// <param name="Size">The size: "wide" or "narrow".</param>
/// <param name="Svg">The picture.</param>
/// <param name="Shape">Its width to its height where a player takes the place of its rail, as CSS.</param>
/// <param name="Script">What the page's player needs, as JSON.</param>
internal sealed record ShownStage(string Size, string Svg, string Shape, string Script);
