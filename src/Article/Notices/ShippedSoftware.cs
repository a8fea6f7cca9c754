using System.Security.Cryptography;
using System.Text.Json.Nodes;
using InteractiveArticle.Article.Site;
using InteractiveArticle.Article.Terminal;

namespace InteractiveArticle.Article.Notices;

/// <summary>
/// What the article is made with and ships: the packages that its projects restored, the runtime in the page, and the
/// scripts for charts and for mathematics.
/// </summary>
internal static class ShippedSoftware
{
    private const string Runtime = "Microsoft.NETCore.App.Runtime.";

    private static readonly (string Project, string ShipsIn)[] Projects = [("Article", "command line"), ("Charting", "notebooks"), ("Live", "page")];

    /// <summary>Finds all of it.</summary>
    /// <param name="solution">The article's folder.</param>
    /// <returns>In the order of the names, nothing twice.</returns>
    /// <exception cref="CommandException">A project has not been restored, or a licence cannot be determined.</exception>
    public static IReadOnlyList<Component> Find(string solution) =>
    [
        .. Projects.SelectMany(project => Restored(Path.Combine(solution, "src", project.Project, "obj", "project.assets.json"), project.ShipsIn))
            .Append(Script("plotly", "plotly-basic.min.js", "Plotly, Inc."))
            .Append(Script("katex", "katex.min.js", "Khan Academy and other contributors"))
            .GroupBy(component => component.Purl)
            .Select(same => same.First() with { ShipsIn = [.. same.SelectMany(component => component.ShipsIn).Distinct()] })
            .OrderBy(component => component.Purl, StringComparer.OrdinalIgnoreCase),
    ];

    private static IEnumerable<Component> Restored(string path, string shipsIn)
    {
        if (!File.Exists(path))
        {
            throw new CommandException($"{path}: is missing; run 'dotnet restore' in the folder of the solution");
        }

        var assets = JsonNode.Parse(File.ReadAllText(path))!;
        string[] folders = [.. assets["packageFolders"]!.AsObject().Select(folder => folder.Key)];
        string Folder(string package) => folders.Select(folder => Path.Combine(folder, package)).First(Directory.Exists);
        foreach (var (package, target) in assets["targets"]!.AsObject().First().Value!.AsObject())
        {
            // Analysers and build tools come as packages too, and do not ship.
            if ((string?)target!["type"] == "package" && target["runtime"]?.AsObject().Any(file => !file.Key.EndsWith("_._", StringComparison.Ordinal)) == true)
            {
                yield return PackageFolder.Read(Folder((string)assets["libraries"]![package]!["path"]!), [.. target["dependencies"]?.AsObject().Select(need => need.Key) ?? []], shipsIn);
            }
        }

        foreach (var download in assets["project"]!["frameworks"]!.AsObject().First().Value!["downloadDependencies"]?.AsArray() ?? [])
        {
            string name = (string)download!["name"]!;
            if (name.StartsWith(Runtime, StringComparison.Ordinal))
            {
                string version = ((string)download["version"]!).Trim('[', ']').Split(',')[0];
                yield return PackageFolder.Read(Folder(Path.Combine(name.ToLowerInvariant(), version)), [], shipsIn);
            }
        }
    }

    private static Component Script(string folder, string file, string authors)
    {
        // "name version, unchanged, MIT licence (see LICENSE), address."
        string[] said = SiteAssets.Text($"{folder}/README.md").Split('\n')[0].Split(", ");
        string[] name = said[0].Split(' ');
        string licence = SiteAssets.Text($"{folder}/LICENSE").ReplaceLineEndings("\n").Trim();
        string copyright = licence.Split('\n').First(line => line.StartsWith("Copyright", StringComparison.Ordinal));
        string hash = Convert.ToHexStringLower(SHA512.HashData(SiteAssets.Read($"assets/{folder}/{file}")));
        return new(name[0], name[1], "npm", said[2].Split(" licence")[0], authors, copyright, said[3].TrimEnd('.'), hash, [licence], [], ["page"]);
    }
}
