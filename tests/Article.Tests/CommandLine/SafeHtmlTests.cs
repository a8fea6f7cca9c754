using AngleSharp.Html.Parser;
using InteractiveArticle.Article.Site;

namespace InteractiveArticle.Article.Tests.CommandLine;

public sealed class SafeHtmlTests
{
    public static TheoryData<string, string> Samples => [.. CellHtmlSamples.All];

    [Theory]
    [MemberData(nameof(Samples))]
    public void WhatMayStay_Stays_AndWhatMayNot_LeavesANote(string html, string shown) => Assert.Equal(shown, SafeHtml.Frame(html));

    [Fact]
    public void WhatIsReduced_StaysAsItIs_HoweverOftenItIsReadAgain() => Assert.All(CellHtmlSamples.Everything, html =>
    {
        string once = SafeHtml.Reduce(html);
        if (!once.Contains("<template", StringComparison.Ordinal))
        {
            Assert.Equal(once, SafeHtml.Reduce(once));
        }
    });

    [Fact]
    public void SpoiledHtml_MakesNothingThatRuns() => Mutator.Try(400, mutator =>
    {
        string html = SafeHtml.Frame(mutator.Text(string.Concat(CellHtmlSamples.Everything.Where(_ => mutator.OnceIn(4)))));
        var page = new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + html);
        var elements = page.All.Concat(page.All.Where(element => element.ShadowRoot is not null).SelectMany(element => element.ShadowRoot!.QuerySelectorAll("*"))).ToArray();

        Assert.DoesNotContain(elements, element => element.LocalName is "script" or "iframe" or "object" or "embed" or "form" or "base" or "meta" or "link" or "foreignObject" or "animate" or "image");
        Assert.All(elements.SelectMany(element => element.Attributes), attribute =>
        {
            Assert.False(attribute.Name.StartsWith("on", StringComparison.Ordinal), attribute.Name);
            Assert.DoesNotMatch(attribute.Name == "src" ? "^(?!data:image/)" : @"^\s*(javascript|vbscript|data):", attribute.Value);
            Assert.True(attribute.Name != "style" || !attribute.Value.Contains("position", StringComparison.OrdinalIgnoreCase), attribute.Value);
        });
    });
}
