using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>The exported site from hosts that know nothing of it: what they leave out, get wrong or forbid.</summary>
public sealed class StaticHostTests(ServedArticle article) : BrowserTest(article)
{
    private const string Page = "05-the-outage.html";

    // The least that a lever takes, with all else that hosts send for safety.
    private const string StrictestAlive = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private string Site => Article.Folder["site"];

    [Fact]
    public async Task BelowAPath_ItMoves()
    {
        await using var host = new BareServer(Site, "/some/where else/", Typed);
        await MovesAsync(new Uri(host.Address, Page).AbsoluteUri);
    }

    [Fact]
    public async Task WhereProgramsHaveTheWrongType_ItMoves()
    {
        await using var host = new BareServer(Site, "/", ending => [$"Content-Type: {(ending is ".html" or ".js" or ".css" or ".svg" ? BareServer.UsualType(ending) : "application/octet-stream")}", "X-Content-Type-Options: nosniff"]);
        await MovesAsync(new Uri(host.Address, Page).AbsoluteUri, complaint => complaint.Contains("does not have the expected content type", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhereTheHostForbidsAllThatALeverDoesNotTake_ItMoves()
    {
        await using var host = new BareServer(Site, "/", ending =>
        [
            .. Typed(ending), "X-Content-Type-Options: nosniff", $"Content-Security-Policy: {StrictestAlive}",
            "Cross-Origin-Opener-Policy: same-origin", "Cross-Origin-Embedder-Policy: require-corp", "Cross-Origin-Resource-Policy: same-origin", "Referrer-Policy: no-referrer", "Permissions-Policy: camera=(), geolocation=()",
        ]);
        await MovesAsync(new Uri(host.Address, Page).AbsoluteUri);
    }

    // Browsers take scripts of no type as scripts but not as modules.
    [Fact]
    public async Task WhereFilesHaveNoType_ItMoves()
    {
        await using var host = new BareServer(Site, "/", _ => []);
        await MovesAsync(new Uri(host.Address, Page).AbsoluteUri, complaint => complaint.Contains("module script", StringComparison.Ordinal) || complaint.Contains("does not have the expected content type", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("default-src 'self'", "worker-src")]
    [InlineData("default-src 'self'; style-src 'self' 'unsafe-inline'; worker-src blob:", "Content Security Policy")]
    public async Task WhereTheHostForbidsWhatALeverTakes_ItReads_AndSaysInOneLineWhy(string policy, string why)
    {
        await using var host = new BareServer(Site, "/", ending => [.. Typed(ending), $"Content-Security-Policy: {policy}"]);
        var page = await NewPageAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync(new Uri(host.Address, Page).AbsoluteUri);
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        foreach (var words in await page.Locator("article h2, figcaption > p").AllAsync())
        {
            await Assertions.Expect(words).ToBeVisibleAsync();
        }

        await page.Locator("section.levers .lever").First.ScrollIntoViewIfNeededAsync();
        var status = page.Locator("section.levers .status");
        await Assertions.Expect(status).ToContainTextAsync("The live part cannot run here: ");
        await Assertions.Expect(status).ToContainTextAsync(why);
    }

    [Fact]
    public async Task FromTheDisk_ItReadsAndPlays_AndSaysInOneLineWhatLeversNeed()
    {
        var page = await NewPageAsync(guesses: true);
        await page.GotoAsync(Article.FromDisk(Page));
        await Assertions.Expect(page.GetByText("they need a web server, such as python3 -m http.server")).ToBeVisibleAsync();
        foreach (var show in await page.GetByRole(AriaRole.Button, new() { Name = "Just show me" }).AllAsync())
        {
            await show.ClickAsync();
        }

        var scene = page.Locator("figure.scene").First;
        await scene.Locator(".stages").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(scene.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToHaveCountAsync(1);
        await page.WaitForFunctionAsync("(slider) => Number(slider.value) > 0", await scene.GetByRole(AriaRole.Slider).ElementHandleAsync());
        await Assertions.Expect(page.Locator(".hand:visible, .levers:visible, .levers-here:visible")).ToHaveCountAsync(0);
        var figure = page.Locator("figure.figure").First;
        await figure.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(figure).ToHaveAttributeAsync("data-drawn", "true");
    }

    [Fact]
    public async Task FromPythonsServer_ItMoves()
    {
        string python = ExternalProgram.Require("python3", "apt-get install python3");
        using var server = Process.Start(new ProcessStartInfo(python, ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", Site]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            server.ErrorDataReceived += (_, _) => { };
            server.BeginErrorReadLine();
            string line = (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!;
            await MovesAsync(new Uri(new Uri(line.Split('(', ')')[1]), Page).AbsoluteUri);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task FromNginx_BelowAPath_ItMoves()
    {
        string nginx = ExternalProgram.Require("nginx", "apt-get install nginx-light");
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["nginx.conf"], $$"""
            daemon off;
            master_process off;
            pid {{folder["pid"]}};
            error_log stderr;
            events { }
            http {
              include /etc/nginx/mime.types;
              access_log off;
              client_body_temp_path {{folder["body"]}};
              proxy_temp_path {{folder["proxy"]}};
              fastcgi_temp_path {{folder["fastcgi"]}};
              uwsgi_temp_path {{folder["uwsgi"]}};
              scgi_temp_path {{folder["scgi"]}};
              server {
                listen unix:{{folder["socket"]}};
                location /article/ { alias {{Site}}/; }
              }
            }

            """, TestContext.Current.CancellationToken);
        using var server = Process.Start(new ProcessStartInfo(nginx, ["-e", "stderr", "-p", folder.Path, "-c", folder["nginx.conf"]]) { RedirectStandardError = true })!;
        try
        {
            var complaints = server.StandardError.ReadToEndAsync(CancellationToken.None);
            while (!File.Exists(folder["socket"]))
            {
                Assert.False(server.HasExited, server.HasExited ? await complaints : "");
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            await using var door = SocketDoor.To(folder["socket"]);
            await MovesAsync(new Uri(door.Address, $"article/{Page}").AbsoluteUri);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static IEnumerable<string> Typed(string ending) => BareServer.UsualType(ending) is { } type ? [$"Content-Type: {type}"] : [];

    // A lever moves the words, and the chart that is drawn is that of the new numbers.
    private async Task MovesAsync(string address, Func<string, bool>? isExpected = null)
    {
        var live = new LivePage(await NewPageAsync(new() { ReducedMotion = ReducedMotion.Reduce }));
        await live.Page.GotoAsync(address);
        await live.Page.WaitForSelectorAsync("section.levers[data-state]");
        var figure = live.Page.Locator("figure.figure").First;
        await figure.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(figure).ToHaveAttributeAsync("data-drawn", "true");
        await Assertions.Expect(live.Page.Locator(".outputs .finding").First).Not.ToContainTextAsync("nobody outside notices");
        await live.MoveAsync(("removed", "0.3"));

        await Assertions.Expect(live.Page.Locator(".outputs .finding").First).ToContainTextAsync("nobody outside notices");
        await live.Page.WaitForFunctionAsync("""
            () => {
              const figure = document.querySelector("figure.figure");
              const { series } = JSON.parse(figure.querySelector("script.figure-data").textContent);
              return JSON.stringify(series.map(({ x, y }) => [x, y])) === JSON.stringify(figure.querySelector(".plot").data.map(({ x, y }) => [x, y]));
            }
            """);
        Assert.All(live.Complaints, complaint => Assert.True(isExpected?.Invoke(complaint), complaint));
        Assert.All(live.Requests, request => Assert.Equal(new Uri(address).Authority, request.Authority));
    }
}
