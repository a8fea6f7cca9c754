using System.Text.Json;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>A chapter of the article and a notebook that is none, each exported as a single file that lies alone in its folder.</summary>
public sealed class SingleFiles : IAsyncLifetime
{
    public const string Chapter = "05-the-outage.ipynb";

    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    private readonly TemporaryFolder folder = new();

    /// <summary>The path of the chapter's file.</summary>
    public string OfTheChapter => folder["chapter", "the outage #1.html"];

    /// <summary>The path of the other notebook's file.</summary>
    public string OfAStranger => folder["stranger", "page.html"];

    /// <summary>The other notebook.</summary>
    public string Stranger => folder["book", "beans.ipynb"];

    public async ValueTask InitializeAsync()
    {
        Chromium.Require();
        Directory.CreateDirectory(folder["chapter"]);
        Directory.CreateDirectory(folder["stranger"]);
        Directory.CreateDirectory(folder["book"]);
        File.WriteAllBytes(folder["book", "dot.png"], Convert.FromBase64String(Pixel));
        File.WriteAllText(folder["book", "beans.csv"], "bean,weight\n");
        object[] cells =
        [
            Text("# Beans\n\nHow they grow.\n\n![dot](dot.png) [data](beans.csv) [peas](peas.ipynb#green) [below](#the-secret) [web](https://example.org/)\n\nIt is $x^2$, and </script><!-- no end."),
            Code($"#r \"{Repository.PathOf("artifacts", "notebook", "InteractiveArticle.dll")}\"\nusing InteractiveArticle.Figures.Drawing;\nusing InteractiveArticle.Figures.Guesses;\nusing static InteractiveArticle.Figures.Text.Narration;"),
            Code("double truth = 30; // 0…100 step 1 % · what there is to guess", "parameters"),
            new { id = "asked", cell_type = "markdown", metadata = new { tags = (string[])["guess"] }, source = "How many of them?\n\n*Your guess:* 0…100 step 1 % · of them" },
            Text("## The secret\n\nWhat gives it away."),
            Code("new Figure { Title = \"The secret </script> figure\", Finding = \"It gives it away.\", X = new(\"x\"), Y = new(\"y\"), Series = [new(\"a\", SeriesShape.Line, ColorRole.Main, [1, 2], [truth, 4])] }"),
            Code("Reveal.Number(truth, within: 5, $\"{truth:0} is more than {Reveal.Guess}.\", $\"{truth:0} is about {Reveal.Guess}.\", $\"{truth:0} is less than {Reveal.Guess}.\", $\"It is {truth:0}.\")", "reveal"),
        ];
        File.WriteAllText(Stranger, JsonSerializer.Serialize(new { nbformat = 4, nbformat_minor = 2, metadata = new { }, cells }));
        await ExportAsync(Repository.PathOf("notebooks", Chapter), OfTheChapter);
        await ExportAsync(Stranger, OfAStranger);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task ExportAsync(string notebook, string file)
    {
        var outcome = await ArticleProcess.RunAsync("export", notebook, "--single-file", "--output", file);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.Equal($"wrote {file}\n", outcome.Output);
    }

    private static object Text(string source) => new { cell_type = "markdown", metadata = new { }, source };

    private static object Code(string source, params string[] tags) => new { cell_type = "code", metadata = new { tags }, execution_count = (int?)null, outputs = Array.Empty<object>(), source };
}
