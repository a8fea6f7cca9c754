using InteractiveArticle.Article.Commands;

namespace InteractiveArticle.Article.Tests.CommandLine;

/// <summary>
/// Command lines that nobody would type, in this process. They run alone, as the console and the current folder belong to the
/// process; and outside of the article's folder, so that no command finds the article's notebooks.
/// </summary>
[Collection(Alone)]
public sealed class CommandFuzzTests : IDisposable
{
    private const string Alone = "alone";
    private const string JupyterFolder = "JUPYTER_DATA_DIR";

    // Where nothing can be installed or exported to, since it is a file.
    private const string File = "n.ipynb";

    private static readonly string[][] Good =
    [
        ["run", File, "--set", "share=0.2", "--cell-timeout", "20", "--memory-limit", "512"],
        ["run", File, "--output", "out.ipynb"],
        ["export", File, "--static", "--output", File, "--set", "share=0.2", "--base-url", "https://example.org/a"],
        ["refresh", File, "--cell-timeout", "20"],
        ["simulate", "market", "--set", "aws=0.3", "--seed", "5", "--replications", "1", "--format", "json"],
        ["simulate", "queue", "--set", "customers=200", "--set", "warmup=0", "--replications", "2"],
        ["simulate", "queue", "--set", "customers=200", "--set", "warmup=0", "--replications", "1", "--sweep", "arrivalRate=0.1:0.5:0.2", "--sweep", "servers=1:3:1"],
        ["simulate", "bill", "--replications", "1", "--series", "hours", "--format", "json"],
        ["simulate", "--list", "--format", "csv"],
        ["simulate", "market", "--help"],
        ["kernel", "install", "--prefix", File, "--name", "x", "--force"],
        ["kernel", "uninstall", "--user", "--name", "x"],
        ["kernel", "run", File],
        ["notices", "--output", "."],
        ["--port", "8283", "--output", "site", "--set", "share=1"],
        ["--help"],
    ];

    private readonly TemporaryFolder folder = new();
    private readonly (TextWriter Output, TextWriter Error, string Folder, string? Jupyter) before =
        (Console.Out, Console.Error, Environment.CurrentDirectory, Environment.GetEnvironmentVariable(JupyterFolder));

    public CommandFuzzTests()
    {
        Environment.CurrentDirectory = folder.Path;
        Environment.SetEnvironmentVariable(JupyterFolder, folder[File]);
    }

    public void Dispose()
    {
        Console.SetOut(before.Output);
        Console.SetError(before.Error);
        Environment.CurrentDirectory = before.Folder;
        Environment.SetEnvironmentVariable(JupyterFolder, before.Jupyter);
        folder.Dispose();
    }

    // No system hands a null character over with a command line.
    [Fact]
    public Task ASpoiledLine_SucceedsOrGetsOneLine() =>
        Mutator.TryAsync(300, mutator => CheckAsync([.. mutator.Words(mutator.OneOf(Good)).Select(word => word.Replace("\0", "", StringComparison.Ordinal))]));

    private async Task CheckAsync(string[] line)
    {
        folder.Notebook(File, "double share = 0.5; // 0…1 step 0.1 · the share", "Console.WriteLine(share);");
        using var error = new StringWriter();
        Console.SetOut(TextWriter.Null);
        Console.SetError(error);
        int code = await ArticleCommand.InvokeAsync(line);
        var outcome = new Outcome(code, "", error.ToString());

        string words = $"{string.Join(' ', line.Select(word => $"‘{word}’"))}: {code} {outcome.Error}";
        Assert.True(code is 0 or 1 or 2, words);
        Assert.False(outcome.Error.Contains(ArticleCommand.Unforeseen, StringComparison.Ordinal), words);
        Assert.True(outcome.Complaints.Length == (code == 0 ? 0 : 1), words);
        Assert.True(outcome.Complaints.All(complaint => complaint.StartsWith("article: ", StringComparison.Ordinal) && complaint.Length > 20 && !complaint.Any(char.IsControl)), words);
    }

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class AloneCollection;
}
