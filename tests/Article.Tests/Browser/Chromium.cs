using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>A real browser, where the machine has one.</summary>
internal static class Chromium
{
    /// <summary>How long it may take over anything: only what never gets there should fail, however busy the machine is.</summary>
    public const int PatienceMilliseconds = 120_000;

    // First the one without anything around a page: a visit with it takes a third of the time.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    /// <summary>Where the browser is; null where there is none.</summary>
    public static string? Path { get; } = Names
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator).Select(folder => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Starts the browser.</summary>
    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright) => await playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Require(),
        Timeout = PatienceMilliseconds,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });

    /// <summary>Where the browser is; skips the test where there is none, and fails it where there has to be one.</summary>
    public static string Require()
    {
        if (Path is null)
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") is null, "Chromium is missing, and CI must not skip the browser tests.");
            Assert.Skip("Chromium is not installed: install the package chromium to run the browser tests.");
        }

        return Path;
    }
}
