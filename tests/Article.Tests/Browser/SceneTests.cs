using Deque.AxeCore.Playwright;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

public sealed class SceneTests(ServedArticle article, SceneArticle scenes) : BrowserTest(article), IClassFixture<SceneArticle>
{
    // The longest that an actor takes to turn into a state, and a little more.
    private const double SecondsOfATurn = 1.05; // to be lit takes longest

    private const string Lit = "rgb(255, 214, 102)";
    private const string Dark = "rgb(29, 37, 45)";

    // The colour of what stands at each place of the picture that is shown, by the place.
    private const string Colours = """
        (scene) => {
          const picture = [...scene.querySelectorAll(".picture")].find((picture) => picture.checkVisibility());
          const boxes = [...picture.shadowRoot.querySelectorAll("rect")];
          return Object.fromEntries(boxes.map((box) => [`${box.getAttribute("x")} ${box.getAttribute("y")}`, getComputedStyle(box).fill]));
        }
        """;

    private static readonly Scene Morning = SceneArticle.SceneAt(0.25);

    [Fact]
    public async Task AScene_StartsWhenItIsSeen_ShowsWhatTheModelSays_AndIsPlayedByKeyboard()
    {
        // On a wider page it stands beside the text, and is seen at once.
        var page = await OpenAsync(new() { ColorScheme = ColorScheme.Light, ViewportSize = new() { Width = 1000, Height = 720 } });
        var complaints = LivePage.ComplaintsOf(page);
        var scene = page.Locator("figure.scene").First;
        var time = scene.GetByRole(AriaRole.Slider);
        await Assertions.Expect(scene.GetByRole(AriaRole.Button, new() { Name = "Play" })).ToHaveCountAsync(1);
        Assert.Equal("0", await time.InputValueAsync());

        await scene.Locator(".stages").ScrollIntoViewIfNeededAsync();
        var pause = scene.GetByRole(AriaRole.Button, new() { Name = "Pause" });
        await Assertions.Expect(pause).ToHaveCountAsync(1);
        await pause.ClickAsync();
        await Assertions.Expect(scene.GetByRole(AriaRole.Button, new() { Name = "Play" })).ToHaveCountAsync(1);

        foreach (double share in (double[])[0, 0.2, 0.4, 0.6, 1])
        {
            double film = share * Morning.Duration;
            await ScrubAsync(time, film);
            await ShowsAsync(scene, SceneSize.Wide, Morning, film);

            // The page knows moments to a hundredth of a second.
            Assert.Contains(await time.GetAttributeAsync("aria-valuetext"), new[] { film, film + 0.01 }.Select(moment => Morning.Time.Words(Morning.Time.Story(moment))));
        }

        // By steps of the story, by captions, to both ends.
        await time.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(Morning.Time.Film(Morning.Time.Start + Morning.Time.Step), await ValueAsync(time), 3);
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal(0, await ValueAsync(time), 3);
        await page.Keyboard.PressAsync("PageUp");
        Assert.InRange(await ValueAsync(time), Morning.Captions[1].At, Morning.Captions[1].At + 1);
        await Assertions.Expect(scene.Locator("[aria-live='polite']")).ToContainTextAsync(Morning.Captions[1].Headline);
        await page.Keyboard.PressAsync("PageDown");
        Assert.InRange(await ValueAsync(time), 0, Morning.Captions[1].At);
        await page.Keyboard.PressAsync("End");
        Assert.Equal(Morning.Duration, await ValueAsync(time), 3);

        // What is over begins anew, and stops where something is said.
        await scene.GetByLabel("stop at captions").CheckAsync();
        await time.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(pause).ToHaveCountAsync(1);
        await Assertions.Expect(pause).ToHaveCountAsync(0);
        double stopped = await ValueAsync(time);
        Assert.Contains(Morning.Captions, caption => stopped >= caption.At && stopped <= caption.At + 1);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task OfTwoScenes_OneAtATimePlays_AndChartsOfItsRunFollow()
    {
        var page = await OpenAsync(new() { ColorScheme = ColorScheme.Light });
        var (first, second) = (page.Locator("figure.scene").First, page.Locator("figure.scene").Last);
        var chart = page.Locator("figure.figure");
        await first.Locator(".stages").ScrollIntoViewIfNeededAsync();
        await PlaysAsync(first, true);
        await second.Locator(".stages").ScrollIntoViewIfNeededAsync();
        await PlaysAsync(second, true);
        await PlaysAsync(first, false);
        double before = await ValueAsync(first.GetByRole(AriaRole.Slider));
        await first.Locator(".stages").ScrollIntoViewIfNeededAsync();
        await PlaysAsync(first, true);
        await PlaysAsync(second, false);
        Assert.True(await ValueAsync(first.GetByRole(AriaRole.Slider)) >= before, "the scene that waited to be seen again began anew");

        // One picture's styles and animations are not the other's.
        await ScrubAsync(first.GetByRole(AriaRole.Slider), Morning.StillAt);
        await ScrubAsync(second.GetByRole(AriaRole.Slider), 0);
        await ShowsAsync(first, SceneSize.Wide, Morning, Morning.StillAt);
        await ShowsAsync(second, SceneSize.Wide, Morning, 0);

        // A scene out of view leaves its charts whole, which the browser tells it of only at the next frame.
        await chart.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(chart).ToHaveAttributeAsync("data-drawn", "true");
        await FrameAsync(page);
        await ScrubAsync(first.GetByRole(AriaRole.Slider), Morning.StillAt);
        await Assertions.Expect(chart.Locator(".veil")).ToBeVisibleAsync();
        await ScrubAsync(second.GetByRole(AriaRole.Slider), 1);
        await Assertions.Expect(chart.Locator(".veil")).ToBeVisibleAsync();
        await ScrubAsync(first.GetByRole(AriaRole.Slider), Morning.Duration);
        await Assertions.Expect(chart.Locator(".veil")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task AFilmThatIsGuessedAt_StandsAtItsBeginning_UntilTheReaderHasGuessed()
    {
        var page = await NewPageAsync(guesses: true);
        await page.GotoAsync(Article["04-the-market.html"]);
        var covered = page.Locator(".until-guessed:has(figure.scene)").First;
        var guess = page.Locator($"#{await covered.GetAttributeAsync("data-guess")}");
        var (stages, time) = (covered.Locator(".stages"), covered.Locator(".scrubber input"));
        await stages.ScrollIntoViewIfNeededAsync();
        await FrameAsync(page);
        await Assertions.Expect(covered.GetByText("The film begins when you have guessed.")).ToBeVisibleAsync();
        await Assertions.Expect(stages).ToBeVisibleAsync();
        await Assertions.Expect(covered.Locator(":is(.film, figcaption, .levers-here):visible")).ToHaveCountAsync(0);
        Assert.True(await stages.EvaluateAsync<bool>("(stages) => stages.inert"), "its parts can be taken in hand");
        Assert.Equal(0, await ValueAsync(time));

        await guess.GetByRole(AriaRole.Button, new() { Name = "Just show me" }).ClickAsync();
        await stages.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(covered.Locator(".film .playing")).ToHaveCountAsync(1);
        await Assertions.Expect(covered.Locator("figcaption")).ToBeVisibleAsync();
        Assert.False(await stages.EvaluateAsync<bool>("(stages) => stages.inert"), "its parts cannot be taken in hand");

        await guess.GetByRole(AriaRole.Button, new() { Name = "Guess after all" }).ClickAsync();
        await Assertions.Expect(covered.Locator(".film")).ToBeHiddenAsync();
        Assert.Equal(0, await ValueAsync(time));
    }

    [Fact]
    public async Task WithLessMotion_AndOnPaper_ItStandsAtItsMostTellingMoment()
    {
        var page = await OpenAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        var scene = page.Locator("figure.scene").First;
        var time = scene.GetByRole(AriaRole.Slider);
        await scene.Locator(".stages").ScrollIntoViewIfNeededAsync();
        await ShowsAsync(scene, SceneSize.Wide, Morning, Morning.StillAt);
        await Assertions.Expect(scene.GetByRole(AriaRole.Button, new() { Name = "Play" })).ToHaveCountAsync(0);
        await time.FocusAsync();
        await page.Keyboard.PressAsync("PageUp");
        double next = Morning.Captions.First(caption => caption.At > Morning.StillAt).At;
        Assert.InRange(await ValueAsync(time), next, next + 1);
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(time).ToHaveAttributeAsync("aria-valuetext", Morning.Time.Words(Morning.Time.Story(await ValueAsync(time))));

        await page.EmulateMediaAsync(new() { Media = Media.Print, ReducedMotion = ReducedMotion.NoPreference });
        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        await ShowsAsync(scene, SceneSize.Wide, Morning, Morning.StillAt);
        await Assertions.Expect(scene.Locator(".film")).ToBeHiddenAsync();
        await Assertions.Expect(scene.Locator(".captions ol")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task WithScriptsOff_ItIsThere_AndMoves_AgainAndAgain()
    {
        var page = await OpenAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 844 } });
        var scene = page.Locator("figure.scene").First;
        await scene.Locator(".stages").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(scene.Locator(".stage.narrow")).ToBeVisibleAsync();
        await Assertions.Expect(scene.Locator(".stage.wide")).ToBeHiddenAsync();
        await Assertions.Expect(scene.Locator("button")).ToHaveCountAsync(0);
        Assert.True(await scene.Locator(".stage.narrow .picture").EvaluateAsync<bool>("(picture) => picture.shadowRoot.querySelector('svg').getAnimations({ subtree: true }).some((animation) => animation.playState === 'running')"));
        Assert.True(await scene.Locator(".stage.narrow .picture").EvaluateAsync<bool>("({ shadowRoot }) => shadowRoot.querySelector('noscript animate').targetElement === shadowRoot.querySelector('svg')"));
    }

    [Fact]
    public async Task AHand_SetsTheLever_AndTheFilmRestarts_AtEitherWidth()
    {
        var page = await OpenAsync(new() { ColorScheme = ColorScheme.Light });
        var live = new LivePage(page);
        var scene = page.Locator("figure.scene").First;
        var time = scene.GetByRole(AriaRole.Slider);
        var hand = scene.Locator(".stage.wide").GetByRole(AriaRole.Button, new() { Name = SceneArticle.Hand });
        await scene.Locator(".stages").ScrollIntoViewIfNeededAsync();
        await scene.Locator(".captions summary").ClickAsync();
        await Assertions.Expect(scene.Locator(".hand:visible")).ToHaveCountAsync(1);
        await ScrubAsync(time, Morning.Duration - 1);
        await hand.ClickAsync();
        await live.SettleAsync();

        var calm = SceneArticle.SceneAt(1);
        await Assertions.Expect(scene.Locator("figcaption > p")).ToHaveTextAsync(calm.Finding);
        await Assertions.Expect(scene.Locator(".captions li")).ToHaveCountAsync(calm.Captions.Count);
        await Assertions.Expect(page.Locator("section.levers [data-lever='tolerant'] .exact")).ToHaveValueAsync("1");
        Assert.EndsWith("#tolerant=1", page.Url, StringComparison.Ordinal);
        await PlaysAsync(scene, true);
        Assert.InRange(await ValueAsync(time), 0, Morning.Duration / 2);
        await Assertions.Expect(hand).ToBeFocusedAsync();
        await ScrubAsync(time, calm.StillAt);
        await ShowsAsync(scene, SceneSize.Wide, calm, calm.StillAt);

        // What was computed for a desk is computed again for a phone.
        await page.SetViewportSizeAsync(430, 900);
        await Assertions.Expect(scene.Locator(".stage.narrow")).ToBeVisibleAsync();
        await Assertions.Expect(scene.Locator(".stage.wide")).ToHaveCountAsync(0);
        await ScrubAsync(time, calm.StillAt);
        await ShowsAsync(scene, SceneSize.Narrow, calm, calm.StillAt);

        // By its key, wherever the focus is within the scene.
        await live.MoveAsync(("tolerant", "0.25"));
        await Assertions.Expect(scene.Locator("figcaption > p")).ToHaveTextAsync(Morning.Finding);
        await time.FocusAsync();
        await page.Keyboard.PressAsync("t");
        await live.SettleAsync();
        await Assertions.Expect(scene.Locator("figcaption > p")).ToHaveTextAsync(calm.Finding);
        Assert.Empty(live.Complaints);
    }

    [Fact]
    public async Task Axe_FindsNothingToComplainAbout()
    {
        var page = await OpenAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.Locator("figure.scene").First.Locator(".stages").ScrollIntoViewIfNeededAsync();
        var result = await page.RunAxe();

        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {violation.Nodes[0].Html}")));
    }

    private async Task<IPage> OpenAsync(BrowserNewContextOptions options)
    {
        var page = await NewPageAsync(options);
        await page.GotoAsync(scenes[SceneArticle.Notebook]);
        return page;
    }

    // Of what comes into view or leaves it a page hears with the next frame.
    private static async Task FrameAsync(IPage page) => await page.EvaluateAsync("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))");

    private static async Task ScrubAsync(ILocator time, double film) => await time.EvaluateAsync("(slider, film) => { slider.value = film; slider.dispatchEvent(new Event('input')); }", film);

    private static async Task<double> ValueAsync(ILocator time) => double.Parse(await time.InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task PlaysAsync(ILocator scene, bool isPlaying) =>
        await Assertions.Expect(scene.Locator(".play")).ToHaveAttributeAsync("aria-label", isPlaying ? "Pause" : "Play");

    /// <summary>Compares every actor that is not just turning into something else with the page.</summary>
    private static async Task ShowsAsync(ILocator place, SceneSize size, Scene scene, double film)
    {
        var colours = await place.EvaluateAsync<Dictionary<string, string>>(Colours);

        // The page stands a hair beyond the moment.
        Actor[] settled = [.. scene.Draw(size).Actors.Where(actor => !actor.Turns.Any(turn => film >= turn.At - 0.01 && film <= turn.At + SecondsOfATurn))];
        Assert.NotEmpty(settled);
        string[] wrong = [.. settled.Where(actor => colours[FormattableString.Invariant($"{Math.Round(actor.X, 2)} {Math.Round(actor.Y, 2)}")] != (actor.StateAt(film) == ActorState.Lit ? Lit : Dark)).Select(actor => actor.Id)];
        Assert.True(wrong.Length == 0, $"at {film} s {wrong.Length} of {settled.Length} look different: {string.Join(", ", wrong)}");
    }
}
