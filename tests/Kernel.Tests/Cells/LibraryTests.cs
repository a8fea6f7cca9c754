using System.Reflection;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel.Tests.Cells;

public sealed class LibraryTests(LibraryFolder library) : IClassFixture<LibraryFolder>
{
    private const string Reference = "#r \"../artifacts/notebook/Front.dll\"\n";

    [Fact]
    public async Task Library_IsFoundFromTheNotebooksFolder()
    {
        using var session = new Session(library.Notebooks);
        await session.Run(Reference + "using Front;");

        Assert.Equal("1", await session.Run("Models.At(0.5).Wait"));
        Assert.Equal("Queue { Load = 0.2, Wait = 0.25 }", await session.Run("var q = Models.At(0.5);\nvar r = q with { Load = 0.2 };\nr.ToString()"));
    }

    [Fact]
    public async Task TypesBesideTheLibrary_CanBeNamed()
    {
        using var session = new Session(library.Notebooks);
        await session.Run(Reference + "using Behind;");

        Assert.Equal("3", await session.Run("new Queue(0.75).Wait"));
        Assert.Equal("found beside", await session.Run("Front.Models.Hidden()"));
    }

    [Fact]
    public async Task ReferenceGivenAgain_MeansTheSameTypes()
    {
        using var session = new Session(library.Notebooks);
        await session.Run(Reference + "var q = Front.Models.At(0.5);");

        Assert.Equal("True", await session.Run(Reference + "q is Behind.Queue"));
    }

    [Fact]
    public async Task FormattersOfTheLibrary_MakeOneBundle()
    {
        using var session = new Session(library.Notebooks);
        await session.Run(Reference + "new Front.Figure(\"waits\")");

        var data = Assert.IsType<ResultOutput>(Assert.Single(session.Outputs)).Data;
        Assert.Equal(
            [
                new("application/vnd.plotly.v1+json", "{\"layout\":{\"title\":\"waits\"}}"),
                new KeyValuePair<string, string>("text/html", "<figure>waits</figure>"),
                new("text/plain", "A figure of waits."),
            ],
            data);
    }

    [Fact]
    public async Task FormatterThatThrows_FailsTheCell()
    {
        using var session = new Session(library.Notebooks);
        var error = await session.Fail(Reference + "new Front.Faulty()");

        Assert.Equal("A value of type Front.Faulty cannot be shown: its formatter for text/html failed (no ink).", error.Message);
        Assert.Equal(2, error.Line);
        Assert.Equal(3, (await session.Fail("\n\ndisplay(new Front.Faulty());")).Line);
    }

    [Fact]
    public async Task FormatterWhoseJsonIsNone_FailsTheCell()
    {
        using var session = new Session(library.Notebooks);
        var error = await session.Fail(Reference + "new Front.Garbled()");

        Assert.StartsWith("A value of type Front.Garbled cannot be shown: its text for application/json is not JSON (", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorInTheLibrary_PointsAtTheCallingLine()
    {
        using var session = new Session(library.Notebooks);
        await session.Run(Reference + "using Front;");
        var error = await session.Fail("var load = 1.5;\n\nvar q = Models.At(load);\nq");

        Assert.Equal("System.ArgumentOutOfRangeException", error.Name);
        Assert.Equal(3, error.Line);
        Assert.Equal(
            [$"System.ArgumentOutOfRangeException: {error.Message}", "   at Front.Models.At", "   at cell 2, line 3"],
            error.Traceback);
    }

    [Fact]
    public async Task Kernels_HaveCopiesOfTheirOwn()
    {
        using var one = new Session(library.Notebooks);
        using var two = new Session(library.Notebooks);
        await one.Run(Reference + "Front.Models.Runs = 7;");

        Assert.Equal("0", await two.Run(Reference + "Front.Models.Runs"));
        Assert.Equal("7", await one.Run("Front.Models.Runs"));
    }

    [Fact]
    public async Task LibraryLoadedByTheHostToo_DoesNotMatter()
    {
        // From bytes, so that it is the host's first and the file stays free.
        Assert.Equal("Front", Assembly.Load(File.ReadAllBytes(library.PathOf("Front"))).GetName().Name);
        Assert.Equal("Behind", Assembly.Load(File.ReadAllBytes(library.PathOf("Behind"))).GetName().Name);
        using var session = new Session(library.Notebooks);

        Assert.Equal("True", await session.Run(Reference + "Front.Models.At(0.5) is Behind.Queue"));
    }

    [Fact]
    public async Task MissingBuild_SaysWhatToRun()
    {
        using var session = new Session(library.Notebooks);
        var error = await session.Fail("// the library\n#r \"../artifacts/notebook/None.dll\"\nusing None;");
        Assert.Equal("#r \"../artifacts/notebook/None.dll\": no such file; run dotnet build in the folder of the solution, then run the notebook again", error.Message);
        Assert.Equal((2, "CS0006"), (error.Line, error.Name));
    }

    [Fact]
    public async Task MissingFile_SaysWhatToGive()
    {
        using var session = new Session(library.Notebooks);
        var error = await session.Fail("#r \"lib/None.dll\"");

        Assert.Equal("#r \"lib/None.dll\": no such file; give the path of a library (.dll) that exists, relative to the notebook's folder", error.Message);
    }

    [Fact]
    public async Task FileThatIsNoLibrary_FailsTheCell()
    {
        File.WriteAllText(Path.Combine(library.Notebooks, "text.dll"), "no library");
        using var session = new Session(library.Notebooks);
        var error = await session.Fail("#r \"text.dll\"\n1");

        Assert.Equal((1, "CS0009"), (error.Line, error.Name));
        Assert.Equal("2", await session.Run("1 + 1"));
    }
}
