using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>A hostile notebook, exported and served by the main job.</summary>
public sealed class HostileArticle : ServedNotebooks
{
    protected override void Write(TemporaryFolder folder) => HostileNotebook.Write(folder);
}

public sealed class HostileNotebookTests(ServedArticle article, HostileArticle hostile) : BrowserTest(article), IClassFixture<HostileArticle>
{
    private const string Watch = "window.told = []; window.ran = (place) => told.push(String(place));";

    // What no notebook may bring into a page, wherever it stands.
    private const string Forbidden = """
        () => [...document.querySelectorAll("main .drawing, main .math")].flatMap(({ shadowRoot }) => [...shadowRoot?.querySelectorAll("script, image, img, iframe, a, foreignObject, [href], [onload], [onerror]") ?? []].map(({ outerHTML }) => outerHTML))
        .concat([...document.querySelectorAll("main, main *")].flatMap((element) => [
          ...(element.matches("iframe, object, embed, form, base, meta, link, style, svg:not(.main-svg, .main-svg *), math, video, audio, template, noscript, script:not([type='application/json'])") && !element.closest(".plot svg, .plot style") || getComputedStyle(element).position === "fixed" && element.closest(".outputs") ? [element.outerHTML.slice(0, 200)] : []),
          ...[...element.attributes].filter(({ name, value }) => /^on/.test(name) || /^\s*(javascript|vbscript|data):/i.test(value) && /href|src|action/.test(name) && !(element.matches("img") && /^data:image\/(png|svg\+xml);base64,[\w+/=]+$/.test(value))).map((attribute) => `${attribute.name}=${attribute.value}`),
        ]))
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // what the policy would stop must not even be there
    public async Task NothingOfIt_RunsOrAsksAnotherOrigin_AndItsWordsStayReadable(bool isWithoutPolicy)
    {
        var live = await OpenLiveAsync(hostile[HostileNotebook.Chapter], new() { BypassCSP = isWithoutPolicy }, Watch);
        int dialogs = 0;
        live.Page.Dialog += (_, dialog) =>
        {
            dialogs++;
            _ = dialog.DismissAsync();
        };
        await Assertions.Expect(live.Page.Locator("h1")).ToContainTextAsync("The title <img");
        await Assertions.Expect(live.Page.Locator("main")).ToContainTextAsync("Words that stay.");
        await CheckAsync(live, "0");

        await live.MoveAsync(("amount", "1"));
        await CheckAsync(live, "1");
        await live.Page.EvaluateAsync("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
        await live.Page.Locator(".lever select").First.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await live.SettleAsync();
        await Assertions.Expect(live.Page.Locator("pre.output", new() { HasText = "Valued at 1: <img src=x onerror=ran('plain')> <img src=x onerror=ran('choice')>" })).ToHaveCountAsync(1);
        await live.MoveAsync(("amount", "2"));
        await Assertions.Expect(live.Page.Locator(".status")).ToHaveTextAsync("A cell failed: </p><img src=x onerror=ran('error')><script>ran('error-script')</script>");
        await live.MoveAsync(("amount", "3"));
        await CheckAsync(live, "3");
        await live.Page.Locator(".levers .exact").First.FillAsync("<img src=x onerror=ran('typed')>");
        await live.Page.Locator(".levers .exact").First.PressAsync("Tab");
        await Assertions.Expect(live.Page.Locator(".refusal")).ToContainTextAsync("amount = <img src=x onerror=ran('typed')>: not allowed");

        Assert.Equal(0, dialogs);
        Assert.Empty(await live.Page.EvaluateAsync<string[]>("told"));
        Assert.Equal(hostile[HostileNotebook.Chapter], Regex.Replace(live.Page.Url, "#.*", ""));

        // Reading what a cell shows, before it is reduced, is told of where there is a policy; nothing else is.
        Assert.All(live.Complaints, complaint => Assert.Contains(" violates the following Content Security Policy directive", complaint, StringComparison.Ordinal));
        Assert.All(live.Requests, request => Assert.True(request.Authority == hostile.Address.Authority || request.Scheme == "data", request.ToString()));
    }

    [Fact]
    public async Task ItsName_ItsTermAndItsTitle_AreWordsOnOtherPagesToo()
    {
        var page = await NewPageAsync(new() { BypassCSP = true, ReducedMotion = ReducedMotion.Reduce });
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync(hostile.Address.ToString());
        await page.Locator("ol.chapters a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".standfirst")).ToContainTextAsync("The standfirst <script>");
        Assert.Equal(hostile[HostileNotebook.Chapter], page.Url);

        await page.Locator("nav.turn a").ClickAsync();
        await page.Locator("a.term").FocusAsync();
        await Assertions.Expect(page.Locator("#term-note")).ToContainTextAsync("is a word that <img src=x onerror=ran(’definition’)> is defined");
        Assert.Empty(await page.EvaluateAsync<string[]>("told"));
        await page.Locator("a.term").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("<script>ran(’definition-script’)</script>");
        Assert.Empty(await page.EvaluateAsync<string[]>("told"));
        Assert.Empty(await page.EvaluateAsync<string[]>(Forbidden));
    }

    /// <summary>Cells can do in the worker what its scripts can; the page's policy is all that a plain host has.</summary>
    [Theory]
    [InlineData("fetch('https://example.org/')", "connect-src")]
    [InlineData("import('https://example.org/x.js')", "script-src-elem")]
    public async Task OnAHostThatSendsNoPolicy_ItsCellsAskNobodyElse(string question, string directive)
    {
        var page = await NewPageAsync();
        await page.RouteAsync("**/*", async route =>
        {
            var response = await route.FetchAsync(new() { Timeout = Chromium.PatienceMilliseconds });
            await route.FulfillAsync(new() { Response = response, Headers = response.Headers.Where(header => header.Key != "content-security-policy") });
        });
        var live = new LivePage(page);
        await page.GotoAsync(hostile[HostileNotebook.Chapter]);
        await live.MoveAsync(("amount", "1"));

        string refusedBy = await page.Workers.Single().EvaluateAsync<string>($$"""
            () => new Promise((done) => {
              addEventListener("securitypolicyviolation", ({ effectiveDirective }) => done(effectiveDirective));
              {{question}}.then(() => done("nobody"), () => setTimeout(() => done("nobody"), 1000));
            })
            """);

        Assert.Equal(directive, refusedBy);
    }

    private static async Task CheckAsync(LivePage live, string amount)
    {
        var page = live.Page;
        await Assertions.Expect(page.Locator(".outputs p", new() { HasText = $"Readable at {amount}." })).ToHaveCountAsync(HostileNotebook.Vectors.Count);
        await Assertions.Expect(page.Locator(".outputs p", new() { HasText = $"Disguised at {amount}." })).ToHaveCountAsync(HostileNotebook.Disguises.Count);
        await Assertions.Expect(page.Locator("pre.output", new() { HasText = $"Printed at {amount}: <script>ran('stream')" })).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "an honest link" })).ToHaveAttributeAsync("href", "https://example.org/");
        var figure = page.Locator(".outputs[data-cell='cell-6'] > figure");
        await figure.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(figure).ToHaveAttributeAsync("data-drawn", "true");
        await Assertions.Expect(figure.Locator(".figure-title")).ToContainTextAsync("Titled <img src=x");
        await Assertions.Expect(figure.Locator("g.annotation")).ToContainTextAsync("note");
        Assert.True(await figure.Locator("svg.main-svg").First.EvaluateAsync<bool>("(chart) => { const [inner, outer] = [chart, chart.closest('.plot')].map((element) => element.getBoundingClientRect()); return inner.width <= outer.width && inner.height <= outer.height; }"), "the chart of somebody else is larger than its place");
        var own = page.Locator(".outputs[data-cell='cell-10'] > figure");
        await own.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(own).ToHaveAttributeAsync("data-drawn", "true");
        await Assertions.Expect(own.Locator(".figure-title")).ToContainTextAsync("Figured <img src=x");
        await Assertions.Expect(own.Locator("g.annotation").First).ToContainTextAsync("mark");

        // Everything is unfolded, pointed at and pressed.
        await page.EvaluateAsync("""
            () => {
              document.querySelectorAll("details").forEach((details) => { details.open = true; });
              for (const element of document.querySelectorAll("main *:not(.plot *)")) {
                for (const type of ["mouseover", "toggle", "animationstart", "pointerenter", "focus"]) element.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: 1, clientY: 1 }));
              }
              const addressOf = (element) => element.getAttribute("href") ?? element.getAttribute("xlink:href") ?? "none:";
              const isPage = (address) => /^(https?:|\/\/|[^:]*$)/.test(address);
              for (const element of document.querySelectorAll("main a, main p, main summary")) if (!isPage(addressOf(element))) element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
            }
            """);
        await figure.Locator(".plot").HoverAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>(Forbidden));
    }
}
