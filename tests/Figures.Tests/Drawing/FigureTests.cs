using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using InteractiveArticle.Figures.Display;
using InteractiveArticle.Figures.Drawing;

namespace InteractiveArticle.Figures.Tests.Drawing;

public sealed class FigureTests
{
    private static readonly Figure Sample = new()
    {
        Title = "A <b>title</b></script><!--<script>",
        Finding = "It \"rises\" & falls.",
        X = new Axis("time") { Minimum = 0, Maximum = 10, ClockStart = 9 * 60 },
        Y = Axis.Share("share"),
        Series =
        [
            new Series("one", SeriesShape.Area, ColorRole.Main, [0, 1, 2], [0, 1.0 / 3, 1]) { NameAt = 1.2 },
            new Series("two", SeriesShape.Bars, ColorRole.Reference, [1], [2e-7]) { IsDashed = true },
            new Series("three", SeriesShape.Points, ColorRole.Good, [5], [0.5]),
            new Series("four", SeriesShape.Steps, ColorRole.Fourth, [0, 5], [1, 0]) { IsDashed = true },
        ],
        Marks = [new(3, "first\nline"), new(9.9, "end")],
    };

    [Fact]
    public void PlotlyForm_HoldsDataAxesNamesAndMarks()
    {
        var chart = Plotly(Sample);
        var traces = chart["data"]!.AsArray();
        var layout = chart["layout"]!;

        Assert.Equal(["scatter", "bar", "scatter", "scatter"], traces.Select(trace => (string)trace!["type"]!));
        Assert.Equal(0.333333, (double)traces[0]!["y"]![1]!);
        Assert.Equal("tozeroy", (string)traces[0]!["fill"]!);
        Assert.Equal(("9:01: 33.3 %", "%{hovertext}"), ((string)traces[0]!["hovertext"]![1]!, (string)traces[0]!["hovertemplate"]!));
        Assert.Equal(2e-7, (double)traces[1]!["y"]![0]!);
        Assert.Equal("hv", (string)traces[3]!["line"]!["shape"]!);
        Assert.Equal(("dash", "solid"), ((string)traces[3]!["line"]!["dash"]!, (string)traces[0]!["line"]!["dash"]!));
        Assert.Equal(("time", ".0%"), ((string)layout["xaxis"]!["title"]!["text"]!, (string)layout["yaxis"]!["tickformat"]!));
        Assert.Equal(["first<br>line", "end", "one"], layout["annotations"]!.AsArray().Select(note => (string)note!["text"]!));
        Assert.Equal("right", (string)layout["annotations"]![1]!["xanchor"]!);
        Assert.Equal(2, layout["shapes"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(0, 1, "0 % 20 % 40 % 60 % 80 % 100 %")]
    [InlineData(-0.1, 0.3, "−10 % 0 % 10 % 20 % 30 %")]
    [InlineData(0, 0.04, "0 % 1 % 2 % 3 % 4 %")]
    [InlineData(0, 3, "0 % 50 % 100 % 150 % 200 % 250 % 300 %")]
    public void AxisOfShares_HasRoundTicksInPerCent(double minimum, double maximum, string ticks) =>
        Assert.Equal(ticks, string.Join(' ', Axis.Share("share", minimum, maximum).Ticks.Select(tick => tick.Text)));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1_047.6, "1,048")]
    [InlineData(22.94, "22.9")]
    [InlineData(99.96, "100")]
    [InlineData(7, "7")]
    [InlineData(-0.09736, "−0.0974")]
    [InlineData(double.NaN, "")]
    public void ANumber_ReadsWithThreeDigits(double value, string words) => Assert.Equal(words, new Axis("x").Read(value));

    [Theory]
    [InlineData(0.29, "29 %")]
    [InlineData(0.0824999, "8.25 %")]
    [InlineData(-1.5, "−150 %")]
    public void AShare_ReadsInPerCent(double value, string words) => Assert.Equal(words, Axis.Share("x").Read(value));

    [Theory]
    [InlineData(4.36e-8, "1.37 s")]
    [InlineData(1e-4, "52.6 min")]
    [InlineData(0.004, "35 h")]
    [InlineData(0.2, "73 days")]
    public void APartOfAYear_ReadsAsItsTime(double value, string words) => Assert.Equal(words, new Axis("x") { IsPartOfYear = true }.Read(value));

    [Fact]
    public void ATickWithWords_ReadsAsTheseWords_AndSoDoesAName()
    {
        var axis = new Axis("what is done") { Ticks = [new(0, "nothing"), new(1, "a budget")], Names = [new(2, "all")] };

        Assert.Equal(("a budget", "0.5", "all"), (axis.Read(1), axis.Read(0.5), axis.Read(2)));
    }

    [Fact]
    public void LogarithmicAxis_PlacesNamesByExponent()
    {
        var figure = Sample with { X = new Axis("x") { IsLogarithmic = true }, Series = [new("s", SeriesShape.Line, ColorRole.Main, [1, 100], [1, 2]) { NameAt = 100 }], Marks = [] };

        Assert.Equal(2.0, (double)Plotly(figure)["layout"]!["annotations"]![0]!["x"]!, tolerance: 1e-5);
    }

    [Fact]
    public void StackedBars_CarryTheirNamesInTheirMiddle()
    {
        var chart = Plotly(Sample with
        {
            Series = [new("low", SeriesShape.StackedBars, ColorRole.Main, [1], [2]) { NameAt = 1 }, new("high", SeriesShape.StackedBars, ColorRole.Good, [1], [4]) { NameAt = 1 }],
            Marks = [],
        });

        Assert.Equal("stack", (string)chart["layout"]!["barmode"]!);
        Assert.Equal([1.0, 4.0], chart["layout"]!["annotations"]!.AsArray().Select(name => (double)name!["y"]!));
    }

    [Fact]
    public void HtmlForm_EncodesWordsAndCannotBeLeftEarly()
    {
        string html = Form(Sample, "text/html");

        Assert.Contains("aria-label=\"It &quot;rises&quot; &amp; falls.\"", html, StringComparison.Ordinal);
        Assert.Equal(html.LastIndexOf("</script>", StringComparison.Ordinal), html.IndexOf("</script>", StringComparison.Ordinal));
        Assert.DoesNotContain("<!--<script>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void HtmlForm_HoldsThePictureThatLiesBesideTheLibrary()
    {
        var figure = Sample with { Finding = "It has a \"picture\"." };
        string name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Form(figure, "application/vnd.interactive-article.figure+json"))))[..16];
        string folder = Path.Combine(AppContext.BaseDirectory, "pictures");
        Directory.CreateDirectory(folder);
        Assert.DoesNotContain("<img", Form(figure, "text/html"), StringComparison.Ordinal);
        File.WriteAllBytes(Path.Combine(folder, name + ".webp"), [1, 2, 3]);
        string html = Form(figure, "text/html");
        File.Delete(Path.Combine(folder, name + ".webp"));

        Assert.Contains("It has a &quot;picture&quot;.\" width=\"640\" height=\"360\" style=\"max-width:100%;height:auto\" src=\"data:image/webp;base64,AQID\"></div>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void MarkdownForm_HoldsSomeOfTheDataWhereNobodyHasDrawnTheFigure()
    {
        string markdown = Form(Sample, "text/markdown");

        Assert.StartsWith("**A \\<b\\>title\\</b\\>\\</script\\>\\<!--\\<script\\>**\n\n| | time | share |\n| :--- | ---: | ---: |\n", markdown, StringComparison.Ordinal);
        Assert.EndsWith("|\n\nIt \"rises\" \\& falls.", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyFigure_HasEveryForm() => FigureJsonTests.Check(figure =>
    {
        Assert.NotNull(Plotly(figure)["data"]);
        Assert.Contains("<figure>", Form(figure, "text/html"), StringComparison.Ordinal);
    });

    [Fact]
    public void TextForm_IsTitleAndFinding() => Assert.Equal("A <b>title</b></script><!--<script>. It \"rises\" & falls.", Form(Sample, "text/plain"));

    [Fact]
    public void TheSameFigure_GivesTheSameBytes() =>
        Assert.Equal(Form(Sample, "text/html"), Form(Sample with { Marks = [.. Sample.Marks] }, "text/html"));

    [Fact]
    public void TheChartingLibrary_StaysInAContextOfItsOwn()
    {
        Plotly(Sample);
        var plotly = AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "Plotly.NET");

        Assert.NotEqual(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(plotly));
    }

    [Fact]
    public void AFormatterOfAnotherType_DeclinesPolitely()
    {
        using var writer = new StringWriter();

        Assert.False(new TypeFormatter<Figure>("text/plain", figure => figure.Title).Format("a string", writer));
    }

    private static JsonNode Plotly(Figure figure) => JsonNode.Parse(Form(figure, "application/vnd.plotly.v1+json"))!;

    private static string Form(Figure figure, string mimeType)
    {
        var formatter = new FigureForms().CreateTypeFormatters().Cast<TypeFormatter<Figure>>().Single(formatter => formatter.MimeType == mimeType);
        using var writer = new StringWriter();
        Assert.True(formatter.Format(figure, writer));
        return writer.ToString();
    }
}
