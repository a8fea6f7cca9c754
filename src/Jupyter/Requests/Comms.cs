using System.Text.Json.Nodes;

namespace InteractiveArticle.Jupyter.Requests;

/// <summary>Comms, by which widgets talk: there are none here.</summary>
internal static class Comms
{
    public static void AnswerInfo(Request request) => request.Reply(new JsonObject { ["comms"] = new JsonObject() });

    public static void Refuse(Request request) => request.Publish("comm_close", new JsonObject
    {
        ["comm_id"] = request.Get<string>("comm_id"),
        ["data"] = new JsonObject(),
    });
}
