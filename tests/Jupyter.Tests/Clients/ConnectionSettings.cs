using System.Text.Json.Nodes;

namespace InteractiveArticle.Jupyter.Tests.Clients;

/// <summary>A connection file with five free ports, gone after the test.</summary>
public sealed class ConnectionSettings : IDisposable
{
    public ConnectionSettings(string key = "a key of the test")
    {
        Key = key;
        Ports = [.. Enumerable.Range(0, 5).Select(_ => FreePort.Next())];
        File.WriteAllText(Path, Json().ToJsonString());
    }

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public string Key { get; }

    /// <summary>Shell, control, stdin, broadcast, heartbeat.</summary>
    public IReadOnlyList<int> Ports { get; }

    public JsonObject Json() => new()
    {
        ["transport"] = "tcp",
        ["ip"] = "127.0.0.1",
        ["signature_scheme"] = "hmac-sha256",
        ["key"] = Key,
        ["shell_port"] = Ports[0],
        ["control_port"] = Ports[1],
        ["stdin_port"] = Ports[2],
        ["iopub_port"] = Ports[3],
        ["hb_port"] = Ports[4],
        ["kernel_name"] = ".net-csharp",
    };

    public string Address(int socket) => $"tcp://127.0.0.1:{Ports[socket]}";

    public void Dispose() => File.Delete(Path);
}
