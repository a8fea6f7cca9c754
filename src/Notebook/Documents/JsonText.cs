using System.Text;
using System.Text.Json;

namespace InteractiveArticle.Notebook.Documents;

/// <summary>Whether JSON can be used to its end: much of what is wrong with it shows only when that part is asked for.</summary>
internal static class JsonText
{
    /// <summary>Reads a JSON text with all of its texts and members.</summary>
    /// <param name="json">The text.</param>
    /// <param name="maxDepth">How deep it may nest.</param>
    /// <exception cref="JsonException">It is not JSON, or an object has a member twice.</exception>
    /// <exception cref="InvalidOperationException">A text in it is not Unicode.</exception>
    public static void Check(string json, int maxDepth)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = maxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                _ = reader.GetString();
            }
        }

        JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = maxDepth }).Dispose();
    }
}
