using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace InteractiveArticle.Notebook.Documents;

/// <summary>
/// Reads JSON that others wrote, and all of it at once. The framework reads members and texts only when they are asked for, so that
/// a member given twice or half a character would come to light in the middle of the work.
/// </summary>
public static class StrictJson
{
    /// <summary>Reads a text.</summary>
    /// <param name="json">The text of one JSON value.</param>
    /// <param name="maxDepth">How deep lists and objects may lie in each other.</param>
    /// <returns>The value; <see langword="null"/> for null.</returns>
    /// <exception cref="JsonException">
    /// The text is no JSON or too deep, and the exception tells where; or a member is given twice, or a text is not Unicode, and
    /// its message is that.
    /// </exception>
    public static JsonNode? Parse(string json, int maxDepth = 512) => Parse(Encoding.UTF8.GetBytes(json), maxDepth);

    /// <summary>Reads a text in UTF-8.</summary>
    /// <inheritdoc cref="Parse(string, int)"/>
    public static JsonNode? Parse(ReadOnlySpan<byte> json, int maxDepth = 512)
    {
        CheckTexts(json, maxDepth);
        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = maxDepth });
        }
        catch (JsonException e) when (e.LineNumber is null)
        {
            throw new JsonException("a member is given twice", e);
        }
    }

    private static void CheckTexts(ReadOnlySpan<byte> json, int maxDepth)
    {
        if (!Utf8.IsValid(json))
        {
            throw new JsonException("a text is not in UTF-8");
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped && reader.ValueSpan.IndexOf("\\u"u8) >= 0)
                {
                    _ = reader.GetString();
                }
            }
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("a text has half of a surrogate pair, which is not Unicode", e);
        }
    }
}
