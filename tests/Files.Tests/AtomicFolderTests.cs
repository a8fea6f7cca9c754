
namespace InteractiveArticle.Files.Tests;

public sealed class WholeFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Target => folder["target"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Publish_AgainAndAgain_NeverLeavesTheTargetMissing()
    {
        Publish("0");
        Directory.CreateDirectory(folder["other"]);
        Assert.SkipUnless(FolderExchange.Try(Target, folder["other"]), "This file system does not exchange folders.");
        Directory.Delete(Target);
        Directory.Move(folder["other"], Target);
        bool isDone = false;
        var watching = Task.Run(() =>
        {
            int missing = 0;
            while (!Volatile.Read(ref isDone))
            {
                missing += Directory.Exists(Target) ? 0 : 1;
            }

            return missing;
        });
        for (int i = 1; i <= 300; i++)
        {
            Publish($"{i}");
        }

        Volatile.Write(ref isDone, true);
        Assert.Equal(0, await watching);
        Assert.Equal("300", Content());
        Assert.Equal([Target], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void MoveTwice_PutsTheNewContentInTheTargetsPlace()
    {
        Publish("earlier");
        using (var whole = Written("new"))
        {
            whole.MoveTwice();
            Assert.Equal("earlier", File.ReadAllText(Path.Combine(whole.Path, "content")));
        }

        Assert.Equal("new", Content());
        Assert.Equal([Target], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void MoveTwice_ThatFailsHalfWay_PutsTheTargetBack()
    {
        Publish("earlier");
        using (var whole = Written("new"))
        {
            Directory.Delete(whole.Path, recursive: true);
            Assert.Throws<DirectoryNotFoundException>(whole.MoveTwice);
        }

        Assert.Equal("earlier", Content());
        Assert.Equal([Target], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void ALink_StaysALink_AndWhatItLeadsToIsReplaced()
    {
        Directory.CreateDirectory(folder["elsewhere"]);
        Directory.CreateSymbolicLink(Target, folder["elsewhere"]);
        Publish("new");
        File.CreateSymbolicLink(folder["link"], Path.Combine("elsewhere", "content"));
        AtomicFile.Write(folder["link"], "newer"u8);

        Assert.Equal(folder["elsewhere"], new DirectoryInfo(Target).LinkTarget);
        Assert.Equal("newer", File.ReadAllText(folder["elsewhere", "content"]));
        Assert.NotNull(new FileInfo(folder["link"]).LinkTarget);
        Assert.Equal(["elsewhere", "link", "target"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void NotPublished_LeavesNothing()
    {
        Publish("earlier");
        Written("new").Dispose();

        Assert.Equal("earlier", Content());
        Assert.Equal([Target], Directory.GetFileSystemEntries(folder.Path));
    }

    private AtomicFolder Written(string content)
    {
        var whole = AtomicFolder.For(Target);
        File.WriteAllText(Path.Combine(whole.Path, "content"), content);
        return whole;
    }

    private void Publish(string content)
    {
        using var whole = Written(content);
        whole.Publish();
    }

    private string Content() => File.ReadAllText(Path.Combine(Target, "content"));
}
