namespace InteractiveArticle.Article.Notices;

/// <summary>One piece of somebody else's software that ships with the article.</summary>
/// <param name="Name">Its name in its registry.</param>
/// <param name="Version">Its version.</param>
/// <param name="Registry">Its registry, as package URLs name it: "nuget" or "npm".</param>
/// <param name="Licence">Its licence, as an SPDX expression.</param>
/// <param name="Authors">Who made it.</param>
/// <param name="Copyright">Its copyright line; null where it has none.</param>
/// <param name="Home">Its project's address.</param>
/// <param name="Sha512">The hash of the file that it comes in, in hexadecimal digits.</param>
/// <param name="Texts">The licences and notices that it carries itself.</param>
/// <param name="Needs">The names of what it depends on.</param>
/// <param name="ShipsIn">The parts of the article that it ships in.</param>
internal sealed record Component(
    string Name,
    string Version,
    string Registry,
    string Licence,
    string Authors,
    string? Copyright,
    string Home,
    string Sha512,
    IReadOnlyList<string> Texts,
    IReadOnlyList<string> Needs,
    IReadOnlyList<string> ShipsIn)
{
    /// <summary>Its address in its registry.</summary>
    public string Purl => $"pkg:{Registry}/{Name}@{Version}";
}
