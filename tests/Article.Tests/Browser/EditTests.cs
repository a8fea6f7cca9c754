using InteractiveArticle.Simulation.Tests.Golden;
using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

public sealed class EditTests(ServedArticle article) : BrowserTest(article)
{
    private const string Outage = "05-the-outage.html";
    private const string Sentence = "outage-06";
    private const string Other = "outage-28";

    [Fact]
    public async Task AnEditedCell_Runs_FollowsTheLevers_AndRevertsToTheAuthors()
    {
        var (live, code) = await OpenCellAsync(Sentence);
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
        Assert.All(live.Requests, request => Assert.Equal(Article.Address.Authority, request.Authority));
    }

    [Fact]
    public async Task Errors_AreShownAtTheirLines_AndChangeNothing()
    {
        var (live, code) = await OpenCellAsync(Sentence);
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
    public async Task CtrlSpace_SuggestsWhatCouldBeWritten_FromTheCellsAboveAndTheLibrary()
    {
        var (live, code) = await OpenCellAsync(Sentence);
        var text = code.Locator("textarea");
        var list = code.GetByRole(AriaRole.Listbox);
        await text.FillAsync("remove");
        await live.Page.Keyboard.PressAsync("Control+Space");
        await Assertions.Expect(list.GetByRole(AriaRole.Option, new() { Name = "removed" }).First).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(live.Page.Locator("section.levers .working")).ToBeHiddenAsync();
        await live.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(text).ToHaveValueAsync("removed");

        await live.Page.Keyboard.InsertTextAsync(" + new OutageOptions().");
        await live.Page.Keyboard.PressAsync("Control+Space");
        await Assertions.Expect(list).ToContainTextAsync("Removed");
        await live.Page.Keyboard.PressAsync("ArrowUp");
        await live.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(text).ToHaveAttributeAsync("aria-activedescendant", new System.Text.RegularExpressions.Regex("-0$"));
        await live.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(list).ToBeHiddenAsync();
        await live.Page.Keyboard.InsertTextAsync("Removed");
        await live.Page.Keyboard.PressAsync("ControlOrMeta+Enter");
        await Assertions.Expect(live.Page.Locator($".outputs[data-cell='{Sentence}']")).ToContainTextAsync("0.9");
        Assert.Empty(live.Complaints);
    }

    [Fact]
    public async Task ACellThatLoopsForEver_CanBeStopped_AndThePageGoesOn()
    {
        var (live, code) = await OpenCellAsync(Sentence);
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

    [Fact]
    public async Task ACellThatTakesTooLong_IsEnded_AndThePageGoesOn()
    {
        var (live, code) = await OpenCellAsync(Sentence);
        await live.Page.Clock.InstallAsync();
        await code.Locator("textarea").FillAsync("removed * 3");
        await live.Page.Keyboard.PressAsync("ControlOrMeta+Enter");
        await Assertions.Expect(live.Page.Locator($".outputs[data-cell='{Sentence}']")).ToContainTextAsync("1.35");
        await live.SettleAsync();
        await code.Locator("textarea").FillAsync("while (true) { }");
        await live.Page.Keyboard.PressAsync("ControlOrMeta+Enter");
        await Assertions.Expect(live.Page.Locator("section.levers .status")).ToHaveTextAsync("Running …");

        // The page's clock goes on by itself meanwhile, so this leaves it time.
        await live.Page.Clock.FastForwardAsync(30_000);
        await Assertions.Expect(code.GetByRole(AriaRole.Button, new() { Name = "Stop" })).ToBeVisibleAsync();
        await live.Page.Clock.FastForwardAsync(60_000);

        await Assertions.Expect(code.Locator(".errors")).ToContainTextAsync("Stopped, as it took longer than 60 seconds.");
        await live.SettleAsync();
        await live.MoveAsync(("removed", "0.3"));
        await Assertions.Expect(live.Page.Locator($".outputs[data-cell='{Sentence}']")).ToContainTextAsync("nobody outside notices");
    }

    [Fact]
    public async Task ACellThatTakesTooLong_IsEnded_AlsoWhenAnotherWaitsForTheCompiler()
    {
        var (live, code) = await OpenCellAsync(Sentence);
        var other = await OpenCellAsync(live, Other);
        await live.Page.Clock.InstallAsync();
        await code.Locator("textarea").FillAsync("while (true) { }");
        await code.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await Assertions.Expect(live.Page.Locator("section.levers .status")).ToHaveTextAsync("Running …");
        await other.Locator("textarea").FillAsync("removed * 3");
        await other.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await live.Page.Clock.FastForwardAsync(30_000);
        await live.Page.Clock.FastForwardAsync(60_000);

        await Assertions.Expect(code.Locator(".errors")).ToContainTextAsync("Stopped, as it took longer than 60 seconds.");
    }

    [Fact]
    public async Task TheCompiler_MayTakeLongerToComeThanACellMayRun()
    {
        var (live, code) = await OpenCellAsync(Sentence);
        await live.Page.Clock.InstallAsync();
        await live.Page.RouteAsync("**/Microsoft.CodeAnalysis.CSharp.dll", async route =>
        {
            await live.Page.Clock.FastForwardAsync(120_000);
            await route.ContinueAsync();
        });
        await code.Locator("textarea").FillAsync("removed * 3");
        await live.Page.Keyboard.PressAsync("ControlOrMeta+Enter");

        await Assertions.Expect(live.Page.Locator($".outputs[data-cell='{Sentence}']")).ToContainTextAsync("1.35");
    }

    [Fact]
    public async Task TwoCellsRunAtOnce_EachHearTheCompilersWordOnTheirOwnCode()
    {
        var (live, code) = await OpenCellAsync(Sentence);
        var other = await OpenCellAsync(live, Other);
        await code.Locator("textarea").FillAsync("int wrong = nope;");
        await other.Locator("textarea").FillAsync("removed * 3");
        await code.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();

        await Assertions.Expect(live.Page.Locator($".outputs[data-cell='{Other}']")).ToContainTextAsync("1.35");
        await Assertions.Expect(code.Locator(".errors li")).ToContainTextAsync("The name 'nope' does not exist");
        await Assertions.Expect(other.Locator(".errors li")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("while (true) Console.WriteLine(new string('a', 1000));", "The cell has shown more than 16 MB, which is the limit")]
    [InlineData("var all = new List<byte[]>();\nwhile (true) all.Add(new byte[10_000_000]);", "Stopped, as it took more memory than the browser gives.")]
    [InlineData("int Deeper(int depth) => Deeper(depth + 1) + 1;\nDeeper(0)", "Stopped, as it used up the stack, as a function does that calls itself without end.")]
    public async Task ACellWithoutEnd_IsEnded_AndThePageGoesOn(string code, string told)
    {
        var (live, editor) = await OpenCellAsync(Sentence);
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
        var (live, code) = await OpenCellAsync(Sentence);
        await code.Locator("textarea").FillAsync("HTML(\"<p onclick='x()' style='color:red'>fine<script>bad()</script><img src=x onerror=y><a href='javascript:z()'>link</a></p>\")");
        await live.Page.Keyboard.PressAsync("ControlOrMeta+Enter");
        await Assertions.Expect(live.Page.Locator($".outputs[data-cell='{Sentence}']")).ToHaveTextAsync("fine[a picture, which this page cannot show]link");

        Assert.Equal("<div class=\"own-look\"><p style=\"color: red\">fine<span class=\"lost\">[a picture, which this page cannot show]</span><a>link</a></p></div>", (await live.ShownAsync())[Sentence].InnerHtml.Trim());
    }

    [Fact]
    public async Task EveryModel_GivesTheSameBitsInThePage()
    {
        var (live, code) = await OpenCellAsync(Sentence);

        // The cell tells nothing before its end; on a busy machine that may be more than a minute.
        await live.Page.Clock.InstallAsync();
        await live.Page.Clock.PauseAtAsync(DateTime.UtcNow.AddMinutes(1));
        await code.Locator("textarea").FillAsync(GoldenRun.Cell);
        await live.Page.Keyboard.PressAsync("ControlOrMeta+Enter");

        await Assertions.Expect(live.Page.Locator($".outputs[data-cell='{Sentence}']")).ToHaveTextAsync(GoldenRun.Shown);
    }

    private async Task<(LivePage Live, ILocator Code)> OpenCellAsync(string cell)
    {
        var live = await OpenLiveAsync(Outage);
        return (live, await OpenCellAsync(live, cell));
    }

    private static async Task<ILocator> OpenCellAsync(LivePage live, string cell)
    {
        var code = live.Page.Locator($".source[data-cell='{cell}']");
        await live.EditAsync(code);
        return code;
    }
}
