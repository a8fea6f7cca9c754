using InteractiveArticle.Figures.Drawing;

namespace InteractiveArticle.Charting;

/// <summary>
/// The inks as colours on white; the page swaps them for lighter ones on dark.
/// </summary>
internal static class Palette
{
    private const string FillOpacity = "26"; // 15 %, as two hexadecimal digits

    public static string Hex(Ink ink) => ink switch
    {
        Ink.Blue => "#0b62a8",
        Ink.Vermilion => "#b8400a",
        Ink.Green => "#00734f",
        Ink.Purple => "#8c3f78",
        Ink.Amber => "#7d5a00",
        _ => "#5b6570",
    };

    public static string Fill(Ink ink) => Hex(ink) + FillOpacity;
}
