using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Painting;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Randomness;
using Xunit;

namespace InteractiveArticle.Figures.Tests.Scenes;

/// <summary>What holds of every scene, whatever it shows.</summary>
internal static partial class SceneChecks
{
    private const int MostBytes = 200_000;
    private const int MostBytesPacked = 20_000;
    private const int SeededMoments = 20;
    private const double SmallestNarrowText = 11;

    /// <summary>The moments at which a scene is compared with its trace: each caption and twenty seeded ones; seconds of film.</summary>
    public static IEnumerable<double> Moments(Scene scene)
    {
        var chance = new RandomStreams(20170228).Stream("moments of " + scene.Name);
        return scene.Captions.Select(caption => caption.At).Concat(Enumerable.Range(0, SeededMoments).Select(_ => chance.NextUniform(0, scene.Duration)));
    }

    /// <summary>How many actors of a stage are in each state at a moment.</summary>
    public static Dictionary<ActorState, int> CountsAt(Stage stage, double film) =>
        stage.Actors.GroupBy(actor => actor.StateAt(film)).ToDictionary(group => group.Key, group => group.Count());

    /// <summary>How many lines a caption takes on a narrow stage, which has room for three.</summary>
    public static int NarrowLinesOf(Caption caption)
    {
        const int Letters = 50;
        return LineBreaks.Break(caption.Headline, Letters).Count + LineBreaks.Break(caption.Detail, Letters).Count;
    }

    /// <summary>Checks form, size and legibility of both stages.</summary>
    public static void Check(Scene scene)
    {
        Assert.Matches("^[a-z]+$", scene.Name);
        Assert.InRange(scene.StillAt, 0, scene.Duration);
        Assert.Equal(scene.Captions.Select(caption => caption.At).Order(), scene.Captions.Select(caption => caption.At));
        Assert.All(scene.Captions, caption => Assert.InRange(caption.At, 0, scene.Duration));
        Assert.All(scene.Captions, caption => Assert.InRange(caption.Headline.Length, 1, 64));
        Assert.All(scene.Captions, caption => Assert.InRange(caption.Detail.Length, 0, 84));
        Assert.DoesNotMatch(NotANumber(), scene.Title + scene.Finding + string.Join(' ', scene.Captions));
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            Check(scene, scene.Draw(size), size);
        }
    }

    private static void Check(Scene scene, Stage stage, SceneSize size)
    {
        Assert.Equal(size == SceneSize.Wide ? Stage.WideWidth : Stage.NarrowWidth, stage.Width);
        Assert.All(stage.Hands, hand => Assert.True(hand.Area.X >= 0 && hand.Area.Y >= 0 && hand.Area.Right <= stage.Width && hand.Area.Bottom <= stage.Height, hand.Label));
        Assert.Distinct(stage.Actors.Select(actor => actor.Id));
        Assert.All(stage.Actors, actor => Assert.True(actor.Turns.Zip(actor.Turns.Skip(1)).All(pair => pair.First.At <= pair.Second.At), actor.Id));
        Assert.Empty(CutOff(stage));
        var levels = stage.Parts.SelectMany(part => part.All).OfType<Level>();
        Assert.All(levels.SelectMany(level => level.Samples), sample => Assert.InRange(sample.Value, 0, 1));

        string svg = scene.Paint(stage);
        Assert.Equal(svg, scene.Paint(scene.Draw(size)));
        Assert.InRange(Encoding.UTF8.GetByteCount(svg), 0, MostBytes);
        Assert.InRange(Packed(svg), 0, MostBytesPacked);
        Assert.DoesNotMatch(NotANumber(), svg);
        var root = XDocument.Parse(svg).Root!;
        Assert.All(root.Descendants().Select(element => (string?)element.Attribute("d")).OfType<string>(), path => Assert.Matches("^[MmHhVvLlCcQqSsTtAaZz0-9 .-]*$", path));
        double smallest = size == SceneSize.Narrow ? SmallestNarrowText : 1;
        string[] small =
        [
            .. from text in root.Descendants().Where(element => element.Name.LocalName == "text")
               from name in ((string?)text.Attribute("class") ?? "").Split(' ')
               let found = Regex.Match(svg, $@"\.{Regex.Escape(name)}\{{[^}}]*font-size:([0-9.]+)px")
               where found.Success && double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) < smallest
               select text.Value,
        ];
        Assert.Empty(small);
    }

    // The page cuts off the rail; all else has to end above it.
    private static IEnumerable<string> CutOff(Stage stage)
    {
        const double Descender = 0.25;
        double edge = stage.Height - stage.RailHeight;
        return
        [
            .. from part in stage.Parts.Where(part => part is not Rail).SelectMany(part => Standing(part))
               let bottom = part switch
               {
                   Word word => word.Y + (Descender * word.Style.Size),
                   Reading reading => reading.Y + (Descender * reading.Style.Size),
                   Box box when box.Area != new Area(0, 0, stage.Width, stage.Height) => box.Area.Bottom,
                   Level level => level.Area.Bottom,
                   Crowd crowd => crowd.Actors.Select(actor => actor.Y + crowd.Height).DefaultIfEmpty(0).Max(),
                   _ => 0,
               }
               where bottom > edge
               select $"{part.GetType().Name} {(part as Word)?.Text} ends at {bottom}, the stage at {edge}",
        ];

        // What moves is drawn elsewhere than it stands, and what is unveiled is cut on purpose.
        static IEnumerable<Part> Standing(Part part) => part is Mover or Unveiled ? [] : part.Inner.SelectMany(inner => Standing(inner)).Prepend(part);
    }

    private static long Packed(string svg)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(svg));
        }

        return packed.Length;
    }

    [GeneratedRegex("NaN|∞|Infinity")]
    private static partial Regex NotANumber();
}
