using System.Diagnostics;
using InteractiveArticle.Jupyter.Tests.Clients;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

/// <summary>The part of JupyterLab that shows outputs, as a script for a page of the browser.</summary>
public sealed class JupyterLab : IAsyncLifetime
{
    private static readonly CachedInstallation Installation = new("jupyterlab");

    private readonly TemporaryFolder folder = new();

    public async ValueTask InitializeAsync()
    {
        if (Installation.IsInstalled)
        {
            string bundler = Path.Combine(Installation.Folder, "node_modules", ".bin", "esbuild");
            var start = new ProcessStartInfo(bundler, [JupyterEnvironment.Script("jupyterlab.mjs"), "--bundle", "--format=iife", "--loader:.svg=text", "--log-level=error", $"--outfile={folder["jupyterlab.js"]}"]);
            start.Environment["NODE_PATH"] = Path.Combine(Installation.Folder, "node_modules");
            var bundled = await ArticleProcess.RunAsync(start);
            Assert.True(bundled.ExitCode == 0, bundled.Error);
        }
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The path of the script, which defines <c>showOutputs</c>; skips the test where there is none, and fails it where there has to be one.</summary>
    public string RequireScript()
    {
        Installation.Require();
        return folder["jupyterlab.js"];
    }
}
