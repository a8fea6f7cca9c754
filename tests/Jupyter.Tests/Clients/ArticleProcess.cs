using System.Diagnostics;

namespace InteractiveArticle.Jupyter.Tests.Clients;

/// <summary>The real command line, run as a process.</summary>
internal static class ArticleProcess
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Notebooks { get; } = [.. Directory.GetFiles(Path.Combine(Root, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal)];

    /// <summary>The program, built as this one is.</summary>
    private static string Program { get; } = Path.Combine(Root, "src", "Article", "bin", Build, "article.dll");

    private static string Build => string.Join(Path.DirectorySeparatorChar, AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[^2..]);

    public static ProcessStartInfo Command(params IEnumerable<string> arguments) => new("dotnet", [Program, .. arguments])
    {
        WorkingDirectory = Root,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    public static Task<Outcome> RunAsync(params IEnumerable<string> arguments) => RunAsync(Command(arguments));

    public static async Task<Outcome> RunAsync(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
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

internal sealed record Outcome(int ExitCode, string Output, string Error);
