using System.Diagnostics;
using InteractiveArticle.Article.Terminal;

namespace InteractiveArticle.Article.Pictures;

/// <summary>
/// A Chromium without a window that opens one page and tells what became of it.
/// </summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    // A page has its own time, which a browser that hangs never lets pass.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private static readonly string[] Quiet =
    [
        "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--dump-dom",
    ];

    /// <summary>Where the browser is; null when there is none on the path.</summary>
    public static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.SelectMany(name => (string[])[Path.Combine(folder, name), Path.Combine(folder, name + ".exe")]))
            .FirstOrDefault(File.Exists);

    /// <summary>Opens a page, lets its scripts finish, and returns its elements as they are then.</summary>
    /// <param name="browser">The path of the browser.</param>
    /// <param name="html">The page.</param>
    /// <param name="patience">How much of the page's own time it is given.</param>
    /// <param name="cancellation">Ends the browser.</param>
    /// <exception cref="CommandException">The browser could not open the page.</exception>
    public static async Task<string> DumpAsync(string browser, string html, TimeSpan patience, CancellationToken cancellation)
    {
        using var folder = new TemporaryFolder();
        string page = Path.Combine(folder.Path, "page.html");
        await File.WriteAllTextAsync(page, html, cancellation).ConfigureAwait(false);
        var start = new ProcessStartInfo(browser, Quiet) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add($"--virtual-time-budget={patience.TotalMilliseconds:F0}");
        start.ArgumentList.Add("--user-data-dir=" + Path.Combine(folder.Path, "profile"));
        if (Environment.IsPrivilegedProcess)
        {
            // Chromium refuses its sandbox to root; the page is our own and asks nobody for anything.
            start.ArgumentList.Add("--no-sandbox");
        }

        start.ArgumentList.Add(new Uri(page).AbsoluteUri);
        using var process = Process.Start(start) ?? throw new CommandException($"{browser}: cannot be started");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        end.CancelAfter(Longest);
        try
        {
            var complaints = process.StandardError.ReadToEndAsync(end.Token);
            string elements = await process.StandardOutput.ReadToEndAsync(end.Token).ConfigureAwait(false);
            await complaints.ConfigureAwait(false);
            await process.WaitForExitAsync(end.Token).ConfigureAwait(false);
            return process.ExitCode == 0 ? elements : throw new CommandException($"{browser}: ended with {process.ExitCode}; try opening any page with it");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new CommandException($"{browser}: did not open a page within {Longest.TotalMinutes:0} minutes; try opening any page with it");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("article-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
