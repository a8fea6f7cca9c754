using InteractiveArticle.Simulation.Tests.Golden;
using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

public sealed class EditTests
{
    private const string Outage = "05-the-outage.html";
    private const string Sentence = "outage-06";

    private readonly ServedArticle article;

    public EditTests(ServedArticle article)
    {
        Chromium.Require();
        this.article = article;
        Assertions.SetDefaultExpectTimeout(120_000);
    }

    [Fact]
    public async Task AnEditedCell_Runs_FollowsTheLevers_AndRevertsToTheAuthors()
    {
        var (live, code) = await OpenAsync(Sentence);
        var shown = live.Page.Locator($".outputs[data-cell='{Sentence}']");
        string before = await shown.InnerTextAsync();
        await code.Locator("textarea").FillAsync("var half = removed / 2;\nSay($\"Half of it is {half}.\")");
        await live.Page.Keyboard.PressAsync("ControlOrMeta+Enter");
        await Assertions.Expect(shown).ToHaveTextAsync("Half of it is 0.225.");

        await live.MoveAsync(("removed", "0.5"));
        await Assertions.Expect(shown).ToHaveTextAsync("Half of it is 0.25.");
        await live.MoveAsync(("removed", "0.45"));
        await code.GetByRole(AriaRole.Button, new() { Name = "Revert" }).ClickAsync();
        await Assertions.Expect(shown).ToHaveTextAsync(before.Trim());
        Assert.Empty(live.Complaints);

        // What the worker fetches, the compiler above all, counts as well.
        Assert.Contains(live.Requests, request => request.AbsolutePath == "/live/Microsoft.CodeAnalysis.CSharp.dll");
        Assert.All(live.Requests, request => Assert.Equal(article.Address.Authority, request.Authority));
    }

    [Fact]
    public async Task Errors_AreShownAtTheirLines_AndChangeNothing()
    {
        var (live, code) = await OpenAsync(Sentence);
        var shown = live.Page.Locator($".outputs[data-cell='{Sentence}']");
        string before = await shown.InnerTextAsync();
        await code.Locator("textarea").FillAsync("var fine = 1;\nint wrong = nope;\nstring other = 3;");
        await code.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();

        await Assertions.Expect(code.Locator(".errors li")).ToHaveCountAsync(2);
        await Assertions.Expect(code.Locator(".errors li").First).ToContainTextAsync("Line 2: CS0103: The name 'nope' does not exist in the current context");
        await Assertions.Expect(code.Locator(".lines .wrong")).ToHaveTextAsync(["2", "3"]);
        await Assertions.Expect(code.Locator("textarea")).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.Equal(before, await shown.InnerTextAsync());

        await code.Locator("textarea").FillAsync("var none = new int[0];\nint At(int i)\n{\n    return none[i];\n}\nAt(1)");
        await code.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await Assertions.Expect(code.Locator(".errors li")).ToContainTextAsync("Line 4: System.IndexOutOfRangeException: Index was outside the bounds of the array.");
    }

    [Fact]
    public async Task ACellThatLoopsForEver_CanBeStopped_AndThePageGoesOn()
    {
        var (live, code) = await OpenAsync(Sentence);
        await live.MoveAsync(("cells", "3"));
        await code.Locator("textarea").FillAsync("while (true) { }");
        await code.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await code.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await live.SettleAsync();

        await live.MoveAsync(("removed", "0.3"));
        await Assertions.Expect(live.Page.Locator($".outputs[data-cell='{Sentence}']")).ToContainTextAsync("nobody outside notices");
        await code.Locator("textarea").FillAsync("cells + 1");
        await live.Page.Keyboard.PressAsync("ControlOrMeta+Enter");
        await Assertions.Expect(live.Page.Locator($".outputs[data-cell='{Sentence}']")).ToHaveTextAsync("4");
    }

    [Theory]
    [InlineData("while (true) { }", "Stopped, as it took longer than 60 seconds.")]
    [InlineData("while (true) Console.WriteLine(new string('a', 1000));", "The cell has shown more than 16 MB, which is the limit")]
    [InlineData("var all = new List<byte[]>();\nwhile (true) all.Add(new byte[10_000_000]);", "Stopped, as it took more memory than the browser gives.")]
    public async Task ACellWithoutEnd_IsEnded_AndThePageGoesOn(string code, string told)
    {
        var (live, editor) = await OpenAsync(Sentence);
        await editor.Locator("textarea").FillAsync(code);
        await live.Page.Keyboard.PressAsync("ControlOrMeta+Enter");
        await Assertions.Expect(editor.Locator(".errors")).ToContainTextAsync(told);
        await live.SettleAsync();

        await editor.Locator("textarea").FillAsync("removed * 2");
        await live.Page.Keyboard.PressAsync("ControlOrMeta+Enter");
        await Assertions.Expect(live.Page.Locator($".outputs[data-cell='{Sentence}']")).ToHaveTextAsync("0.9");
    }

    [Fact]
    public async Task HtmlOfAnEditedCell_IsCleaned()
    {
        var (live, code) = await OpenAsync(Sentence);
        await code.Locator("textarea").FillAsync("HTML(\"<p onclick='x()' style='color:red'>fine<script>bad()</script><img src=x onerror=y><a href='javascript:z()'>link</a></p>\")");
        await live.Page.Keyboard.PressAsync("ControlOrMeta+Enter");
        await Assertions.Expect(live.Page.Locator($".outputs[data-cell='{Sentence}']")).ToHaveTextAsync("finelink");

        Assert.Equal("<p>fine<a>link</a></p>", (await live.ShownAsync())[Sentence].InnerHtml.Trim());
    }

    [Fact]
    public async Task EveryModel_GivesTheSameBitsInThePage()
    {
        var (live, code) = await OpenAsync(Sentence);
        await code.Locator("textarea").FillAsync(GoldenRun.Cell);
        await live.Page.Keyboard.PressAsync("ControlOrMeta+Enter");

        await Assertions.Expect(live.Page.Locator($".outputs[data-cell='{Sentence}']")).ToHaveTextAsync(GoldenRun.Shown);
    }

    private async Task<(LivePage Live, ILocator Code)> OpenAsync(string cell)
    {
        var live = await LivePage.OpenAsync(article.Browser, article[Outage]);
        var code = live.Page.Locator($".source[data-cell='{cell}']");
        await live.Page.Locator("details.code", new() { Has = code }).Locator("summary").ClickAsync();
        await code.GetByRole(AriaRole.Button, new() { Name = "Edit this code" }).ClickAsync();
        return (live, code);
    }
}
