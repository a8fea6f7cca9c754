using System.Diagnostics;
using InteractiveArticle.Article.Tests.Browser;
using Microsoft.Playwright;

namespace InteractiveArticle.VsCode.Tests;

/// <summary>A reader who has VS Code before them.</summary>
internal sealed class Reader : IAsyncDisposable
{
    private const int Width = 1000;
    private const int UsualHeight = 800;

    // So tall that every cell of a notebook is on the screen, as VS Code shows only what is there.
    private const int WholeHeight = 24_000;

    private readonly IPage page;

    private Reader(IPage page) => this.page = page;

    /// <summary>What VS Code shows of the outputs and texts of the notebook that is open.</summary>
    private IFrameLocator Shown => page.FrameLocator("iframe.webview.ready >> nth=-1").FrameLocator("#active-frame");

    /// <summary>The pictures of scenes among the outputs.</summary>
    public ILocator Scenes => Shown.Locator(".output img[src^='data:image/svg+xml']");

    /// <summary>Opens the folder of the article in a browser that reaches this machine only.</summary>
    /// <param name="vsCode">What serves it, and the browser.</param>
    /// <param name="isTrusted">Whether the reader trusts the folder; if not, it opens in Restricted Mode, as every fresh clone does.</param>
    /// <param name="isDark">Whether they like a dark theme.</param>
    public static async Task<Reader> OpenAsync(RunningVsCode vsCode, bool isTrusted, bool isDark)
    {
        vsCode.Server.Choose(isTrusted, isDark);
        var context = await vsCode.Browser.NewContextAsync(new() { ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light, ViewportSize = new() { Width = Width, Height = UsualHeight } });
        context.SetDefaultTimeout(Chromium.PatienceMilliseconds);
        await context.RouteAsync(url => new Uri(url) is { IsLoopback: false, Scheme: "http" or "https" }, route => route.AbortAsync());
        var page = await context.NewPageAsync();
        await page.GotoAsync(vsCode.Server.Address.ToString());
        await page.Locator(".statusbar-item[id='status.notifications']").WaitForAsync();
        await Assertions.Expect(page.Locator(".statusbar-item[id='status.workspaceTrust']")).ToHaveCountAsync(isTrusted ? 0 : 1);
        return new(page);
    }

    /// <summary>Closes the browser's window, as a film that nobody sees keeps the machine busy.</summary>
    public async ValueTask DisposeAsync() => await page.Context.CloseAsync();

    /// <summary>Opens a notebook in place of the one before it, and makes room for all of it.</summary>
    /// <param name="name">Its file name.</param>
    public async Task ShowAsync(string name)
    {
        await page.SetViewportSizeAsync(Width, UsualHeight);
        await CommandAsync("View: Close All Editors");
        await Assertions.Expect(page.Locator("iframe.webview")).ToHaveCountAsync(0);
        await PickAsync("Control+p", name, name);
        await page.Locator(".notebookOverlay").WaitForAsync();
        await page.SetViewportSizeAsync(Width, WholeHeight);
    }

    /// <summary>What each output shows: its words, and the kinds of its pictures that are there to be seen.</summary>
    /// <param name="expected">How many outputs there are.</param>
    public async Task<string[]> OutputsAsync(int expected)
    {
        var outputs = Shown.Locator(".output_container .output");
        await Assertions.Expect(outputs).ToHaveCountAsync(expected);
        return await outputs.EvaluateAllAsync<string[]>("""
            async (outputs) => {
              const within = (node) => [node, ...[...(node.shadowRoot?.children ?? []), ...node.children].flatMap(within)];
              const isSeen = (element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
              const words = (node) => node.nodeType === Node.TEXT_NODE ? node.data : ["STYLE", "SCRIPT"].includes(node.tagName) ? "" : [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(words).join("");
              const shown = [];
              for (const output of outputs) {
                const pictures = within(output).filter((element) => element.tagName === "IMG");
                await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
                shown.push(isSeen(output)
                  ? words(output).trim() + pictures.filter((picture) => isSeen(picture) && picture.naturalWidth > 0).map((picture) => ` [${picture.src.slice(5, picture.src.indexOf(";"))}]`).join("")
                  : "");
              }
              return shown;
            }
            """);
    }

    /// <summary>Photographs a scene.</summary>
    /// <param name="scene">Which of the notebook, from 0.</param>
    public async Task<byte[]> PhotographAsync(int scene)
    {
        // VS Code adds outputs in no order.
        var boxes = await Task.WhenAll((await Scenes.AllAsync()).Select(picture => picture.BoundingBoxAsync()));
        var box = boxes.OrderBy(box => box!.Y).ElementAt(scene)!;
        return await page.ScreenshotAsync(new() { Clip = new() { X = box.X, Y = box.Y, Width = box.Width, Height = box.Height } });
    }

    /// <summary>Writes at the beginning of the first code cell and saves.</summary>
    /// <param name="words">What to write.</param>
    /// <param name="isSaved">Tells whether the file has it.</param>
    public async Task WriteAtTheTopAsync(string words, Func<bool> isSaved)
    {
        await page.SetViewportSizeAsync(Width, UsualHeight);
        await page.Locator(".notebook-editor .cell .monaco-editor .view-line").First.ClickAsync();
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.TypeAsync(words);
        await page.Keyboard.PressAsync("Control+s");
        var clock = Stopwatch.StartNew();
        while (!isSaved())
        {
            Assert.True(clock.Elapsed.TotalMilliseconds < Chromium.PatienceMilliseconds, "VS Code has not saved the notebook");
            await Task.Delay(100);
        }
    }

    /// <summary>Runs a command from the palette.</summary>
    /// <param name="title">What the palette calls it.</param>
    public Task CommandAsync(string title) => PickAsync("F1", ">" + title, title);

    private async Task PickAsync(string key, string words, string choice)
    {
        var input = page.Locator(".quick-input-widget input[type='text']");
        await page.Keyboard.PressAsync(key);
        await input.FillAsync(words);
        await page.Locator(".quick-input-list .monaco-list-row").Filter(new() { HasText = choice }).First.ClickAsync();
        await Assertions.Expect(input).ToBeHiddenAsync();
    }
}
