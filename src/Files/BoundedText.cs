using System.Text;

namespace InteractiveArticle.Files;

/// <summary>Reads text files of a bounded size, from devices and pipes too, whose size nobody knows before they end.</summary>
public static class BoundedText
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="mostBytes">How much is read of it, above 0.</param>
    /// <returns>Its text, which is UTF-8 if it does not say otherwise at its beginning; <see langword="null"/> if there is more of it.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static string? Read(string path, int mostBytes)
    {
        using var file = File.OpenRead(path);
        var content = new MemoryStream();
        var piece = new byte[81_920];
        for (int read; (read = file.Read(piece)) > 0;)
        {
            content.Write(piece, 0, read);
            if (content.Length > mostBytes)
            {
                return null;
            }
        }

        content.Position = 0;
        return new StreamReader(content, Encoding.UTF8).ReadToEnd();
    }
}
