using InteractiveArticle.Jupyter.Tests.Clients;
using Microsoft.Playwright;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

/// <summary>A reader with a browser and a Jupyter of their own.</summary>
public sealed class NotebookPageTests(JupyterEnvironment jupyter, Browser browser) : IClassFixture<Browser>
{
    private const string Chapter = "05-the-outage.ipynb";
    private const string AllHaveRun = "() => Jupyter.notebook.get_cells().filter(cell => cell.cell_type === 'code').every(cell => Number.isInteger(cell.input_prompt_number))";

    [Fact]
    public async Task AReader_RunsAll_ChangesALever_Interrupts_AndStartsAgain()
    {
        await using var server = await NotebookServer.StartAsync(jupyter);
        await using var visit = await OpenAsync(server, Chapter);
        var page = visit.Page;
        await RunAll(page);
        await Assertions.Expect(page.Locator("figure .js-plotly-plot")).ToHaveCountAsync(Figures.In(Repository.PathOf("notebooks", Chapter)));
        await Scenes.MoveAsync(page, Figures.ScenesIn(Repository.PathOf("notebooks", Chapter)));
        var sentence = page.Locator(".output_html p").Filter(new() { HasText = "The command asks for" });
        var line = page.Locator("figure").First.Locator(".trace path.js-line").First;
        await Assertions.Expect(sentence).ToContainTextAsync("from typo to normal");
        string? before = await line.GetAttributeAsync("d");

        await page.EvaluateAsync("""
            () => {
              const cell = Jupyter.notebook.get_cells().find(cell => cell.get_text().includes('double removed = 0.45;'));
              cell.set_text(cell.get_text().replace('removed = 0.45', 'removed = 0.3'));
            }
            """);
        await RunAll(page);
        await Assertions.Expect(page.Locator("figure .js-plotly-plot")).ToHaveCountAsync(Figures.In(Repository.PathOf("notebooks", Chapter)));
        await Assertions.Expect(sentence).ToContainTextAsync("nobody outside notices anything");
        Assert.NotEqual(before, await line.GetAttributeAsync("d"));

        var last = page.Locator(".code_cell").Last;
        await Run(page, "Console.WriteLine(\"it loops\"); while (true) { }");
        await Assertions.Expect(last.Locator(".output")).ToContainTextAsync("it loops");
        await Choose(page, "#kernellink", "#int_kernel");
        await Assertions.Expect(last.Locator(".output_error")).ToContainTextAsync("The run was cancelled.");
        await Run(page, "removed * 2");
        await Assertions.Expect(last.Locator(".output_result")).ToContainTextAsync("0.6");

        await Choose(page, "#kernellink", "#restart_kernel");
        await page.Locator(".modal-dialog .btn-danger").ClickAsync();
        await Run(page, "removed");
        await Assertions.Expect(last.Locator(".output_error")).ToContainTextAsync("The name 'removed' does not exist");
    }

    [Fact]
    public async Task TheWorkbench_LoadsItsPackages_AndDrawsItsChartWithThem()
    {
        await using var server = await NotebookServer.StartAsync(jupyter);
        await using var visit = await OpenAsync(server, Repository.Workbench);
        var page = visit.Page;

        // The charting package gives up on its script after seven seconds, which a busy machine may take.
        await page.EvaluateAsync("() => { requirejs.config({ context: 'fsharp-plotly', waitSeconds: 0 }); }");
        await RunAll(page);

        await Assertions.Expect(page.Locator(".js-plotly-plot .trace")).ToHaveCountAsync(4);
        await Assertions.Expect(page.Locator(".output_html p.finding").Last).ToContainTextAsync("A server that idles half of the time");
    }

    private async Task<Visit> OpenAsync(NotebookServer server, string notebook)
    {
        var visit = await browser.OpenAsync();
        await visit.Page.GotoAsync(server.AddressOf(notebook));
        await visit.Page.WaitForFunctionAsync("() => window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()");
        return visit;
    }

    private static async Task RunAll(IPage page)
    {
        await page.EvaluateAsync("() => Jupyter.notebook.clear_all_output()");
        await page.EvaluateAsync("() => Jupyter.notebook.get_cells().forEach(cell => cell.cell_type === 'code' && cell.set_input_prompt())");
        await Choose(page, "#celllink", "#run_all_cells");
        await page.WaitForFunctionAsync(AllHaveRun);
    }

    private static async Task Choose(IPage page, string menu, string item)
    {
        await page.Locator(menu).ClickAsync();
        await page.Locator(item).ClickAsync();
    }

    private static async Task Run(IPage page, string code) => await page.EvaluateAsync("""
        code => {
          const cell = Jupyter.notebook.insert_cell_at_bottom('code');
          cell.set_text(code);
          cell.execute();
        }
        """, code);
}
