using InteractiveArticle.Cells.Running;
using InteractiveArticle.Cells.Shipping;
using InteractiveArticle.Formatting;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Cells.Tests.Shipping;

public sealed class EditTests
{
    private const string Levers = "int a = 1; // 0…9 step 1 · one thing";

    private ShippedNotebook notebook = Shipped.Notebook(Levers, "int Next() => a + 1;", "var x = 10 * a + Next();", "x + 1", "\"far\"");

    [Fact]
    public async Task AnEdit_RunsTheCellAndWhatDependsOnIt_AndKeepsTheRest()
    {
        var session = await Started();

        Assert.Null(Edit(session, "c2", "var x = 100 * a + Next();"));
        Assert.Equal(["c2: ", "c3: 103"], await Shipped.RunAll(session));
        Assert.Null(Edit(session, "c3", "x + 2"));
        Assert.Equal(["c3: 104"], await Shipped.RunAll(session));
        Assert.Null(Edit(session, "c3", "x + 3"));
        Assert.Equal(["c3: 105"], await Shipped.RunAll(session));
    }

    [Fact]
    public async Task Levers_GoOnMovingAnEditedNotebook()
    {
        var session = await Started();
        Edit(session, "c3", "x - a");
        await Shipped.RunAll(session);
        session.Set(new Dictionary<string, string> { ["a"] = "4" });

        Assert.Equal(["c1: ", "c2: ", "c3: 41"], await Shipped.RunAll(session));
    }

    [Fact]
    public async Task RunBelow_RunsEverythingBelow()
    {
        var session = await Started();
        Edit(session, "c3", "x", below: true);

        Assert.Equal(["c3: 12", "c4: far"], await Shipped.RunAll(session));
    }

    [Theory]
    [InlineData("int[] none = [];\nvar first = none[0];", 2)]
    [InlineData("int At(int i)\n{\n    int[] none = [];\n    return none[i];\n}\nvar first = At(3);", 4)]
    [InlineData("int Fine() { return 3;\n}\nint[] none = [];\nvar first = none[Fine()];", 4)]
    [InlineData("int[] none = [];\nvar squares = Enumerable.Range(0, 3).Select(i => {\n    var at = i;\n    return none[at];\n});\nsquares.Sum()", 4)]
    [InlineData("for (int i = 0; i < 3; i++)\n    if (i == 2)\n        throw new IndexOutOfRangeException();", 3)]
    [InlineData("async Task<int> Later()\n{\n    await Task.Yield();\n    return (new int[0])[1];\n}\nawait Later()", 4)]
    [InlineData("IEnumerable<int> Ones() { yield return 1;\n yield return (new int[0])[1]; }\n\nOnes().Sum()", 4)]
    [InlineData("switch (a) {\n  case 1:\n    try { a++; }\n    finally { a--; }\n    throw new IndexOutOfRangeException();\n}", 5)]
    [InlineData("class Shelf { int[] none = []; public int First { get {\n return none[0]; } } }\nnew Shelf().First", 2)]
    public async Task AnExceptionOfAnEditedCell_IsToldByItsLine(string source, int line)
    {
        var session = await Started();
        Assert.Null(Edit(session, "c4", source));
        var ran = await session.RunNextAsync([]);

        Assert.Equal(("System.IndexOutOfRangeException", line), (ran!.Error!.Name, ran.Error.Line));
    }

    [Fact]
    public async Task AnEditThatDoesNotCompile_IsToldByItsLine_AndChangesNothing()
    {
        var session = await Started();
        var error = Edit(session, "c2", "var x = 1;\nint y = nope;");

        Assert.Equal(("CS0103", 2), (error!.Name, error.Line));
        Assert.Empty(await Shipped.RunAll(session));
        Assert.Equal("var x = 10 * a + Next();", notebook.Document.Cells[2].Source);
    }

    [Fact]
    public async Task WhatACellNoLongerDeclares_IsMissedBelow_UntilItIsBack()
    {
        var session = await Started();
        Edit(session, "c2", "var other = 1;");
        Assert.Equal(["c2: ", "c3! CS0103"], await Shipped.RunAll(session));
        Edit(session, "c2", "var x = 41;");

        Assert.Equal(["c2: ", "c3: 42"], await Shipped.RunAll(session));
    }

    [Fact]
    public async Task ANewDeclaration_HidesAnEarlierOne()
    {
        var session = await Started();
        Edit(session, "c2", "var x = 1;\nvar a = \"hidden\";");
        Edit(session, "c3", "a");

        Assert.Equal(["c2: ", "c3: hidden"], await Shipped.RunAll(session));
        Edit(session, "c2", "var x = 1;");
        Assert.Equal(["c2: ", "c3: 1"], await Shipped.RunAll(session));
    }

    [Fact]
    public async Task ACellThatTurnsIntoNothingButImports_LeavesTheOthersRight()
    {
        var session = await Started();
        Edit(session, "c4", "using System.IO;");
        Edit(session, "c1", "using System.Globalization;\nint Next() => 5;");

        Assert.Equal(["c1: ", "c2: ", "c3: 16", "c4: "], await Shipped.RunAll(session));
        Edit(session, "c2", "using System.IO;");
        Assert.Equal(["c2: ", "c3! CS0103"], await Shipped.RunAll(session));
    }

    [Fact]
    public void NoSuchCell_IsSaid() =>
        Assert.Equal("c9: no such code cell", Assert.Throws<NotebookException>(() => Shipped.Editor.Edit(notebook, "c9", "")).Message);

    private async Task<ShippedSession> Started()
    {
        var session = new ShippedSession(notebook, ValueFormatter.Instance);
        foreach (string value in (string[])["2", "1"])
        {
            session.Set(new Dictionary<string, string> { ["a"] = value });
            await Shipped.RunAll(session);
        }

        return session;
    }

    private CellError? Edit(ShippedSession session, string id, string source, bool below = false)
    {
        var (edited, error) = Shipped.Editor.Edit(notebook, id, source);
        if (edited is not null)
        {
            notebook = edited;
            session.Edit(edited, id, below);
        }

        return error;
    }
}
