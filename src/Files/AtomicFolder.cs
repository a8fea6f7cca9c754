namespace InteractiveArticle.Files;

/// <summary>
/// A folder that is replaced as a whole: written beside its target, whose place it takes when everything is there. Whoever
/// looks at the target sees all of the earlier content or all of the new, even if this process is killed; the next one that
/// writes there tidies up. Of two processes at once, the last to publish wins.
/// </summary>
public sealed class AtomicFolder : IDisposable
{
    private readonly string target;
    private readonly string old;

    private AtomicFolder(string target, string stem)
    {
        this.target = target;
        Path = StagingPath.New(stem);
        old = StagingPath.Old(stem);
    }

    /// <summary>Where to write.</summary>
    public string Path { get; }

    /// <summary>Makes an empty folder beside a target.</summary>
    /// <param name="target">The target; a link leads to what is replaced.</param>
    /// <param name="stem">What the names beside it begin with, on the same file system; null for the target's own path.</param>
    /// <returns>The folder.</returns>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static AtomicFolder For(string target, string? stem = null)
    {
        string full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(target));
        if (Directory.Exists(full))
        {
            full = Directory.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        }

        stem ??= full;
        StagingPath.Tidy(stem, full);
        var folder = new AtomicFolder(full, stem);
        Directory.CreateDirectory(folder.Path);
        return folder;
    }

    /// <summary>Takes a folder away as a whole.</summary>
    /// <param name="target">The folder.</param>
    /// <param name="stem">As in <see cref="For"/>.</param>
    /// <exception cref="IOException">That failed, and it is where it was.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static void Remove(string target, string stem)
    {
        StagingPath.Tidy(stem, target);
        Directory.Move(target, StagingPath.New(stem));
        StagingPath.Remove(StagingPath.New(stem));
    }

    /// <summary>Puts the folder in its place.</summary>
    /// <exception cref="IOException">That failed, and the earlier content is where it was.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public void Publish()
    {
        if (!TryTakeFreePlace() && !FolderExchange.Try(Path, target))
        {
            MoveTwice();
        }

        // By now this is what was at the target.
        StagingPath.Remove(Path);
    }

    /// <summary>Puts the folder in its place where the system has no step for that: for a moment there is nothing there.</summary>
    /// <exception cref="IOException">That failed, and the earlier content is where it was.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public void MoveTwice()
    {
        Directory.Move(target, old);
        try
        {
            Directory.Move(Path, target);
        }
        catch
        {
            Directory.Move(old, target);
            throw;
        }

        Directory.Move(old, Path);
    }

    /// <summary>Removes what has not been published.</summary>
    public void Dispose() => StagingPath.Remove(Path);

    private bool TryTakeFreePlace()
    {
        if (Directory.Exists(target))
        {
            return false;
        }

        try
        {
            Directory.Move(Path, target);
            return true;
        }
        catch (IOException) when (Directory.Exists(target))
        {
            return false; // another process was first
        }
    }
}
