
namespace InteractiveArticle.Files.Tests;

public sealed class WholeFileTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder folder = new();

    private string Target => folder["target"];

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
        AtomicFile.Write(Target, "new"u8);

        Assert.Equal(("new", Private), (File.ReadAllText(Target), File.GetUnixFileMode(Target)));
    }

    [Fact]
    public void WhereNoFileCanBe_TheRefusalNamesThePlace()
    {
        Assert.Contains(folder.Path, Assert.Throws<IOException>(() => AtomicFile.Write(folder.Path, "new"u8)).Message, StringComparison.Ordinal);
        Assert.Contains(folder["nowhere"], Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.Write(folder["nowhere", "target"], "new"u8)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AReadOnlyFile_IsLeftAlone()
    {
        File.WriteAllText(Target, "earlier");
        File.SetAttributes(Target, FileAttributes.ReadOnly);

        Assert.Contains(Target, Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.Write(Target, "new"u8)).Message, StringComparison.Ordinal);
        Assert.Equal("earlier", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(folder.Path));
        File.SetAttributes(Target, FileAttributes.Normal);
    }
}
