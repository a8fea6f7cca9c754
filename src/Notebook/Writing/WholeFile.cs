namespace InteractiveArticle.Notebook.Writing;

/// <summary>
/// A file that is replaced as a whole: written beside its target, whose place it takes in one step. Whoever looks at the
/// target sees all of the earlier content or all of the new, even if this process is killed.
/// </summary>
public static class WholeFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">Where; its folder must exist, and a link leads to what is replaced.</param>
    /// <param name="content">What is to be in it.</param>
    /// <exception cref="IOException">It cannot be written, and what was there is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written, likewise.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        string full = Path.GetFullPath(path);
        if (IsDevice(full))
        {
            using var device = new FileStream(full, FileMode.Append, FileAccess.Write);
            device.Write(content);
            return;
        }

        if (File.Exists(full))
        {
            full = File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        }

        Beside.Tidy(full, full);
        string beside = Beside.New(full);
        try
        {
            File.WriteAllBytes(beside, content);
            File.Move(beside, full, overwrite: true);
        }
        catch
        {
            Beside.Remove(beside);
            throw;
        }
    }

    // A terminal or a pipe has nothing to lose, and no file must take its place.
    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);
}
