using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;

namespace InteractiveArticle.Notebook.Tests.Levers;

public sealed class LeverTests
{
    private const string Source = """
        // What a reader may change
        double removed = 0.45;  // 0…1 step 0.01 · share of the servers removed

        int cells = 4; // 1…64 step 1 cells · cells of the index
        bool guarded = false; // the tool has a guard
        string trigger = "overload"; // overload | quorum · what brings it down
        """;

    [Fact]
    public void Levers_AreReadWithKindRangeStepUnitAndLabel()
    {
        var levers = Panel(Source).Levers;

        Assert.Equal(["removed", "cells", "guarded", "trigger"], levers.Select(lever => lever.Name));
        Assert.Equal([LeverKind.Number, LeverKind.Integer, LeverKind.Switch, LeverKind.Choice], levers.Select(lever => lever.Kind));
        Assert.Equal((0, 1, 0.01, "", "share of the servers removed"), (levers[0].Minimum, levers[0].Maximum, levers[0].Step, levers[0].Unit, levers[0].Label));
        Assert.Equal((64, "cells", "4"), (levers[1].Maximum, levers[1].Unit, levers[1].Default));
        Assert.Equal(["overload", "quorum"], levers[3].Choices);
    }

    [Fact]
    public void Apply_ChangesValuesAndNothingElse()
    {
        var document = Document(Source);
        var changed = LeverPanel.Of(document, "x").Apply(document, new Dictionary<string, string>
        {
            ["removed"] = "1", ["cells"] = "16", ["guarded"] = "true", ["trigger"] = "quorum",
        });

        string expected = Source
            .Replace("removed = 0.45;", "removed = 1.0;", StringComparison.Ordinal)
            .Replace("cells = 4;", "cells = 16;", StringComparison.Ordinal)
            .Replace("guarded = false;", "guarded = true;", StringComparison.Ordinal)
            .Replace("\"overload\";", "\"quorum\";", StringComparison.Ordinal);
        Assert.Equal(expected, changed.Cells[0].Source);
        Assert.Equal(Source, document.Cells[0].Source);
    }

    [Theory]
    [InlineData("removed", "1.01", "removed = 1.01: not allowed; removed (share of the servers removed) takes a number from 0 to 1")]
    [InlineData("removed", "NaN", "takes a number from 0 to 1")]
    [InlineData("removed", "Infinity", "takes a number from 0 to 1")]
    [InlineData("removed", "0,5", "takes a number from 0 to 1")]
    [InlineData("removed", "0.5; Boom()", "takes a number from 0 to 1")]
    [InlineData("removed", "", "takes a number from 0 to 1")]
    [InlineData("cells", "2.5", "takes a whole number from 1 to 64")]
    [InlineData("guarded", "perhaps", "takes false or true")]
    [InlineData("trigger", "overload\"; Boom(); //", "takes overload or quorum")]
    [InlineData("speed", "1", "there is no such lever; there is removed, cells, guarded, trigger")]
    public void Apply_OfAnythingElse_IsRefusedInTheLeversOwnWords(string name, string value, string words)
    {
        var document = Document(Source);
        var refusal = Assert.Throws<NotebookException>(() =>
            LeverPanel.Of(document, "x").Apply(document, new Dictionary<string, string> { [name] = value }));

        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("double x = 1;", "not a lever")]
    [InlineData("var x = 1; // 0…1 step 1 · x", "not a lever")]
    [InlineData("double x = 1; // a label only", "no range")]
    [InlineData("double x = 1; // 0…2 step 1 ·", "no label")]
    [InlineData("double x = 3; // 0…2 step 1 · x", "x = 3: not allowed")]
    [InlineData("Boom();", "not a lever")]
    public void ACellThatDeclaresSomethingElse_IsRefusedWithItsLine(string line, string words)
    {
        var refusal = Assert.Throws<NotebookException>(() => Panel("// first\n" + line));

        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.True(words.Contains("not allowed", StringComparison.Ordinal) || refusal.Message.Contains("line 2", StringComparison.Ordinal));
    }

    [Fact]
    public void ANotebookWithoutLevers_HasNone_AndTakesNone()
    {
        var document = new NotebookDocument([], []);
        var panel = LeverPanel.Of(document, "x");

        Assert.Empty(panel.Levers);
        Assert.Same(document, panel.Apply(document, new Dictionary<string, string>()));
        Assert.Throws<NotebookException>(() => panel.Apply(document, new Dictionary<string, string> { ["a"] = "1" }));
    }

    private static LeverPanel Panel(string source) => LeverPanel.Of(Document(source), "x");

    private static NotebookDocument Document(string source) =>
        new([new Cell("p", CellKind.Code, source, new() { ["tags"] = new System.Text.Json.Nodes.JsonArray(LeverPanel.Tag) })], []);
}
