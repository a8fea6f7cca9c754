using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace InteractiveArticle.Article.Serving;

/// <summary>
/// The files of a site and no others: nothing that a link in the folder leads to, and nothing whose name begins with a dot.
/// </summary>
/// <param name="folder">The site's folder.</param>
internal sealed class OwnFiles(string folder) : IFileProvider, IDisposable
{
    private readonly PhysicalFileProvider files = new(Path.GetFullPath(folder));

    /// <inheritdoc/>
    public IFileInfo GetFileInfo(string subpath) => IsOwn(subpath) ? files.GetFileInfo(subpath) : new NotFoundFileInfo(subpath);

    /// <inheritdoc/>
    public IDirectoryContents GetDirectoryContents(string subpath) => IsOwn(subpath) ? files.GetDirectoryContents(subpath) : NotFoundDirectoryContents.Singleton;

    /// <inheritdoc/>
    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    /// <inheritdoc/>
    public void Dispose() => files.Dispose();

    private bool IsOwn(string path)
    {
        string place = files.Root;
        foreach (string name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            place = Path.Combine(place, name);
            if (name.StartsWith('.') || new FileInfo(place).LinkTarget is not null)
            {
                return false;
            }
        }

        return true;
    }
}
