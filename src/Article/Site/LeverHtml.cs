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
    private const string Title = "levers-title";

    // A slider of more steps than that hits none of them on purpose.
    private const double MostSteps = 1_000_000;

    /// <summary>Whether a lever is a number with too many steps for a slider.</summary>
    public static bool IsTyped(Lever lever) =>
        lever is { Scale: SliderScale.Linear, Allowed: { Minimum: { } minimum, Maximum: { } maximum } } && (maximum - minimum) / lever.Step!.Value > MostSteps;

    /// <summary>The levers in a folded table.</summary>
    /// <param name="levers">The chapter's levers.</param>
    public static string Table(IReadOnlyList<Lever> levers)
    {
        string percent = levers.Any(lever => lever.IsPercent) ? "; there 45 % is 0.45" : "";
        var html = new StringBuilder($"<details class=\"lever-table\"><summary>The {Count(levers.Count, "lever", "levers")} of this chapter</summary><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Levers\"><table><caption>Change them in the notebook, or with --set on the command line{Typography.OfText(percent)}</caption><thead><tr><th scope=\"col\">lever</th><th scope=\"col\">now</th><th scope=\"col\">takes</th></tr></thead><tbody>");
        foreach (var lever in levers)
        {
            string unit = lever.ShownUnit is null ? "" : " " + lever.ShownUnit;
            string now = lever.IsPercent ? lever.Shown(lever.Default) : lever.ToLiteral(lever.Default);
            html.Append($"<tr><th scope=\"row\">{Encode(Typography.OfText(lever.Label))}<br><code>{Encode(lever.Name)}</code></th><td>{Encode(Typography.OfText(now + unit))}</td><td>{Encode(Typography.OfText(lever.ShownRange))}</td></tr>");
        }

        return html.Append("</tbody></table></div></details>\n").ToString();
    }

    /// <summary>What brings a page to life, hidden until a script can answer it: levers, and what the page says of its work and offers.</summary>
    /// <param name="title">What stands above the levers.</param>
    /// <param name="levers">The levers; empty for a page whose code alone is alive.</param>
    /// <param name="declaredBy">The identity of the cell that declares them; empty for none.</param>
    /// <param name="notebook">The address of the chapter's compiled cells.</param>
    public static string Panel(string title, IReadOnlyList<Lever> levers, string declaredBy, string notebook) => Panel(
        Title, $"<p class=\"levers-title\" id=\"{Title}\">{Encode(title)}</p>\n{(levers.Count > 0 ? Grid(levers, "") : "")}", levers.Count > 0, declaredBy, notebook);

    /// <summary>All levers of a chapter in one place at its end, hidden until a script can answer them.</summary>
    /// <param name="heading">The heading that it stands under.</param>
    /// <param name="groups">The levers by the sections that tell of them.</param>
    /// <param name="declaredBy">The identity of the cell that declares them.</param>
    /// <param name="notebook">The address of the chapter's compiled cells.</param>
    public static string Desk(Section heading, IReadOnlyList<LeverGroup> groups, string declaredBy, string notebook) => Panel(
        heading.Id,
        $"<p>All levers of this chapter. What is set here holds for every figure above.</p>\n<div class=\"lever-groups\">{string.Concat(groups.Select(Group))}</div>",
        true,
        declaredBy,
        notebook);

    /// <summary>The controls of the levers that move a figure: some open, the others folded.</summary>
    /// <param name="open">Those that are open.</param>
    /// <param name="folded">The others.</param>
    /// <param name="place">A name for the place, unique on the page.</param>
    public static string OfFigure(IReadOnlyList<Lever> open, IReadOnlyList<Lever> folded, string place)
    {
        string atHand = open.Count == 0 ? "" : Grid(open, "-" + place);
        string more = open.Count == 0 ? "" : "more ";
        string others = folded.Count == 0 ? "" : $"<details class=\"more-levers\"><summary>{Count(folded.Count, more + "lever", more + "levers")}</summary>{Grid(folded, "-" + place)}</details>";
        return $"<div class=\"levers-here\" hidden>{atHand}{others}</div>\n";
    }

    /// <summary>The controls of a few levers where the text asks for them.</summary>
    /// <param name="levers">The levers.</param>
    /// <param name="place">A name for the place, unique on the page.</param>
    public static string Here(IReadOnlyList<Lever> levers, string place) => levers.Count == 0 ? "" : OfFigure(levers, [], place);

    private static string Panel(string title, string content, bool hasLevers, string declaredBy, string notebook)
    {
        string without = hasLevers ? "" : " hidden";
        return $"""
            <section class="levers" aria-labelledby="{Encode(title)}" data-notebook="{Encode(notebook)}" data-declared-by="{Encode(declaredBy)}" data-rules="{Encode(OutputRules.Json)}" hidden>
            {content}
            <div class="lever-actions"><p class="refusal" role="alert"></p><button type="button" class="reset" disabled{without}>Reset</button><button type="button" class="share"{without}>Copy link</button><p class="status" role="status"></p><progress class="working" aria-label="Results computed again" hidden></progress></div>
            </section>

            """;
    }

    private static string Group(LeverGroup group) =>
        $"<div class=\"lever-group\" role=\"group\" aria-label=\"{Encode(group.Section.Text)}\"><p><a href=\"#{Encode(group.Section.Id)}\">{Encode(group.Section.Text)}</a></p>{Grid(group.Levers, "")}</div>\n";

    private static string Grid(IEnumerable<Lever> levers, string suffix) =>
        $"<div class=\"lever-grid\">{string.Concat(levers.Select(lever => Control(lever, suffix)))}</div>";

    private static string Count(int count, string one, string several) => $"{count} {(count == 1 ? one : several)}";

    private static string Control(Lever lever, string suffix)
    {
        string id = Encode($"lever-{lever.Name}{suffix}");
        var allowed = lever.Allowed;
        string value = Encode(AllowedValues.TextOf(lever.Default));
        string control = allowed.Kind switch
        {
            ParameterKind.Switch => $"<input type=\"checkbox\" role=\"switch\" id=\"{id}\"{((bool)lever.Default ? " checked" : "")}>",
            ParameterKind.Choice => $"<select id=\"{id}\">{string.Concat(allowed.Choices.Select(choice => $"<option{(choice.Equals(lever.Default) ? " selected" : "")}>{Encode(choice)}</option>"))}</select>",
            _ => Slider(lever, id),
        };

        // What lets the script judge a text at once, and refuse it in the lever's own words, which have a place for the text.
        string range = allowed.Minimum is null ? "" : string.Create(CultureInfo.InvariantCulture, $" data-minimum=\"{allowed.Minimum}\" data-maximum=\"{allowed.Maximum}\" data-step=\"{lever.Step}\" data-scale=\"{lever.Scale}\"");
        string percent = lever.IsPercent ? $" data-percent data-shown-refusal=\"{Encode(lever.ShownRefusal("{}"))}\"" : "";
        return $"<div class=\"lever\" data-lever=\"{Encode(lever.Name)}\" data-kind=\"{allowed.Kind}\" data-default=\"{value}\" data-pattern=\"{Encode(allowed.Pattern)}\"{range}{percent} data-refusal=\"{Encode(lever.Refusal("{}"))}\"><label for=\"{id}\">{Encode(Typography.OfText(lever.Label))} <code>{Encode(lever.Name)}</code></label><div class=\"lever-control\">{control}</div></div>\n";
    }

    // Where equal lengths are not equal differences, the slider goes from 0 to 1 and the script knows which value lies where.
    private static string Slider(Lever lever, string id)
    {
        var (minimum, maximum) = (lever.Allowed.Minimum!.Value, lever.Allowed.Maximum!.Value);
        string size = $" style=\"--digits:{Longest(lever, minimum, maximum)}\"";
        if (IsTyped(lever))
        {
            return $"<input type=\"text\" inputmode=\"decimal\" autocomplete=\"off\" class=\"exact\"{size} id=\"{id}\" value=\"{Encode(lever.Shown(lever.Default))}\">";
        }

        string range = lever.Scale == SliderScale.Linear
            ? string.Create(CultureInfo.InvariantCulture, $"min=\"{lever.Shown(minimum)}\" max=\"{lever.Shown(maximum)}\" step=\"{lever.Shown(lever.Step!.Value)}\" value=\"{lever.Shown(lever.Default)}\"")
            : "min=\"0\" max=\"1\" step=\"0.001\"";
        string unit = lever.ShownUnit is { } shown ? $" <span class=\"unit\">{Encode(shown)}</span>" : "";
        return $"<input type=\"range\" id=\"{id}\" {range}><input type=\"text\" inputmode=\"decimal\" autocomplete=\"off\" class=\"exact\"{size} aria-label=\"{Encode(lever.Label)}: exact value\" value=\"{Encode(lever.Shown(lever.Default))}\">{unit}";
    }

    // The characters of the longest value: as long as an end of the range, and with the decimals of a step.
    private static int Longest(Lever lever, double minimum, double maximum)
    {
        string[][] values = [.. ((object[])[minimum, maximum, lever.Step!.Value, lever.Default]).Select(value => lever.Shown(value).Split('.'))];
        return values.Max(parts => parts[0].Length) + values.Max(parts => parts is [_, var decimals] ? decimals.Length + 1 : 0);
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}

/// <summary>Levers that belong together, by the section that tells of them first.</summary>
/// <param name="Section">The section.</param>
/// <param name="Levers">The levers.</param>
internal sealed record LeverGroup(Section Section, IReadOnlyList<Lever> Levers);
