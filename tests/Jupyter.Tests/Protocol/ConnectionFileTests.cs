using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using InteractiveArticle.Jupyter.Connection;
using InteractiveArticle.Jupyter.Tests.Clients;

namespace InteractiveArticle.Jupyter.Tests.Protocol;

public sealed class ConnectionFileTests
{
    [Theory]
    [InlineData("transport", "\"ipc\"", "its transport is ipc; only tcp is spoken here")]
    [InlineData("signature_scheme", "\"md5\"", "its signature_scheme is md5; only hmac-sha256 is spoken here")]
    [InlineData("ip", "\"nowhere\"", "its ip is nowhere")]
    [InlineData("key", "5", "its key must be text")]
    [InlineData("shell_port", "0", "its shell_port must be there and be a whole number from 1 to 65535")]
    [InlineData("hb_port", "\"x\"", "its hb_port must be there and be a whole number from 1 to 65535")]
    [InlineData("iopub_port", "null", "its iopub_port must be there and be a whole number from 1 to 65535")]
    public async Task AWrongMember_GetsOneLine(string member, string value, string words)
    {
        using var settings = new ConnectionSettings();
        var json = settings.Json();
        json[member] = JsonNode.Parse(value);
        File.WriteAllText(settings.Path, json.ToJsonString());

        Assert.Contains(words, await Refusal(settings.Path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "it is not JSON")]
    [InlineData("[]", "it is not a JSON object")]
    [InlineData("""{"ip": "127.0.0.1", "ip": "127.0.0.1"}""", "it is not JSON")]
    [InlineData("""{"key": "\ud800"}""", "it is not JSON")]
    public async Task AnythingElse_GetsOneLine(string text, string words)
    {
        using var settings = new ConnectionSettings();
        File.WriteAllText(settings.Path, text);

        Assert.Contains(words, await Refusal(settings.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoFile_AndAFolder_GetOneLine()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains("there is no such file", await Refusal(folder["none.json"]), StringComparison.Ordinal);
        Assert.Contains("it cannot be read", await Refusal(folder.Path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("0.0.0.1")]
    [InlineData("2001:db8::1")]
    [InlineData("fe80::1%7")]
    public async Task AnAddressOfNobodyHere_GetsOneLine(string ip)
    {
        using var settings = new ConnectionSettings();
        var json = settings.Json();
        json["ip"] = ip;
        File.WriteAllText(settings.Path, json.ToJsonString());

        Assert.Contains("cannot be listened on", await Refusal(settings.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void ASpoiledFile_GetsOneLine_OrSaysWhereToListen()
    {
        using var settings = new ConnectionSettings();
        Mutator.Try(1000, mutator =>
        {
            var good = settings.Json();
            string spoiled = mutator.OnceIn(2) ? mutator.Text(good.ToJsonString()) : mutator.Json(good)?.ToJsonString() ?? "null";

            // Half a character becomes what stands for none.
            File.WriteAllBytes(settings.Path, Encoding.UTF8.GetBytes(spoiled));
            try
            {
                var file = ConnectionFile.Read(settings.Path);
                Assert.StartsWith("tcp://", file.Address(file.Shell), StringComparison.Ordinal);
                Assert.Equal(5, new[] { file.Shell, file.Control, file.Stdin, file.Iopub, file.Heartbeat }.Distinct().Count());
            }
            catch (ConnectionException refusal)
            {
                Assert.StartsWith(settings.Path + ": not a connection file for this kernel: ", refusal.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', refusal.Message);
            }
        });
    }

    [Fact]
    public async Task OnePortForTwoChannels_GetsOneLine()
    {
        using var settings = new ConnectionSettings();
        var json = settings.Json();
        json["control_port"] = settings.Ports[0];
        File.WriteAllText(settings.Path, json.ToJsonString());

        Assert.Contains("one port to two channels", await Refusal(settings.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAddressThatIsTaken_GetsOneLine()
    {
        using var settings = new ConnectionSettings();
        using var other = new TcpListener(IPAddress.Loopback, settings.Ports[3]);
        other.Start();

        Assert.Contains($"127.0.0.1:{settings.Ports[3]} cannot be listened on", await Refusal(settings.Path), StringComparison.Ordinal);
    }

    private static async Task<string> Refusal(string path)
    {
        var error = await Assert.ThrowsAsync<ConnectionException>(() => JupyterKernel.RunAsync(path, Environment.CurrentDirectory, TestContext.Current.CancellationToken));
        Assert.StartsWith(path + ": ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        return error.Message;
    }
}
