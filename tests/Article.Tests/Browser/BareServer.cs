using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>A web server that hands out a folder's files below a path, with the headers that it is told to send and the length.</summary>
internal sealed class BareServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly string folder;
    private readonly string path;
    private readonly Func<string, IEnumerable<string>> headersOf;
    private readonly Task serving;

    /// <summary>Starts the server.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="path">What its files' addresses begin with, between two slashes.</param>
    /// <param name="headersOf">The headers of a file with some ending, such as ".js".</param>
    public BareServer(string folder, string path, Func<string, IEnumerable<string>> headersOf)
    {
        (this.folder, this.path, this.headersOf) = (folder, path, headersOf);
        listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}{path}");
        serving = ServeAsync();
    }

    /// <summary>Where the folder is.</summary>
    public Uri Address { get; }

    /// <summary>The type that hosts give a file by its ending; null where many give none.</summary>
    public static string? UsualType(string ending) => ending switch
    {
        ".html" => "text/html",
        ".js" => "text/javascript",
        ".css" => "text/css",
        ".json" => "application/json",
        ".svg" => "image/svg+xml",
        ".webp" => "image/webp",
        ".png" => "image/png",
        ".wasm" => "application/wasm",
        _ => null,
    };

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Dispose();
        await serving;
        end.Dispose();
    }

    private async Task ServeAsync()
    {
        var answers = new List<Task>();
        try
        {
            while (true)
            {
                answers.Add(AnswerAsync(await listener.AcceptTcpClientAsync(end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(answers);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII);
                string? asked = await reader.ReadLineAsync(end.Token);
                while (!string.IsNullOrEmpty(await reader.ReadLineAsync(end.Token)))
                {
                    // What the browser would like is all the same here.
                }

                string address = Uri.UnescapeDataString(asked?.Split(' ')[1].Split('?')[0] ?? "");
                string file = Path.Combine(folder, address.StartsWith(path, StringComparison.Ordinal) ? address[path.Length..] : "none");
                bool isThere = File.Exists(file);
                byte[] content = isThere ? await File.ReadAllBytesAsync(file, end.Token) : [];
                string[] lines = [isThere ? "HTTP/1.1 200 OK" : "HTTP/1.1 404 Not Found", $"Content-Length: {content.Length}", "Connection: close", .. headersOf(Path.GetExtension(file)), "", ""];
                await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", lines)), end.Token);
                await stream.WriteAsync(content, end.Token);
            }
            catch (Exception error) when (error is IOException or OperationCanceledException)
            {
                // The browser has gone, or the test has.
            }
        }
    }
}
