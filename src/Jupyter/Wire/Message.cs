using System.Globalization;
using System.Text.Json.Nodes;

namespace InteractiveArticle.Jupyter.Wire;

/// <summary>A message of the protocol. Binary buffers, which only widgets use, are not kept.</summary>
/// <param name="Route">On sockets with several peers, which of them; on the broadcast socket, the topic.</param>
/// <param name="Header">Who said what, and when.</param>
/// <param name="Parent">The header of the request that this message belongs to; empty for none.</param>
/// <param name="Content">What is said, in the shape that the type asks for; <see langword="null"/> if it came in no shape at all.</param>
internal sealed record Message(IReadOnlyList<byte[]> Route, JsonObject Header, JsonObject Parent, JsonObject? Content)
{
    public const string ProtocolVersion = "5.3";

    private static readonly string Session = Guid.NewGuid().ToString();

    /// <summary>What the sender says beside it; front ends that know a cell send its metadata here.</summary>
    public JsonObject Metadata { get; init; } = [];

    public string Type => (string)Header["msg_type"]!;

    /// <summary>A message that belongs to another one.</summary>
    /// <param name="route">Where to.</param>
    /// <param name="type">Its type.</param>
    /// <param name="parent">The header of the message it belongs to; <see langword="null"/> for none.</param>
    /// <param name="content">Its content.</param>
    public static Message Of(IReadOnlyList<byte[]> route, string type, JsonObject? parent, JsonObject content) => new(
        route,
        new JsonObject
        {
            ["msg_id"] = Guid.NewGuid().ToString(),
            ["session"] = Session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = ProtocolVersion,
        },
        (JsonObject?)parent?.DeepClone() ?? [],
        content);
}
