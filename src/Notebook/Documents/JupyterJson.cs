using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InteractiveArticle.Notebook.Documents;

/// <summary>
/// JSON byte for byte as Jupyter writes it, so that opening a notebook there and saving it leaves no difference.
/// The framework's writer escapes characters that Jupyter leaves alone (no-break spaces, emoji), hence our own.
/// </summary>
internal static class JupyterJson
{
    // Where Python's str.splitlines, which Jupyter uses, ends a line.
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029");

    public static string Write(JsonNode root)
    {
        var text = new StringBuilder();
        Write(text, root, depth: 0);
        return text.Append('\n').ToString();
    }

    public static IEnumerable<string> SplitLines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny(LineEnds);
            if (end < 0)
            {
                yield return text[start..];
                yield break;
            }

            var next = start + end + 1;
            if (text[next - 1] == '\r' && next < text.Length && text[next] == '\n')
            {
                next++;
            }

            yield return text[start..next];
            start = next;
        }
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonObject members:
                WriteAll(text, '{', '}', members, depth, member =>
                {
                    Write(text, member.Key);
                    text.Append(": ");
                    Write(text, member.Value, depth + 1);
                });
                break;
            case JsonArray items:
                WriteAll(text, '[', ']', items, depth, item => Write(text, item, depth + 1));
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                Write(text, value.GetValue<string>());
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void WriteAll<T>(StringBuilder text, char open, char close, IEnumerable<T> items, int depth, Action<T> write)
    {
        text.Append(open);
        var any = false;
        foreach (var item in items)
        {
            text.Append(any ? ",\n" : "\n").Append(' ', depth + 1);
            write(item);
            any = true;
        }

        if (any)
        {
            text.Append('\n').Append(' ', depth);
        }

        text.Append(close);
    }

    private static void Write(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
