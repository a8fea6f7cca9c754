using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using InteractiveArticle.Jupyter.Tests.Clients;

namespace InteractiveArticle.Jupyter.Tests.Protocol;

/// <summary>One kernel that hears much nonsense, and answers whatever makes sense in between.</summary>
public sealed class KernelFuzzTests : IDisposable
{
    private static readonly (string Type, string Content)[] Good =
    [
        ("kernel_info_request", "{}"),
        ("execute_request", """{"code": "1 + 1", "silent": false, "store_history": true, "user_expressions": {"two": "2"}, "allow_stdin": false, "stop_on_error": true}"""),
        ("is_complete_request", """{"code": "if (true) { var a = \"x\";"}"""),
        ("complete_request", """{"code": "Console.Wri", "cursor_pos": 11}"""),
        ("inspect_request", """{"code": "Math.Sqrt(2)", "cursor_pos": 7, "detail_level": 0}"""),
        ("history_request", """{"output": true, "raw": true, "hist_access_type": "search", "session": 0, "start": 1, "stop": 9, "n": 3, "pattern": "1*", "unique": true}"""),
        ("history_request", """{"output": false, "raw": true, "hist_access_type": "range", "session": 0, "start": 1, "stop": 9}"""),
        ("comm_info_request", """{"target_name": "t"}"""),
        ("comm_open", """{"comm_id": "c", "target_name": "t", "data": {}}"""),
        ("comm_msg", """{"comm_id": "c", "data": {}}"""),
        ("interrupt_request", "{}"),
    ];

    private readonly KernelSession session = new();

    private KernelClient Client => session.Client;

    public void Dispose() => session.Dispose();

    [Fact]
    public void ARequestWithSpoiledContent_IsSeenTo_AndTheKernelLivesOn()
    {
        Mutator.Try(120, mutator =>
        {
            var (type, good) = mutator.OneOf(Good);
            string content = mutator.OnceIn(2) ? mutator.Text(good) : mutator.Json(JsonNode.Parse(good)!)?.ToJsonString() ?? "null";
            bool onControl = mutator.OnceIn(4);
            string id = Client.Send(type, content, onControl);
            Client.Published(id);
            if (type.EndsWith("_request", StringComparison.Ordinal))
            {
                Assert.Contains((string)Client.Reply(id, onControl)["status"]!, new[] { "ok", "error", "complete", "incomplete", "invalid" });
            }
        });
        Assert.Equal("ok", Client.Execute("1").Status);
    }

    [Fact]
    public void SpoiledFrames_AreDroppedOrAnswered_AndTheKernelLivesOn() => Mutator.Try(120, mutator =>
    {
        var (type, content) = mutator.OneOf(Good);
        string header = KernelClient.Header("spoiled", type);
        string[] signed = [mutator.OnceIn(2) ? mutator.Text(header) : mutator.Json(JsonNode.Parse(header)!)?.ToJsonString() ?? "null", "{}", "{}", content];
        string[] frames = mutator.OnceIn(2) ? ["<IDS|MSG>", Client.Sign(signed), .. signed] : mutator.Words(["<IDS|MSG>", Client.Sign(signed), .. signed]);
        Client.SendRaw(frames, mutator.OnceIn(2));

        Assert.Equal("ok", Client.Ask("kernel_info_request", []).Status);
    });

    [Theory]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"code": "1", "code": "2"}""")]
    [InlineData("""{"code": "\ud800"}""")]
    public void ContentThatIsNoObject_IsAnsweredWithOneLine(string content)
    {
        var reply = Client.Reply(Client.Send("execute_request", content));

        Assert.Equal(("MalformedRequest", "execute_request: its content must be a JSON object."), ((string)reply["ename"]!, (string)reply["evalue"]!));
    }

    [Fact]
    public void BytesThatAreNoProtocol_OnEverySocket_LeaveTheKernelAlive()
    {
        byte[] greeting = [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3, 0, .. "NULL"u8, .. new byte[48]];
        byte[] huge = [.. greeting, 0x06, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];
        Mutator.Try(60, mutator =>
        {
            string text = mutator.Text(Encoding.Latin1.GetString(mutator.OneOf([greeting, huge])));
            using var peer = new TcpClient();
            peer.Connect(IPAddress.Loopback, mutator.OneOf(session.Ports));
            peer.GetStream().Write(mutator.OnceIn(4) ? huge : Encoding.Latin1.GetBytes(text));
        });

        Assert.Equal("still here", Client.Beat("still here"));
        Assert.Equal("ok", Client.Execute("1").Status);
    }
}
