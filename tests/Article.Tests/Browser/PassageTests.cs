using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

public sealed class PassageTests(ServedArticle article) : BrowserTest(article)
{
    private const string Outage = "05-the-outage.html";

    // Brings the controls of each question into view, and says what is wrong with what the reader then sees.
    private const string Questions = """
        async () => {
          const settled = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))));
          const bar = document.querySelector(".bar").getBoundingClientRect().bottom;
          const seen = (box) => Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, bar)) / Math.min(box.height, innerHeight - bar);
          const complaints = [];
          for (const question of document.querySelectorAll(".question:has(.lever)")) {
            const levers = question.querySelector(".levers-here");
            scrollBy(0, levers.getBoundingClientRect().bottom - innerHeight + 40);
            await settled();
            const say = (words) => complaints.push(`${question.querySelector("h3").textContent}: ${words}`);
            const passage = question.closest(".passage");
            const picture = passage
              ? [...passage.querySelectorAll(".stays :is(.plot, .picture)")].filter((part) => part.checkVisibility()).sort((one, other) => seen(other.getBoundingClientRect()) - seen(one.getBoundingClientRect()))[0]
              : [...document.querySelectorAll(".outputs")].findLast((place) => place.compareDocumentPosition(question) & Node.DOCUMENT_POSITION_FOLLOWING);
            const [box, own] = [picture.getBoundingClientRect(), question.getBoundingClientRect()];
            if (passage && seen(box) < 0.5) say(`of what its levers move, ${Math.round(100 * seen(box))} % is on the screen`);
            if (!passage && seen(box) === 0) say("what its levers move is not on the screen");
            for (const control of levers.querySelectorAll("input, select")) {
              const { left, right, top, bottom } = control.getBoundingClientRect();
              if (document.elementFromPoint((left + right) / 2, (top + bottom) / 2) !== control) say("a control is covered");
            }
            if (Math.min(box.right, own.right) - Math.max(box.left, own.left) > 1 && passage?.matches(":not(.strip)") && Math.min(box.bottom, own.bottom) - Math.max(box.top, own.top) > 1) say("picture and question overlap");
            if (document.documentElement.scrollWidth > innerWidth) say("the page scrolls sideways");
          }
          return complaints;
        }
        """;

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task EveryQuestion_IsOnOneScreenWithWhatItsLeversMove(int width, int height)
    {
        int asked = 0;
        var complaints = new List<string>();
        foreach (string chapter in Repository.Chapters.Select(name => Path.ChangeExtension(name, ".html")))
        {
            var page = await OpenAsync(chapter, new() { ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce });
            if (await page.Locator("section.levers").CountAsync() > 0)
            {
                await page.WaitForSelectorAsync("section.levers[data-state]", new() { State = WaitForSelectorState.Attached });
            }

            asked += await page.Locator(".question:has(.lever)").CountAsync();
            complaints.AddRange((await page.EvaluateAsync<string[]>(Questions)).Select(complaint => $"{chapter}: {complaint}"));
        }

        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
        Assert.True(asked > 10, $"only {asked} questions have levers");
    }

    [Fact]
    public async Task OnAWidePage_ThePictureStaysWhileItsTextPasses_AndLeavesWithIt()
    {
        var live = await OpenLiveAsync(Outage, new() { ViewportSize = new() { Width = 1600, Height = 900 } });
        var passage = live.Page.Locator(".passage:has(> .told.before):has(.question)").First; // its picture has come into view before its question
        var stays = passage.Locator(".stays");
        await passage.Locator(".question").EvaluateAsync("(question) => question.scrollIntoView({ block: 'end' })");
        await Assertions.Expect(stays.Locator(".plot, .picture").Locator("visible=true").Last).ToBeInViewportAsync(new() { Ratio = 0.9f });

        await passage.EvaluateAsync("(passage) => scrollBy(0, passage.getBoundingClientRect().bottom - 120)");
        var (end, bottom) = (await BottomAsync(passage), await BottomAsync(stays));
        Assert.InRange(bottom, 0, end + 1);

        await live.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(stays).ToHaveCSSAsync("position", "static");
    }

    [Fact]
    public async Task OnAPhone_TheStripIsThereForItsQuestionAlone_AndNothingMovesForIt()
    {
        var live = await OpenLiveAsync(Outage, new() { ViewportSize = new() { Width = 390, Height = 844 } });
        var passage = live.Page.Locator(".passage:has(.question)").First;
        var question = passage.Locator(".question");
        await Assertions.Expect(live.Page.Locator(".passage.strip")).ToHaveCountAsync(0);
        await question.EvaluateAsync("(question) => scrollBy(0, question.getBoundingClientRect().top - 700)");
        await Assertions.Expect(passage.Locator("figure").Last).ToHaveAttributeAsync("data-drawn", "true");
        double before = await PlaceAsync(question);

        await question.EvaluateAsync("(question) => scrollBy(0, question.getBoundingClientRect().top - 400)");
        await Assertions.Expect(passage).ToContainClassAsync("strip");
        Assert.Equal(before, await PlaceAsync(question), 0);
        var box = (await passage.Locator(".stays .lasting").BoundingBoxAsync())!;
        Assert.InRange(box.Height, 100, 0.38 * 844);

        // Who comes from below by keyboard finds nothing under it.
        var control = question.Locator("input").First;
        await question.EvaluateAsync("(question) => scrollBy(0, question.getBoundingClientRect().bottom - 400)");
        await control.FocusAsync();
        Assert.True((await control.BoundingBoxAsync())!.Y >= box.Y + box.Height, "the strip covers the control that has the focus");

        await passage.EvaluateAsync("(passage) => scrollBy(0, passage.getBoundingClientRect().bottom + 10)");
        await Assertions.Expect(passage).Not.ToContainClassAsync("strip");
    }

    private static Task<double> PlaceAsync(ILocator element) => element.EvaluateAsync<double>("(element) => element.getBoundingClientRect().top - element.closest('.passage').getBoundingClientRect().top");

    private static Task<double> BottomAsync(ILocator element) => element.EvaluateAsync<double>("(element) => element.getBoundingClientRect().bottom");
}
