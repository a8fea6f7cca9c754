using System.Net.Sockets;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>A port that leads to a server on a socket of the file system, which no other process can take from it first.</summary>
internal static class SocketDoor
{
    /// <summary>Opens the port.</summary>
    /// <param name="socket">The path of the socket.</param>
    public static LocalPort To(string socket) => new(async (outside, end) =>
    {
        using var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await server.ConnectAsync(new UnixDomainSocketEndPoint(socket), end);
        await using var inside = new NetworkStream(server);
        await Task.WhenAny(outside.CopyToAsync(inside, end), inside.CopyToAsync(outside, end));
    });
}
