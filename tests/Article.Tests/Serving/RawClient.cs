using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InteractiveArticle.Article.Tests.Serving;

/// <summary>Says to a server what no well-behaved client would say.</summary>
internal static class RawClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Sends some bytes and reads until the server ends the connection.</summary>
    /// <returns>The answer, a character a byte; empty where the server only hung up.</returns>
    public static async Task<string> SendAsync(Uri server, byte[] request)
    {
        using var end = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Port, end.Token);
        using var answer = new MemoryStream();
        try
        {
            var stream = client.GetStream();
            await stream.WriteAsync(request, end.Token);
            if (!request.AsSpan().EndsWith("\r\n\r\n"u8))
            {
                // There is nothing more to come, and the server need not wait for it.
                client.Client.Shutdown(SocketShutdown.Send);
            }

            await stream.CopyToAsync(answer, end.Token);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The server hangs up on what it does not want to hear to its end.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }

    /// <summary>Sends a request line and some headers.</summary>
    public static Task<string> SendAsync(Uri server, string line, params IEnumerable<string> headers) =>
        SendAsync(server, Encoding.Latin1.GetBytes(string.Concat(headers.Append("Connection: close").Prepend(line).Select(text => text + "\r\n")) + "\r\n"));

    /// <summary>The status of an answer; 0 where there was none.</summary>
    public static int StatusOf(string answer) =>
        answer.Split(' ') is [_, var status, ..] && int.TryParse(status, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
