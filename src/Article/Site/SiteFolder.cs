using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Files;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// A site being written, which takes the place of the earlier one when everything is there.
/// </summary>
internal sealed class SiteFolder : IDisposable
{
    /// <summary>The page to open first.</summary>
    public const string FrontPage = "index.html";

    private const string Instead = "a folder that you may write to, on a disk with room";

    // Lists the files of an export, so that no later one ever takes somebody's other files away.
    private const string Marker = ".interactive-article";

    private static readonly HashSet<string> MadeByFileManagers = [".DS_Store", "Thumbs.db", "desktop.ini"];

    private readonly string target;
    private readonly string fullTarget;
    private readonly AtomicFolder folder;

    private SiteFolder(string target, string fullTarget)
    {
        this.target = target;
        this.fullTarget = fullTarget;
        folder = AtomicFolder.For(fullTarget);
    }

    /// <summary>Starts a site.</summary>
    /// <param name="target">Where it will be.</param>
    /// <exception cref="CommandException">The target cannot be written or holds other files.</exception>
    public static SiteFolder Prepare(string target)
    {
        string fullTarget = Path.GetFullPath(target);
        return OutputPath.OrRefuse(target, Instead, () =>
        {
            Check(target, fullTarget);
            return new SiteFolder(target, fullTarget);
        });
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
    public void Publish(Action write) => OutputPath.OrRefuse(target, Instead, () =>
    {
        write();
        File.WriteAllLines(PathOf(Marker), ["Written by 'article export', which replaces this folder as long as it holds nothing else than:", .. FilesIn(folder.Path).Order(StringComparer.Ordinal)]);

        // The notebooks may have run for minutes, in which somebody else may have begun to use the folder.
        Check(target, fullTarget);
        folder.Publish();
    });

    /// <summary>Removes what has not been published.</summary>
    public void Dispose() => folder.Dispose();

    private string PathOf(string path)
    {
        if (!Directory.Exists(folder.Path))
        {
            throw new DirectoryNotFoundException($"{folder.Path} was taken away meanwhile");
        }

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

        // Another export may publish between the list and the files, but hardly twice.
        if (Directory.Exists(fullTarget) && FindOther(fullTarget) is not null && FindOther(fullTarget) is { } other)
        {
            throw new CommandException($"--output {target}: holds {other}, which no export wrote; give an empty or a new folder, or delete this one if nothing in it is needed");
        }
    }

    private static string? FindOther(string site)
    {
        string marker = Path.Combine(site, Marker);
        HashSet<string> ours = File.Exists(marker) ? [Marker, .. File.ReadLines(marker)] : [];
        return FilesIn(site).FirstOrDefault(file => !ours.Contains(file) && !MadeByFileManagers.Contains(Path.GetFileName(file)));
    }

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'));
}
