using InteractiveArticle.Article.Site;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Article.Tests.CommandLine;

/// <summary>HTML that would keep its parser busy, and HTML that only looks like it.</summary>
public sealed class HtmlBoundsTests
{
    private const string TooDeep = "its HTML is nested more than 500 elements deep";
    private const string TooOpen = "its HTML leaves elements open that its tags would open again more than 1000000 times";

    [Theory]
    [InlineData("<div></x>")]
    [InlineData("<div><object></div></object>")]
    [InlineData("<x><div></x></div>")]
    [InlineData("<x><li></x></li>")]
    [InlineData("<svg><g></x>")]
    public void AnEndTagThatEndsNothing_MakesNothingLessDeep(string repeated) => AssertRefused(Many(repeated, 600), TooDeep);

    [Theory]
    [InlineData("<svg>", "<tr>")]
    [InlineData("<svg>", "<option>")]
    [InlineData("<math>", "<td>")]
    [InlineData("<table>", "<svg><foreignObject>")]
    public void WhatEndsByItselfInHtml_NestsInADrawing(string opening, string repeated) => AssertRefused(opening + Many(repeated, 600), TooDeep);

    [Theory]
    [InlineData("<p>", "<p>x", 490, 1_200)]
    [InlineData("<p>", "<div><hr>x</div>", 490, 500)]
    [InlineData("<p>", "<table><tr>x<tr>x</table>", 400, 500)]
    public void WhatNobodyCloses_IsNotOpenedAgainWithoutEnd(string before, string repeated, int open, int times) =>
        AssertRefused(before + Bold(open, i => $"title={i}") + Many(repeated, times), TooOpen);

    [Fact]
    public void WhatACellOfATableHides_IsStillOpenBehindIt() =>
        AssertRefused(string.Concat(Enumerable.Range(0, 1_000).Select(i => $"<table><b title={i}><td></b></table>")), TooOpen);

    [Fact]
    public void WhatIsOpenedAgain_WeighsMoreWithItsAttributes()
    {
        AssertRefused("<p>" + Bold(20, i => $"title={i} {string.Concat(Enumerable.Range(0, 200).Select(name => $" a{name}"))}") + Many("<p>x", 400), TooOpen);
        AssertRefused("<p>" + Bold(20, i => $"title={i}{new string('x', 20_000)}") + Many("<p>x", 400), TooOpen);
    }

    [Fact]
    public void AttributesWithoutEnd_AreRefused() =>
        AssertRefused($"<p{string.Concat(Enumerable.Range(0, 100_001).Select(name => $" a{name}"))}>", "its HTML has more than 100000 attributes");

    [Fact]
    public void ClassesWithoutEnd_AreRefused() =>
        AssertRefused($"<p class=\"{string.Concat(Enumerable.Range(0, 1_000).Select(name => $" c{name}"))}\">", "its HTML has an element with more than 1000 characters of classes");

    [Theory]
    [InlineData("<p>x")]
    [InlineData("<p>a <b>b</b> <i title=x>c</i>")]
    [InlineData("<ul><li>x<li>y</ul>")]
    [InlineData("<dl><dt>x<dd>y</dl>")]
    [InlineData("<table><tr><td>x<td>y<tr><th>x</table>")]
    [InlineData("<select><option>x<option>y</select>")]
    [InlineData("<svg><g><path d=M0/></g></svg>")]
    [InlineData("<p>x<div>y</div></p>")]
    [InlineData("<div><p>x</x></div>")]
    [InlineData("<br><hr><img src=x>")]
    public void WhatEnds_CanBeRepeated(string repeated) => Assert.Equal(Many(SafeHtml.Reduce(repeated), 2_000), SafeHtml.Reduce(Many(repeated, 2_000)));

    [Fact]
    public void WhatIsNestedLessDeep_IsShown()
    {
        string html = Many("<div>", 450) + "x" + Many("</div>", 450);

        Assert.Equal(html, SafeHtml.Reduce(html));
    }

    private static string Many(string html, int times) => string.Concat(Enumerable.Repeat(html, times));

    private static string Bold(int times, Func<int, string> attributes) => string.Concat(Enumerable.Range(0, times).Select(i => $"<b {attributes(i)}>"));

    private static void AssertRefused(string html, string words) =>
        Assert.StartsWith(words, Assert.Throws<NotebookException>(() => SafeHtml.Reduce(html)).Message, StringComparison.Ordinal);
}
