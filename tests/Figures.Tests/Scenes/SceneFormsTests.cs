using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using InteractiveArticle.Figures.Display;
using InteractiveArticle.Figures.Outage;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Outage;
using Xunit;

namespace InteractiveArticle.Figures.Tests.Scenes;

public class SceneFormsTests
{
    private static readonly Scene Morning = MorningScene.Of(OutageSimulation.Run(new(), new() { Replications = 1 }), new OutageOptions().Tolerant);

    private static string Form(string mimeType)
    {
        using var writer = new StringWriter();
        Assert.True(new SceneForms().CreateTypeFormatters().Cast<TypeFormatter<Scene>>().Single(form => form.MimeType == mimeType).Format(Morning, writer));
        return writer.ToString();
    }

    [Theory]
    [InlineData("application/vnd.interactive-article.scene+json", Stage.WideWidth)]
    [InlineData("application/vnd.interactive-article.narrow-scene+json", Stage.NarrowWidth)]
    public void PageForm_HoldsThePictureAndWhatItsPlayerNeeds(string mimeType, double width)
    {
        using var document = JsonDocument.Parse(Form(mimeType));
        var scene = document.RootElement;

        Assert.Equal(Morning.Finding, scene.GetProperty("finding").GetString());
        Assert.Equal(width, scene.GetProperty("width").GetDouble());
        Assert.InRange(scene.GetProperty("railHeight").GetDouble(), 1, scene.GetProperty("height").GetDouble() / 10);
        Assert.Equal(Morning.Duration, scene.GetProperty("duration").GetDouble(), 9);
        Assert.Equal(Morning.Captions.Count, scene.GetProperty("captions").GetArrayLength());
        var size = width == Stage.WideWidth ? SceneSize.Wide : SceneSize.Narrow;
        Assert.Equal(WithOneKindOfQuotes(Morning.Paint(Morning.Draw(size))), WithOneKindOfQuotes(scene.GetProperty("svg").GetString()!));
        Assert.DoesNotContain("<animate ", scene.GetProperty("svg").GetString(), StringComparison.Ordinal);
        var readings = scene.GetProperty("readings").EnumerateArray().Select(reading => (At: reading[0].GetDouble(), Words: reading[1].GetString())).ToArray();
        Assert.Equal(readings.Select(reading => reading.At).Order(), readings.Select(reading => reading.At));
        Assert.Equal("9:36", readings[0].Words);
    }

    // The clock's step need not lead to the end of the story.
    [Fact]
    public void Readings_EndWithTheStory()
    {
        var scene = Morning with { Time = new StoryTime(hour => $"{hour:0.00} h", 0.3, (0, 0), (1, Morning.Duration)) };
        using var document = JsonDocument.Parse(SceneJson.Write(scene, scene.Draw(SceneSize.Wide)));

        Assert.Equal("1.00 h", document.RootElement.GetProperty("readings").EnumerateArray().Last()[1].GetString());
    }

    // Markup and styles may be quoted either way; what is said has no quotes that are not escaped.
    private static string WithOneKindOfQuotes(string svg)
    {
        _ = System.Xml.Linq.XDocument.Parse(svg);
        return svg.Replace('"', '\'');
    }

    [Fact]
    public void Markdown_HasTitlePictureFindingAndCaptions()
    {
        string markdown = Form("text/markdown");

        Assert.StartsWith("**The morning when the web went dark**\n\n<img alt=\"", markdown, StringComparison.Ordinal);
        string picture = Encoding.UTF8.GetString(Convert.FromBase64String(Regex.Match(markdown, "base64,([^\"]+)\"").Groups[1].Value));
        Assert.StartsWith("<svg", picture, StringComparison.Ordinal);
        var repetition = XDocument.Parse(picture).Descendants().Single(element => element.Name.LocalName == "animate");
        Assert.Equal("indefinite", repetition.Attribute("repeatCount")!.Value);
        Assert.InRange(double.Parse(repetition.Attribute("dur")!.Value.TrimEnd('s'), CultureInfo.InvariantCulture), Morning.Duration + 3, Morning.Duration + 10);
        Assert.Contains("\n- 9:36: An ordinary Tuesday morning.", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_TellsTheFindingAndWhatHappensWhen() =>
        Assert.Contains("\n  9:36: An ordinary Tuesday morning.", Form("text/plain"), StringComparison.Ordinal);
}
