using InteractiveArticle.Article.Terminal;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// A site being written: a new folder beside its target, which takes the target's place when everything is there.
/// </summary>
internal sealed class SiteFolder : IDisposable
{
    /// <summary>The page to open first.</summary>
    public const string FrontPage = "index.html";

    // Marks a folder as one of ours, so that no export ever replaces somebody's other files.
    private const string Marker = ".interactive-article";

    private readonly string target;
    private readonly string beside;

    private SiteFolder(string target, string beside)
    {
        this.target = target;
        this.beside = beside;
    }

    /// <summary>Starts a site.</summary>
    /// <param name="target">Where it will be.</param>
    /// <exception cref="CommandException">The target cannot be written or holds other files.</exception>
    public static SiteFolder Prepare(string target)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        if (File.Exists(full))
        {
            throw new CommandException($"--output {target}: is a file; give a folder");
        }

        if (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any() && !File.Exists(Path.Combine(full, Marker)))
        {
            throw new CommandException($"--output {target}: holds files that no export wrote; give an empty or a new folder");
        }

        string beside = $"{full}.{Environment.ProcessId}.new";
        try
        {
            Directory.CreateDirectory(beside);
            File.WriteAllText(Path.Combine(beside, Marker), "Written by 'article export', which replaces this folder as a whole.\n");
            return new(full, beside);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"--output {target}: cannot be written: {error.Message} Give a folder that you may write to");
        }
    }

    /// <summary>Adds a file, and beside a file that packs well its packed forms.</summary>
    /// <param name="path">Relative to the site.</param>
    /// <param name="content">Its bytes.</param>
    public void Add(string path, ReadOnlySpan<byte> content)
    {
        string full = PathOf(path);
        File.WriteAllBytes(full, content);
        if (PackedFile.IsWorthwhile(path))
        {
            PackedFile.Write(full, content);
        }
    }

    /// <summary>Adds a copy of a file as it is.</summary>
    /// <param name="path">Relative to the site.</param>
    /// <param name="source">The file.</param>
    public void AddCopy(string path, string source) => File.Copy(source, PathOf(path));

    /// <summary>Puts the site in its place.</summary>
    public void Publish()
    {
        string old = $"{target}.{Environment.ProcessId}.old";
        if (Directory.Exists(target))
        {
            Directory.Move(target, old);
        }

        try
        {
            Directory.Move(beside, target);
        }
        catch
        {
            if (Directory.Exists(old))
            {
                Directory.Move(old, target);
            }

            throw;
        }

        if (Directory.Exists(old))
        {
            Directory.Delete(old, recursive: true);
        }
    }

    private string PathOf(string path)
    {
        string full = Path.Combine(beside, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return full;
    }

    /// <summary>Removes what has not been published.</summary>
    public void Dispose()
    {
        if (Directory.Exists(beside))
        {
            Directory.Delete(beside, recursive: true);
        }
    }
}
