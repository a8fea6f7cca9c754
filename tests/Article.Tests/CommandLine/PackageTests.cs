using System.Diagnostics;

namespace InteractiveArticle.Article.Tests.CommandLine;

/// <summary>Packages on a machine whose feed cannot be reached.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("nuget: Plotly.NET.CSharp, 0.14.0")]
    [InlineData("nuget: Plotly.NET.CSharp")]
    public async Task WhatTheMachineHas_IsLoaded(string package)
    {
        var outcome = await ArticleProcess.RunAsync(Offline($"#r \"{package}\"\ntypeof(Plotly.NET.CSharp.Chart).FullName"));

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.EndsWith("Plotly.NET.CSharp.Chart\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatItHasNot_IsNamedInOneLine()
    {
        var outcome = await ArticleProcess.RunAsync(Offline("#r \"nuget: InteractiveArticle.There.Is.None, 1.0.0\""));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Matches("cell 2, line 1: .*InteractiveArticle.There.Is.None.* see that the feed can be reached", Assert.Single(outcome.Complaints));
    }

    private ProcessStartInfo Offline(string code)
    {
        string settings = Directory.CreateDirectory(folder["home", ".nuget", "NuGet"]).FullName;
        File.WriteAllText(Path.Combine(settings, "NuGet.Config"), """<configuration><packageSources><clear /><add key="nobody" value="https://127.0.0.1:9/v3/index.json" /></packageSources></configuration>""");
        return ArticleProcess.AtHome(ArticleProcess.Command("run", folder.Notebook("n.ipynb", code)), folder["home"]);
    }
}
