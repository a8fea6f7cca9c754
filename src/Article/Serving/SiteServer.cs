using System.Net;
using System.Net.Mime;
using System.Net.Sockets;
using InteractiveArticle.Article.Site;
using InteractiveArticle.Article.Terminal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Logging;

namespace InteractiveArticle.Article.Serving;

/// <summary>
/// Serves the written article to this machine and to nobody else.
/// </summary>
internal static class SiteServer
{
    private const string Binary = MediaTypeNames.Application.Octet;

    private static readonly string[] Names = ["127.0.0.1", "localhost"];

    /// <summary>Serves a folder until cancelled.</summary>
    /// <param name="folder">The site.</param>
    /// <param name="port">The port asked for; null for the usual one or, when that is taken, any free one.</param>
    /// <param name="usualPort">The usual port.</param>
    /// <param name="cancellation">Ends the server.</param>
    /// <exception cref="CommandException">The port asked for is taken.</exception>
    public static async Task ServeAsync(string folder, int? port, int usualPort, CancellationToken cancellation)
    {
        var types = new FileExtensionContentTypeProvider();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();

        // Asked first whether it is free, a port could be gone by the time that it is taken.
        using var socket = port is { } chosen
            ? TryListen(chosen) ?? throw new CommandException($"--port {chosen}: in use; give another port, or none to take any that is free")
            : TryListen(usualPort) ?? TryListen(0)!;
        builder.WebHost.UseKestrelCore().UseSockets(sockets => sockets.CreateBoundListenSocket = _ => socket);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen((IPEndPoint)socket.LocalEndPoint!));
        var app = builder.Build();
        await using (app.ConfigureAwait(false))
        {
            app.Use(RefuseAsync);
            using var files = new OwnFiles(folder);
            app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
            app.Use((context, next) => PackedFiles.Choose(context, next, files));
            app.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = files,
                ServeUnknownFileTypes = true,
                DefaultContentType = Binary,
                OnPrepareResponse = response =>
                {
                    response.Context.Response.Headers.CacheControl = "no-cache";
                    response.Context.Response.Headers.ContentSecurityPolicy = Page.ContentSecurityPolicy;
                    response.Context.Response.Headers.XContentTypeOptions = "nosniff";
                    PackedFiles.Describe(response.Context, name => types.TryGetContentType(name, out string? type) ? type : Binary);
                },
            });
            await app.StartAsync(cancellation).ConfigureAwait(false);
            Console.WriteLine($"The article is at {app.Urls.First()}/ (Ctrl+C ends it)");
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // Asked to end: that is how serving ends well.
            }

            await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        // A page of another origin must not read the article through a host name that points here.
        if (!Names.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return Task.CompletedTask;
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static Socket? TryListen(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }
}
