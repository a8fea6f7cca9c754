using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InteractiveArticle.Notebook.Documents;

/// <summary>
/// The notebook file format, version 4 (https://nbformat.readthedocs.io).
/// </summary>
internal static class NotebookFormat
{
    private const int Major = 4;
    private const int Minor = 5;

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static NotebookDocument Read(string json, string name)
    {
        try
        {
            if (JsonNode.Parse(json) is not JsonObject root)
            {
                throw new NotebookException($"{name}: not a notebook; a notebook file holds one JSON object");
            }

            if (root["nbformat"] is not JsonValue format || !format.TryGetValue(out int major) || major != Major)
            {
                throw new NotebookException($"{name}: notebook format {root["nbformat"]?.ToJsonString() ?? "missing"} is not supported; convert it to format {Major} with Jupyter first");
            }

            if (root["cells"] is not JsonArray cells)
            {
                throw new NotebookException($"{name}: not a notebook; it has no list of cells");
            }

            return new([.. cells.Select((cell, index) => ReadCell(cell!.AsObject(), index))], Copy(root["metadata"]));
        }
        catch (JsonException error)
        {
            throw new NotebookException($"{name}: not a notebook; line {error.LineNumber + 1} is not valid JSON", error);
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException or NullReferenceException or ArgumentException)
        {
            throw new NotebookException($"{name}: not a notebook; a cell or its output is not of the form that notebook format {Major} asks for", error);
        }
    }

    public static string Write(NotebookDocument document)
    {
        var root = new JsonObject
        {
            ["cells"] = new JsonArray([.. document.Cells.Select(WriteCell)]),
            ["metadata"] = document.Metadata.DeepClone(),
            ["nbformat"] = Major,
            ["nbformat_minor"] = Minor,
        };
        return root.ToJsonString(Layout) + "\n";
    }

    private static Cell ReadCell(JsonObject cell, int index)
    {
        var kind = (string?)cell["cell_type"] switch
        {
            "markdown" => CellKind.Markdown,
            "code" => CellKind.Code,
            "raw" => CellKind.Raw,
            _ => throw new FormatException("unknown kind of cell"),
        };
        return new((string?)cell["id"] ?? $"cell-{index + 1}", kind, Joined(cell["source"]), Copy(cell["metadata"]))
        {
            ExecutionCount = (int?)cell["execution_count"],
            Outputs = cell["outputs"] is JsonArray outputs ? [.. outputs.Select(output => ReadOutput(output!.AsObject()))] : [],
        };
    }

    private static JsonObject WriteCell(Cell cell)
    {
        var json = new JsonObject
        {
            ["cell_type"] = cell.Kind switch { CellKind.Code => "code", CellKind.Markdown => "markdown", _ => "raw" },
        };
        if (cell.Kind == CellKind.Code)
        {
            json["execution_count"] = cell.ExecutionCount;
        }

        json["id"] = cell.Id;
        json["metadata"] = cell.Metadata.DeepClone();
        if (cell.Kind == CellKind.Code)
        {
            json["outputs"] = new JsonArray([.. cell.Outputs.Select(WriteOutput)]);
        }

        json["source"] = Lines(cell.Source);
        return json;
    }

    private static Output ReadOutput(JsonObject output) => (string?)output["output_type"] switch
    {
        "stream" => new StreamOutput((string)output["name"]!, Joined(output["text"])),
        "display_data" => new DisplayOutput(ReadBundle(output["data"]!.AsObject()), Copy(output["metadata"])),
        "execute_result" => new ResultOutput(ReadBundle(output["data"]!.AsObject()), Copy(output["metadata"]), (int?)output["execution_count"]),
        "error" => new ErrorOutput(
            (string)output["ename"]!,
            (string)output["evalue"]!,
            [.. output["traceback"]!.AsArray().Select(line => (string)line!)]),
        _ => throw new FormatException("unknown kind of output"),
    };

    private static JsonObject WriteOutput(Output output) => output switch
    {
        StreamOutput stream => new()
        {
            ["name"] = stream.Name,
            ["output_type"] = "stream",
            ["text"] = Lines(stream.Text),
        },
        ResultOutput result => new()
        {
            ["data"] = WriteBundle(result.Data),
            ["execution_count"] = result.ExecutionCount,
            ["metadata"] = result.Metadata.DeepClone(),
            ["output_type"] = "execute_result",
        },
        DisplayOutput display => new()
        {
            ["data"] = WriteBundle(display.Data),
            ["metadata"] = display.Metadata.DeepClone(),
            ["output_type"] = "display_data",
        },
        ErrorOutput error => new()
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Value,
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
        },
        _ => throw new NotSupportedException(output.GetType().Name),
    };

    private static MimeBundle ReadBundle(JsonObject data)
    {
        var bundle = new MimeBundle();
        foreach (var (mimeType, value) in data)
        {
            bundle.Add(mimeType, MimeTypes.IsJson(mimeType) ? value!.ToJsonString(Layout) : Joined(value));
        }

        return bundle;
    }

    private static JsonObject WriteBundle(MimeBundle bundle)
    {
        var data = new JsonObject();
        foreach (var (mimeType, text) in bundle)
        {
            data[mimeType] = MimeTypes.IsJson(mimeType) ? JsonNode.Parse(text) : Lines(text);
        }

        return data;
    }

    // The format allows one string or a list of lines that keep their line feeds.
    private static string Joined(JsonNode? text) => text switch
    {
        JsonArray lines => string.Concat(lines.Select(line => (string)line!)),
        JsonValue value => value.GetValue<string>(),
        _ => throw new FormatException("text is missing"),
    };

    private static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) is var found and >= 0 ? found + 1 : text.Length;
            lines.Add(JsonValue.Create(text[start..end]));
            start = end;
        }

        return lines;
    }

    private static JsonObject Copy(JsonNode? node) => node is null ? [] : node.DeepClone().AsObject();
}
