using InteractiveArticle.Figures.Drawing;

namespace InteractiveArticle.Charting;

/// <summary>
/// The inks as colours on white; the page swaps them for lighter ones on dark.
/// </summary>
internal static class Palette
{
    private const string FillOpacity = "26"; // 15 %, as two hexadecimal digits

    public static string Hex(ColorRole color) => color switch
    {
        ColorRole.Main => "#0b62a8",
        ColorRole.Contrast => "#b8400a",
        ColorRole.Good => "#00734f",
        ColorRole.Third => "#8c3f78",
        ColorRole.Fourth => "#7d5a00",
        _ => "#5b6570",
    };

    public static string Fill(ColorRole color) => Hex(color) + FillOpacity;
}
