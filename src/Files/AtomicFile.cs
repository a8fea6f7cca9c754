namespace InteractiveArticle.Files;

/// <summary>
/// A file that is replaced as a whole: written beside its target, whose place it takes in one step. Whoever looks at the
/// target sees all of the earlier content or all of the new, even if this process is killed.
/// </summary>
public static class AtomicFile
{
    /// <summary>Finds out whether a place can take a file at all.</summary>
    /// <param name="path">Where.</param>
    /// <exception cref="IOException">It is a folder, or its folder does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">There is a file that is not to be written.</exception>
    public static void Check(string path)
    {
        string full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            throw new IOException($"'{full}' is a folder");
        }

        string? folder = Path.GetDirectoryName(full);
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"there is no folder '{folder}'");
        }

        // Replacing it needs no more than its folder, but whoever marked it so meant its content.
        if (File.Exists(full) && !IsDevice(full) && IsReadOnly(Target(full)))
        {
            throw new UnauthorizedAccessException($"'{full}' is read-only");
        }
    }

    /// <summary>Writes a file, with the permissions of the one that it replaces.</summary>
    /// <param name="path">Where; its folder must exist, and a link leads to what is replaced.</param>
    /// <param name="content">What is to be in it.</param>
    /// <exception cref="IOException">It cannot be written, and what was there is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written, likewise.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        Check(path);
        string full = Path.GetFullPath(path);
        if (IsDevice(full))
        {
            using var device = new FileStream(full, FileMode.Append, FileAccess.Write);
            device.Write(content);
            return;
        }

        full = Target(full);
        StagingPath.Tidy(full, full);
        string beside = StagingPath.New(full);
        try
        {
            WriteToDisk(beside, content, like: full);
            File.Move(beside, full, overwrite: true);
        }
        catch
        {
            StagingPath.Remove(beside);
            throw;
        }
    }

    /// <summary>Whether a path leads to a terminal, a pipe or the like, which has nothing to lose, and whose place no file must take.</summary>
    /// <param name="path">The path.</param>
    public static bool IsDevice(string path) => Path.GetFullPath(path) is var full
        && full.StartsWith("/dev/", StringComparison.Ordinal) && !full.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static string Target(string path) => File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;

    // What nobody may write; that only others may do so is for the system to say.
    private static bool IsReadOnly(string path) => OperatingSystem.IsWindows()
        ? File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly)
        : (File.GetUnixFileMode(path) & (UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0;

    // All of it is on the disk before it takes the place of what is there, in case the machine goes down.
    private static void WriteToDisk(string path, ReadOnlySpan<byte> content, string like)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        if (!OperatingSystem.IsWindows() && File.Exists(like))
        {
            File.SetUnixFileMode(file.SafeFileHandle, File.GetUnixFileMode(like));
        }

        file.Write(content);
        file.Flush(flushToDisk: true);
    }
}
