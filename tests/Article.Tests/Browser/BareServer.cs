using System.Net.Sockets;
using System.Text;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>A web server that hands out a folder's files below a path, with the headers that it is told to send and the length.</summary>
internal sealed class BareServer : IAsyncDisposable
{
    private readonly LocalPort port;
    private readonly string folder;
    private readonly string path;
    private readonly Func<string, IEnumerable<string>> headersOf;

    /// <summary>Starts the server.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="path">What its files' addresses begin with, between two slashes.</param>
    /// <param name="headersOf">The headers of a file with some ending, such as ".js".</param>
    public BareServer(string folder, string path, Func<string, IEnumerable<string>> headersOf)
    {
        (this.folder, this.path, this.headersOf) = (folder, path, headersOf);
        port = new(AnswerAsync);
        Address = new(port.Address, path);
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

    public ValueTask DisposeAsync() => port.DisposeAsync();

    private async Task AnswerAsync(NetworkStream stream, CancellationToken end)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII);
        string? asked = await reader.ReadLineAsync(end);
        while (!string.IsNullOrEmpty(await reader.ReadLineAsync(end)))
        {
            // What the browser would like is all the same here.
        }

        string address = Uri.UnescapeDataString(asked?.Split(' ')[1].Split('?')[0] ?? "");
        string file = Path.Combine(folder, address.StartsWith(path, StringComparison.Ordinal) ? address[path.Length..] : "none");
        bool isThere = File.Exists(file);
        byte[] content = isThere ? await File.ReadAllBytesAsync(file, end) : [];
        string[] lines = [isThere ? "HTTP/1.1 200 OK" : "HTTP/1.1 404 Not Found", $"Content-Length: {content.Length}", "Connection: close", .. headersOf(Path.GetExtension(file)), "", ""];
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", lines)), end);
        await stream.WriteAsync(content, end);
    }
}
