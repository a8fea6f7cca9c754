using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Painting;
using InteractiveArticle.Figures.Scenes.Parts;
using Xunit;

namespace InteractiveArticle.Figures.Tests.Scenes;

public partial class ScenePainterTests
{
    private static Scene SceneOf(string name, params Part[] parts) => new()
    {
        Name = name,
        Title = "Two < three & four",
        Finding = "\"Quoted\" <b>finding</b>",
        Time = new StoryTime(story => $"{story:0}", 1, (0, 0), (10, 10)),
        Captions = [new(0, "Begin"), new(5, "End", "of it")],
        StillAt = 6,
        Draw = _ => new Stage(Stage.WideWidth, 200, parts),
    };

    private static readonly Part[] Everything =
    [
        new Box(new(0, 0, 900, 200), Paint.Paper, Paint.Edge, 4),
        new Crowd(ActorShape.Square, 12, 12,
        [
            new("a", 10, 10, ActorState.Serving, [new(1, ActorState.Overloaded), new(2, ActorState.Failing)]),
            new("b", 30, 10, ActorState.Serving, [new(1, ActorState.Overloaded), new(2, ActorState.Failing)]),
            new("c", 50, 10, ActorState.Serving, [new(3, ActorState.Off)]),
        ]),
        new Crowd(ActorShape.Window, 40, 30, [new("w", 10, 40, ActorState.Lit, [new(4, ActorState.Dark)]) { Label = "A & B" }, new("x", 60, 40, ActorState.Limping, [])]),
        new Dot(DotKind.Read, [new(1, 10, 10), new(2, 100, 10, DotLook.Answered), new(3, 10, 10)]),
        new Dot(DotKind.Write, [new(1, 10, 10), new(2, 100, 10, DotLook.Refused), new(3, 10, 10)]),
        new Mover([new(0, 0, 0), new(5, 100, 0, Pace.Jump), new(10, 200, 0)], [new Word(0, 0, "moves", TextStyles.Label)]),
        new Level(new(0, 100, 100, 10), Paint.Read, Growth.Rightwards, [new(0, 1), new(5, 0.2), new(10, 1)]),
        new Reading(100, 100, TextStyles.Number, [new(0, "1"), new(5, "<2>")]),
        new Line("M0 0L10 10", Paint.Hop) { From = 3 },
        new Shown(2, 8, [new Word(0, 0, "now", TextStyles.Label)]),
        new Unveiled(new(0, 0, 100, 50), [new(0, 0), new(10, 1)], [new Line("M0 0h100", Paint.Ink)]),
        new FlipBook([new(0, [new Word(0, 0, "first", TextStyles.Label)]), new(5, [new Word(0, 0, "second", TextStyles.Label)])]),
    ];

    private static string Painted(Scene scene, double? stillAt = null) => scene.Paint(scene.Draw(SceneSize.Wide), stillAt);

    [Fact]
    public void EveryPart_IsPainted_AsSoundXml_ThatNeedsNothingElse()
    {
        string svg = Painted(SceneOf("all", Everything));

        var root = XDocument.Parse(svg).Root!;
        Assert.Equal("img", (string?)root.Attribute("role"));
        Assert.Equal("Two < three & four", root.Elements().First().Value);
        Assert.DoesNotContain("script", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("href", svg, StringComparison.Ordinal);
        Assert.All(Addresses().Matches(svg), match => Assert.StartsWith("url(#all-", match.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Names_OfTwoScenes_NeverMeet()
    {
        var names = (string svg) => Names().Matches(svg).Select(match => match.Groups[1].Value + match.Groups[2].Value).ToHashSet();

        var one = names(Painted(SceneOf("one", Everything)));
        var two = names(Painted(SceneOf("two", Everything)));

        Assert.NotEmpty(one);
        Assert.Empty(one.Intersect(two));
        Assert.All(one, name => Assert.StartsWith("one", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Actors_OfOneFate_ShareOneGroup()
    {
        var groups = XDocument.Parse(Painted(SceneOf("fates", Everything))).Descendants()
            .Where(element => (string?)element.Attribute("style") == "--a:1s;--b:2s");

        Assert.Equal(2, Assert.Single(groups).Elements().Count());
    }

    [Fact]
    public void AStill_StandsAtItsMoment_AndAMovingOneWherePicturesCannotMove()
    {
        var scene = SceneOf("still", Everything);

        Assert.Contains(".still{--t:-3s}.still *{animation-play-state:paused!important}", Painted(scene, stillAt: 3), StringComparison.Ordinal);
        Assert.Contains("@media print,(prefers-reduced-motion:reduce){.still{--t:-6s}", Painted(scene), StringComparison.Ordinal);
    }

    [Fact]
    public void APictureOfItsOwn_AsksForTheSchemeItself_AndDeclaresTheColoursItUses()
    {
        string svg = Painted(SceneOf("own", new Box(new(0, 0, 9, 9), Paint.Serving)));

        Assert.Contains("--ok:light-dark(#17806a,#46c2a0)}svg:root.own{", svg, StringComparison.Ordinal);
        Assert.Contains("--ok:#17806a}@media (prefers-color-scheme:dark){svg:root.own{", svg, StringComparison.Ordinal);
        Assert.Contains("--ok:#46c2a0}}", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("--die:", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void ActorsThatTurnOnceAndTogether_ArePaintedInBothStates_AndShownByOneChange()
    {
        Actor[] many = [.. Enumerable.Range(0, 5).Select(n => new Actor($"{n}", 20 * n, 0, ActorState.Off, [new(2, ActorState.Lit)]))];

        var root = XDocument.Parse(Painted(SceneOf("many", new Crowd(ActorShape.Square, 10, 10, many)))).Root!;

        var changing = Assert.Single(root.Descendants(), element => (string?)element.Attribute("style") == "--a:2s");
        var paths = root.Descendants().Where(element => element.Name.LocalName == "path").ToArray();
        Assert.Equal([5, 5], paths.Select(path => ((string)path.Attribute("d")!).Count(letter => letter == 'm')));
        Assert.Equal(paths[1], Assert.Single(changing.Elements()));
    }

    [Fact]
    public void OnlyWhatSlidesWithManyParts_IsLeftToALayerOfItsOwn()
    {
        static Mover sliding(int parts) => new([new(0, 0, 0), new(10, 100, 0)], [.. Enumerable.Range(0, parts).Select(n => new Box(new(n, 0, 1, 1), Paint.Ink))]);

        string svg = Painted(SceneOf("slides", sliding(2), sliding(100), sliding(2)));

        string layer = Regex.Match(svg, @"\.([\w-]+)\{will-change:contents\}").Groups[1].Value;
        var groups = XDocument.Parse(svg).Root!.Elements().Where(element => element.Name.LocalName == "g").ToArray();
        Assert.Equal([true, false, true], groups.Select(group => (string?)group.Attribute("class") == layer));
        Assert.Equal([2, 100, 2], groups.Select(group => group.Descendants().Count(element => element.Name.LocalName == "rect")));
    }

    [Fact]
    public void SamplesOnAStraightLine_AreLeftOut()
    {
        Sample[] line = [.. Enumerable.Range(0, 101).Select(n => new Sample(n / 10.0, n / 100.0))];

        string svg = Painted(SceneOf("level", new Level(new(0, 0, 100, 10), Paint.Read, Growth.Upwards, line)));

        Assert.Contains("{0%,0%{transform:scaleY(0)}100%,to{transform:scaleY(1)}}", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_AreWrittenAsTheFrameworkWritesThem()
    {
        var random = new Random(4);
        double[] values = [0, -0.0, 0.004, -0.004, 0.005, 0.045, 1.005, 9.995, -9.995, 100, 1e9, 1e12, .. Enumerable.Range(0, 500).Select(n => (random.NextDouble() - 0.5) * Math.Pow(10, n % 7))];

        string svg = Painted(SceneOf("numbers", [.. values.Select(value => new Box(new(value, 0, 1, 1), Paint.Ink))]));

        string[] expected = [.. values.Select(value => (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture))];
        Assert.Equal(expected, XDocument.Parse(svg).Descendants().Where(element => element.Name.LocalName == "rect").Select(element => element.Attribute("x")!.Value));
    }

    [Fact]
    public void SharesOfAFilm_AreWrittenAsTheFrameworkWritesThem()
    {
        var random = new Random(5);
        Sample[] samples = [.. Enumerable.Range(0, 200).Select(n => new Sample(n / 20.0, random.NextDouble() / Math.Pow(10, n % 5)))];

        string svg = Painted(SceneOf("shares", new Level(new(0, 0, 1, 1), Paint.Ink, Growth.Upwards, samples) { IsStepped = true }));

        static string number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);
        Assert.All(samples[1..^1], sample => Assert.Contains(FormattableString.Invariant($"}}{number(100 * sample.At / 10)}%{{transform:scaleY({number(sample.Value)})}}"), svg, StringComparison.Ordinal));
    }

    [Fact]
    public void AnActorOfManyTurns_LeavesTheShiftOfTheWholeSceneAlone()
    {
        Turn[] turns = [.. Enumerable.Range(1, 60).Select(n => new Turn(n / 10.0, n % 2 == 0 ? ActorState.Lit : ActorState.Dark))];

        string svg = Painted(SceneOf("turns", new Crowd(ActorShape.Light, 9, 9, [new Actor("one", 0, 0, ActorState.Lit, turns)])));

        Assert.DoesNotContain(";--t:", svg, StringComparison.Ordinal);
        Assert.Matches("--[a-su-z]2:6s", svg);
    }

    [GeneratedRegex(@"url\([^)]*\)")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"@keyframes ([\w-]+)|<style>.*?\.([a-z]+-\d+)\b")]
    private static partial Regex Names();
}
