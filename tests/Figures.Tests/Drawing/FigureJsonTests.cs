using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using InteractiveArticle.Figures.Drawing;

namespace InteractiveArticle.Figures.Tests.Drawing;

public sealed class FigureJsonTests
{
    private const string Least = """{"title":"","finding":"","x":{"label":""},"y":{"label":""}}""";

    private static readonly Figure Sample = new()
    {
        Title = "It's <b>",
        Finding = "5 % “more”",
        X = new("time") { Minimum = 0, Maximum = double.PositiveInfinity, ClockStart = 577, Timeline = "day", Ticks = [new(double.NaN, "nowhere"), new(60, "10:37")] },
        Y = Axis.Share("share"),
        Series = [new("s", SeriesShape.StackedBars, ColorRole.Contrast, [0, 1e6 / 3], [-0.0, double.NaN]) { IsDashed = true, NameAt = 2.0 / 3 }],
        Marks = [Mark.Here(1e-7), new(double.NaN, "nowhere")],
    };

    [Fact]
    public void AnyFigure_WrittenAndRead_ComesBackWithItsNumbersRounded() => Check(figure =>
    {
        string json = FigureJson.Write(figure);
        var back = FigureJson.Read(json);

        Assert.Equal(json, FigureJson.Write(back));
        Assert.Equal((figure.Title, figure.Finding), (back.Title, back.Finding));
        AssertAlike(figure.X, back.X);
        AssertAlike(figure.Y, back.Y);
        Assert.Equal(figure.Series.Count, back.Series.Count);
        Assert.All(figure.Series.Zip(back.Series), pair => AssertAlike(pair.First, pair.Second));
        var places = figure.Marks.Where(mark => double.IsFinite(mark.At)).ToArray();
        Assert.Equal(places.Select(mark => (mark.Text, mark.Color)), back.Marks.Select(mark => (mark.Text, mark.Color)));
        Assert.All(places.Zip(back.Marks), pair => AssertAlike(pair.First.At, pair.Second.At));
    });

    [Fact]
    public void TheJson_IsTheSameWhoeverWritesIt() =>
        Assert.Equal(
            """{"title":"It\u0027s \u003Cb\u003E","finding":"5 % \u201Cmore\u201D","x":{"label":"time","minimum":0,"clockStart":577,"timeline":"day","ticks":[{"at":60,"text":"10:37"}]}"""
            + ""","y":{"label":"share","isShare":true,"minimum":0,"maximum":1,"ticks":[{"at":0,"text":"0 %"},{"at":0.2,"text":"20 %"},{"at":0.4,"text":"40 %"},{"at":0.6,"text":"60 %"},{"at":0.8,"text":"80 %"},{"at":1,"text":"100 %"}]},"series":[{"name":"s","shape":"stackedBars","color":"contrast","isDashed":true,"nameAt":0.666667,"x":[0,333333],"y":[0,null]}]"""
            + ""","marks":[{"at":1E-07,"text":"you are here","color":"reference"}]}""",
            FigureJson.Write(Sample));

    [Fact]
    public void WhatIsLeftOut_IsAsItIsByDefault()
    {
        var figure = FigureJson.Read(Least);

        Assert.Empty(figure.Series);
        Assert.Empty(figure.Marks);
        Assert.Equal((null, null, null, null), (figure.X.Minimum, figure.X.Maximum, figure.X.ClockStart, figure.X.Timeline));
        Assert.Equal(Least, FigureJson.Write(figure));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"data\":[],\"layout\":{}}")]
    [InlineData("""{"title":1,"finding":"","x":{"label":""},"y":{"label":""}}""")]
    [InlineData("""{"title":null,"finding":"","x":{"label":""},"y":{"label":""}}""")]
    [InlineData("""{"title":"\ud800","finding":"","x":{"label":""},"y":{"label":""}}""")]
    [InlineData("""{"title":"","title":"","finding":"","x":{"label":""},"y":{"label":""}}""")]
    [InlineData("""{"title":"","finding":"","x":[],"y":{"label":""}}""")]
    [InlineData("""{"title":"","finding":"","x":{"label":"","minimum":1e999},"y":{"label":""}}""")]
    [InlineData("""{"title":"","finding":"","x":{"label":"","isShare":"yes"},"y":{"label":""}}""")]
    [InlineData("""{"title":"","finding":"","x":{"label":""},"y":{"label":""},"series":{}}""")]
    [InlineData("""{"title":"","finding":"","x":{"label":""},"y":{"label":""},"series":[{"name":"s","shape":"spiral","color":"main","x":[],"y":[]}]}""")]
    [InlineData("""{"title":"","finding":"","x":{"label":""},"y":{"label":""},"series":[{"name":"s","shape":"line","color":"#0b62a8","x":[],"y":[]}]}""")]
    [InlineData("""{"title":"","finding":"","x":{"label":""},"y":{"label":""},"series":[{"name":"s","shape":"line","color":"main","x":[1],"y":[]}]}""")]
    [InlineData("""{"title":"","finding":"","x":{"label":""},"y":{"label":""},"series":[{"name":"s","shape":"line","color":"main","x":["1"],"y":[1]}]}""")]
    [InlineData("""{"title":"","finding":"","x":{"label":""},"y":{"label":""},"marks":[{"at":null,"text":"","color":"main"}]}""")]
    public void WhatIsNoFigure_IsRefused(string json) => Assert.ThrowsAny<JsonException>(() => FigureJson.Read(json));

    [Fact]
    public void ASpoiledFigure_IsReadOrRefused() => Mutator.Try(500, mutator =>
    {
        string good = FigureJson.Write(Sample);
        try
        {
            var figure = FigureJson.Read(mutator.OnceIn(2) ? mutator.Text(good) : mutator.Json(JsonNode.Parse(good)!)?.ToJsonString() ?? "null");
            Assert.Equal(FigureJson.Write(figure), FigureJson.Write(FigureJson.Read(FigureJson.Write(figure))));
        }
        catch (JsonException)
        {
            // Refused.
        }
    });

    internal static void Check(Action<Figure> property) =>
        Prop.ForAll(FigureGenerator.Figures().ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20170228UL, 937UL));

    private static void AssertAlike(Axis expected, Axis actual)
    {
        Assert.Equal(
            (expected.Label, expected.IsShare, expected.IsPartOfYear, expected.IsLogarithmic, expected.Timeline),
            (actual.Label, actual.IsShare, actual.IsPartOfYear, actual.IsLogarithmic, actual.Timeline));
        AssertAlike(Finite(expected.Minimum), actual.Minimum);
        AssertAlike(Finite(expected.Maximum), actual.Maximum);
        AssertAlike(Finite(expected.ClockStart), actual.ClockStart);
        AssertAlike(expected.Ticks, actual.Ticks);
        AssertAlike(expected.Names, actual.Names);
    }

    private static void AssertAlike(IEnumerable<Tick> expected, IReadOnlyList<Tick> actual)
    {
        var ticks = expected.Where(tick => double.IsFinite(tick.At)).ToArray();
        Assert.Equal(ticks.Select(tick => tick.Text), actual.Select(tick => tick.Text));
        Assert.All(ticks.Zip(actual), pair => AssertAlike(pair.First.At, pair.Second.At));
    }

    private static void AssertAlike(Series expected, Series actual)
    {
        Assert.Equal(
            (expected.Name, expected.Shape, expected.Color, expected.IsDashed, expected.IsThin, expected.NameBelow),
            (actual.Name, actual.Shape, actual.Color, actual.IsDashed, actual.IsThin, actual.NameBelow));
        AssertAlike(Finite(expected.NameAt), actual.NameAt);
        Assert.Equal((expected.X.Count, expected.Y.Count), (actual.X.Count, actual.Y.Count));
        Assert.All(expected.X.Concat(expected.Y).Zip(actual.X.Concat(actual.Y)), pair => AssertAlike(double.IsFinite(pair.First) ? pair.First : double.NaN, pair.Second));
    }

    // Six significant digits are kept.
    private static void AssertAlike(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is { } wanted && actual is { } found)
        {
            Assert.True(double.IsNaN(wanted) ? double.IsNaN(found) : Math.Abs(wanted - found) <= 5e-6 * Math.Abs(wanted), $"{found} instead of {wanted}");
        }
    }

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
