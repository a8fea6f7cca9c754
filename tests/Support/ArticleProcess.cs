using System.Diagnostics;

namespace InteractiveArticle.Support;

/// <summary>The real command line, run as a process.</summary>
public static class ArticleProcess
{
    public static string Chapter => Repository.PathOf("notebooks", "05-the-outage.ipynb");

    /// <summary>The program, built as this one is.</summary>
    private static string Program { get; } = Repository.PathOf("src", "Article", "bin", Build, "article.dll");

    private static string Build => string.Join(Path.DirectorySeparatorChar, AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[^2..]);

    public static ProcessStartInfo Command(params IEnumerable<string> arguments) => new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Program, .. arguments])
    {
        WorkingDirectory = Repository.Root,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    public static Task<Outcome> RunAsync(params IEnumerable<string> arguments) => RunAsync(_ => { }, arguments);

    /// <param name="prepare">What is to be different about the process, such as its environment.</param>
    /// <param name="arguments">The command line.</param>
    public static async Task<Outcome> RunAsync(Action<ProcessStartInfo> prepare, params IEnumerable<string> arguments)
    {
        var start = Command(arguments);
        prepare(start);
        return await RunAsync(start);
    }

    /// <summary>Gives a process a reader's folder that is the test's own, but for the packages that the machine has already.</summary>
    /// <param name="start">The process.</param>
    /// <param name="home">The folder.</param>
    public static ProcessStartInfo AtHome(ProcessStartInfo start, string home)
    {
        start.Environment["NUGET_PACKAGES"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        start.Environment["HOME"] = start.Environment["DOTNET_CLI_HOME"] = Directory.CreateDirectory(home).FullName;
        return start;
    }

    public static async Task<Outcome> RunAsync(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }
}

public sealed record Outcome(int ExitCode, string Output, string Error)
{
    /// <summary>The lines on the error stream that are neither progress nor warnings.</summary>
    public string[] Complaints => [.. Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("running ", StringComparison.Ordinal) && !line.StartsWith("warning: ", StringComparison.Ordinal))];
}
