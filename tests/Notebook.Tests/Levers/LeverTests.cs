using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;
using InteractiveArticle.Parameters;

namespace InteractiveArticle.Notebook.Tests.Levers;

public class LeverTests
{
    private const string Source =
        """
        // What the reader may change.

        double removed = 0.45; // 0…1 step 0.01 · share of the index fleet removed by the command
        int pause=5 ; //1…60 step 1 min · time between two looks · in minutes
        bool retry = true; // clients try again
        string service = "exponential"; // exponential | deterministic · law of the service time
        double shift = -1.5e0; // -2…2.5 step 0.5 customers per hour · drift
        """;

    [Fact]
    public void Levers_OfWellFormedCell_AreRead()
    {
        var levers = Read(Source).Levers;

        Assert.Equal(["removed", "pause", "retry", "service", "shift"], levers.Select(lever => lever.Name));
        Assert.Equal([ParameterKind.Number, ParameterKind.WholeNumber, ParameterKind.Switch, ParameterKind.Choice, ParameterKind.Number], levers.Select(lever => lever.Allowed.Kind));
        Assert.Equal([0.45, 5, true, "exponential", -1.5], levers.Select(lever => lever.Default));
        Assert.Equal([0, 1, null, null, -2], levers.Select(lever => lever.Allowed.Minimum));
        Assert.Equal([1, 60, null, null, 2.5], levers.Select(lever => lever.Allowed.Maximum));
        Assert.Equal([0.01, 1, null, null, 0.5], levers.Select(lever => lever.Step));
        Assert.Equal([null, "min", null, null, "customers per hour"], levers.Select(lever => lever.Allowed.Unit));
        Assert.Equal(["exponential", "deterministic"], levers[3].Allowed.Choices);
        Assert.Equal(
            ["share of the index fleet removed by the command", "time between two looks · in minutes", "clients try again", "law of the service time", "drift"],
            levers.Select(lever => lever.Label));
        Assert.Equal([3, 4, 5, 6, 7], levers.Select(lever => lever.Line));
    }

    [Theory]
    [InlineData("0…1 step 0.01 as % · the x", SliderScale.Linear, true, null, "%")]
    [InlineData("0.5…1 step 0.01 log · the x", SliderScale.Logarithmic, false, null, null)]
    [InlineData("0.5…1 step 0.01 log h · the x", SliderScale.Logarithmic, false, "h", "h")]
    [InlineData("0.5…1 step 0.01 log as % per minute · the x", SliderScale.Logarithmic, true, "per minute", "% per minute")]
    [InlineData("0.5…0.999 step 0.001 nines as % · the x", SliderScale.Nines, true, null, "%")]
    [InlineData("0…1 step 0.01 logs · the x", SliderScale.Linear, false, "logs", "logs")]
    public void WordsAfterTheStep_SayHowTheLeverIsShown(string note, SliderScale scale, bool isPercent, string? unit, string? shownUnit)
    {
        var lever = Assert.Single(Read($"double x = 0.7; // {note}").Levers);

        Assert.Equal((scale, isPercent, unit, shownUnit, "the x"), (lever.Scale, lever.IsPercent, lever.Allowed.Unit, lever.ShownUnit, lever.Label));
    }

    [Fact]
    public void AShare_IsShownTimesOneHundred_AndSetAsItIs()
    {
        var lever = Assert.Single(Read("double x = 0.07; // 0.005…1 step 0.001 as % per minute · the x").Levers);

        Assert.Equal("7", lever.Shown(lever.Default));
        Assert.Equal("0.5 % to 100 % per minute", lever.ShownRange);
        Assert.Equal(0.29, lever.Parse("0.29"));
        Assert.Equal("29", lever.Shown(0.29));
        Assert.Equal("x = 3: not allowed; x (the x) takes a number from 0.005 to 1 per minute (0.5 % to 100 % per minute)", lever.Refusal("3"));
        Assert.Equal("x = 300: not allowed; x (the x) takes 0.5 % to 100 % per minute", lever.ShownRefusal("300"));
    }

    [Theory]
    [InlineData("double x = 1; //", "")]
    [InlineData("double x = 1; // 0…1 step 1", "x")]
    [InlineData("string x = \"a\"; // a | b", "x")]
    [InlineData("double x", "")]
    public void ALineWithAMegabyteOfBlanks_IsRefusedAtOnce(string start, string end) =>
        Assert.Throws<NotebookException>(() => Read(start + new string(' ', 1_000_000) + end));

    [Fact]
    public void ALongLine_IsNotToldToItsEnd() =>
        Assert.True(Assert.Throws<NotebookException>(() => Read(new string('x', 1_000_000))).Message.Length < 1000);

    [Theory]
    [InlineData("var x = 1; // 0…1 step 1 · x", "x is of type var; a lever is a double, an int, a bool or a string")]
    [InlineData("double x = 1;", "“double x = 1;” is not a lever; write one a line, like: double removed = 0.45; // 0…1 step 0.01 · what it does")]
    [InlineData("Console.WriteLine();", "“Console.WriteLine();” is not a lever; write one a line, like: double removed = 0.45; // 0…1 step 0.01 · what it does")]
    [InlineData("double x = 1; double y = 2; // 0…1 step 1 · x", "“double x = 1; double y = 2; // 0…1 step 1 · x” is not a lever; write one a line, like: double removed = 0.45; // 0…1 step 0.01 · what it does")]
    [InlineData("double x = 1; // 0…2 · x", "the comment on x must give its range, step and label, like: // 0…1 step 0.01 · what it does")]
    [InlineData("double x = 1; // 0…2 step 1", "the comment on x must give its range, step and label, like: // 0…1 step 0.01 · what it does")]
    [InlineData("double x = 1; // 0…Infinity step 1 · x", "the comment on x must give its range, step and label, like: // 0…1 step 0.01 · what it does")]
    [InlineData("int x = 1; // 0…2.5 step 1 · x", "the comment on x must give its range, step and label, like: // 1…60 step 1 min · what it does")]
    [InlineData("double x = 1; // 2…0 step 1 · x", "the range of x must go from a lower to a higher number by a step above 0")]
    [InlineData("double x = 1; // 0…2 step 0 · x", "the range of x must go from a lower to a higher number by a step above 0")]
    [InlineData("double x = 1; // 0…2 step 1 log · x", "the range of x must begin above 0, as its slider is logarithmic")]
    [InlineData("double x = 1; // 0…1 step 0.1 nines · x", "the range of x must end below 1, as its slider counts nines")]
    [InlineData("double x = 1; // 0.1…2 step 0.1 as % log · x", "after the step of x, write log or nines first, then as %, then the unit")]
    [InlineData("double x = 1; // 0.1…2 step 0.1 h as % · x", "after the step of x, write log or nines first, then as %, then the unit")]
    [InlineData("int x = 1; // 0…2 step 1 as % · x", "x is a whole number; only a double is shown as %")]
    [InlineData("double x = 3; // 0…1 step 1 as % · the x", "x = 3: not allowed; x (the x) takes a number from 0 to 1 (0 % to 100 %)")]
    [InlineData("double x = 3; // 0…2 step 1 · the x", "x = 3: not allowed; x (the x) takes a number from 0 to 2")]
    [InlineData("int x = 1.5; // 0…2 step 1 · the x", "x = 1.5: not allowed; x (the x) takes a whole number from 0 to 2")]
    [InlineData("int x = 1e0; // 0…2 step 1 · x", "1e0 is not a plain value; write one like 0.45, 12 or true, with no sum, suffix or name")]
    [InlineData("int x = 1.0; // 0…2 step 1 · x", "1.0 is not a plain value; write one like 0.45, 12 or true, with no sum, suffix or name")]
    [InlineData("double x = 1d; // 0…2 step 1 · x", "1d is not a plain value; write one like 0.45, 12 or true, with no sum, suffix or name")]
    [InlineData("bool x = True; // x", "True is not a plain value; write one like 0.45, 12 or true, with no sum, suffix or name")]
    [InlineData("bool x = 1; // the x", "x = 1: not allowed; x (the x) takes true or false")]
    [InlineData("double x = \"1\"; // 0…2 step 1 · x", "x is not a string; write its value without quotation marks")]
    [InlineData("string x = a; // a | b · x", "x is a string; write its value in quotation marks")]
    [InlineData("string x = \"c\"; // a | b · the x", "x = c: not allowed; x (the x) takes one of a, b")]
    [InlineData("string x = \"a\"; // a · x", "the comment on x must give two or more different choices and a label, like: // exponential | deterministic · what it does")]
    [InlineData("string x = \"a\"; // a | a · x", "the comment on x must give two or more different choices and a label, like: // exponential | deterministic · what it does")]
    [InlineData("string x = \"a\"; // a | b", "the comment on x must give two or more different choices and a label, like: // exponential | deterministic · what it does")]
    [InlineData("bool first = true; // b", "first is declared on line 1 already; give each lever a name of its own")]
    public void Line_ThatIsNoLever_IsRefusedWithItsPlace(string line, string what)
    {
        var error = Assert.Throws<NotebookException>(() => Read("bool first = true; // a\n" + line));

        Assert.Equal($"parameters cell, line 2: {what}", error.Message);
    }

    [Theory]
    [InlineData("removed", "3", "removed = 3: not allowed; removed (share of the index fleet removed by the command) takes a number from 0 to 1")]
    [InlineData("removed", "-0.01", "removed = -0.01: not allowed; removed (share of the index fleet removed by the command) takes a number from 0 to 1")]
    [InlineData("removed", "NaN", "removed = NaN: not allowed; removed (share of the index fleet removed by the command) takes a number from 0 to 1")]
    [InlineData("removed", "Infinity", "removed = Infinity: not allowed; removed (share of the index fleet removed by the command) takes a number from 0 to 1")]
    [InlineData("removed", "0,3", "removed = 0,3: not allowed; removed (share of the index fleet removed by the command) takes a number from 0 to 1")]
    [InlineData("removed", "", "removed = : not allowed; removed (share of the index fleet removed by the command) takes a number from 0 to 1")]
    [InlineData("pause", "2.5", "pause = 2.5: not allowed; pause (time between two looks · in minutes) takes a whole number from 1 to 60 min")]
    [InlineData("pause", "99999999999", "pause = 99999999999: not allowed; pause (time between two looks · in minutes) takes a whole number from 1 to 60 min")]
    [InlineData("retry", "yes", "retry = yes: not allowed; retry (clients try again) takes true or false")]
    [InlineData("service", "Exponential", "service = Exponential: not allowed; service (law of the service time) takes one of exponential, deterministic")]
    [InlineData("remove", "1", "remove: no such lever (did you mean removed?); this notebook has removed, pause, retry, service, shift")]
    [InlineData("speed", "1", "speed: no such lever; this notebook has removed, pause, retry, service, shift")]
    public void Apply_OfWhatIsNotAllowed_IsRefusedInTheLeversWords(string name, string value, string message)
    {
        var document = Document(Source);

        var error = Assert.Throws<NotebookException>(() => LeverCell.Find(document)!.Apply(document, new Dictionary<string, string> { [name] = value }));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Apply_RewritesValuesAndNothingElse()
    {
        var document = Document(Source);
        var values = new Dictionary<string, string> { ["removed"] = "1e-1", ["pause"] = " 12.0", ["retry"] = "False", ["service"] = "deterministic", ["shift"] = "2.5" };

        var applied = LeverCell.Find(document)!.Apply(document, values);

        Assert.Equal(
            Source.Replace("0.45", "0.1", StringComparison.Ordinal).Replace("=5 ", "=12 ", StringComparison.Ordinal).Replace("true", "false", StringComparison.Ordinal)
                .Replace("\"exponential\"", "\"deterministic\"", StringComparison.Ordinal).Replace("-1.5e0", "2.5", StringComparison.Ordinal),
            applied.Cells[1].Source);
        Assert.Equal(document.Cells[0], applied.Cells[0]);
        Assert.Equal(document.Cells[1], applied.Cells[1] with { Source = Source });
        Assert.Equal([0.1, 12, false, "deterministic", 2.5], LeverCell.Find(applied)!.Levers.Select(lever => lever.Default));
    }

    [Fact]
    public void Apply_TakesTheLastWordFromWhatPapermillHasSet()
    {
        const string Injected = "// Parameters\nvar removed = 0.3;\nvar pause = 9;\nvar note = \"var removed = 1;\";\n";
        var document = new NotebookDocument { Cells = [Tagged(Source), Tagged(Injected, "injected-parameters"), Cell("other", "var removed = 0.2;")] };

        var applied = LeverCell.Find(document)!.Apply(document, new Dictionary<string, string> { ["removed"] = "0.1" });

        Assert.Equal("// Parameters\nvar pause = 9;\nvar note = \"var removed = 1;\";\n", applied.Cells[1].Source);
        Assert.Equal(document.Cells[2], applied.Cells[2]);
    }

    [Fact]
    public void Injected_IsWhatPapermillHasSet_OfTheLevers()
    {
        const string Set = "// Parameters\nvar removed = 0.3;\nvar service = \"deterministic\";\nvar retry = false;\nvar note = \"var removed = 1;\";\n";
        var document = new NotebookDocument { Cells = [Tagged(Source), Tagged(Set, "injected-parameters"), Cell("other", "var pause = 9;")] };
        var levers = LeverCell.Find(document)!;

        Assert.Equal(new Dictionary<string, string> { ["removed"] = "0.3", ["service"] = "deterministic", ["retry"] = "false" }, levers.Injected(document));
        Assert.Empty(levers.Injected(document with { Cells = [document.Cells[0], document.Cells[2]] }));
    }

    [Fact]
    public void Apply_OfEveryDefault_ChangesNothingThatRuns()
    {
        var levers = Read(Source).Levers;

        Assert.Equal(["0.45", "5", "true", "\"exponential\"", "-1.5"], levers.Select(lever => lever.ToLiteral(lever.Default)));
        Assert.Throws<ArgumentException>(() => levers[0].ToLiteral(double.NaN));
        Assert.Throws<ArgumentException>(() => levers[0].ToLiteral(1));
    }

    [Fact]
    public void Apply_UnderAnotherCulture_IsTheSame()
    {
        var culture = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = culture;
        try
        {
            var lever = Read(Source).Levers[0];
            Assert.Equal("0.3", lever.ToLiteral(lever.Parse("0.3")));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Find_InNotebookWithoutLevers_FindsNone() =>
        Assert.Null(LeverCell.Find(new NotebookDocument { Cells = [Cell("x", "double x = 1;")] }));

    [Fact]
    public void Find_OfTwoTaggedCells_IsRefused()
    {
        var document = new NotebookDocument { Cells = [Cell("a", ""), Tagged(""), Tagged("")] };

        var error = Assert.Throws<NotebookException>(() => LeverCell.Find(document));

        Assert.Equal("cells 2 and 3 are both tagged parameters; a notebook has at most one such cell: move all levers there.", error.Message);
    }

    private static LeverCell Read(string source) => LeverCell.Find(Document(source))!;

    private static NotebookDocument Document(string source) => new() { Cells = [Cell("first", "1"), Tagged(source)] };

    private static Cell Tagged(string source, string tag = "parameters") => Cell("levers", source) with { Metadata = new() { ["tags"] = new System.Text.Json.Nodes.JsonArray(tag) } };

    private static Cell Cell(string id, string source) => new() { Id = id, Kind = CellKind.Code, Source = source };
}
