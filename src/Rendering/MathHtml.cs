using System.Net;

namespace InteractiveArticle.Rendering;

/// <summary>
/// Mathematics as it stands on a page until a script typesets it, and wherever none does: as it is written in TeX.
/// </summary>
public static class MathHtml
{
    /// <summary>The class that the script looks for.</summary>
    public const string Class = "math";

    /// <summary>The class beside it of what has a line of its own.</summary>
    public const string DisplayedClass = "displayed";

    // How outputs and notebooks mark a formula; the longer marks first.
    private static readonly (string Start, string End)[] Marks = [("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$")];

    /// <summary>A formula on a line of its own.</summary>
    /// <param name="latex">The formula in TeX, with or without the marks around it.</param>
    internal static string Displayed(string latex)
    {
        string formula = latex.Trim();
        foreach (var (start, end) in Marks)
        {
            if (formula.Length >= start.Length + end.Length && formula.StartsWith(start, StringComparison.Ordinal) && formula.EndsWith(end, StringComparison.Ordinal))
            {
                formula = formula[start.Length..^end.Length].Trim();
                break;
            }
        }

        return Block(formula);
    }

    /// <summary>A formula on a line of its own, without marks.</summary>
    internal static string Block(string formula) => $"<div class=\"{Class} {DisplayedClass}\">\\[{WebUtility.HtmlEncode(formula)}\\]</div>";

    /// <summary>A formula within words.</summary>
    /// <param name="formula">The formula in TeX, without marks.</param>
    /// <param name="isDisplayed">Whether it has a line of its own there.</param>
    internal static string Inline(string formula, bool isDisplayed) => isDisplayed
        ? $"<span class=\"{Class} {DisplayedClass}\">\\[{WebUtility.HtmlEncode(formula)}\\]</span>"
        : $"<span class=\"{Class}\">\\({WebUtility.HtmlEncode(formula)}\\)</span>";
}
