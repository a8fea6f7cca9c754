using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using InteractiveArticle.Files;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Jupyter.Connection;

/// <summary>
/// Where a front end expects its kernel, as it wrote it into a connection file
/// (https://jupyter-client.readthedocs.io/en/stable/kernels.html#connection-files).
/// </summary>
internal sealed class ConnectionFile
{
    private const string Scheme = "hmac-sha256";
    private const int MaxBytes = 1 << 20; // a usual one has a few hundred

    private readonly string path;
    private readonly JsonObject members;

    private ConnectionFile(string path, JsonObject members)
    {
        this.path = path;
        this.members = members;
        if (Text("transport", "tcp") is var transport && transport != "tcp")
        {
            throw Wrong($"its transport is {transport}; only tcp is spoken here");
        }

        if (Text("signature_scheme", Scheme) is var scheme && scheme != Scheme)
        {
            throw Wrong($"its signature_scheme is {scheme}; only {Scheme} is spoken here");
        }

        Key = Text("key", "");
        Ip = IPAddress.TryParse(Text("ip", "127.0.0.1"), out var ip) ? ip : throw Wrong($"its ip is {Text("ip", "")}; give an address such as 127.0.0.1");
        Shell = Port("shell_port");
        Control = Port("control_port");
        Stdin = Port("stdin_port");
        Iopub = Port("iopub_port");
        Heartbeat = Port("hb_port");
        int[] ports = [Shell, Control, Stdin, Iopub, Heartbeat];
        if (ports.Distinct().Count() < ports.Length)
        {
            throw Wrong("it gives one port to two channels; give each of the five its own");
        }
    }

    /// <summary>The key of the signatures; empty for none.</summary>
    public string Key { get; }

    public int Shell { get; }

    public int Control { get; }

    public int Stdin { get; }

    public int Iopub { get; }

    public int Heartbeat { get; }

    private IPAddress Ip { get; }

    public static ConnectionFile Read(string path)
    {
        try
        {
            string text = BoundedText.Read(path, MaxBytes) ?? throw Wrong(path, $"it is larger than {MaxBytes >> 20} MB");
            return StrictJson.Parse(text) is JsonObject members
                ? new ConnectionFile(path, members)
                : throw Wrong(path, "it is not a JSON object");
        }
        catch (JsonException)
        {
            throw Wrong(path, "it is not JSON");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Wrong(path, "there is no such file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong(path, $"it cannot be read ({e.Message.TrimEnd('.')})");
        }
    }

    public string Address(int port) => $"tcp://{new IPEndPoint(Ip, port)}";

    public ConnectionException Taken(int port) => Wrong($"{new IPEndPoint(Ip, port)} cannot be listened on; another program may have it");

    private string Text(string name, string usual) => members[name] switch
    {
        null => usual,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw Wrong($"its {name} must be text"),
    };

    private int Port(string name) =>
        members[name] is JsonValue value && value.TryGetValue<int>(out int port) && port is > 0 and <= 65535
            ? port
            : throw Wrong($"its {name} must be there and be a whole number from 1 to 65535");

    private ConnectionException Wrong(string what) => Wrong(path, what);

    private static ConnectionException Wrong(string path, string what) =>
        new($"{path}: not a connection file for this kernel: {what}. Front ends write this file themselves; start the kernel from one of them.");
}
