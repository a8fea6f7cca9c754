using System.Globalization;
using System.Net;
using System.Text;
using InteractiveArticle.Notebook.Levers;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// Levers on the page: as a table for reading, and as controls that a script brings to life.
/// </summary>
internal static class LeverHtml
{
    /// <summary>The levers in a folded table.</summary>
    /// <param name="levers">The chapter's levers.</param>
    public static string Table(IReadOnlyList<Lever> levers)
    {
        var html = new StringBuilder($"<details class=\"lever-table\"><summary>The {levers.Count} levers of this chapter</summary><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Levers\"><table><caption>Change them in the notebook, or with --set on the command line</caption><thead><tr><th scope=\"col\">lever</th><th scope=\"col\">now</th><th scope=\"col\">takes</th></tr></thead><tbody>");
        foreach (var lever in levers)
        {
            string unit = lever.Unit is null ? "" : " " + lever.Unit;
            html.Append($"<tr><th scope=\"row\">{Encode(lever.Label)}<br><code>{Encode(lever.Name)}</code></th><td>{Encode(lever.ToLiteral(lever.Default) + unit)}</td><td>{Encode(lever.Allowed)}</td></tr>");
        }

        return html.Append("</tbody></table></div></details>\n").ToString();
    }

    /// <summary>All levers as controls, hidden until a script can answer them.</summary>
    /// <param name="levers">The chapter's levers.</param>
    /// <param name="declaredBy">The identity of the cell that declares them.</param>
    /// <param name="notebook">The address of the chapter's compiled cells.</param>
    public static string Panel(IReadOnlyList<Lever> levers, string declaredBy, string notebook) => $"""
        <section class="levers" aria-labelledby="levers-title" data-notebook="{Encode(notebook)}" data-declared-by="{Encode(declaredBy)}" data-tags="{string.Join(' ', SafeHtml.Tags)}" data-attributes="{string.Join(' ', SafeHtml.Attributes)}" data-classes="{string.Join(' ', SafeHtml.Classes)}" hidden>
        <p class="levers-title" id="levers-title">Levers</p>
        <div class="lever-grid">
        {string.Concat(levers.Select(lever => Control(lever, "")))}</div>
        <p class="refusal" role="alert"></p>
        <div class="lever-actions"><button type="button" class="reset" disabled>Reset</button><button type="button" class="share">Copy link</button><p class="status" role="status"></p><progress class="working" aria-label="Results computed again" hidden></progress></div>
        </section>

        """;

    /// <summary>The controls of a few levers where the text asks for them.</summary>
    /// <param name="levers">The levers.</param>
    /// <param name="place">A name for the place, unique on the page.</param>
    public static string Here(IEnumerable<Lever> levers, string place) =>
        $"<div class=\"levers-here\" hidden>{string.Concat(levers.Select(lever => Control(lever, "-" + place)))}</div>\n";

    private static string Control(Lever lever, string suffix)
    {
        string id = Encode($"lever-{lever.Name}{suffix}");
        string text = Encode(Text(lever.Default));
        string unit = lever.Unit is null ? "" : $" <span class=\"unit\">{Encode(lever.Unit)}</span>";
        string control = lever.Type switch
        {
            LeverType.Switch => $"<input type=\"checkbox\" role=\"switch\" id=\"{id}\"{((bool)lever.Default ? " checked" : "")}>",
            LeverType.Choice => $"<select id=\"{id}\">{string.Concat(lever.Choices.Select(choice => $"<option{(choice.Equals(lever.Default) ? " selected" : "")}>{Encode(choice)}</option>"))}</select>",
            _ => string.Create(CultureInfo.InvariantCulture, $"<input type=\"range\" id=\"{id}\" min=\"{lever.Minimum}\" max=\"{lever.Maximum}\" step=\"{lever.Step}\" value=\"{text}\"><input type=\"text\" inputmode=\"decimal\" autocomplete=\"off\" class=\"exact\" aria-label=\"{Encode(lever.Label)}: exact value\" value=\"{text}\">{unit}"),
        };
        string range = lever.Minimum is null ? "" : string.Create(CultureInfo.InvariantCulture, $" data-minimum=\"{lever.Minimum}\" data-maximum=\"{lever.Maximum}\"");
        return $"<div class=\"lever\" data-lever=\"{Encode(lever.Name)}\" data-type=\"{lever.Type}\" data-default=\"{text}\" data-label=\"{Encode(lever.Label)}\" data-allowed=\"{Encode(lever.Allowed)}\"{range}><label for=\"{id}\">{Encode(lever.Label)} <code>{Encode(lever.Name)}</code></label><div class=\"lever-control\">{control}</div></div>\n";
    }

    private static string Text(object value) => value is bool on ? (on ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
