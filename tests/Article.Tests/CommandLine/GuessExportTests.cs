namespace InteractiveArticle.Article.Tests.CommandLine;

/// <summary>Guesses that no page can take, and results that are no results.</summary>
public sealed class GuessExportTests
{
    [Theory]
    [InlineData("0…9 step 1 · of them", "1", "its guess is by a number, so the cell tagged reveal behind it must end in Reveal.Number(…)")]
    [InlineData("a | b · 0…9 step 1 · of them", "1", "its guess is by bars, so the cell tagged reveal behind it must end in Reveal.Bars(…) with the bars a, b in this order")]
    [InlineData("a curve · 0…9 · 0…9 · of them", """new Microsoft.DotNet.Interactive.Formatting.FormattedValue("application/vnd.interactive-article.reveal+json", "{\"kind\":\"curve\",\"x\":[1,2],\"y\":[\"<script>\"]}")""", "its guess is by a curve, so the cell tagged reveal behind it must end in Reveal.Curve(…)")]
    public async Task AResultOfAnotherKind_IsRefusedWithTheCellThatAsks(string guess, string code, string words)
    {
        using var folder = new TemporaryFolder();
        Write(folder["n.ipynb"], guess, code, "reveal");

        var outcome = await ArticleProcess.RunAsync("export", folder["n.ipynb"], "--static", "--output", folder["site"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"cell 1: {words}", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AGuessWithoutAResult_IsRefusedBeforeAnythingRuns()
    {
        using var folder = new TemporaryFolder();
        Write(folder["n.ipynb"], "0…9 step 1 · of them", "throw new Exception(\"it ran\")", "other");

        var outcome = await ArticleProcess.RunAsync("run", folder["n.ipynb"]);

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains("cell 1 asks for a guess, and no code cell after it is tagged reveal", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
    }

    private static void Write(string path, string guess, string code, string tag) => File.WriteAllText(path, $$"""
        {"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[
        {"cell_type":"markdown","id":"g","metadata":{"tags":["guess"]},"source":"How many?\n\n*Your guess:* {{guess}}"},
        {"cell_type":"code","id":"r","metadata":{"tags":["{{tag}}"]},"outputs":[],"execution_count":null,"source":{{System.Text.Json.JsonSerializer.Serialize(code)}}}]}
        """);
}
