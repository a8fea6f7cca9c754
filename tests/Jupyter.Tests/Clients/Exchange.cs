using System.Text.Json.Nodes;

namespace InteractiveArticle.Jupyter.Tests.Clients;

/// <summary>What a request has led to.</summary>
/// <param name="Reply">The content of the answer; empty for none.</param>
/// <param name="Published">What every front end was told, from busy to idle.</param>
public sealed record Exchange(JsonObject Reply, IReadOnlyList<Received> Published)
{
    public string Status => (string)Reply["status"]!;

    /// <summary>What was published, without the kernel's states.</summary>
    public IReadOnlyList<Received> Shown => [.. Published.Where(message => message.Type is not "status" and not "execute_input")];

    public string Text(string stream) =>
        string.Concat(Published.Where(message => message.Type == "stream" && (string)message.Content["name"]! == stream).Select(message => (string)message.Content["text"]!));
}

/// <summary>A message from the kernel.</summary>
public sealed record Received(string Type, string? ParentId, JsonObject Header, JsonObject Content);
