using System.Globalization;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using Xunit;

namespace InteractiveArticle.Figures.Tests.Scenes;

public class StoryTimeTests
{
    private static readonly StoryTime Time = new(story => story.ToString(CultureInfo.InvariantCulture), 0.25, (0, 0), (9, 10), (129, 12), (249, 20));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4.5, 5)]
    [InlineData(9, 10)]
    [InlineData(69, 11)]
    [InlineData(249, 20)]
    [InlineData(-3, 0)]
    [InlineData(1000, 20)]
    public void Film_RunsStraightBetweenKnots_AndStaysAtTheEnds(double story, double film) => Assert.Equal(film, Time.Film(story), 12);

    [Fact]
    public void Story_IsTheInverseOfFilm()
    {
        for (double film = 0; film <= Time.Duration; film += 0.37)
        {
            Assert.Equal(film, Time.Film(Time.Story(film)), 9);
        }
    }

    [Fact]
    public void Knots_ThatDoNotRise_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new StoryTime(_ => "", 1, (0, 0), (5, 3), (4, 6)));
        Assert.Throws<ArgumentException>(() => new StoryTime(_ => "", 1, (0, 0), (5, 3), (6, 3)));
        Assert.Throws<ArgumentException>(() => new StoryTime(_ => "", 1, (0, 1), (5, 3)));
        Assert.Throws<ArgumentException>(() => new StoryTime(_ => "", 1, (0, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StoryTime(_ => "", 0, (0, 0), (5, 3)));
    }
}
