using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InteractiveArticle.Cells.Completion;
using InteractiveArticle.Kernel;
using InteractiveArticle.Kernel.Assistance;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Jupyter.Requests;

/// <summary>Helps with code that is still being written.</summary>
internal static partial class CodeHelp
{
    public static void AnswerIsComplete(Request request)
    {
        string code = request.Get<string>("code");
        request.Reply((HelpQuestion.NameIn(code) is null ? NotebookKernel.CheckCompleteness(code) : CellCompleteness.Complete) switch
        {
            CellCompleteness.Complete => new JsonObject { ["status"] = "complete" },
            CellCompleteness.Invalid => new JsonObject { ["status"] = "invalid" },
            _ => new JsonObject { ["status"] = "incomplete", ["indent"] = "" },
        });
    }

    public static async Task AnswerCompleteAsync(Request request, NotebookKernel engine)
    {
        var place = CursorPlace.Of(request);
        var completions = await engine.CompleteAsync(place.Code, place.Index).ConfigureAwait(false);
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

    public static async Task AnswerInspectAsync(Request request, NotebookKernel engine)
    {
        var place = CursorPlace.Of(request);
        string? markdown = await engine.InspectAsync(place.Code, place.Index).ConfigureAwait(false);
        request.Reply(new JsonObject
        {
            ["found"] = markdown is not null,
            ["data"] = markdown is null ? new JsonObject() : FormsOf(markdown),
            ["metadata"] = new JsonObject(),
        });
    }

    /// <summary>What front ends show beside the notebook when a cell asks about a name (<see cref="HelpQuestion"/>).</summary>
    /// <param name="name">The name.</param>
    /// <param name="engine">Knows it.</param>
    /// <returns>The payload of the cell's answer; null if nothing has this name.</returns>
    public static async Task<JsonObject?> PageAsync(string name, NotebookKernel engine) =>
        await engine.InspectAsync(name, name.Length).ConfigureAwait(false) is { } markdown
            ? new JsonObject { ["source"] = "page", ["data"] = FormsOf(markdown), ["start"] = 0 }
            : null;

    private static JsonObject FormsOf(string markdown) => new()
    {
        [MimeTypes.Text] = Markup().Replace(markdown, "").Trim(),
        [MimeTypes.Markdown] = markdown,
    };

    // Fences around code, and the mark of a quotation.
    [GeneratedRegex("^(```.*(\n|$)|> ?)", RegexOptions.Multiline)]
    private static partial Regex Markup();
}
