using System.Text.Json.Nodes;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Notebook.Documents;

/// <summary>Lays a document out as the members of a notebook file, in the alphabetical order in which Jupyter writes them.</summary>
internal static class NotebookWriter
{
    public static string Write(NotebookDocument document) => JupyterJson.Write(new JsonObject
    {
        ["cells"] = Array(document.Cells.Select(Layout)),
        ["metadata"] = document.Metadata.DeepClone(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    });

    private static JsonObject Layout(Cell cell)
    {
        var layout = new JsonObject();
        if (cell.Attachments is not null)
        {
            layout["attachments"] = cell.Attachments.DeepClone();
        }

        layout["cell_type"] = cell.Kind switch
        {
            CellKind.Markdown => "markdown",
            CellKind.Code => "code",
            _ => "raw",
        };
        if (cell.Kind == CellKind.Code)
        {
            layout["execution_count"] = cell.ExecutionCount;
        }

        layout["id"] = cell.Id;
        layout["metadata"] = cell.Metadata.DeepClone();
        if (cell.Kind == CellKind.Code)
        {
            layout["outputs"] = Array(cell.Outputs.Select(Layout));
        }

        layout["source"] = Lines(cell.Source);
        return layout;
    }

    private static JsonObject Layout(Output output) => output switch
    {
        StreamOutput stream => new JsonObject
        {
            ["name"] = stream.Name,
            ["output_type"] = "stream",
            ["text"] = Lines(stream.Text),
        },
        DisplayOutput display => new JsonObject
        {
            ["data"] = Layout(display.Data),
            ["metadata"] = display.Metadata.DeepClone(),
            ["output_type"] = "display_data",
        },
        ResultOutput result => new JsonObject
        {
            ["data"] = Layout(result.Data),
            ["execution_count"] = result.ExecutionCount,
            ["metadata"] = result.Metadata.DeepClone(),
            ["output_type"] = "execute_result",
        },
        ErrorOutput error => new JsonObject
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Value,
            ["output_type"] = "error",
            ["traceback"] = Array(error.Traceback.Select(line => JsonValue.Create(line))),
        },
        _ => throw new NotSupportedException($"An output of type {output.GetType().Name} has no place in a notebook file."),
    };

    private static JsonObject Layout(MimeBundle bundle) =>
        new(bundle.Select(form => KeyValuePair.Create(form.Key, Layout(form.Key, form.Value))));

    private static JsonNode? Layout(string mimeType, string text)
    {
        if (MimeBundle.IsJson(mimeType))
        {
            return StrictJson.Parse(text);
        }

        return MimeTypes.IsText(mimeType) ? Lines(text) : JsonValue.Create(text);
    }

    private static JsonArray Lines(string text) => Array(JupyterJson.SplitLines(text).Select(line => JsonValue.Create(line)));

    private static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);
}
