using System.Text.Json.Nodes;
using InteractiveArticle.Cells.Completion;
using InteractiveArticle.Jupyter.Serving;
using InteractiveArticle.Kernel;

namespace InteractiveArticle.Jupyter.Requests;

/// <summary>Helps with code that is still being written.</summary>
internal static class CodeHelp
{
    public static void AnswerIsComplete(Request request, CSharpKernel engine) => request.Reply(engine.Assist(request.Get<string>("code")).Completeness switch
    {
        CellCompleteness.Complete => new JsonObject { ["status"] = "complete" },
        CellCompleteness.Invalid => new JsonObject { ["status"] = "invalid" },
        _ => new JsonObject { ["status"] = "incomplete", ["indent"] = "" },
    });

    public static void AnswerComplete(Request request, CSharpKernel engine)
    {
        var place = CursorPlace.Of(request);
        var completions = engine.Assist(place.Code).Complete(place.Index);
        int start = CursorPlace.Count(place.Code, completions.Start);
        int end = CursorPlace.Count(place.Code, completions.End);
        request.Reply(new JsonObject
        {
            ["matches"] = new JsonArray([.. completions.Items.Select(item => JsonValue.Create(item.Text))]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                // Not in the protocol, but every front end reads it to show what kind of thing each match is.
                ["_jupyter_types_experimental"] = new JsonArray([.. completions.Items.Select(item => new JsonObject
                {
                    ["text"] = item.Text,
                    ["type"] = item.Kind,
                    ["start"] = start,
                    ["end"] = end,
                })]),
            },
        });
    }

    public static void AnswerInspect(Request request, CSharpKernel engine)
    {
        var place = CursorPlace.Of(request);
        var symbol = engine.Assist(place.Code).Inspect(place.Index);
        request.Reply(new JsonObject
        {
            ["found"] = symbol is not null,
            ["data"] = symbol is null ? new JsonObject() : new JsonObject
            {
                ["text/plain"] = symbol.Summary is null ? symbol.Signature : $"{symbol.Signature}\n\n{symbol.Summary}",
                ["text/markdown"] = $"```csharp\n{symbol.Signature}\n```\n\n{symbol.Summary}".TrimEnd(),
            },
            ["metadata"] = new JsonObject(),
        });
    }
}
