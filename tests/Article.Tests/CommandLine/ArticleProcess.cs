using System.Diagnostics;

namespace InteractiveArticle.Article.Tests.CommandLine;

/// <summary>The real command line, run as a process.</summary>
internal static class ArticleProcess
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    public static string Chapter => Path.Combine(Root, "notebooks", "05-the-outage.ipynb");

    /// <summary>The file names of all chapters.</summary>
    public static IReadOnlyList<string> Chapters => [.. Directory.GetFiles(Path.Combine(Root, "notebooks"), "*.ipynb").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public static ProcessStartInfo Command(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "article.dll"), .. arguments])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return start;
    }

    public static Task<Outcome> RunAsync(params IEnumerable<string> arguments) => RunAsync(_ => { }, arguments);

    /// <param name="prepare">What is to be different about the process, such as its environment.</param>
    /// <param name="arguments">The command line.</param>
    public static async Task<Outcome> RunAsync(Action<ProcessStartInfo> prepare, params IEnumerable<string> arguments)
    {
        var start = Command(arguments);
        prepare(start);
        return await RunAsync(start);
    }

    public static async Task<Outcome> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "InteractiveArticle.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}

internal sealed record Outcome(int ExitCode, string Output, string Error)
{
    /// <summary>The lines on the error stream that are not progress.</summary>
    public string[] Complaints => [.. Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("running ", StringComparison.Ordinal))];
}
