using System.Diagnostics;

namespace InteractiveArticle.Jupyter.Tests.Containers;

/// <summary>A clone of this repository in which nothing is built before a test does it, and then for all tests of a class.</summary>
public sealed class CleanClone : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task<string>> clone;

    public CleanClone() => clone = new(CloneAsync);

    /// <summary>Where it is; made at the first call.</summary>
    public Task<string> FolderAsync() => clone.Value;

    public void Dispose() => folder.Dispose();

    private async Task<string> CloneAsync()
    {
        var outcome = await ArticleProcess.RunAsync(new ProcessStartInfo("git", ["clone", "--quiet", Repository.Root, folder["article"]]));
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        return folder["article"];
    }
}
