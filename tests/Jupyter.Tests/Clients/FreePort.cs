using System.Net;
using System.Net.Sockets;

namespace InteractiveArticle.Jupyter.Tests.Clients;

/// <summary>
/// Ports for whoever listens on them a while later, each given once. They lie below those that systems give by
/// themselves, from which another program may get one in the meantime.
/// </summary>
internal static class FreePort
{
    private const int First = 10_000;
    private const int Count = 32_768 - First;

    // Test processes run beside each other, so each begins somewhere else.
    private static int given = Environment.ProcessId % 40 * 500;

    public static int Next()
    {
        int port;
        do
        {
            port = First + (Interlocked.Increment(ref given) % Count);
        }
        while (!IsFree(port));
        return port;
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
