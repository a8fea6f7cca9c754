using System.Globalization;
using System.Net;
using System.Text;
using InteractiveArticle.Notebook.Levers;
using InteractiveArticle.Parameters;
using InteractiveArticle.Rendering;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// Levers on the page: as a table for reading, and as controls that a script brings to life.
/// </summary>
internal static class LeverHtml
{
    // More than these do not fit on a phone together with the figure that they move.
    private const int MostUnfolded = 4;

    /// <summary>The levers in a folded table.</summary>
    /// <param name="levers">The chapter's levers.</param>
    public static string Table(IReadOnlyList<Lever> levers)
    {
        var html = new StringBuilder($"<details class=\"lever-table\"><summary>The {levers.Count} levers of this chapter</summary><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Levers\"><table><caption>Change them in the notebook, or with --set on the command line</caption><thead><tr><th scope=\"col\">lever</th><th scope=\"col\">now</th><th scope=\"col\">takes</th></tr></thead><tbody>");
        foreach (var lever in levers)
        {
            string unit = lever.Allowed.Unit is null ? "" : " " + lever.Allowed.Unit;
            html.Append($"<tr><th scope=\"row\">{Encode(Typography.OfText(lever.Label))}<br><code>{Encode(lever.Name)}</code></th><td>{Encode(lever.ToLiteral(lever.Default) + unit)}</td><td>{Encode(lever.Allowed.InWords)}</td></tr>");
        }

        return html.Append("</tbody></table></div></details>\n").ToString();
    }

    /// <summary>All levers as controls, hidden until a script can answer them; those that do not move the main figure are folded.</summary>
    /// <param name="levers">The chapter's levers.</param>
    /// <param name="moving">Those that move the main figure; none of them if there is no such figure.</param>
    /// <param name="declaredBy">The identity of the cell that declares them; empty for none.</param>
    /// <param name="notebook">The address of the chapter's compiled cells.</param>
    public static string Panel(IReadOnlyList<Lever> levers, IReadOnlyList<Lever> moving, string declaredBy, string notebook)
    {
        var shown = moving.Count > 0 ? moving : levers;
        Lever[] others = [.. levers.Except(shown)];
        string without = levers.Count > 0 ? "" : " hidden";
        string more = others.Length == 0 ? "" : $"<details class=\"more-levers\"><summary>{Count(others.Length, "more lever of", "more levers of")} this chapter</summary>{Grid(others, "")}</details>\n";
        return $"""
            <section class="levers" aria-labelledby="levers-title" data-notebook="{Encode(notebook)}" data-declared-by="{Encode(declaredBy)}" data-tags="{string.Join(' ', SafeHtml.Tags)}" data-attributes="{string.Join(' ', SafeHtml.Attributes)}" data-classes="{string.Join(' ', SafeHtml.Classes)}" data-svg-tags="{string.Join(' ', SafeSvg.Tags)}" data-svg-attributes="{string.Join(' ', SafeSvg.Attributes)}" data-svg-functions="{string.Join(' ', SafeSvg.Functions)}" data-svg-rules="{string.Join(' ', SafeSvg.Rules)}" hidden>
            <p class="levers-title" id="levers-title">{(levers.Count > 0 ? "Levers" : "The code of this page runs here: show it, press Edit, and run it as you like it")}</p>
            {(levers.Count > 0 ? Grid(shown, "") : "")}
            {more}<div class="lever-actions"><p class="refusal" role="alert"></p><button type="button" class="reset" disabled{without}>Reset</button><button type="button" class="share"{without}>Copy link</button><p class="status" role="status"></p><progress class="working" aria-label="Results computed again" hidden></progress></div>
            </section>

            """;
    }

    /// <summary>The controls of the levers that move a figure; many are folded.</summary>
    /// <param name="levers">The levers.</param>
    /// <param name="place">A name for the place, unique on the page.</param>
    public static string OfFigure(IReadOnlyList<Lever> levers, string place) =>
        $"<details class=\"levers-here\"{(levers.Count <= MostUnfolded ? " open" : "")} hidden><summary>{Count(levers.Count, "lever", "levers")} behind this figure</summary>{Grid(levers, "-" + place)}</details>\n";

    /// <summary>The controls of a few levers where the text asks for them.</summary>
    /// <param name="levers">The levers.</param>
    /// <param name="place">A name for the place, unique on the page.</param>
    public static string Here(IReadOnlyList<Lever> levers, string place) =>
        levers.Count == 0 ? "" : $"<div class=\"levers-here\" hidden>{Grid(levers, "-" + place)}</div>\n";

    private static string Grid(IEnumerable<Lever> levers, string suffix) =>
        $"<div class=\"lever-grid\">{string.Concat(levers.Select(lever => Control(lever, suffix)))}</div>";

    private static string Count(int count, string one, string several) => $"{count} {(count == 1 ? one : several)}";

    private static string Control(Lever lever, string suffix)
    {
        string id = Encode($"lever-{lever.Name}{suffix}");
        var allowed = lever.Allowed;
        string text = Encode(AllowedValues.TextOf(lever.Default));
        string unit = allowed.Unit is null ? "" : $" <span class=\"unit\">{Encode(allowed.Unit)}</span>";
        string control = allowed.Kind switch
        {
            ParameterKind.Switch => $"<input type=\"checkbox\" role=\"switch\" id=\"{id}\"{((bool)lever.Default ? " checked" : "")}>",
            ParameterKind.Choice => $"<select id=\"{id}\">{string.Concat(allowed.Choices.Select(choice => $"<option{(choice.Equals(lever.Default) ? " selected" : "")}>{Encode(choice)}</option>"))}</select>",
            _ => string.Create(CultureInfo.InvariantCulture, $"<input type=\"range\" id=\"{id}\" min=\"{allowed.Minimum}\" max=\"{allowed.Maximum}\" step=\"{lever.Step}\" value=\"{text}\"><input type=\"text\" inputmode=\"decimal\" autocomplete=\"off\" class=\"exact\" aria-label=\"{Encode(lever.Label)}: exact value\" value=\"{text}\">{unit}"),
        };

        // What lets the script judge a text at once, and refuse it in the lever's own words, which have a place for the text.
        string range = allowed.Minimum is null ? "" : string.Create(CultureInfo.InvariantCulture, $" data-minimum=\"{allowed.Minimum}\" data-maximum=\"{allowed.Maximum}\"");
        return $"<div class=\"lever\" data-lever=\"{Encode(lever.Name)}\" data-kind=\"{allowed.Kind}\" data-default=\"{text}\" data-pattern=\"{Encode(allowed.Pattern)}\"{range} data-refusal=\"{Encode(lever.Refusal("{}"))}\"><label for=\"{id}\">{Encode(Typography.OfText(lever.Label))} <code>{Encode(lever.Name)}</code></label><div class=\"lever-control\">{control}</div></div>\n";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
