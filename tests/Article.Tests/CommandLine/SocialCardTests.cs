using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using InteractiveArticle.Article.Tests.Browser;

namespace InteractiveArticle.Article.Tests.CommandLine;

public sealed class SocialCardTests(ServedArticle article)
{
    [Fact]
    public void ASharedLink_ShowsTheChaptersTitleWordsAndPicture_AndNoAddressThatIsNotKnown()
    {
        var page = Read(article.Folder, "05-the-outage.html");

        Assert.Equal("One typo, four hours", Content(page, "og:title"));
        Assert.Equal(page.QuerySelector(".standfirst")!.TextContent, Content(page, "og:description"));
        Assert.Equal("article", Content(page, "og:type"));
        Assert.Equal("pictures/05-the-outage.png", Content(page, "og:image"));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(article.Folder["site/pictures/05-the-outage.png"])[..4]);
        Assert.Equal("summary_large_image", page.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
        Assert.Null(page.QuerySelector("link[rel='canonical'], meta[property='og:url']"));
        Assert.Equal("website", Content(Read(article.Folder, "index.html"), "og:type"));
        Assert.Equal("Glossary", Content(Read(article.Folder, "glossary.html"), "og:title"));
    }

    [Theory]
    [InlineData("https://example.org/article")]
    [InlineData("https://example.org/article/")]
    public async Task WhereTheSiteWillBe_MakesAddressesWhole(string address)
    {
        using var folder = new TemporaryFolder();
        var outcome = await ArticleProcess.RunAsync("export", Repository.PathOf("notebooks", "00-prologue.ipynb"), "--static", "--output", folder["site"], "--base-url", address);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        var page = Read(folder, "00-prologue.html");

        Assert.Equal("https://example.org/article/pictures/00-prologue.png", Content(page, "og:image"));
        Assert.Equal("https://example.org/article/00-prologue.html", Content(page, "og:url"));
        Assert.Equal("https://example.org/article/00-prologue.html", page.QuerySelector("link[rel='canonical']")!.GetAttribute("href"));
        Assert.Equal("https://example.org/article/", Content(Read(folder, "index.html"), "og:url"));
    }

    [Theory]
    [InlineData("example.org")]
    [InlineData("ftp://example.org/")]
    [InlineData("https://example.org/?page=1")]
    [InlineData("https://example.org/#top")]
    [InlineData("https://me:secret@example.org/")]
    [InlineData("https://")]
    [InlineData("")]
    public async Task AnAddressThatIsNone_IsRefusedInOneLine(string address)
    {
        using var folder = new TemporaryFolder();
        var outcome = await ArticleProcess.RunAsync("export", folder.Notebook("n.ipynb", "1"), "--output", folder["site"], "--base-url", address);

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith($"article: --base-url {address}: takes the http or https address", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["site"]));
    }

    private static IHtmlDocument Read(TemporaryFolder folder, string page) => new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(folder["site"], page)));

    private static string? Content(IHtmlDocument page, string property) => page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");
}
