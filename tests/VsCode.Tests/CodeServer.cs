using System.Diagnostics;
using System.Text.Json.Nodes;

namespace InteractiveArticle.VsCode.Tests;

/// <summary>VS Code as a server for browsers, over a copy of the notebooks. It ends with the test and leaves nothing behind.</summary>
internal sealed class CodeServer : IAsyncDisposable
{
    private const string Listening = "HTTP server listening on ";

    private readonly Process process;
    private readonly TemporaryFolder folder;

    private CodeServer(Process process, TemporaryFolder folder, Uri address)
    {
        this.process = process;
        this.folder = folder;
        Address = address;
    }

    /// <summary>Where the machine has it, if it does.</summary>
    public static CachedInstallation Installation { get; } = new("code-server");

    /// <summary>Where it serves the folder of notebooks.</summary>
    public Uri Address { get; }

    /// <summary>Starts it and waits until it serves.</summary>
    public static async Task<CodeServer> StartAsync()
    {
        var folder = new TemporaryFolder();
        foreach (string name in (string[])["notebooks", ".vscode", "images"])
        {
            Copy(Repository.PathOf(name), folder["article", name]);
        }

        Directory.CreateDirectory(folder["user", "User"]);
        string server = Path.Combine(Installation.Folder, "server", "node_modules", "code-server", "out", "node", "entry.js");
        var start = new ProcessStartInfo(
            Path.Combine(Installation.Folder, "node", "node_modules", "node", "bin", "node"),
            [
                server, "--bind-addr", "127.0.0.1:0", "--auth", "none", "--disable-telemetry", "--disable-update-check", "--config", folder["config.yaml"],
                "--user-data-dir", folder["user"], "--extensions-dir", folder["extensions"], folder["article"],
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        File.WriteAllText(folder["config.yaml"], "");

        // No shop of extensions, and none of the reader's folders.
        start.Environment["EXTENSIONS_GALLERY"] = "{}";
        start.Environment["HOME"] = folder.Path;
        var process = Process.Start(start)!;
        string? line;
        do
        {
            line = await process.StandardOutput.ReadLineAsync();
            Assert.True(line is not null, "code-server has not started");
        }
        while (!line.Contains(Listening, StringComparison.Ordinal));

        // Whoever does not read along stops the server when the pipe is full.
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        return new(process, folder, new(line.Split(Listening)[1]));
    }

    /// <summary>The path of a notebook that it shows.</summary>
    public string PathOf(string notebook) => folder["article", "notebooks", notebook];

    /// <summary>Sets what a reader has chosen; whoever opens a page afterwards finds it so.</summary>
    /// <param name="isTrusted">Whether they trust the folder; if not, it opens in Restricted Mode, as every fresh clone does.</param>
    /// <param name="isDark">Whether they like a dark theme.</param>
    public void Choose(bool isTrusted, bool isDark) => File.WriteAllText(folder["user", "User", "settings.json"], new JsonObject
    {
        ["security.workspace.trust.enabled"] = !isTrusted,
        ["security.workspace.trust.startupPrompt"] = "never",
        ["workbench.colorTheme"] = isDark ? "Default Dark Modern" : "Default Light Modern",
        ["workbench.startupEditor"] = "none",
        ["workbench.secondarySideBar.defaultVisibility"] = "hidden",
        ["files.autoSave"] = "off",
        ["chat.disableAIFeatures"] = true,
        ["extensions.autoCheckUpdates"] = false,
        ["telemetry.telemetryLevel"] = "off",
    }.ToJsonString());

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Dispose();
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
