using System.Text.Json.Nodes;
using InteractiveArticle.Jupyter.Wire;

namespace InteractiveArticle.Jupyter.Requests;

/// <summary>A front end's request, and the ways to answer it.</summary>
internal sealed class Request(Message message, Channel channel, KernelSockets sockets)
{
    private const string Suffix = "_request";

    public string Type => message.Type;

    /// <summary>What was sent beside the request.</summary>
    public JsonObject Metadata => message.Metadata;

    /// <summary>Answers the one who asked.</summary>
    public void Reply(JsonObject content)
    {
        content.TryAdd("status", "ok");
        string type = Type.EndsWith(Suffix, StringComparison.Ordinal) ? Type[..^Suffix.Length] : Type;
        sockets.Send(channel, Message.Of(message.Route, type + "_reply", message.Header, content));
    }

    /// <summary>Asks the one who sent the request.</summary>
    /// <param name="type">The question's type.</param>
    /// <param name="content">The question.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The content of the answer.</returns>
    public async Task<JsonObject> AskAsync(string type, JsonObject content, CancellationToken cancellation) =>
        (await sockets.AskAsync(Message.Of(message.Route, type, message.Header, content), cancellation).ConfigureAwait(false)).Content ?? [];

    /// <summary>Tells every front end what the request leads to.</summary>
    public void Publish(string type, JsonObject content) => Publish(type, () => content);

    /// <summary>Tells every front end what the request leads to, in the words that are right when their turn has come.</summary>
    public void Publish(string type, Func<JsonObject> content) =>
        sockets.Broadcast(() => Message.Of([System.Text.Encoding.UTF8.GetBytes(type)], type, message.Header, content()));

    /// <summary>A member that must be there.</summary>
    /// <exception cref="MalformedRequestException">It is not there, or of another type.</exception>
    public T Get<T>(string member) => Read<T>(member) is (true, var value) ? value! : throw new MalformedRequestException($"{Type}: {member} must be there and be {Word<T>()}.");

    /// <summary>A member that may be missing.</summary>
    /// <exception cref="MalformedRequestException">It is of another type.</exception>
    public T Get<T>(string member, T usual) => Content[member] is null ? usual : Get<T>(member);

    private JsonObject Content => message.Content ?? throw new MalformedRequestException($"{Type}: its content must be a JSON object.");

    private (bool, T?) Read<T>(string member) => Content[member] switch
    {
        T node => (true, node),
        JsonValue json when json.TryGetValue<T>(out var value) => (true, value),
        _ => (false, default),
    };

    private static string Word<T>() => typeof(T) switch
    {
        var type when type == typeof(string) => "text",
        var type when type == typeof(int) => "a whole number",
        var type when type == typeof(bool) => "true or false",
        _ => "an object",
    };
}
