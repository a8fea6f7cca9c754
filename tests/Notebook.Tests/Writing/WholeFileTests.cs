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
    public void AReadOnlyFile_IsLeftAlone()
    {
        File.WriteAllText(Target, "earlier");
        File.SetAttributes(Target, FileAttributes.ReadOnly);

        Assert.Throws<UnauthorizedAccessException>(() => WholeFile.Write(Target, "new"u8));
        Assert.Equal("earlier", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(folder.Root));
        File.SetAttributes(Target, FileAttributes.Normal);
    }
}
