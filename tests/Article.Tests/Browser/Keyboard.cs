using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>A reader who has no pointer.</summary>
internal sealed class Keyboard(IPage page)
{
    // More places than any page has.
    private const int Most = 500;

    /// <summary>Goes on from place to place until one has the focus.</summary>
    public async Task TabToAsync(ILocator place)
    {
        for (int i = 0; i < Most; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await place.EvaluateAsync<bool>("(element) => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"Tab never reaches {place}.");
    }
}
