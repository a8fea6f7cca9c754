using InteractiveArticle.Article.Site;

namespace InteractiveArticle.Article.Tests.CommandLine;

public sealed class ReadingTimeTests
{
    private static readonly string TwoMinutes = string.Join(' ', Enumerable.Repeat("word", 476));

    [Fact]
    public void TextIsRead_ByItsWords() => Assert.Equal(2, ReadingTime.InMinutes("a", $"<p>{TwoMinutes}</p>"));

    [Fact]
    public void AListOfParagraphs_IsReadOnce() => Assert.Equal(2, ReadingTime.InMinutes("a", $"<ul><li><p>{TwoMinutes}</p></li></ul>"));

    [Fact]
    public void AShortText_TakesAMinute() => Assert.Equal(1, ReadingTime.InMinutes("a", "<p>word</p>"));

    [Theory]
    [InlineData("<details><summary>Answer</summary><p>", "</p></details>")]
    [InlineData("<figure><figcaption><p>", "</p></figcaption></figure>")]
    [InlineData("<table><tr><td><p>", "</p></td></tr></table>")]
    [InlineData("<div class=\"guess-form\"><p>", "</p></div>")]
    [InlineData("<h2 id=\"sources\">Sources</h2><ul><li>", "</li></ul>")]
    public void WhatIsThereToLookUp_TakesNoTime(string before, string after) =>
        Assert.Equal(2, ReadingTime.InMinutes("a", $"<p>{TwoMinutes}</p>{before}{TwoMinutes}{after}"));
}
