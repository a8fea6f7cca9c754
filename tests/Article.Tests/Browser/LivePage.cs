using System.Collections.Concurrent;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>A chapter in the browser, with its levers at hand.</summary>
internal sealed class LivePage
{
    // What a cell shows, without what the drawing script, the player and the animation add to it; of a scene's picture the words and the styles.
    private const string ShownByCells = """
        () => Object.fromEntries([...document.querySelectorAll(".outputs")].map((place) => {
          const copy = place.cloneNode(true);
          const pictures = place.querySelectorAll(".picture");
          copy.querySelectorAll(".picture").forEach((picture, i) => { picture.textContent = pictures[i].shadowRoot.querySelector("svg").textContent; });
          copy.querySelectorAll(".reveal > details").forEach((answer) => answer.removeAttribute("open"));
          copy.querySelectorAll(".film, .hands").forEach((added) => added.remove());
          copy.querySelectorAll(".plot").forEach((plot) => plot.replaceChildren());
          copy.querySelectorAll(".fresh").forEach((element) => element.classList.remove("fresh"));
          return [place.dataset.cell, copy.innerHTML];
        }))
        """;

    private readonly ConcurrentQueue<Uri> requests = [];

    public LivePage(IPage page)
    {
        Page = page;
        Complaints = ComplaintsOf(page);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                requests.Enqueue(new Uri(request.Url));
            }
        };
    }

    public IPage Page { get; }

    /// <summary>What the browser complained about so far.</summary>
    public IReadOnlyCollection<string> Complaints { get; }

    /// <summary>What the page asked for so far; not what it made itself.</summary>
    public IReadOnlyCollection<Uri> Requests => requests;

    /// <summary>What the browser complains about from now on; it may do so while a test looks.</summary>
    public static IReadOnlyCollection<string> ComplaintsOf(IPage page)
    {
        var complaints = new ConcurrentQueue<string>();
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Enqueue(message.Text);
            }
        };
        return complaints;
    }

    /// <summary>Moves levers as a hand would, one after the other with no pause, and waits until every result is there.</summary>
    public async Task MoveAsync(params IEnumerable<(string Lever, string Value)> moves)
    {
        foreach (var (lever, value) in moves)
        {
            var control = Page.Locator($"section.levers [data-lever='{lever}'] :is(input, select)").First;
            switch (await control.EvaluateAsync<string>("(control) => control.type"))
            {
                case "checkbox":
                    await control.SetCheckedAsync(value == "true");
                    break;
                case "select-one":
                    await control.SelectOptionAsync(value);
                    break;
                default:
                    var exact = Page.Locator($"section.levers [data-lever='{lever}'] .exact");
                    await exact.FillAsync(await exact.EvaluateAsync<bool>("(box) => 'percent' in box.closest('.lever').dataset") ? Percent(value) : value);
                    await exact.PressAsync("Tab");
                    break;
            }
        }

        await SettleAsync();
    }

    /// <summary>A share as a reader types it.</summary>
    public static string Percent(string share) => (100 * double.Parse(share, CultureInfo.InvariantCulture)).ToString("G15", CultureInfo.InvariantCulture);

    /// <summary>Unfolds a cell's code and opens it for editing.</summary>
    /// <param name="code">The code.</param>
    public async Task EditAsync(ILocator code)
    {
        await Page.Locator("details.code", new() { Has = code }).Locator("summary").ClickAsync();
        await code.GetByRole(AriaRole.Button, new() { Name = "Edit this code" }).ClickAsync();
    }

    /// <summary>Waits until every result is there.</summary>
    public async Task SettleAsync() => await Page.WaitForSelectorAsync("section.levers[data-state='idle']");

    /// <summary>What each cell shows.</summary>
    public async Task<IReadOnlyDictionary<string, IElement>> ShownAsync()
    {
        var parser = new HtmlParser();
        var shown = await Page.EvaluateAsync<Dictionary<string, string>>(ShownByCells);
        return shown.ToDictionary(cell => cell.Key, cell => (IElement)parser.ParseDocument($"<body>{cell.Value}</body>").Body!);
    }
}
