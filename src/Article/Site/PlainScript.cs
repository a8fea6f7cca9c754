using System.Text;
using System.Text.RegularExpressions;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// Modules of the page as one script that is none, for where a browser takes no modules from.
/// </summary>
internal static partial class PlainScript
{
    private const string Base = "base";

    // A page that is a file of its own finds nothing by an address.
    private const string Nowhere = "\"https://nowhere.invalid/assets/\"";

    // From the disk nothing can be fetched, and so no lever can answer.
    private const string ModulesOfThePage = """
        [...document.querySelectorAll("script[type=module]")].map((script) => script.getAttribute("src").slice("assets/".length)).filter((name) => location.protocol !== "file:" || !name.startsWith("live/"))
        """;

    /// <summary>A script that stands beside the assets and does on each page what its modules would.</summary>
    /// <param name="modules">All modules of pages, by their names within the assets, such as "live/levers.js".</param>
    public static string OfPages(IReadOnlyList<string> modules) => Of(modules, "document.currentScript.src", ModulesOfThePage);

    /// <summary>A script within a page. What its modules import for its effects alone has to be there before.</summary>
    /// <param name="modules">The page's modules, in the order in which they run.</param>
    public static string OfOnePage(IReadOnlyList<string> modules) => Of(modules, Nowhere, $"[{string.Join(", ", modules.Select(module => $"\"{module}\""))}]");

    private static string Of(IReadOnlyList<string> modules, string address, string wanted)
    {
        var written = new Dictionary<string, string>();
        foreach (string module in modules)
        {
            Add(module, written);
        }

        // Each in a task of its own, so that one that fails takes no other along, as with modules.
        return $$"""
            (() => {
            "use strict";
            const {{Base}} = {{address}};
            const modules = {
            {{string.Concat(written.Select(module => $"\"{module.Key}\": () => {{\n{module.Value}}},\n"))}}};
            const loaded = {};
            const load = (name) => (loaded[name] ??= modules[name]());
            for (const name of {{wanted}}) queueMicrotask(() => load(name));
            })();

            """.ReplaceLineEndings("\n");
    }

    private static void Add(string module, Dictionary<string, string> written)
    {
        if (written.ContainsKey(module))
        {
            return;
        }

        written[module] = "";
        string folder = Path.GetDirectoryName(module)!;
        var exported = new List<string>();
        var text = new StringBuilder();
        foreach (string line in SiteAssets.Text(module).ReplaceLineEndings("\n").Split('\n'))
        {
            if (Import().Match(line) is { Success: true } import)
            {
                string other = Path.GetRelativePath(".", Path.Combine(folder, import.Groups["module"].Value)).Replace(Path.DirectorySeparatorChar, '/');
                Add(other, written);
                text.Append($"const {import.Groups["names"].Value} = load(\"{other}\");\n");
            }
            else if (Export().Match(line) is { Success: true } export)
            {
                exported.Add(export.Groups["name"].Value);
                text.Append(line.AsSpan("export ".Length)).Append('\n');
            }
            else if (!ImportOfEffects().IsMatch(line))
            {
                text.Append(line.Replace("import.meta.url", $"new URL(\"{module}\", {Base}).href", StringComparison.Ordinal)).Append('\n');
            }
        }

        written[module] = text.Append($"return {{ {string.Join(", ", exported)} }};\n").ToString();
    }

    [GeneratedRegex("""^import (?<names>\{ [\w, ]+ \}) from "(?<module>[^"]+)";$""")]
    private static partial Regex Import();

    [GeneratedRegex("""^import "[^"]+";$""")]
    private static partial Regex ImportOfEffects();

    [GeneratedRegex(@"^export (?:async )?(?:const|function|class) (?<name>\w+)")]
    private static partial Regex Export();
}
