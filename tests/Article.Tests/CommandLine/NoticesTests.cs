using System.Text.Json.Nodes;

namespace InteractiveArticle.Article.Tests.CommandLine;

public sealed class NoticesTests
{
    private static readonly string[] Files = ["licences.txt", "bom.cdx.json"];

    private static string Assets => Repository.PathOf("src", "Article", "Site", "Assets");

    [Fact]
    public async Task CommittedNotices_AreThoseOfTheRestoredPackages()
    {
        // The runtime in the page is the SDK's, so that another SDK's notices name another version.
        var live = new FileInfo(Repository.PathOf("src", "Live", "obj", "project.assets.json"));
        Assert.SkipUnless(
            live.Exists && (await File.ReadAllTextAsync(live.FullName)).Contains("\"restorePackagesWithLockFile\": \"true\"", StringComparison.OrdinalIgnoreCase),
            "The live part is not restored with the SDK that its packages are locked for.");
        using var folder = new TemporaryFolder();

        var outcome = await ArticleProcess.RunAsync("notices", "--output", folder.Path);

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.All(Files, name => Assert.True(
            File.ReadAllText(folder[name]) == File.ReadAllText(Path.Combine(Assets, name)),
            $"{name} is stale: run 'dotnet run --project src/Article -- notices'"));
    }

    [Fact]
    public void TheBill_NamesEverythingOnce_WithItsLicenceAndHash_AndLosesNoDependency()
    {
        var bill = JsonNode.Parse(File.ReadAllText(Path.Combine(Assets, "bom.cdx.json")))!;
        var components = bill["components"]!.AsArray();
        string[] references = [.. components.Select(component => (string)component!["bom-ref"]!)];
        var needs = bill["dependencies"]!.AsArray().ToDictionary(dependency => (string)dependency!["ref"]!, dependency => dependency!["dependsOn"]!.AsArray().Select(need => (string)need!).ToArray());
        var reached = new HashSet<string>(needs["article"]);
        while (reached.Count < reached.SelectMany(reference => needs[reference]).Union(reached).Count())
        {
            reached.UnionWith([.. reached.SelectMany(reference => needs[reference])]);
        }

        Assert.Equal(references.Order(), reached.Order());
        Assert.All(components, component =>
        {
            Assert.Matches("^pkg:(nuget|npm)/[^@]+@[0-9]", (string)component!["purl"]!);
            Assert.Matches("^[0-9a-f]{128}$", (string)component["hashes"]![0]!["content"]!);
            Assert.NotEmpty((string)component["licenses"]![0]!["expression"]!);
        });
        string[] page = [.. from component in components where component!["properties"]!.AsArray().Any(part => (string)part!["value"]! == "page") select (string)component!["name"]!];
        Assert.Contains("plotly.js-basic-dist-min", page);
        Assert.Contains("Microsoft.NETCore.App.Runtime.Mono.browser-wasm", page);
        Assert.Contains("Microsoft.CodeAnalysis.CSharp", page);
    }

    [Theory]
    [InlineData("", "Mystery 1.0.0: its package does not say its licence as an expression")]
    [InlineData("<license type=\"expression\">Beerware</license>", "Beerware: a licence whose text is not in src/Article/Notices/Texts")]
    public async Task ALicenceThatNobodyLookedAt_IsRefused(string licence, string complaint)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["InteractiveArticle.sln"], "");
        Directory.CreateDirectory(folder["mystery"]);
        File.WriteAllText(folder["mystery/mystery.nuspec"], $"<package><metadata><id>Mystery</id><version>1.0.0</version><authors>Somebody</authors>{licence}</metadata></package>");
        File.WriteAllText(folder["mystery/mystery.nupkg.sha512"], "AAAA");
        foreach (string project in (string[])["Article", "Charting", "Live"])
        {
            Directory.CreateDirectory(folder[$"src/{project}/obj"]);
            File.WriteAllText(folder[$"src/{project}/obj/project.assets.json"], $$$"""
                {
                  "targets": { "net10.0": { "Mystery/1.0.0": { "type": "package", "runtime": { "lib/net10.0/Mystery.dll": {} } } } },
                  "libraries": { "Mystery/1.0.0": { "path": "mystery" } },
                  "packageFolders": { "{{{folder.Path}}}/": {} },
                  "project": { "frameworks": { "net10.0": {} } }
                }
                """);
        }

        var outcome = await ArticleProcess.RunAsync(start => start.WorkingDirectory = folder.Path, "notices", "--output", folder.Path);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(complaint, Assert.Single(outcome.Complaints), StringComparison.Ordinal);
        Assert.False(File.Exists(folder["licences.txt"]));
    }
}
