using System.Text.Json;
using Microsoft.Playwright;

namespace InteractiveArticle.Benchmarks.Soak;

/// <summary>What a page holds, as its browser tells.</summary>
internal sealed class BrowserMemory
{
    private const double Megabyte = 1 << 20;

    private readonly Trend heap = new("scripts of the page, MB");
    private readonly Trend listeners = new("event listeners of the page");
    private readonly Trend nodes = new("nodes of the page");
    private readonly Trend cells = new("memory of .NET in the worker, MB");
    private readonly Trend renderer = new("process of the page, MB");
    private readonly Trend processes = new("all processes of the browser, MB");

    private readonly IPage page;
    private readonly ICDPSession session;
    private readonly ICDPSession browser;

    private BrowserMemory(IPage page, ICDPSession session, ICDPSession browser)
    {
        this.page = page;
        this.session = session;
        this.browser = browser;
    }

    public static async Task<BrowserMemory> OfAsync(IPage page) =>
        new(page, await page.Context.NewCDPSessionAsync(page), await page.Context.Browser!.NewBrowserCDPSessionAsync());

    public IReadOnlyList<Trend> Trends => [heap, nodes, listeners, cells, renderer, processes];

    /// <summary>Looks at everything, when what is garbage has been collected.</summary>
    /// <param name="step">After so many steps.</param>
    public async Task LookAsync(int step)
    {
        await session.SendAsync("HeapProfiler.collectGarbage");
        heap.Add(step, Number(await session.SendAsync("Runtime.getHeapUsage"), "usedSize") / Megabyte);
        var counters = await session.SendAsync("Memory.getDOMCounters");
        nodes.Add(step, Number(counters, "nodes"));
        listeners.Add(step, Number(counters, "jsEventListeners"));
        cells.Add(step, await page.Workers.Single().EvaluateAsync<double>("() => globalThis.getDotnetRuntime(0).localHeapViewU8().byteLength") / Megabyte);
        var running = (await browser.SendAsync("SystemInfo.getProcessInfo"))!.Value.GetProperty("processInfo").EnumerateArray()
            .Select(process => (Type: process.GetProperty("type").GetString(), Megabytes: LinuxProcess.Megabytes(process.GetProperty("id").GetInt32())))
            .ToArray();
        renderer.Add(step, running.Where(process => process.Type == "renderer").Max(process => process.Megabytes));
        processes.Add(step, running.Sum(process => process.Megabytes));
    }

    private static double Number(JsonElement? answer, string member) => answer!.Value.GetProperty(member).GetDouble();
}
