using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Market;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Market;

/// <summary>
/// Figures of who owns the computers.
/// </summary>
public static class MarketFigures
{
    /// <summary>The market as blocks side by side, each as wide and as high as its provider's share.</summary>
    /// <param name="options">The market.</param>
    /// <param name="result">How concentrated it is.</param>
    /// <remarks>The area of a block is the square of a share, so that all areas together are the concentration.</remarks>
    public static Figure Blocks(MarketOptions options, MarketResult result)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(result);
        double rest = 1 - result.LargeShare;
        double small = rest / options.SmallerProviders;
        (string Name, ColorRole Color, double Width, double Height)[] blocks =
        [
            (Prose($"AWS {options.Aws:P0}"), ColorRole.Contrast, options.Aws, options.Aws),
            (Prose($"Azure {options.Azure:P0}"), ColorRole.Main, options.Azure, options.Azure),
            (Prose($"Google {options.Google:P0}"), ColorRole.Good, options.Google, options.Google),
            (Prose($"{options.SmallerProviders} × {small:P1}"), ColorRole.Third, rest, small),
        ];
        blocks = [.. blocks.Where(block => block.Width > 1e-9)];
        double equal = 1 / result.EffectiveProviders;
        return new Figure
        {
            Title = "The market as blocks, each as wide and as high as its share",
            Finding = Prose($"{TheLarge(options, result)} All blocks together cover as much as {result.EffectiveProviders:F1} equal blocks would, each as high as the dashed line."),
            X = Axis.Share("share of the market, side by side"),
            Y = Axis.Share("share of one provider", 0, 1.15 * Math.Max(equal, blocks.Max(block => block.Height))),
            Series =
            [
                .. blocks.Select((block, i) => Block(block.Name, block.Color, blocks.Take(i).Sum(left => left.Width), block.Width, block.Height)),
                new Series(Prose($"{result.EffectiveProviders:F1} equal ones"), SeriesShape.Line, ColorRole.Reference, [0, 0.7, 1], [equal, equal, equal]) { IsDashed = true, NameAt = 0.7, NameBelow = true },
            ],
        };
    }

    private static string TheLarge(MarketOptions options, MarketResult result) => new[] { options.Aws, options.Azure, options.Google }.Count(share => share > 0) switch
    {
        0 => "None of the large ones is left.",
        1 => Prose($"The large one has {result.LargeShare:P0} of the market."),
        2 => Prose($"The two large ones have {result.LargeShare:P0} of the market."),
        _ => Prose($"The three large ones have {result.LargeShare:P0} of the market."),
    };

    private static Series Block(string name, ColorRole color, double from, double width, double height) =>
        new(name, SeriesShape.Area, color, [from, from, from + width, from + width], [0, height, height, 0])
        {
            NameAt = from + width,

            // Beside a block of its own height, above a row of small ones.
            NameBelow = width <= height,
        };
}
