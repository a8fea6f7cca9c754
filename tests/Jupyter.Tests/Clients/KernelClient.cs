using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;

namespace InteractiveArticle.Jupyter.Tests.Clients;

/// <summary>A front end, written from the protocol's description alone: it shares no code with the kernel.</summary>
public sealed class KernelClient : IDisposable
{
    // Only a kernel that never answers should fail a test, however busy the machine is.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private const string Empty = "{}";

    private readonly ConnectionSettings settings;
    private readonly DealerSocket shell = new();
    private readonly DealerSocket control = new();
    private readonly DealerSocket stdin = new();
    private readonly SubscriberSocket iopub = new();
    private readonly RequestSocket heartbeat = new();
    private readonly List<Received> published = [];
    private readonly List<Received> replies = [];
    private readonly List<Received> questions = [];

    public KernelClient(ConnectionSettings settings)
    {
        this.settings = settings;
        // The kernel knows by it where to ask for what a request wants to know.
        shell.Options.Identity = stdin.Options.Identity = Guid.NewGuid().ToByteArray();
        iopub.Options.ReceiveHighWatermark = 0;
        iopub.SubscribeToAnyTopic();
        shell.Connect(settings.Address(0));
        control.Connect(settings.Address(1));
        stdin.Connect(settings.Address(2));
        iopub.Connect(settings.Address(3));
        heartbeat.Connect(settings.Address(4));

        // The broadcast socket takes a moment to join, so ask until it is heard.
        string id;
        do
        {
            id = Send("kernel_info_request", []);
            Reply(id);
        }
        while (!TryReceive(iopub, published, TimeSpan.FromMilliseconds(200)));
        Assert.NotEmpty(Published(Send("kernel_info_request", [])));
    }

    /// <summary>Runs a cell and waits for all it leads to.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="options">What else the request says.</param>
    /// <param name="metadata">What is sent beside the request.</param>
    public Exchange Execute(string code, JsonObject? options = null, JsonObject? metadata = null)
    {
        var content = options ?? [];
        content["code"] = code;
        string id = Guid.NewGuid().ToString();
        SendRaw(Frames(id, "execute_request", content.ToJsonString(), metadata));
        return new Exchange(Reply(id), Published(id));
    }

    /// <summary>Sends a request and waits for all it leads to.</summary>
    public Exchange Ask(string type, JsonObject content, bool onControl = false)
    {
        string id = Send(type, content, onControl);
        return new Exchange(Reply(id, onControl), Published(id));
    }

    /// <summary>Sends a request and goes on.</summary>
    /// <returns>Its identity.</returns>
    public string Send(string type, JsonObject content, bool onControl = false) =>
        Send(type, content.ToJsonString(), onControl);

    /// <summary>Sends a request whose content may be anything, and goes on.</summary>
    /// <returns>Its identity.</returns>
    public string Send(string type, string content, bool onControl = false)
    {
        string id = Guid.NewGuid().ToString();
        SendRaw(Frames(id, type, content), onControl);
        return id;
    }

    /// <summary>Waits for what a request wants to know from the reader, and tells it.</summary>
    /// <param name="id">The request.</param>
    /// <param name="value">What the reader says.</param>
    /// <returns>The question.</returns>
    public JsonObject Answer(string id, string value)
    {
        var question = Wait(stdin, questions, () => questions.Find(question => question.ParentId == id))!;
        questions.Remove(question);
        string[] frames = Frames(Guid.NewGuid().ToString(), "input_reply", new JsonObject { ["value"] = value }.ToJsonString());
        stdin.SendMultipartMessage(new NetMQMessage(frames.Select(Encoding.UTF8.GetBytes)));
        return question.Content;
    }

    public static string Header(string id, string type) => new JsonObject
    {
        ["msg_id"] = id,
        ["session"] = "test",
        ["username"] = "reader",
        ["date"] = "2017-02-28T17:37:00.000000Z",
        ["msg_type"] = type,
        ["version"] = "5.3",
    }.ToJsonString();

    public string Sign(IEnumerable<string> frames) => settings.Key.Length == 0 ? "" : Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.Key), Encoding.UTF8.GetBytes(string.Concat(frames))));

    public void SendRaw(IEnumerable<string> frames, bool onControl = false, Encoding? encoding = null) =>
        (onControl ? control : shell).SendMultipartMessage(new NetMQMessage(frames.Select((encoding ?? Encoding.UTF8).GetBytes)));

    /// <summary>Waits for the answer to a request.</summary>
    public JsonObject Reply(string id, bool onControl = false) =>
        Wait(onControl ? control : shell, replies, () => replies.Find(reply => reply.ParentId == id))!.Content;

    /// <summary>Waits until a request is seen to, and gives what was published on the way.</summary>
    public IReadOnlyList<Received> Published(string id)
    {
        Wait(iopub, published, () => published.Find(message => message.ParentId == id && IsIdle(message)));
        return [.. published.Where(message => message.ParentId == id)];
    }

    /// <summary>Waits until something is published.</summary>
    public Received WaitFor(Predicate<Received> what) => Wait(iopub, published, () => published.Find(what))!;

    /// <summary>What has come so far that belongs to a message.</summary>
    public IReadOnlyList<Received> Seen(string id) => [.. replies.Concat(published).Where(message => message.ParentId == id)];

    public string Beat(string words)
    {
        heartbeat.SendFrame(words);
        Assert.True(heartbeat.TryReceiveFrameString(Patience, out string? answer), "the heart has stopped");
        return answer;
    }

    public void Dispose()
    {
        foreach (var socket in new NetMQSocket[] { shell, control, stdin, iopub, heartbeat })
        {
            socket.Options.Linger = TimeSpan.Zero;
            socket.Dispose();
        }
    }

    private string[] Frames(string id, string type, string content, JsonObject? metadata = null)
    {
        string[] frames = [Header(id, type), Empty, metadata?.ToJsonString() ?? Empty, content];
        return ["<IDS|MSG>", Sign(frames), .. frames];
    }

    // Of a spoiled request there may be no identity to come back.
    private static string? Identity(string header) => JsonNode.Parse(header)!["msg_id"] is JsonValue id && id.TryGetValue<string>(out string? text) ? text : null;

    private static bool IsIdle(Received message) => message.Type == "status" && (string)message.Content["execution_state"]! == "idle";

    private T Wait<T>(NetMQSocket socket, List<Received> into, Func<T?> found)
    {
        T? result;
        while ((result = found()) is null)
        {
            Assert.True(TryReceive(socket, into, Patience), "the kernel does not answer");
        }

        return result;
    }

    private bool TryReceive(NetMQSocket socket, List<Received> into, TimeSpan patience)
    {
        NetMQMessage? frames = null;
        if (!socket.TryReceiveMultipartMessage(patience, ref frames))
        {
            return false;
        }

        string[] texts = [.. frames.Select(frame => frame.ConvertToString(Encoding.UTF8))];
        int start = Array.IndexOf(texts, "<IDS|MSG>");
        Assert.Equal(Sign(texts[(start + 2)..(start + 6)]), texts[start + 1]);
        var header = JsonNode.Parse(texts[start + 2])!.AsObject();
        into.Add(new Received((string)header["msg_type"]!, Identity(texts[start + 3]), header, JsonNode.Parse(texts[start + 5])!.AsObject()));
        return true;
    }
}
