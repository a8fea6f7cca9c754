using InteractiveArticle.Figures.Scenes;
using Xunit;

namespace InteractiveArticle.Figures.Tests.Scenes;

public class LineBreaksTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("one two three", new[] { "one two", "three" })]
    [InlineData("unbreakable word", new[] { "unbreakable", "word" })]
    public void Break_FillsLinesUpToTheWidth(string text, string[] lines) => Assert.Equal(lines, LineBreaks.Break(text, 8));
}
