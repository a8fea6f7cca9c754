using System.Diagnostics;
using System.Text.Json.Nodes;
using InteractiveArticle.Jupyter.Tests.Clients;
using InteractiveArticle.Jupyter.Tests.FrontEnds;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Jupyter.Tests.Installation;

/// <summary>
/// The kernel as an editor starts it that has no Jupyter behind it, such as VS Code with its Jupyter extension: by its
/// <c>kernel.json</c> alone, over bare sockets.
/// </summary>
public sealed class EditorStartTests : IDisposable
{
    private const string Chapter = "05-the-outage.ipynb";
    private const int FirstCells = 6;

    private readonly TemporaryFolder folder = new();
    private readonly NotebookCopies copies = new();
    private readonly ConnectionSettings settings = new();

    public void Dispose()
    {
        settings.Dispose();
        copies.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task AnEditorWithoutPython_FindsTheChaptersKernel_StartsIt_AndRunsItsFirstCells()
    {
        var installed = await ArticleProcess.RunAsync(start => start.Environment["JUPYTER_DATA_DIR"] = folder.Path, "kernel", "install", "--user");
        Assert.True(installed.ExitCode == 0, installed.Error);
        var notebook = NotebookDocument.Load(Repository.PathOf("notebooks", Chapter));
        var spec = KernelOf(notebook);

        using var kernel = Process.Start(Command(spec))!;
        using (var client = new KernelClient(settings))
        {
            var language = client.Ask("kernel_info_request", []).Reply["language_info"]!;
            Assert.Equal((string)notebook.Metadata["language_info"]!["name"]!, (string)language["name"]!);
            Assert.Equal((string)notebook.Metadata["language_info"]!["file_extension"]!, (string)language["file_extension"]!);

            Cell[] cells = [.. notebook.Cells.Where(cell => cell.Kind == CellKind.Code).Take(FirstCells)];
            Assert.Contains(cells, cell => cell.Outputs.Count > 0);
            foreach (var cell in cells)
            {
                var run = client.Execute(cell.Source, new JsonObject { ["silent"] = false, ["store_history"] = true, ["allow_stdin"] = true, ["stop_on_error"] = true });
                Assert.Equal((cell.Id, "ok"), (cell.Id, run.Status));
                Assert.Equal(cell.Outputs.Count, run.Shown.Count);
                foreach (var (stored, shown) in cell.Outputs.Zip(run.Shown))
                {
                    Assert.All(stored.Forms!, form => Assert.Equal((form.Key, form.Value), (form.Key, (string?)shown.Content["data"]![form.Key])));
                }
            }

            Assert.Equal("message", (string)spec["interrupt_mode"]!);
            string endless = client.Send("execute_request", new JsonObject { ["code"] = "Console.Write(1);\nwhile (true) { }" });
            client.WaitFor(message => message.ParentId == endless && message.Type == "stream");
            Assert.Equal("ok", client.Ask("interrupt_request", [], onControl: true).Status);
            Assert.Equal("error", (string)client.Reply(endless)["status"]!);
            client.Ask("shutdown_request", new JsonObject { ["restart"] = false }, onControl: true);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await kernel.WaitForExitAsync(patience.Token);
        Assert.Equal(0, kernel.ExitCode);
    }

    // Editors look through the folders of kernels and take the one that the notebook names.
    private JsonNode KernelOf(NotebookDocument notebook)
    {
        string name = (string)notebook.Metadata["kernelspec"]!["name"]!;
        string file = Assert.Single(Directory.GetFiles(folder["kernels"], "kernel.json", SearchOption.AllDirectories), file => Path.GetFileName(Path.GetDirectoryName(file)) == name);
        var spec = JsonNode.Parse(File.ReadAllText(file))!;
        Assert.Equal(((string)notebook.Metadata["kernelspec"]!["display_name"]!, (string)notebook.Metadata["kernelspec"]!["language"]!), ((string)spec["display_name"]!, (string)spec["language"]!));
        return spec;
    }

    // In the notebook's folder, with what the specification adds to the environment, and on a machine whose PATH leads nowhere.
    private ProcessStartInfo Command(JsonNode spec)
    {
        string[] words = [.. spec["argv"]!.AsArray().Select(word => ((string)word!).Replace("{connection_file}", settings.Path, StringComparison.Ordinal))];
        var start = new ProcessStartInfo(words[0], words[1..]) { WorkingDirectory = Path.GetDirectoryName(copies[Chapter])! };
        foreach (var (name, value) in spec["env"]?.AsObject() ?? [])
        {
            start.Environment[name] = (string)value!;
        }

        start.Environment["PATH"] = folder["nothing"];
        start.Environment.Remove("DOTNET_ROOT");
        return start;
    }
}
