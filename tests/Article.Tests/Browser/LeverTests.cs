using System.Globalization;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;
using InteractiveArticle.Parameters;
using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

public sealed class LeverTests(ServedArticle article) : BrowserTest(article)
{
    private const string Outage = "05-the-outage.ipynb";

    public static TheoryData<string> Chapters => [.. Repository.Chapters.Where(chapter => LeversOf(chapter).Count > 0)];

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task EachLever_ShowsToTheLastDigitWhatTheCommandLineGives(string chapter)
    {
        var live = await OpenChapterAsync(chapter);
        var first = await live.ShownAsync();
        List<(string Lever, string Value)> back = [];
        foreach (var lever in LeversOf(chapter))
        {
            string value = Another(lever);
            var expected = Expected.RunAsync(chapter, new Dictionary<string, string> { [lever.Name] = value });
            await live.MoveAsync([.. back, (lever.Name, value)]);
            var shown = await live.ShownAsync();

            Assert.True(shown.Any(cell => cell.Value.InnerHtml != first[cell.Key].InnerHtml), $"{lever.Name} = {value} changes nothing on the page");
            Expected.OnThePage(await expected, shown);
            back = [(lever.Name, AllowedValues.TextOf(lever.Default))];
        }

        Assert.Empty(live.Complaints);
        Assert.All(live.Requests, request => Assert.Equal(Article.Address.Authority, request.Authority));
    }

    [Fact]
    public async Task AllLevers_OneAfterTheOtherWithoutAPause_EndAtTheLatestSettings()
    {
        var live = await OpenChapterAsync(Outage);
        await live.MoveAsync([("removed", "0.2"), ("cells", "3"), ("removed", "0.9"), ("guard", "0.1"), ("removed", "0.5"), ("cells", "16")]);
        var settings = new Dictionary<string, string> { ["removed"] = "0.5", ["cells"] = "16", ["guard"] = "0.1" };

        Expected.OnThePage(await Expected.RunAsync(Outage, settings), await live.ShownAsync());
        Assert.EndsWith("#removed=0.5&guard=0.1&cells=16", live.Page.Url, StringComparison.Ordinal);
    }

    // The hand does not rest until the picture has changed a few times, and the picture takes longer than from one move to the next.
    [Fact]
    public async Task WhileALeverIsDragged_WhatIsSeenIsDrawnAnew_AndEndsAtTheTerminalsNumbers()
    {
        const string Chapter = "02-someone-elses-computer.ipynb";
        var live = await OpenChapterAsync(Chapter);
        var lever = live.Page.Locator(".levers-here [data-lever='customers'] input[type='range']").Locator("visible=true").First;
        await lever.ScrollIntoViewIfNeededAsync();
        int moves = await lever.EvaluateAsync<int>("""
            async (slider) => {
              const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
              const [least, most] = [Number(slider.min), Number(slider.max)];
              let drawn = 0;
              let moves = 0;
              for (const news of ["scene", "drawn"]) document.addEventListener(news, () => { drawn++; });
              while (drawn < 5) {
                slider.value = least + (most - least) * (0.5 + 0.4 * Math.sin(moves++ / 8));
                slider.dispatchEvent(new Event("input", { bubbles: true }));
                await pause(20);
              }
              return moves;
            }
            """);
        Assert.True(moves > 5, $"the picture kept up with {moves} moves");

        await live.MoveAsync(("customers", "40"));
        Expected.OnThePage(await Expected.RunAsync(Chapter, new Dictionary<string, string> { ["customers"] = "40" }), await live.ShownAsync());
        Assert.Empty(live.Complaints);
    }

    [Fact]
    public async Task WhatIsDrawn_IsTheChart()
    {
        var live = await OpenChapterAsync(Outage);
        var figure = live.Page.Locator("figure.figure").First;
        await figure.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(figure).ToHaveAttributeAsync("data-drawn", "true");
        await live.MoveAsync(("removed", "0.3"));

        await live.Page.WaitForFunctionAsync("""
            () => {
              const figure = document.querySelector("figure.figure");
              const { series } = JSON.parse(figure.querySelector("script.figure-data").textContent);
              return JSON.stringify(series.map(({ x, y }) => [x, y])) === JSON.stringify(figure.querySelector(".plot").data.map(({ x, y }) => [x, y]));
            }
            """);
        await Assertions.Expect(figure.Locator(".plot svg.main-svg .trace")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task ALink_CarriesTheSettings_AndAReloadRemembersThem()
    {
        var live = await OpenChapterAsync(Outage, "#removed=0.30&secondConsole=true");
        await live.SettleAsync();
        await Assertions.Expect(live.Page.Locator(".outputs .finding").First).ToContainTextAsync("nobody outside notices");

        await live.Page.EvaluateAsync("history.replaceState(null, '', location.pathname)");
        await live.Page.ReloadAsync();
        await Assertions.Expect(live.Page.Locator(".outputs .finding").First).ToContainTextAsync("nobody outside notices");
        Assert.EndsWith("#removed=0.3&secondConsole=true", live.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(live.Page.Locator(".status")).ToHaveTextAsync("Your settings of last time");

        await live.Page.ClickAsync("button.reset");
        await live.SettleAsync();
        await Assertions.Expect(live.Page.Locator(".outputs .finding").First).Not.ToContainTextAsync("nobody outside notices");
        Assert.DoesNotContain('#', live.Page.Url);
    }

    [Theory]
    [InlineData("removed=3")]
    [InlineData("removed=NaN")]
    [InlineData("removed=%EF%BB%BF0.3")]
    [InlineData("removed=0.3%C2%A0")]
    [InlineData("removed=0.3%00")]
    [InlineData("removed=1e999")]
    [InlineData("cells=1.5")]
    [InlineData("cells=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")]
    public async Task AHostileLink_IsRefusedInTheLeversOwnWords(string setting)
    {
        string[] parts = setting.Split('=', 2);
        var lever = LeversOf(Outage).Single(lever => lever.Name == parts[0]);
        var refusal = Assert.Throws<NotebookException>(() => lever.Parse(Uri.UnescapeDataString(parts[1])));
        var live = await OpenChapterAsync(Outage, "#" + setting);

        await Assertions.Expect(live.Page.Locator(".refusal")).Not.ToBeEmptyAsync();
        Assert.Equal(refusal.Message, await live.Page.Locator(".refusal").TextContentAsync());
        await Assertions.Expect(live.Page.Locator($"section.levers [data-lever='{lever.Name}'] .exact")).ToHaveValueAsync(lever.Shown(lever.Default));
        Assert.Equal(0, await live.Page.Locator(".refusal *").CountAsync());
        Assert.Empty(live.Complaints);
    }

    [Fact]
    public async Task WhatThePageLetsPass_IsRefusedByTheChaptersCode_AndTheLeversGoBack()
    {
        var lever = LeversOf(Outage).Single(lever => lever.Name == "removed");
        var live = await OpenChapterAsync(Outage, "#cells=16");
        await live.SettleAsync();
        await live.Page.EvaluateAsync("document.querySelectorAll('[data-lever=removed]').forEach((place) => { place.dataset.maximum = 9; })");
        var exact = live.Page.Locator("section.levers [data-lever='removed'] .exact");
        await exact.FillAsync("300");
        await exact.PressAsync("Enter");

        await Assertions.Expect(live.Page.Locator(".refusal")).ToHaveTextAsync(lever.Refusal("3"));
        await live.SettleAsync();
        await Assertions.Expect(exact).ToHaveValueAsync(lever.Shown(lever.Default));
        Assert.DoesNotContain('#', live.Page.Url);
        Expected.OnThePage(await Expected.RunAsync(Outage, new Dictionary<string, string>()), await live.ShownAsync());
    }

    [Theory]
    [InlineData('7')]
    [InlineData(' ')]
    public async Task ALinkOfAMegabyte_IsRefusedAtOnce(char filling)
    {
        var live = await OpenChapterAsync(Outage, $"#removed=7{new string(filling, 500_000)}x");

        await Assertions.Expect(live.Page.Locator(".refusal")).ToContainTextAsync("removed = 7");
    }

    [Fact]
    public async Task ARefusedValue_IsToldWhereTheReaderSeesIt_AndGoesWithReset()
    {
        var live = await OpenChapterAsync(Outage);
        var exact = live.Page.Locator("section.levers [data-lever='removed'] .exact");
        await exact.FillAsync("banana");
        await exact.PressAsync("Enter");

        await Assertions.Expect(live.Page.Locator(".refusal")).ToContainTextAsync("removed = banana: not allowed");
        await Assertions.Expect(live.Page.Locator(".refusal")).ToBeInViewportAsync();
        await Assertions.Expect(exact).ToHaveValueAsync("45");
        await live.Page.ClickAsync("button.reset");
        await Assertions.Expect(live.Page.Locator(".refusal")).ToBeEmptyAsync();
        await Assertions.Expect(live.Page.Locator("button.reset")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task Levers_WorkByKeyboard_AndSayWhatTheyDo()
    {
        var live = await OpenChapterAsync(Outage);
        var slider = live.Page.GetByRole(AriaRole.Slider, new() { Name = "share of the servers that the command removes" }).First;
        await slider.FocusAsync();
        await live.Page.Keyboard.PressAsync("Home");
        await live.Page.Keyboard.PressAsync("ArrowRight");
        await live.SettleAsync();

        await Assertions.Expect(live.Page.Locator("section.levers [data-lever='removed'] .exact")).ToHaveValueAsync("1");
        await Assertions.Expect(live.Page.Locator(".status")).ToHaveTextAsync("Results are up to date");
        await Assertions.Expect(live.Page.Locator("[data-lever='cells'] input[type='range']").First).ToHaveAttributeAsync("aria-valuetext", "1 cells");
        await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", "1 %");
    }

    [Fact]
    public async Task AQuestion_HasTheLeverItAsksFor_InStepWithThePanel()
    {
        var live = await OpenChapterAsync(Outage);
        var here = live.Page.Locator(".question [data-lever='guard'] .exact");
        await here.FillAsync("25");
        await here.PressAsync("Enter");
        await live.SettleAsync();

        await Assertions.Expect(live.Page.Locator("section.levers [data-lever='guard'] .exact")).ToHaveValueAsync("25");
    }

    [Theory]
    [InlineData("30", "30", "#removed=0.3")]
    [InlineData(" 7.5 % ", "7.5", "#removed=0.075")]
    [InlineData("29%", "29", "#removed=0.29")]
    public async Task AShare_IsTypedAsPerCent_AndStaysAShareInTheAddress(string typed, string shown, string address)
    {
        var live = await OpenChapterAsync(Outage);
        var exact = live.Page.Locator("section.levers [data-lever='removed'] .exact");
        await exact.FillAsync(typed);
        await exact.PressAsync("Enter");
        await live.SettleAsync();

        await Assertions.Expect(exact).ToHaveValueAsync(shown);
        Assert.EndsWith(address, live.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("300")]
    [InlineData("45 per cent")]
    public async Task AShare_IsRefusedInPerCent(string typed)
    {
        var lever = LeversOf(Outage).Single(lever => lever.Name == "removed");
        var live = await OpenChapterAsync(Outage);
        var exact = live.Page.Locator("section.levers [data-lever='removed'] .exact");
        await exact.FillAsync(typed);
        await exact.PressAsync("Enter");

        await Assertions.Expect(live.Page.Locator(".refusal")).ToHaveTextAsync(lever.ShownRefusal(typed));
        await Assertions.Expect(exact).ToHaveValueAsync("45");
    }

    [Theory]
    [InlineData(Outage, "removalRate", "Home", "0.5", "0.6")]
    [InlineData(Outage, "cells", "Home", "1", "2")]
    [InlineData(Outage, "checkRate", "Home", "0.05", "0.055")]
    [InlineData("03-staples.ipynb", "works", "Home", "90", "90.07")]
    public async Task ALogarithmicSlider_MovesByOneStepOfItsLever_AtTheLeast(string chapter, string lever, string key, string end, string next)
    {
        var live = await OpenChapterAsync(chapter);
        var slider = live.Page.Locator($"section.levers [data-lever='{lever}'] input[type='range']");
        var exact = live.Page.Locator($"section.levers [data-lever='{lever}'] .exact");
        await slider.FocusAsync();
        await live.Page.Keyboard.PressAsync(key);
        await Assertions.Expect(exact).ToHaveValueAsync(end);
        await live.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(exact).ToHaveValueAsync(next);
        await live.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(exact).ToHaveValueAsync(end);
    }

    [Fact]
    public async Task ASlidersMiddle_IsTheGeometricMean_WhereItIsLogarithmic()
    {
        var live = await OpenChapterAsync("03-staples.ipynb");
        foreach (var (lever, middle) in new[] { ("users", 141.0), ("fanOut", 32.0), ("works", 99.68) })
        {
            await live.Page.Locator($"section.levers [data-lever='{lever}'] input[type='range']").EvaluateAsync("(slider) => { slider.value = 0.5; slider.dispatchEvent(new Event('input', { bubbles: true })); }");
            double shown = double.Parse(await live.Page.Locator($"section.levers [data-lever='{lever}'] .exact").InputValueAsync(), CultureInfo.InvariantCulture);

            Assert.Equal(middle, shown, 0.005);
        }
    }

    [Fact]
    public async Task Reading_LoadsNothingOfTheLivePart_UntilALeverComesIntoView()
    {
        // So low a window that the words before the first lever fill it.
        var live = await OpenLiveAsync(Path.ChangeExtension(Outage, ".html"), new() { ViewportSize = new() { Width = 1280, Height = 120 } });
        await live.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.DoesNotContain(live.Requests, IsOfTheLivePart);

        await live.Page.RunAndWaitForRequestFinishedAsync(
            () => live.Page.Locator("section.levers .lever").First.ScrollIntoViewIfNeededAsync(),
            new() { Predicate = request => IsOfTheLivePart(new Uri(request.Url)) });
        await Assertions.Expect(live.Page.Locator("section.levers")).ToHaveAttributeAsync("data-state", "idle");
    }

    [Fact]
    public async Task AReaderWhoSavesData_LoadsTheLivePartWithTheFirstTouch()
    {
        var live = await OpenLiveAsync(Path.ChangeExtension(Outage, ".html"), before: "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });");
        var lever = live.Page.Locator("section.levers .lever").First;
        await lever.ScrollIntoViewIfNeededAsync();
        await live.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.DoesNotContain(live.Requests, IsOfTheLivePart);

        await live.MoveAsync(("removed", "0.3"));
        Assert.Contains(live.Requests, IsOfTheLivePart);
    }

    private static bool IsOfTheLivePart(Uri address) => address.AbsolutePath.StartsWith("/live/", StringComparison.Ordinal);

    private static IReadOnlyList<Lever> LeversOf(string chapter) =>
        LeverCell.Find(NotebookDocument.Load(Repository.PathOf("notebooks", chapter)))?.Levers ?? [];

    // Another value that the lever takes, a third of the range away.
    private static string Another(Lever lever)
    {
        switch (lever.Allowed.Kind)
        {
            case ParameterKind.Switch:
                return (bool)lever.Default ? "false" : "true";
            case ParameterKind.Choice:
                return lever.Allowed.Choices.First(choice => !choice.Equals(lever.Default));
            default:
                double minimum = lever.Allowed.Minimum!.Value;
                double maximum = lever.Allowed.Maximum!.Value;
                double present = Convert.ToDouble(lever.Default, CultureInfo.InvariantCulture);
                double other = present + ((present - minimum > maximum - present ? -1 : 1) * (maximum - minimum) / 3);
                return AllowedValues.TextOf(Math.Round(minimum + (Math.Round((other - minimum) / lever.Step!.Value) * lever.Step.Value), 9));
        }
    }

    private Task<LivePage> OpenChapterAsync(string chapter, string settings = "") => OpenLiveAsync(Path.ChangeExtension(chapter, ".html") + settings);
}
