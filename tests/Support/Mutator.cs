using System.Globalization;
using System.Text.Json.Nodes;

namespace InteractiveArticle.Support;

/// <summary>
/// Spoils good input, the same way whenever it has the same seed: what all fuzzers of the ways into the program share.
/// FUZZ_ROUNDS lets them run that many times as long, FUZZ_SEED lets them begin elsewhere.
/// </summary>
internal sealed class Mutator(int seed)
{
    private const int UsualSeed = 20170228;

    // What programs have tripped over: ends of ranges, other cultures, ends of lines, and the syntax of all that input passes through.
    private static readonly string[] Strange =
    [
        "", " ", "\t", "\n", "\r", "\r\n", "\u0085", "\u2028", "\0", "\u001b[2J", "\ufeff", "\u202e", "\ud800", "é", "🙂", "…", "·",
        "0", "-0", "-1", "+1", "1.5", "0,5", "1e308", "1e999", "1e-400", "NaN", "Infinity", "-Infinity", "2147483648", "-9223372036854775809", "99999999999999999999", "0x10",
        "null", "true", "True", "[]", "{}", "\"\"", "\"", "'", "\\", "\\ud800", ",", ":", ";", "=", "{", "}", "[", "]", "(", ")", "\"a\":1,\"a\":2,", "/", "../../x", "%00", "*", "?", "|", "#", "$", "@", "--", "--set", "//", "/*",
        "; throw new Exception(\"injected\");", "\"; throw null; \"", "<script>alert(1)</script>", "<dfn>", "![](x.png)", "](", "$$", "```", "> ", "| a |\n|---|\n",
        new('[', 600), new('>', 300), new('x', 5000),
    ];

    // A node of any kind where another kind was expected.
    private static readonly string[] Values =
        ["true", "0", "-1", "1.5", "4", "1e999", "2147483648", "\"\"", "\"x\"", "\"a\\nb\"", "[]", "{}", "[null]", "{\"\": {}}", "[\"x\", 1]", new string('[', 60) + new string(']', 60)];

    private readonly Random random = new(seed);

    private static int First => Variable("FUZZ_SEED") ?? UsualSeed;

    private static int Rounds => Variable("FUZZ_ROUNDS") ?? 1;

    /// <summary>Tries something on many cases; a failure names the seed that shows its case first.</summary>
    /// <param name="cases">How many cases in one round.</param>
    /// <param name="attempt">Tries one; throws when it fails.</param>
    public static async Task TryAsync(int cases, Func<Mutator, Task> attempt)
    {
        for (int i = 0; i < cases * Rounds; i++)
        {
            int seed = unchecked(First + i);
            try
            {
                await attempt(new Mutator(seed)).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"FUZZ_SEED={seed}: {e.Message}", e);
            }
        }
    }

    /// <inheritdoc cref="TryAsync"/>
    public static void Try(int cases, Action<Mutator> attempt) => TryAsync(cases, mutator =>
    {
        attempt(mutator);
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    /// <summary>Whether something that happens once in so many cases happens now.</summary>
    public bool OnceIn(int cases) => random.Next(cases) == 0;

    /// <summary>One of several.</summary>
    public T OneOf<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>One of the whole numbers from 0 to below a limit.</summary>
    public int Below(int limit) => random.Next(limit);

    /// <summary>Text with a few pieces cut out, doubled or replaced.</summary>
    public string Text(string good)
    {
        string text = good;
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            int start = random.Next(text.Length + 1);
            int end = Math.Min(text.Length, start + random.Next(12));
            text = random.Next(6) switch
            {
                0 => text[..start] + text[end..],
                1 => text[..end] + text[start..],
                2 when OnceIn(4) => text[..start],
                3 => text[..start] + OneOf(Strange) + text[start..],
                _ => text[..start] + OneOf(Strange) + text[end..],
            };
        }

        return text;
    }

    /// <summary>Words of which a few are dropped, doubled, replaced or spoiled.</summary>
    public string[] Words(IReadOnlyList<string> good)
    {
        var words = good.ToList();
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            int at = random.Next(words.Count + 1);
            switch (random.Next(5))
            {
                case 0 when at < words.Count:
                    words.RemoveAt(at);
                    break;
                case 1 when at < words.Count:
                    words.Insert(at, words[at]);
                    break;
                case 2 when at < words.Count:
                    words[at] = OneOf(Strange);
                    break;
                case 3 when at < words.Count:
                    words[at] = Text(words[at]);
                    break;
                default:
                    words.Insert(at, OneOf(Strange));
                    break;
            }
        }

        return [.. words];
    }

    /// <summary>JSON of which a few values are removed, or give way to values of another kind or from another place.</summary>
    public JsonNode? Json(JsonNode good)
    {
        // In an array, so that the root may change as well.
        var holder = new JsonArray(good.DeepClone());
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            JsonNode[] places = [.. Within(holder).Skip(1)];
            if (places.Length > 0)
            {
                Change(OneOf(places), OnceIn(3) ? OneOf(places) : JsonNode.Parse(OneOf(Values)));
            }
        }

        return holder.FirstOrDefault()?.DeepClone();
    }

    private void Change(JsonNode place, JsonNode? by)
    {
        switch (place.Parent)
        {
            case JsonObject owner when OnceIn(3):
                owner.Remove(place.GetPropertyName());
                break;
            case JsonObject owner:
                owner[place.GetPropertyName()] = OnceIn(8) ? null : by?.DeepClone();
                break;
            case JsonArray owner when OnceIn(3):
                owner.Insert(place.GetElementIndex(), by?.DeepClone());
                break;
            case JsonArray owner:
                owner[place.GetElementIndex()] = OnceIn(8) ? null : by?.DeepClone();
                break;
        }
    }

    private static IEnumerable<JsonNode> Within(JsonNode node) => node switch
    {
        JsonObject members => [node, .. members.Select(member => member.Value).OfType<JsonNode>().SelectMany(Within)],
        JsonArray items => [node, .. items.OfType<JsonNode>().SelectMany(Within)],
        _ => [node],
    };

    private static int? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
