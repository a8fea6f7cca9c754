using System.Text.Json;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>A page with a guess of each kind and a lever that moves what there is to guess, exported and served by the main job.</summary>
public sealed class GuessArticle : ServedNotebooks
{
    public const string Notebook = "guesses";

    /// <summary>The cells that ask, in their order.</summary>
    public static readonly string[] Guesses = ["a-number", "bars", "a-curve", "bars-apart"];

    protected override void Write(TemporaryFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string library = Repository.PathOf("artifacts", "notebook", "InteractiveArticle.dll");
        object[] cells =
        [
            Text("# Guesses\n\nSome of them."),
            Code($"#r \"{library}\"\nusing InteractiveArticle.Figures.Drawing;\nusing InteractiveArticle.Figures.Guesses;\nusing InteractiveArticle.Figures.Text;\nusing static InteractiveArticle.Figures.Text.Narration;", "setup"),
            Code("double truth = 30; // 0…100 step 1 % · what there is to guess", "parameters"),
            Guess(Guesses[0], "How many of them?\n\n*Your guess:* 0…100 step 1 % · of them"),
            Text("## The secret\n\nWhat gives it away."),
            Code("new Figure { Title = \"The secret figure\", Finding = \"It gives it away.\", X = new(\"x\"), Y = new(\"y\"), Series = [new(\"a\", SeriesShape.Line, ColorRole.Main, [1, 2], [truth, 4])] }"),
            Code("Reveal.Number(truth, within: 5, $\"{truth:0} is more than {Reveal.Guess}.\", $\"{truth:0} is about {Reveal.Guess}.\", $\"{truth:0} is less than {Reveal.Guess}.\", $\"It is {truth:0}.\")", "reveal"),
            Text("### Question 1: why so many?\n\nFind out.", "question"),
            Code("Answer($\"Because {truth:0} is much.\")", "answer"),
            Guess(Guesses[1], "## By bars\n\nWhich is the longest?\n\n*Your guess:* first | second | third · 0…100 step 5 % · of the whole"),
            Code("Reveal.Bars([(\"first\", truth), (\"second\", 50), (\"third\", 20)], $\"Yes, {Reveal.Guess}.\", $\"The second, ahead of {Reveal.Guess}.\", $\"Not {Reveal.Guess}.\", $\"See for yourself.\")", "reveal"),
            Guess(Guesses[2], "### By a curve\n\nHow long?\n\n*Your guess:* a curve · 1…10000 log answers · 0…100 ms · until the last"),
            Code("Reveal.Curve([(1, 10), (100, truth), (10000, 90)], at: 100, within: 5, $\"It takes longer than {Reveal.Guess}.\", $\"It takes about {Reveal.Guess}.\", $\"It takes less than {Reveal.Guess}.\", $\"It takes {truth:0} ms.\")", "reveal"),
            Guess(Guesses[3], "### By bars that stand apart\n\nWhich saves most?\n\n*Your guess:* a cook | an oven · 0…100 step 5 % each · of the waiting saved"),
            Code("Reveal.Bars([(\"a cook\", 70), (\"an oven\", 30)], $\"Yes, {Reveal.Guess}.\", $\"The cook, ahead of {Reveal.Guess}.\", $\"Not {Reveal.Guess}.\", $\"See for yourself.\")", "reveal"),
            Text("## The end\n\nNothing is covered here."),
        ];
        File.WriteAllText(folder[$"notebooks/{Notebook}.ipynb"], JsonSerializer.Serialize(new { nbformat = 4, nbformat_minor = 2, metadata = new { }, cells }));
    }

    private static object Text(string source, params string[] tags) => new { cell_type = "markdown", metadata = new { tags }, source };

    private static object Guess(string id, string source) => new { id, cell_type = "markdown", metadata = new { tags = (string[])["guess"] }, source };

    private static object Code(string source, params string[] tags) => new { cell_type = "code", metadata = new { tags }, execution_count = (int?)null, outputs = Array.Empty<object>(), source };
}
