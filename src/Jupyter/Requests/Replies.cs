using System.Text.Json.Nodes;

namespace InteractiveArticle.Jupyter.Requests;

/// <summary>Answers that several kinds of requests share.</summary>
internal static class Replies
{
    public static JsonObject Error(string name, string message, IEnumerable<string> traceback) => new()
    {
        ["status"] = "error",
        ["ename"] = name,
        ["evalue"] = message,
        ["traceback"] = new JsonArray([.. traceback.Select(line => JsonValue.Create(line))]),
    };

    public static void Abort(Request request) => request.Reply(new JsonObject { ["status"] = "aborted" });
}
