using System.Text.Json;
using System.Text.Json.Nodes;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Rendering;

/// <summary>
/// What a page shows of a result that its reader has guessed at.
/// </summary>
/// <param name="Kind">What was guessed by: "number", "bars" or "curve".</param>
/// <param name="Names">The names of the bars.</param>
/// <param name="Verdicts">What is said of a guess, as HTML, by what the guess was.</param>
/// <param name="Answer">The paragraphs of the answer, as HTML.</param>
/// <param name="Script">What the page's script lays over the guess, as JSON.</param>
public sealed record ShownReveal(string Kind, IReadOnlyList<string> Names, IReadOnlyList<KeyValuePair<string, string>> Verdicts, IReadOnlyList<string> Answer, string Script)
{
    private static readonly string[] Kinds = ["number", "bars", "curve"];
    private static readonly string[] Guesses = ["low", "right", "high", "other"];

    /// <summary>The result that an output shows.</summary>
    /// <param name="output">Any output.</param>
    /// <returns>The result; null for an output that shows none.</returns>
    public static ShownReveal? In(Output output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (output.Forms?.Find(MimeTypes.Reveal) is not { } json || TryRead(json) is not { } reveal)
        {
            return null;
        }

        var verdicts = reveal["verdicts"]!.AsObject();
        var answer = reveal["answer"]!.AsArray();
        reveal.Remove("verdicts");
        reveal.Remove("answer");
        return new(
            (string)reveal["kind"]!,
            [.. reveal["names"]!.AsArray().Select(name => (string)name!)],
            [.. verdicts.Select(verdict => KeyValuePair.Create(verdict.Key, string.Concat(verdict.Value!.AsArray().Select(words => (string)words!))))],
            [.. answer.Select(words => (string)words!)],
            reveal.ToJsonString());
    }

    private static JsonObject? TryRead(string json)
    {
        try
        {
            return StrictJson.Parse(json) is JsonObject reveal && IsWhole(reveal) ? reveal : null;
        }
        catch (JsonException)
        {
            // Any cell may put out anything under any name.
            return null;
        }
    }

    private static bool IsWhole(JsonObject reveal) =>
        IsText(reveal["kind"]) && Kinds.Contains((string)reveal["kind"]!)
        && IsList(reveal["names"], IsText) && IsList(reveal["x"], IsNumber) && IsList(reveal["y"], IsNumber)
        && IsOfThisLength((string)reveal["kind"]!, reveal["y"]!.AsArray().Count, reveal)
        && IsNumber(reveal["within"]) && IsNumber(reveal["at"])
        && reveal["verdicts"] is JsonObject verdicts && verdicts.All(verdict => Guesses.Contains(verdict.Key) && IsList(verdict.Value, IsText))
        && IsList(reveal["answer"], IsText);

    // A number may be missing: there is none.
    private static bool IsOfThisLength(string kind, int count, JsonObject reveal) => kind switch
    {
        "bars" => count > 0 && count == reveal["names"]!.AsArray().Count,
        "curve" => count > 0 && count == reveal["x"]!.AsArray().Count,
        _ => count <= 1,
    };

    private static bool IsList(JsonNode? node, Predicate<JsonNode?> isItem) => node is JsonArray list && list.All(item => isItem(item));

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    private static bool IsNumber(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number;
}
