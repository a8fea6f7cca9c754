using System.Xml.Linq;
using InteractiveArticle.Article.Terminal;

namespace InteractiveArticle.Article.Tests.CommandLine;

public sealed class LibraryDocumentationTests
{
    [Theory]
    [InlineData("\n   The mean time\n   between failures.\n ", "The mean time between failures.")]
    [InlineData("In theory; see <see cref=\"T:InteractiveArticle.Simulation.Availability.BirthDeath\"/>.", "In theory; see BirthDeath.")]
    [InlineData("Given by <see cref=\"M:A.B.Of(System.Int32,System.String)\" />, or <see langword=\"null\"/>.", "Given by Of, or null.")]
    [InlineData("Of <paramref name=\"count\"/> <c>n·k</c> in <i>all</i>, a<sub>1</sub> &lt; a².", "Of count n·k in all, a1 < a².")]
    [InlineData("What <see cref=\"P:A.B\">the other</see> says.", "What the other says.")]
    public void PlainText_IsWhatAPersonReads(string comment, string expected) =>
        Assert.Equal(expected, LibraryDocumentation.PlainText(XElement.Parse($"<summary>{comment}</summary>", LoadOptions.PreserveWhitespace)));
}
