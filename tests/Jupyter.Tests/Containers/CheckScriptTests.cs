using System.Diagnostics;
using InteractiveArticle.Jupyter.Tests.FrontEnds;

namespace InteractiveArticle.Jupyter.Tests.Containers;

/// <summary>What says of a container, and of a bare Debian, that readers can work in it.</summary>
public sealed class CheckScriptTests(JupyterEnvironment jupyter)
{
    private static readonly string BareDebian = Repository.PathOf("binder", "try-in-bare-debian");

    [Fact]
    public async Task WithTheKernel_TheServerStarts_AndAChapterRuns()
    {
        var outcome = await ArticleProcess.RunAsync(Check());

        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        Assert.Equal("Jupyter's server starts.\nnotebooks/05-the-outage.ipynb runs.\n", outcome.Output);
    }

    [Fact]
    public async Task WithoutTheKernel_ItFails()
    {
        using var folder = new TemporaryFolder();
        var check = Check();
        check.Environment["JUPYTER_PATH"] = folder.Path;
        check.Environment["HOME"] = folder.Path;
        var outcome = await ArticleProcess.RunAsync(check);

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains("No such kernel named .net-csharp", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("runs.", outcome.Output, StringComparison.Ordinal);
    }

    // The whole of it downloads a system and takes ten minutes; so it is run by hand.
    [Fact]
    public async Task ABareDebian_IsRefusedInOneLine_WhereItCannotBeMade()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has such root folders.");
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder["dirname"], "/usr/bin/dirname");
        var start = new ProcessStartInfo("/bin/bash", [BareDebian]);
        start.Environment["PATH"] = folder.Path;
        var outcome = await ArticleProcess.RunAsync(start);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(Environment.IsPrivilegedProcess ? "needs debootstrap: install the package debootstrap" : "needs root, who alone may change into another root folder", outcome.Error.Split(": ", 2)[1].TrimEnd('\n'));
    }

    [Fact]
    public async Task ABareDebian_TakesNoArgumentButHelp()
    {
        var refused = await ArticleProcess.RunAsync(new ProcessStartInfo(BareDebian, ["--quick"]));
        var help = await ArticleProcess.RunAsync(new ProcessStartInfo(BareDebian, ["--help"]));

        Assert.Equal((1, "binder/try-in-bare-debian: --quick: it takes no argument but --help\n"), (refused.ExitCode, refused.Error));
        Assert.Equal((0, ""), (help.ExitCode, help.Error));
        Assert.Contains("Needs root, debootstrap, dotnet", help.Output, StringComparison.Ordinal);
    }

    private ProcessStartInfo Check()
    {
        var start = jupyter.Command();
        start.FileName = Repository.PathOf("binder", "check");
        return start;
    }
}
