using System.Text.Json.Nodes;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Jupyter.Requests;

/// <summary>Tells the front ends what a cell shows, as it shows it.</summary>
/// <param name="request">The request to run the cell.</param>
/// <param name="count">The cell's number for the reader.</param>
internal sealed class IOPubSink(Request request, int count) : IOutputSink
{
    private StreamPiece? open;

    /// <summary>The plain text of the cell's result, if it had one.</summary>
    public string? Result { get; private set; }

    public void Write(Output output)
    {
        if (output is StreamOutput stream)
        {
            Write(stream);
            return;
        }

        open = null;
        switch (output)
        {
            case DisplayOutput display:
                request.Publish("display_data", () => Content(display));
                break;
            case ResultOutput result:
                Result = result.Data[MimeTypes.Text];
                request.Publish("execute_result", () => new JsonObject
                {
                    ["execution_count"] = count,
                    ["data"] = Forms.Of(result.Data),
                    ["metadata"] = result.Metadata.DeepClone(),
                });
                break;
            case ErrorOutput error:
                var content = Replies.Error(error.Name, error.Value, error.Traceback);
                content.Remove("status");
                request.Publish("error", content);
                break;
        }
    }

    public void Update(DisplayOutput output) => request.Publish("update_display_data", () => Content(output));

    public void Clear()
    {
        open = null;
        request.Publish("clear_output", new JsonObject { ["wait"] = false });
    }

    // A cell may print faster than messages can be sent; what has not been sent yet grows instead of queueing up.
    private void Write(StreamOutput stream)
    {
        if (open?.Name == stream.Name && open.TryAppend(stream.Text))
        {
            return;
        }

        var piece = open = new StreamPiece(stream.Name, stream.Text);
        request.Publish("stream", () => new JsonObject { ["name"] = piece.Name, ["text"] = piece.Take() });
    }

    private static JsonObject Content(DisplayOutput display) => new()
    {
        ["data"] = Forms.Of(display.Data),
        ["metadata"] = display.Metadata.DeepClone(),
        ["transient"] = new JsonObject { ["display_id"] = display.DisplayId },
    };
}
