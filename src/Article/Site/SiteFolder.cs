using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Notebook.Writing;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// A site being written, which takes the place of the earlier one when everything is there.
/// </summary>
internal sealed class SiteFolder : IDisposable
{
    /// <summary>The page to open first.</summary>
    public const string FrontPage = "index.html";

    // Marks a folder as one of ours, so that no export ever replaces somebody's other files.
    private const string Marker = ".interactive-article";

    private readonly string target;
    private readonly string fullTarget;
    private readonly WholeFolder folder;

    private SiteFolder(string target, string fullTarget)
    {
        this.target = target;
        this.fullTarget = fullTarget;
        folder = WholeFolder.For(fullTarget);
    }

    /// <summary>Starts a site.</summary>
    /// <param name="target">Where it will be.</param>
    /// <exception cref="CommandException">The target cannot be written or holds other files.</exception>
    public static SiteFolder Prepare(string target)
    {
        string fullTarget = Path.GetFullPath(target);
        Check(target, fullTarget);
        return OrRefuse(target, () => new SiteFolder(target, fullTarget));
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

    /// <summary>Writes the site and puts it in its place.</summary>
    /// <param name="write">Adds all of its files.</param>
    /// <exception cref="CommandException">It cannot be written; the earlier site is as it was.</exception>
    public void Publish(Action write) => OrRefuse(target, () =>
    {
        Add(Marker, "Written by 'article export', which replaces this folder as a whole.\n"u8);
        write();

        // The notebooks may have run for minutes, in which somebody else may have begun to use the folder.
        Check(target, fullTarget);
        folder.Publish();
        return this;
    });

    /// <summary>Removes what has not been published.</summary>
    public void Dispose() => folder.Dispose();

    private string PathOf(string path)
    {
        string full = Path.Combine(folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return full;
    }

    private static void Check(string target, string fullTarget)
    {
        if (File.Exists(fullTarget))
        {
            throw new CommandException($"--output {target}: is a file; give a folder");
        }

        if (Directory.Exists(fullTarget) && Directory.EnumerateFileSystemEntries(fullTarget).Any() && !File.Exists(Path.Combine(fullTarget, Marker)))
        {
            throw new CommandException($"--output {target}: holds files that no export wrote; give an empty or a new folder");
        }
    }

    private static T OrRefuse<T>(string target, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"--output {target}: cannot be written: {error.Message.TrimEnd('.')}. Give a folder that you may write to, on a disk with room");
        }
    }
}
