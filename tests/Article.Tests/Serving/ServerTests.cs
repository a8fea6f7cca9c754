using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using InteractiveArticle.Article.Serving;
using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Article.Tests.Browser;

namespace InteractiveArticle.Article.Tests.Serving;

/// <summary>The server, spoken to by whoever would like to have more of it than the article.</summary>
[Collection(ServedArticle.Files)]
public sealed class ServerTests(ServedArticle article)
{
    private const string Secret = "not for readers";

    public static TheoryData<string> Paths =>
    [
        "/../secret.txt", "/assets/../../secret.txt", "/./../secret.txt", "//../secret.txt", "/assets//..//../secret.txt",
        "/%2e%2e/secret.txt", "/%2E%2E%2Fsecret.txt", "/..%2fsecret.txt", "/assets/%2e%2e/%2e%2e/secret.txt", "/.%2e/secret.txt",
        "/%252e%252e/secret.txt", "/%252e%252e%252fsecret.txt", "/%25252e%25252e/secret.txt",
        "/..\\secret.txt", "/..%5csecret.txt", "/assets\\..\\..\\secret.txt", "\\..\\secret.txt",
        "/%00/../secret.txt", "/..%00/secret.txt", "/index.html%00", "/%c0%ae%c0%ae/secret.txt", "/%c0%af..%c0%afsecret.txt", "/%uff0e%uff0e/secret.txt",
        "/linked.txt", "/linked.txt.br", "/folder/secret.txt", "/folder/", "/folder", "/assets/", "/inside/linked.txt", "/packed.txt",
        "/.interactive-article", "/.hidden/page.html", "/assets/.hidden", "/%2einteractive-article",
        "secret.txt", "*", "file:///etc/passwd",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task OnlyTheSite_IsServed(string path)
    {
        using var _ = new Traps(article.Folder.Path);
        string answer = await GetAsync(path, "127.0.0.1");

        Assert.Contains(RawClient.StatusOf(answer), (int[])[400, 404, 405]);
        Assert.DoesNotContain(Secret, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyOutsideThisMachine_CanConnect()
    {
        var addresses = NetworkInterface.GetAllNetworkInterfaces().SelectMany(card => card.GetIPProperties().UnicastAddresses).Select(card => card.Address)
            .Where(address => !address.Equals(IPAddress.Loopback) && !address.IsIPv6LinkLocal)
            .Concat(OperatingSystem.IsLinux() ? [IPAddress.Parse("127.0.0.2")] : []).ToArray();
        foreach (var address in addresses)
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            var refused = await Assert.ThrowsAnyAsync<SocketException>(() => socket.ConnectAsync(address, article.Address.Port));
            Assert.Contains(refused.SocketErrorCode, (SocketError[])[SocketError.ConnectionRefused, SocketError.AddressNotAvailable, SocketError.NetworkUnreachable, SocketError.AddressFamilyNotSupported]);
        }

        Assert.Equal(200, RawClient.StatusOf(await GetAsync("/", "127.0.0.1")));
    }

    [Fact]
    public async Task APortThatIsTaken_IsRefusedToWhoAsksForIt()
    {
        int taken = article.Address.Port;
        var refused = await Assert.ThrowsAsync<CommandException>(() => SiteServer.ServeAsync(article.Folder["site"], taken, taken, TestContext.Current.CancellationToken));

        Assert.StartsWith($"--port {taken}: in use; ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", 200)]
    [InlineData("localhost", 200)]
    [InlineData("LocalHost", 200)]
    [InlineData("127.0.0.1:1", 200)]
    [InlineData("", 421)]
    [InlineData("example.org", 421)]
    [InlineData("127.0.0.1.example.org", 421)]
    [InlineData("localhost.example.org:8282", 421)]
    [InlineData("[::1]", 421)]
    [InlineData("127.0.0.2", 421)]
    [InlineData("0.0.0.0", 421)]
    [InlineData("example.org@127.0.0.1", 400)]
    [InlineData("127.0.0.1/", 400)]
    public async Task AnotherHostName_IsRefused(string host, int status)
    {
        Assert.Equal(status, RawClient.StatusOf(await GetAsync("/", host)));
    }

    [Fact]
    public async Task NoHostName_OrTwo_OrAnotherInTheAddress_IsRefused()
    {
        Assert.Equal(400, RawClient.StatusOf(await RawClient.SendAsync(article.Address, "GET / HTTP/1.1")));
        Assert.Equal(421, RawClient.StatusOf(await RawClient.SendAsync(article.Address, "GET / HTTP/1.0")));
        Assert.Equal(400, RawClient.StatusOf(await RawClient.SendAsync(article.Address, "GET / HTTP/1.1", "Host: 127.0.0.1", "Host: example.org")));
        Assert.Equal(400, RawClient.StatusOf(await RawClient.SendAsync(article.Address, "GET http://example.org/ HTTP/1.1", "Host: 127.0.0.1")));
        Assert.Equal(421, RawClient.StatusOf(await RawClient.SendAsync(article.Address, "GET http://example.org/ HTTP/1.1", "Host: example.org")));
    }

    [Theory]
    [InlineData("GET", 200)]
    [InlineData("HEAD", 200)]
    [InlineData("POST", 405)]
    [InlineData("PUT", 405)]
    [InlineData("DELETE", 405)]
    [InlineData("PATCH", 405)]
    [InlineData("OPTIONS", 405)]
    [InlineData("TRACE", 405)]
    [InlineData("PROPFIND", 405)]
    public async Task OnlyReading_IsAllowed(string method, int status)
    {
        string answer = await RawClient.SendAsync(article.Address, $"{method} /index.html HTTP/1.1", "Host: 127.0.0.1", "Content-Length: 0");

        Assert.Equal(status, RawClient.StatusOf(answer));
        Assert.Equal(status == 405, answer.Contains("Allow: GET, HEAD\r\n", StringComparison.Ordinal));
        Assert.DoesNotContain("Access-Control-Allow", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Garbage_AndRequestsWithoutEnd_AreRefused_AndTheServerGoesOn()
    {
        var random = new Random(20170228);
        byte[] noise = new byte[100_000];
        random.NextBytes(noise);
        string[] requests =
        [
            "", "\r\n", "GET", "GET /", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nHost", "GET  / HTTP/1.1\r\n\r\n", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            $"GET /{new string('a', 1_000_000)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
            $"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: {new string('a', 1_000_000)}\r\n\r\n",
            $"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{string.Concat(Enumerable.Range(0, 10_000).Select(i => $"X{i}: y\r\n"))}\r\n",
            "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nRange: bytes=9999999999999999999-\r\nIf-Modified-Since: never\r\nAccept-Encoding: ;;q=,\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nName without a colon\r\n\r\n",
        ];
        foreach (byte[] request in requests.Select(Encoding.Latin1.GetBytes).Append(noise))
        {
            string answer = await RawClient.SendAsync(article.Address, request);
            Assert.True(RawClient.StatusOf(answer) is 0 or 200 or >= 400 and < 500 or 505, answer);
        }

        Assert.Equal(200, RawClient.StatusOf(await GetAsync("/index.html", "127.0.0.1")));
    }

    [Fact]
    public async Task EveryFile_ComesWithThePolicyOfThePage()
    {
        foreach (string path in (string[])["/index.html", "/05-the-outage.html", "/assets/icon.svg", "/live/dotnet.js"])
        {
            string answer = await GetAsync(path, "127.0.0.1");
            Assert.Contains("Content-Security-Policy: default-src 'none'; script-src 'self' ", answer, StringComparison.Ordinal);
            Assert.Contains("X-Content-Type-Options: nosniff\r\n", answer, StringComparison.Ordinal);
        }
    }

    private Task<string> GetAsync(string path, string host) =>
        RawClient.SendAsync(article.Address, $"GET {path} HTTP/1.1", $"Host: {host}", "Accept-Encoding: br, gzip");

    /// <summary>A file beside the site, and ways from the site to it.</summary>
    private sealed class Traps : IDisposable
    {
        private readonly string[] made;

        public Traps(string folder)
        {
            string site = Path.Combine(folder, "site");
            made = [Path.Combine(folder, "secret.txt"), .. ((string[])["linked.txt", "linked.txt.br", "packed.txt.br", "folder", "inside", ".hidden", "assets/.hidden"]).Select(name => Path.Combine(site, name))];
            File.WriteAllText(made[0], Secret);
            foreach (string link in made[1..4])
            {
                File.CreateSymbolicLink(link, made[0]);
            }

            Directory.CreateSymbolicLink(made[4], folder);
            Directory.CreateDirectory(made[5]);
            File.CreateSymbolicLink(Path.Combine(made[5], "linked.txt"), made[0]);
            Directory.CreateDirectory(made[6]);
            File.WriteAllText(Path.Combine(made[6], "page.html"), Secret);
            File.WriteAllText(made[7], Secret);
        }

        public void Dispose()
        {
            foreach (string path in made)
            {
                if (Directory.Exists(path) && new DirectoryInfo(path).LinkTarget is null)
                {
                    Directory.Delete(path, recursive: true);
                }
                else
                {
                    File.Delete(path);
                }
            }
        }
    }
}
