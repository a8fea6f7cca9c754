using InteractiveArticle.Figures.Drawing;
using Plotly.NET;

namespace InteractiveArticle.Charting;

/// <summary>
/// The colours of the parts that colours play, on white. They keep a contrast of at least 4.5 : 1, and they differ in
/// lightness as well as in hue, so that they stay apart for colour-blind readers and in print. The page has the same
/// ones, and lighter ones for dark, in chart.js.
/// </summary>
internal static class Palette
{
    private const string FillOpacity = "26"; // 15 %, as two hexadecimal digits

    public static Color Of(ColorRole role) => Color.fromString(Hex(role));

    public static Color FillOf(ColorRole role) => Color.fromString(Hex(role) + FillOpacity);

    private static string Hex(ColorRole role) => role switch
    {
        ColorRole.Main => "#0b62a8",
        ColorRole.Contrast => "#b8400a",
        ColorRole.Good => "#00734f",
        ColorRole.Third => "#8c3f78",
        ColorRole.Fourth => "#7d5a00",
        _ => "#5b6570",
    };
}
