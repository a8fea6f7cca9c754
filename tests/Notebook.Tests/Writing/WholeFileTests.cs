using InteractiveArticle.Notebook.Writing;

namespace InteractiveArticle.Notebook.Tests.Writing;

public sealed class WholeFileTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TestFolder folder = new();

    private string Target => folder.PathOf("target");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AFileThatIsForOnePersonOnly_StaysSo()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows keeps permissions in another way.");
            return;
        }

        File.WriteAllText(Target, "earlier");
        File.SetUnixFileMode(Target, Private);
        WholeFile.Write(Target, "new"u8);

        Assert.Equal(("new", Private), (File.ReadAllText(Target), File.GetUnixFileMode(Target)));
    }

    [Fact]
    public void WhereNoFileCanBe_TheRefusalNamesThePlace()
    {
        Assert.Contains(folder.Root, Assert.Throws<IOException>(() => WholeFile.Write(folder.Root, "new"u8)).Message, StringComparison.Ordinal);
        Assert.Contains(folder.PathOf("nowhere"), Assert.Throws<DirectoryNotFoundException>(() => WholeFile.Write(folder.PathOf("nowhere", "target"), "new"u8)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AReadOnlyFile_IsLeftAlone()
    {
        File.WriteAllText(Target, "earlier");
        File.SetAttributes(Target, FileAttributes.ReadOnly);

        Assert.Contains(Target, Assert.Throws<UnauthorizedAccessException>(() => WholeFile.Write(Target, "new"u8)).Message, StringComparison.Ordinal);
        Assert.Equal("earlier", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(folder.Root));
        File.SetAttributes(Target, FileAttributes.Normal);
    }
}
