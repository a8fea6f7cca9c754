using System.Text.Json;
using System.Text.RegularExpressions;
using InteractiveArticle.Figures.Scenes.Painting;
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
internal sealed partial record ShownScene(string Title, string Finding, string? Timeline, IReadOnlyList<ShownCaption> Captions, IReadOnlyList<ShownStage> Stages)
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
        var wide = Read(output, MimeTypes.Scene, "wide");
        var narrow = Read(output, MimeTypes.NarrowScene, "narrow");
        return (wide ?? narrow) is { } words ? words with { Stages = [.. wide?.Stages ?? [], .. narrow?.Stages ?? []] } : null;
    }

    private static ShownScene? Read(Output output, string mimeType, string size)
    {
        if (output.Forms?.Find(mimeType) is not { } json)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return IsWhole(document.RootElement) ? Of(document.RootElement, size) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Any cell may put out anything under any name, half a character too.
            return null;
        }
    }

    private static ShownScene Of(JsonElement scene, string size) => new(
        scene.GetProperty("title").GetString()!,
        scene.GetProperty("finding").GetString()!,
        Member(scene, "timeline").ValueKind == JsonValueKind.String ? scene.GetProperty("timeline").GetString() : null,
        [.. scene.GetProperty("captions").EnumerateArray().Select(caption => new ShownCaption(caption.GetProperty("time").GetString()!, caption.GetProperty("headline").GetString()!, caption.GetProperty("detail").GetString()!))],
        [
            new(
                size,
                scene.GetProperty(Svg).GetString()!,
                Member(scene, "name") is { ValueKind: JsonValueKind.String } name && Name().IsMatch(name.GetString()!) ? Repetition.Of(name.GetString()!, scene.GetProperty("duration").GetDouble()) : "",
                FormattableString.Invariant($"{scene.GetProperty("width").GetDouble()}/{scene.GetProperty("height").GetDouble() - scene.GetProperty("railHeight").GetDouble()}"),
                "{" + string.Join(',', scene.EnumerateObject().Where(member => !member.NameEquals(Svg))) + "}"),
        ]);

    private static bool IsWhole(JsonElement scene) =>
        scene.ValueKind == JsonValueKind.Object
        && IsText(scene, "title") && IsText(scene, "finding") && IsText(scene, Svg) && IsTextIfAny(scene, "timeline")
        && Numbers.All(name => IsNumber(scene, name))
        && IsList(scene, "captions", caption => IsNumber(caption, "at") && IsText(caption, "time") && IsText(caption, "headline") && IsText(caption, "detail"))
        && IsList(scene, "knots", knot => IsPair(knot, JsonValueKind.Number)) && scene.GetProperty("knots").GetArrayLength() > 1
        && IsList(scene, "readings", reading => IsPair(reading, JsonValueKind.String)) && scene.GetProperty("readings").GetArrayLength() > 0
        && IsList(scene, "hands", hand => HandNumbers.All(name => IsNumber(hand, name)) && HandTexts.All(name => IsText(hand, name)) && IsTextIfAny(hand, "key") && (Member(hand, "prompt").ValueKind is JsonValueKind.Null or JsonValueKind.Undefined || IsPrompt(hand.GetProperty("prompt"))));

    private static bool IsPrompt(JsonElement prompt) =>
        HandNumbers.Concat(PromptNumbers).All(name => IsNumber(prompt, name))
        && Member(prompt, "notes") is { ValueKind: JsonValueKind.Array } notes && notes.EnumerateArray().All(note => note.ValueKind == JsonValueKind.String)
        && (Member(prompt, "enter").ValueKind is JsonValueKind.Null or JsonValueKind.Undefined || HandNumbers.All(name => IsNumber(prompt.GetProperty("enter"), name)));

    private static bool IsList(JsonElement owner, string name, Predicate<JsonElement> isItem)
    {
        if (Member(owner, name) is not { ValueKind: JsonValueKind.Array } list)
        {
            return false;
        }

        foreach (var item in list.EnumerateArray())
        {
            if (!isItem(item))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPair(JsonElement pair, JsonValueKind second) =>
        pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2 && pair[0].ValueKind == JsonValueKind.Number && pair[1].ValueKind == second;

    private static bool IsText(JsonElement owner, string name) => Member(owner, name).ValueKind == JsonValueKind.String;

    private static bool IsTextIfAny(JsonElement owner, string name) => Member(owner, name).ValueKind is JsonValueKind.String or JsonValueKind.Null or JsonValueKind.Undefined;

    private static bool IsNumber(JsonElement owner, string name) => Member(owner, name).ValueKind == JsonValueKind.Number;

    [GeneratedRegex("^[a-z]+\\z")]
    private static partial Regex Name();

    // Undefined where there is none.
    private static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) ? member : default;
}

/// <summary>What a scene says from a moment on.</summary>
/// <param name="Time">The moment of the story, in words.</param>
/// <param name="Headline">The first line.</param>
/// <param name="Detail">The second line; may be empty.</param>
internal sealed record ShownCaption(string Time, string Headline, string Detail);

/// <summary>A scene at one size.</summary>
/// <param name="Size">The size: "wide" or "narrow".</param>
/// <param name="Svg">The picture.</param>
/// <param name="Repetition">What lets the picture begin again where no player does; empty where it cannot be named.</param>
/// <param name="Shape">Its width to its height where a player takes the place of its rail, as CSS.</param>
/// <param name="Script">What the page's player needs, as JSON.</param>
internal sealed record ShownStage(string Size, string Svg, string Repetition, string Shape, string Script);
