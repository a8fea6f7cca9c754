using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Files;
using InteractiveArticle.Kernel.Packages;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// A chapter as one file that needs nothing else, for mail and for archives: styles, scripts, pictures, fonts and the program
/// that runs its cells are within it, and its policy lets it ask for nothing.
/// </summary>
internal static partial class SingleFile
{
    private const string Instead = "the path of a file, such as chapter.html, in a folder that you may write to";
    private const string Root = " class=\"single-file\"";

    // As far as that lies into the file, and somewhat further.
    private const int BytesToTell = 200;

    /// <summary>Finds out whether a place can take the file.</summary>
    /// <param name="target">Where it will be.</param>
    /// <exception cref="CommandException">It cannot be written there, or there is a file that no export wrote.</exception>
    public static void Check(string target)
    {
        OutputPath.OrRefuse(target, Instead, () => AtomicFile.Check(target));
        if (!AtomicFile.IsDevice(target) && new FileInfo(target) is { Exists: true, Length: > 0 } && !IsOurs(target))
        {
            throw new CommandException($"--output {target}: is there already and no single file of a chapter, so that it is left as it is; give another path");
        }
    }

    /// <summary>Writes the file.</summary>
    /// <param name="chapter">The chapter.</param>
    /// <param name="live">The program that runs cells in the browser; null where the chapter has none that a lever moves.</param>
    /// <param name="target">Where to.</param>
    /// <param name="imprint">What the page says of itself.</param>
    /// <param name="address">Where the site of the chapter is on the web; null if that is not known.</param>
    /// <exception cref="CommandException">It cannot be written, and what was there is as it was.</exception>
    public static void Write(Chapter chapter, LiveProgram? live, string target, SiteImprint imprint, Uri? address)
    {
        byte[] page = Encoding.UTF8.GetBytes(PageOf(chapter, live, imprint, address));

        // The notebook may have run for minutes, in which somebody else may have begun to use the path.
        Check(target);
        OutputPath.OrRefuse(target, Instead, () => AtomicFile.Write(target, page));
    }

    private static string PageOf(Chapter chapter, LiveProgram? live, SiteImprint imprint, Uri? address)
    {
        var glossary = Glossary.Of([chapter]);
        var carried = glossary.Chapters[0] with { Body = Carry(glossary.Chapters[0], address), Card = address is null ? null : chapter.Card };
        bool hasCharts = carried.Body.Contains("<figure class=\"figure", StringComparison.Ordinal);
        string theme = InScript(SiteAssets.Text("theme.js"));
        string[] scripts =
        [
            .. hasCharts ? [InScript(carried.NeedsWholePlotly ? Encoding.UTF8.GetString(PlotlyScript.Read()) : SiteAssets.Text("plotly/plotly-basic.min.js"))] : Array.Empty<string>(),
            .. carried.HasMathematics ? [InScript(SiteAssets.Text("katex/katex.min.js"))] : Array.Empty<string>(),
            InScript(PlainScript.OfOnePage(Page.Modules(live is not null, carried.HasMathematics))),
        ];
        string hashes = string.Join(' ', scripts.Prepend(theme).Select(script => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'"));
        string program = live is null ? "" : $"<script type=\"text/plain\" class=\"worker\">{InScript(SiteAssets.Text("live/worker.js"))}</script>\n{string.Concat(Packed(carried, live))}";
        string mathematics = carried.HasMathematics ? $"\n<style class=\"katex-style\">{WithFonts(SiteAssets.Text("katex/katex.min.css"))}</style>" : "";
        var parts = new PageParts(
            $"default-src 'none'; script-src {hashes}{(live is null ? "" : " 'wasm-unsafe-eval' blob:; worker-src blob:")}; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'",
            Root,
            DataOf("icon.svg", SiteAssets.Read("assets/icon.svg")),
            $"<style>\n{SiteAssets.Text("article.css")}</style>{mathematics}\n<script>{theme}</script>",
            address?.AbsoluteUri,
            address is null ? "" : new Uri(address, Glossary.Page).AbsoluteUri,
            "",
            Download("licences.txt", SiteAssets.Read("assets/licences.txt")),
            program + string.Concat(scripts.Select(script => $"<script>{script}</script>\n")));
        var site = new SiteFrame(imprint, address, address is not null && imprint.HasGlossary);
        return Page.OfChapter(carried, null, null, site, parts).Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    // Pictures and files come into the text, and links to other pages lead to where these are, if that is known.
    private static string Carry(Chapter chapter, Uri? address)
    {
        var files = chapter.Files.ToDictionary(file => SiteAddress.Of(file.Path));
        using var document = HtmlBounds.ReadChapter(chapter.Name, chapter.Body);
        foreach (var picture in document.QuerySelectorAll("img[src]"))
        {
            if (files.TryGetValue(picture.GetAttribute("src")!, out var file))
            {
                picture.SetAttribute("src", DataOf(file.Path, file.Content));
            }
        }

        foreach (var link in document.QuerySelectorAll("a[href]"))
        {
            string leadsTo = link.GetAttribute("href")!;
            if (files.TryGetValue(leadsTo, out var file))
            {
                link.SetAttribute("href", DataOf(file.Path, file.Content));
                link.SetAttribute("download", Path.GetFileName(file.Path));
            }
            else if (leadsTo.StartsWith(SiteAddress.Of(chapter.Page) + "#", StringComparison.Ordinal))
            {
                link.SetAttribute("href", leadsTo[leadsTo.IndexOf('#', StringComparison.Ordinal)..]);
            }
            else if (!leadsTo.StartsWith('#') && !leadsTo.StartsWith("//", StringComparison.Ordinal) && !Uri.TryCreate(leadsTo, UriKind.Absolute, out _))
            {
                if (address is not null && Uri.TryCreate(address, leadsTo, out var there))
                {
                    link.SetAttribute("href", there.AbsoluteUri);
                }
                else
                {
                    link.Replace([.. link.ChildNodes]);
                }
            }
        }

        return HtmlBounds.WriteChapter(document);
    }

    // By the paths that the worker asks for.
    private static IEnumerable<string> Packed(Chapter chapter, LiveProgram live) => live.PackedWithoutCompiler()
        .Concat(chapter.Files.Where(file => file.Path == chapter.CompiledCells).Select(file => file with { Content = PackedFile.Gzip(file.Content) }))
        .Select(file => $"<script type=\"text/plain\" class=\"carried\" data-path=\"{SiteAddress.Of(file.Path)}\">{Convert.ToBase64String(file.Content)}</script>\n");

    private static string WithFonts(string styles) => FontSources().Replace(styles, source => $"src:url({DataOf(source.Groups["file"].Value, SiteAssets.Read($"assets/katex/{source.Groups["file"].Value}"))}) format(\"woff2\")");

    // What would end the script early stands within texts and expressions only, where a backslash changes nothing.
    private static string InScript(string script) => script.Replace("\r\n", "\n", StringComparison.Ordinal)
        .Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase).Replace("<!--", "<\\!--", StringComparison.Ordinal);

    private static string Download(string name, byte[] content) => $"href=\"{DataOf(name, content)}\" download=\"{WebUtility.HtmlEncode(name)}\"";

    private static string DataOf(string name, byte[] content) => $"data:{TypeOf(name)};base64,{Convert.ToBase64String(content)}";

    private static string TypeOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".webp" => "image/webp",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".woff2" => "font/woff2",
        ".txt" or ".md" or ".csv" or ".tsv" => "text/plain;charset=utf-8",
        _ => "application/octet-stream",
    };

    private static bool IsOurs(string path)
    {
        using var file = File.OpenRead(path);
        byte[] start = new byte[BytesToTell];
        int length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(start, 0, length).Contains(Root, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"src:url\((?<file>fonts/[\w-]+\.woff2)\)[^;}]*")]
    private static partial Regex FontSources();
}
