using System.CommandLine;
using InteractiveArticle.Article.Terminal;

namespace InteractiveArticle.Article.Commands;

/// <summary>
/// The option "--base-url": where the exported site will be found.
/// </summary>
internal static class BaseUrlOption
{
    public static Option<string?> Create() => new("--base-url")
    {
        Description = "Address of the folder that the site will be in, so that its pages tell shared links where they and their pictures are. By default they leave it out.",
        HelpName = "address",
    };

    /// <summary>Reads what was typed.</summary>
    /// <returns>The address, ending with a slash; null if none was given.</returns>
    /// <exception cref="CommandException">It is no address of a folder.</exception>
    public static Uri? Read(string? address)
    {
        if (address is null)
        {
            return null;
        }

        return Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var site)
            && site.Scheme is "https" or "http" && site.Host.Length > 0 && site.UserInfo.Length + site.Query.Length + site.Fragment.Length == 0
            ? site
            : throw new CommandException($"--base-url {address}: takes the http or https address of the folder that the site will be in, with no query or fragment, for instance https://example.org/article/");
    }
}
