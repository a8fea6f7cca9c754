using System.Net;
using System.Net.Sockets;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>A port that leads to a server on a socket of the file system, which no other process can take from it first.</summary>
internal sealed class SocketDoor : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly string socket;
    private readonly Task serving;

    /// <summary>Opens the port.</summary>
    /// <param name="socket">The path of the socket.</param>
    public SocketDoor(string socket)
    {
        this.socket = socket;
        listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        serving = ServeAsync();
    }

    /// <summary>Where the server is.</summary>
    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Dispose();
        await serving;
        end.Dispose();
    }

    private async Task ServeAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ConnectAsync(await listener.AcceptTcpClientAsync(end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ConnectAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await server.ConnectAsync(new UnixDomainSocketEndPoint(socket), end.Token);
                await using var inside = new NetworkStream(server);
                var outside = client.GetStream();
                await Task.WhenAny(outside.CopyToAsync(inside, end.Token), inside.CopyToAsync(outside, end.Token));
            }
            catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
            {
                // The browser has gone, or the test has.
            }
        }
    }
}
