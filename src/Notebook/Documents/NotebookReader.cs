using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Notebook.Documents;

/// <summary>Turns the text of a notebook file into a document, or into one clear line on what is wrong with it.</summary>
/// <param name="name">What errors call the notebook.</param>
internal sealed partial class NotebookReader(string name)
{
    public NotebookDocument Read(string json)
    {
        var root = Parse(json);
        if (root is not JsonObject notebook || notebook["nbformat"] is not JsonValue version)
        {
            throw Wrong("has no \"nbformat\"; a notebook is a JSON object with \"nbformat\": 4 and \"cells\"");
        }

        if (!version.TryGetValue<int>(out var major) || major != 4)
        {
            throw Wrong($"has \"nbformat\": {version.ToJsonString()}; version 4 is read here, so open the notebook in Jupyter or VS Code and save it again");
        }

        if (notebook["cells"] is not JsonArray cells)
        {
            throw Wrong("has no list of \"cells\"; a notebook of version 4 must have one, even if it is empty");
        }

        var read = cells.Select((cell, index) => ReadCell(cell, index + 1)).ToArray();
        CheckIdentities(read);
        return new NotebookDocument { Cells = read, Metadata = Object(notebook, "metadata", "the notebook") };
    }

    private JsonNode? Parse(string json)
    {
        try
        {
            return StrictJson.Parse(json);
        }
        catch (JsonException e)
        {
            string what = e.LineNumber is { } line ? $"line {line + 1}, byte {e.BytePositionInLine + 1}" : e.Message;
            throw new NotebookException($"{name}: not JSON ({what}); a notebook is the JSON text that Jupyter and VS Code save as .ipynb.", e);
        }
    }

    private Cell ReadCell(JsonNode? node, int number)
    {
        var where = $"cell {number}";
        if (node is not JsonObject cell)
        {
            throw Wrong($"{where} must be an object");
        }

        var kind = Text(cell, "cell_type", where) switch
        {
            "markdown" => CellKind.Markdown,
            "code" => CellKind.Code,
            "raw" => CellKind.Raw,
            var other => throw Wrong($"{where} has \"cell_type\": {JsonValue.Create(other).ToJsonString()}; allowed are markdown, code and raw"),
        };
        return new Cell
        {
            Id = cell["id"] is null ? $"cell-{number}" : Identity(cell, where),
            Kind = kind,
            Source = Lines(cell["source"], "source", where),
            Metadata = Object(cell, "metadata", where),
            Attachments = cell["attachments"] is null ? null : Object(cell, "attachments", where),
            Outputs = kind == CellKind.Code ? ReadOutputs(cell["outputs"], where) : [],
            ExecutionCount = Count(cell, where),
        };
    }

    // Identities become names of files and anchors of pages.
    private string Identity(JsonObject cell, string where) => Text(cell, "id", where) is var id && AllowedIdentity().IsMatch(id)
        ? id
        : throw Wrong($"{where}: \"id\" must be 1 to 64 letters from a to z, digits, hyphens and underscores, as Jupyter has it");

    private void CheckIdentities(Cell[] cells)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, cell) in cells.Index())
        {
            if (!numbers.TryAdd(cell.Id, index + 1))
            {
                throw Wrong($"cells {numbers[cell.Id]} and {index + 1} have the same \"id\", {cell.Id}; open the notebook in Jupyter, which gives each its own, and save it again");
            }
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex AllowedIdentity();

    private IReadOnlyList<Output> ReadOutputs(JsonNode? node, string where) => node switch
    {
        null => [],
        JsonArray outputs => [.. outputs.Select((output, index) => ReadOutput(output, $"{where}, output {index + 1}"))],
        _ => throw Wrong($"{where}: \"outputs\" must be a list"),
    };

    private Output ReadOutput(JsonNode? node, string where)
    {
        if (node is not JsonObject output)
        {
            throw Wrong($"{where} must be an object");
        }

        return Text(output, "output_type", where) switch
        {
            "stream" => new StreamOutput(Text(output, "name", where), Lines(output["text"], "text", where)),
            "display_data" => new DisplayOutput(ReadBundle(output, where), Object(output, "metadata", where)),
            "execute_result" => new ResultOutput(ReadBundle(output, where), Object(output, "metadata", where), Count(output, where)),
            "error" => new ErrorOutput(Text(output, "ename", where), Text(output, "evalue", where), Traceback(output["traceback"], where)),
            var other => throw Wrong($"{where} has \"output_type\": {JsonValue.Create(other).ToJsonString()}; allowed are stream, display_data, execute_result and error"),
        };
    }

    private MimeBundle ReadBundle(JsonObject output, string where) =>
        new(Object(output, "data", where).Select(form => KeyValuePair.Create(
            form.Key,
            MimeBundle.IsJson(form.Key) ? form.Value?.ToJsonString() ?? "null" : Lines(form.Value, form.Key, where))));

    private string[] Traceback(JsonNode? node, string where) =>
        node is JsonArray lines ? [.. lines.Select(line => Lines(line, "traceback", where))] : throw Wrong($"{where}: \"traceback\" must be a list of texts");

    private int? Count(JsonObject owner, string where) => owner["execution_count"] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<int>(out var count) => count,
        _ => throw Wrong($"{where}: \"execution_count\" must be a whole number or null"),
    };

    private JsonObject Object(JsonObject owner, string member, string where) => owner[member] switch
    {
        null => [],
        JsonObject value => (JsonObject)value.DeepClone(),
        _ => throw Wrong($"{where}: \"{member}\" must be an object"),
    };

    private string Text(JsonObject owner, string member, string where) =>
        TextOf(owner[member]) ?? throw Wrong($"{where}: \"{member}\" must be there and be text");

    private string Lines(JsonNode? node, string member, string where)
    {
        var text = node is JsonArray lines && lines.Select(TextOf).ToArray() is var parts && !parts.Contains(null)
            ? string.Concat(parts)
            : TextOf(node);
        return text ?? throw Wrong($"{where}: \"{member}\" must be text or a list of texts");
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private NotebookException Wrong(string what) => new($"{name}: {what}.");
}
