using InteractiveArticle.Article.Site;

namespace InteractiveArticle.Article.Tests.CommandLine;

public sealed class PassagesTests
{
    private const string Head = "<header></header>";

    [Fact]
    public void APicture_HasWhatLeadsToItWithinItsSection_AndWhatFollowsIt()
    {
        var passages = new Passages();
        passages.Tell("<h2>a</h2>");
        passages.Show("<i>1</i>", isPicture: true);
        passages.Tell("<h2>b</h2>");
        passages.Tell("<p>before</p>");
        passages.Show("<i>2</i>", isPicture: true);
        passages.Show("<b>sentence</b>", isPicture: false);
        passages.Ask("<u>why?</u>");

        Assert.Equal(Passage(Head + "<h2>a</h2>", "<i>1</i>", "") + Passage("<h2>b</h2><p>before</p>", "<i>2</i>", "<b>sentence</b><u>why?</u>"), Written(passages));
    }

    [Fact]
    public void TheNextPicture_BeginsAnew_AndStandsByItselfWhereNothingBelongsToIt()
    {
        var passages = new Passages();
        passages.Show("<i>1</i>", isPicture: true);
        passages.Show("<i>2</i>", isPicture: true);
        passages.Show("<i>3</i>", isPicture: true);
        passages.Tell("<p>after</p>");

        Assert.Equal(Passage(Head, "<i>1</i>", "") + "<i>2</i>" + Passage("", "<i>3</i>", "<p>after</p>"), Written(passages));
    }

    [Fact]
    public void CodeAlone_IsNoTextToStayBeside()
    {
        var passages = new Passages();
        passages.Show("<i>1</i>", isPicture: true);
        passages.Fold("<u>code</u>");
        passages.Fold("<u>more</u>");
        passages.Show("<i>2</i>", isPicture: true);
        passages.Fold("<u>last</u>");

        Assert.Equal(Passage(Head, "<i>1</i>", "<u>code</u><u>more</u>") + "<i>2</i><u>last</u>", Written(passages));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ASectionThatAsksBeforeItShows_AsksAboutThePictureBefore(bool shows)
    {
        var passages = new Passages();
        passages.Show("<i>1</i>", isPicture: true);
        passages.Tell("<h2>b</h2>");
        if (shows)
        {
            passages.Show("<b>sentence</b>", isPicture: false);
        }

        passages.Ask("<u>why?</u>");

        Assert.Equal(
            shows ? Passage(Head, "<i>1</i>", "") + "<h2>b</h2><b>sentence</b><u>why?</u>" : Passage(Head, "<i>1</i>", "<h2>b</h2><u>why?</u>"),
            Written(passages));
    }

    [Fact]
    public void TextWithADrawing_AndSectionsWithoutAPicture_StandByThemselves()
    {
        var passages = new Passages();
        passages.Tell("<h2>a</h2>");
        passages.Tell("<h2>b</h2>");
        passages.Tell("<p><img src=\"x\"></p>");
        passages.Show("<i>1</i>", isPicture: true);
        passages.Tell("<p>after</p>");
        passages.Tell("<p><img src=\"y\"></p>");
        passages.Tell("<p>later</p>");

        Assert.Equal($"{Head}<h2>a</h2>{Words("<h2>b</h2>")}<div class=\"drawn\"><p><img src=\"x\"></p></div>{Passage("", "<i>1</i>", "<p>after</p>")}<div class=\"drawn\"><p><img src=\"y\"></p></div>{Words("<p>later</p>")}", Written(passages));
    }

    [Fact]
    public void WhatLeadsToAPicture_StandsWithIt_AndNotWithTheOneBefore()
    {
        var passages = new Passages();
        passages.Show("<i>1</i>", isPicture: true);
        passages.Tell("<p>after</p>");
        passages.Lead("<p>guess</p>");
        passages.Show("<i>2</i>", isPicture: true);

        Assert.Equal(Passage(Head, "<i>1</i>", "<p>after</p>") + Passage("<p>guess</p>", "<i>2</i>", ""), Written(passages));
    }

    [Fact]
    public void WhatIsCovered_IsCoveredPartByPart_WhereverThePartsStand()
    {
        var passages = new Passages { Cover = html => $"<s>{html}</s>" };
        passages.Show("<i>1</i>", isPicture: true);
        passages.Show("", isPicture: false);
        passages.Tell("<h2>b</h2>");
        passages.Show("<i>2</i>", isPicture: true);
        passages.Cover = null;
        passages.Tell("<p>after</p>");

        Assert.Equal(Passage(Head, "<s><i>1</i></s>", "") + Passage("<s><h2>b</h2></s>", "<s><i>2</i></s>", "<p>after</p>"), Written(passages));
    }

    private static string Passage(string before, string picture, string after) =>
        $"<div class=\"passage\">{Told("before", before)}<div class=\"stays\">{picture}</div>{Told("after", after)}</div>";

    private static string Words(string text) => $"<div class=\"words\">{text}</div>";

    private static string Told(string when, string text) => text.Length == 0 ? "" : $"<div class=\"told {when}\">{text}</div>";

    private static string Written(Passages passages) => passages.ToHtml(Head).ReplaceLineEndings("");
}
