namespace InteractiveArticle.Article.Site;

/// <summary>
/// The files that a notebook's text may show or link to: those below its own folder, and pictures in the folder "images" beside
/// that. Links in the file system are not followed, as they may lead to what nobody meant to publish.
/// </summary>
/// <param name="notebookFolder">The notebook's folder, as a full path.</param>
internal sealed class FilesBeside(string notebookFolder)
{
    // A page of more than that nobody waits for.
    private const long MostBytes = 32 << 20;

    private static readonly string[] PictureTypes = [".svg", ".png", ".webp", ".jpg", ".jpeg", ".gif"];

    // What a browser shows or saves without running it.
    private static readonly string[] DataTypes = [".csv", ".tsv", ".txt", ".md", ".json", ".jsonl", ".yaml", ".yml", ".cs", ".csx", ".dib", ".ipynb", ".pdf", ".xlsx", ".zip", ".gz", ".parquet"];

    private readonly string images = Path.GetFullPath(Path.Combine(notebookFolder, "..", "images"));

    /// <summary>Finds a picture.</summary>
    /// <param name="address">Its address relative to the notebook, as a text has it.</param>
    /// <returns>Its name and its content; null for what is no picture, is not there, or is too large.</returns>
    public SiteFile? Picture(string address) => Find(address, PictureTypes, [notebookFolder, images]);

    /// <summary>Finds a file to link to.</summary>
    /// <param name="address">Its address relative to the notebook, as a text has it.</param>
    /// <returns>Its name and its content; null for what is not there, is too large, or is of a kind that might run.</returns>
    public SiteFile? Data(string address) => Find(address, [.. PictureTypes.Except([".svg"]), .. DataTypes], [notebookFolder]);

    private static bool IsLinked(string file, string folder)
    {
        for (FileSystemInfo at = new FileInfo(file); at.FullName != folder; at = new DirectoryInfo(Path.GetDirectoryName(at.FullName)!))
        {
            if (at.LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    private SiteFile? Find(string address, IReadOnlyCollection<string> types, IReadOnlyList<string> folders)
    {
        string path = Uri.UnescapeDataString(address.Split('?', '#')[0]);
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        string file = Path.GetFullPath(Path.Combine(notebookFolder, path));
        string? folder = folders.FirstOrDefault(folder => file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));

        // Devices and pipes, which may have no end, say that they are empty.
        return folder is not null && types.Contains(Path.GetExtension(file).ToLowerInvariant()) && new FileInfo(file) is { Exists: true, Length: > 0 and <= MostBytes } && !IsLinked(file, folder)
            ? new(Path.GetFileName(file), File.ReadAllBytes(file))
            : null;
    }
}
