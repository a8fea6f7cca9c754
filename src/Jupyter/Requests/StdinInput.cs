using System.Text.Json.Nodes;
using InteractiveArticle.Cells.Running;

namespace InteractiveArticle.Jupyter.Requests;

/// <summary>
/// Asks the front end that runs a cell for a line
/// (https://jupyter-client.readthedocs.io/en/stable/messaging.html#messages-on-the-stdin-router-dealer-channel).
/// </summary>
/// <param name="request">The request to run the cell.</param>
/// <param name="interruption">Ends the waiting.</param>
internal sealed class StdinInput(Request request, CancellationToken interruption) : ICellInput
{
    public string? Ask(string prompt, bool isPassword)
    {
        if (!request.Get("allow_stdin", false))
        {
            return null;
        }

        var answer = request.AskAsync("input_request", new JsonObject { ["prompt"] = prompt, ["password"] = isPassword }, interruption).GetAwaiter().GetResult();
        return answer["value"] is JsonValue value && value.TryGetValue<string>(out string? line) ? line : "";
    }
}
