using System.Xml.Linq;
using InteractiveArticle.Article.Terminal;

namespace InteractiveArticle.Article.Notices;

/// <summary>
/// A restored package: what it says of itself.
/// </summary>
internal static class PackageFolder
{
    private static readonly string[] Notices = ["LICENSE", "LICENCE", "NOTICE", "THIRD-PARTY-NOTICES", "THIRDPARTYNOTICES"];
    private static readonly string[] PlainText = ["", ".txt", ".md"];

    /// <summary>Reads a package.</summary>
    /// <param name="folder">Where it was restored to.</param>
    /// <param name="needs">The names of what it depends on.</param>
    /// <param name="shipsIn">The part of the article that it ships in.</param>
    /// <exception cref="CommandException">Its licence cannot be determined.</exception>
    public static Component Read(string folder, IReadOnlyList<string> needs, string shipsIn)
    {
        var metadata = XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single()).Root!.Elements().Single(element => element.Name.LocalName == "metadata").Elements().ToArray();
        string? Text(string name) => metadata.FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();
        string name = Text("id")!;
        string version = Text("version")!;
        var licence = metadata.FirstOrDefault(element => element.Name.LocalName == "license");
        string expression = (licence?.Attribute("type")?.Value == "expression" ? licence.Value : KnownLicence.Of(name, version))
            ?? throw new CommandException($"{name} {version}: its package does not say its licence as an expression; look it up and add it to src/Article/Notices/KnownLicence.cs (the package gives {licence?.Value ?? Text("licenseUrl") ?? Text("projectUrl") ?? "nothing"})");
        return new(name, version, "nuget", expression, Text("authors")!, Text("copyright"), Text("projectUrl") ?? "", Hash(folder), TextsIn(folder), needs, [shipsIn]);
    }

    private static string Hash(string folder) =>
        Convert.ToHexStringLower(Convert.FromBase64String(File.ReadAllText(Directory.GetFiles(folder, "*.nupkg.sha512").Single()).Trim()));

    private static string[] TextsIn(string folder) =>
    [
        .. Directory.GetFiles(folder)
            .Where(path => Notices.Contains(Path.GetFileNameWithoutExtension(path).ToUpperInvariant()) && PlainText.Contains(Path.GetExtension(path).ToLowerInvariant()))
            .Order(StringComparer.Ordinal)
            .Select(path => File.ReadAllText(path).ReplaceLineEndings("\n").Trim()),
    ];
}
