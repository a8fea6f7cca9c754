using System.Text.Json.Nodes;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Guesses;

namespace InteractiveArticle.Notebook.Tests.Guesses;

public class GuessTests
{
    [Fact]
    public void ANumber_IsRead()
    {
        var guess = Of("### How many?\n\nTell me.\n\n*Your guess:* 0…100 step 0.5 % · of the windows go dark\n");

        Assert.Equal(GuessKind.Number, guess.Kind);
        Assert.Equal("### How many?\n\nTell me.", guess.Question);
        Assert.Equal("Your guess: 0…100 step 0.5 % · of the windows go dark", guess.Line);
        Assert.Equal(new GuessScale(0, 100, 0.5, false, "%"), guess.Values);
        Assert.Equal("of the windows go dark", guess.Label);
        Assert.Empty(guess.Bars);
        Assert.Null(guess.Across);
    }

    [Fact]
    public void Bars_AreRead()
    {
        var guess = Of("*Your guess:* computers | what is stored · 0…50 step 5 · of the bill");

        Assert.Equal(GuessKind.Bars, guess.Kind);
        Assert.Equal(["computers", "what is stored"], guess.Bars);
        Assert.Equal(new GuessScale(0, 50, 5, false, null), guess.Values);
        Assert.False(guess.AreApart);
    }

    [Theory]
    [InlineData("0…100 step 5 % each", "%")]
    [InlineData("0…100 step 5 each", null)]
    public void BarsThatStandEachForItself_SaySoBehindTheirScale(string scale, string? unit)
    {
        var guess = Of($"*Your guess:* a second cook | a larger oven · {scale} · of the waiting saved");

        Assert.True(guess.AreApart);
        Assert.Equal(new GuessScale(0, 100, 5, false, unit), guess.Values);
    }

    [Fact]
    public void ACurve_IsRead()
    {
        var guess = Of("*Your guess:* a curve · 1 … 1000 log answers · -50…150 ms · until the last one is there");

        Assert.Equal(GuessKind.Curve, guess.Kind);
        Assert.Equal(1, guess.Across!.Minimum);
        Assert.Equal(1000, guess.Across.Maximum);
        Assert.True(guess.Across.IsLogarithmic);
        Assert.Equal("answers", guess.Across.Unit);
        Assert.Equal(new GuessScale(-50, 150, 2, false, "ms"), guess.Values);
    }

    [Theory]
    [InlineData("How many?", "a cell tagged guess closes with a line that tells what to guess, like: *Your guess:* 0…100 step 1 % · of the windows go dark")]
    [InlineData("*Your guess:* 0…100 step 1 %", "tells of no number, no bars and no curve")]
    [InlineData("*Your guess:* 0…100 · ", "tells of no number, no bars and no curve")]
    [InlineData("*Your guess:* a line · 0…1 · 0…1 · x", "tells of no number, no bars and no curve")]
    [InlineData("*Your guess:* many · of them", "“many” is no range of numbers; write it like: 0…100 step 1 %, or like: 1…1000 log servers")]
    [InlineData("*Your guess:* 0…Infinity · of them", "“0…Infinity” is no range of numbers")]
    [InlineData("*Your guess:* 5…1 · of them", "“5…1” must go from a lower to a higher number")]
    [InlineData("*Your guess:* 0…1 step 0 · of them", "by a step above 0")]
    [InlineData("*Your guess:* 0…1 step x · of them", "by a step above 0")]
    [InlineData("*Your guess:* 0…10 log · of them", "with log from above 0")]
    [InlineData("*Your guess:* one · 0…1 · of them", "“one” must name 2 to 8 different bars, like: computers | storage | traffic")]
    [InlineData("*Your guess:* a | a · 0…1 · of them", "different bars")]
    [InlineData("*Your guess:* a | · 0…1 · of them", "different bars")]
    [InlineData("*Your guess:* a|b|c|d|e|f|g|h|i · 0…1 · of them", "2 to 8")]
    public void WhatIsNoGuess_IsRefusedWithWhatIsAllowed(string source, string what) =>
        Assert.Contains(what, Assert.Throws<NotebookException>(() => Of(source)).Message, StringComparison.Ordinal);

    [Fact]
    public void ALongLine_IsNotToldToItsEnd_NorReadForEver()
    {
        Assert.True(Assert.Throws<NotebookException>(() => Of("*Your guess:* " + new string('x', 1_000_000))).Message.Length < 1000);
        Assert.True(Assert.Throws<NotebookException>(() => Of($"*Your guess:* 0…1 step{new string(' ', 1_000_000)}\t· x · y · z")).Message.Length < 1000);
    }

    [Fact]
    public void Parts_GoFromAGuessToTheNextReveal_AndOnlyByTags()
    {
        var document = Document(
            Text("*Your guess:* 0…1 · not tagged"),
            Text("*Your guess:* 0…1 · one", CellTags.Guess),
            Code("1"),
            Code("2", CellTags.Reveal),
            Text("*Your guess:* 0…2 · two", CellTags.Guess),
            Code("3", CellTags.Reveal));

        var parts = GuessedPart.FindAll(document);

        Assert.Equal(["one", "two"], parts.Select(part => part.Guess.Label));
        Assert.Equal(["2", "3"], parts.Select(part => part.Revealing.Source));
        Assert.Equal([document.Cells[1], document.Cells[4]], parts.Select(part => part.Asking));
    }

    [Fact]
    public void GuessesAndReveals_ThatDoNotTakeTurns_AreRefusedWithTheirCells()
    {
        var guess = Text("*Your guess:* 0…1 · one", CellTags.Guess);
        var reveal = Code("1", CellTags.Reveal);

        Assert.Equal("cell 2 asks for a guess, and no code cell after it is tagged reveal; tag the one that ends in the result", Refusal(Code("0"), guess));
        Assert.Equal("cells 1 and 2 both ask for a guess; put a code cell tagged reveal between them", Refusal(guess, guess, reveal));
        Assert.Equal("cell 1 is tagged reveal, and no Markdown cell before it is tagged guess; tag the one that asks", Refusal(reveal));
        Assert.StartsWith("cell 2: a cell tagged guess closes with a line", Refusal(Code("0"), Text("What?", CellTags.Guess), reveal), StringComparison.Ordinal);
    }

    private static string Refusal(params Cell[] cells) => Assert.Throws<NotebookException>(() => GuessedPart.FindAll(Document(cells))).Message;

    private static Guess Of(string source) => Guess.Of(Text(source, CellTags.Guess));

    private static NotebookDocument Document(params Cell[] cells) => new() { Cells = cells };

    private static Cell Text(string source, params string[] tags) => Make(CellKind.Markdown, source, tags);

    private static Cell Code(string source, params string[] tags) => Make(CellKind.Code, source, tags);

    private static Cell Make(CellKind kind, string source, string[] tags) => new()
    {
        Id = "c",
        Kind = kind,
        Source = source,
        Metadata = new JsonObject { ["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]) },
    };
}
