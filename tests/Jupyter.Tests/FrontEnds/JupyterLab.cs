using System.Diagnostics;
using InteractiveArticle.Jupyter.Tests.Clients;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

/// <summary>The part of JupyterLab that shows outputs, as a script for a page of the browser.</summary>
public sealed class JupyterLab : IAsyncLifetime
{
    private const string Install = ".ci/install-jupyterlab";

    private readonly TemporaryFolder folder = new();

    // Where the script installs it, which says which version.
    private static string Installation { get; } = Environment.GetEnvironmentVariable("JUPYTERLAB") is { Length: > 0 } place
        ? place
        : Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "jupyterlab-" + File.ReadLines(Repository.PathOf(Install.Split('/'))).First(line => line.StartsWith("version=", StringComparison.Ordinal))["version=".Length..]);

    private static bool IsInstalled => File.Exists(Path.Combine(Installation, "installed"));

    public async ValueTask InitializeAsync()
    {
        if (IsInstalled)
        {
            string bundler = Path.Combine(Installation, "node_modules", ".bin", "esbuild");
            var start = new ProcessStartInfo(bundler, [JupyterEnvironment.Script("jupyterlab.mjs"), "--bundle", "--format=iife", "--loader:.svg=text", "--log-level=error", $"--outfile={folder["jupyterlab.js"]}"]);
            start.Environment["NODE_PATH"] = Path.Combine(Installation, "node_modules");
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
        if (!IsInstalled)
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") is null, "JupyterLab's renderers are missing, and CI must not skip the tests with them.");
            Assert.Skip($"JupyterLab's renderers are not installed in {Installation}: run {Install}, which wants npm, to run the tests with them.");
        }

        return folder["jupyterlab.js"];
    }
}
