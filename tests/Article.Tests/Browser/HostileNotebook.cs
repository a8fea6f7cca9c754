using System.Text.Json;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>
/// An article by somebody who wants to run scripts in the reader's browser: every place that takes text holds what would
/// call <c>ran(…)</c> with the name of the place, or ask another origin for something.
/// </summary>
internal static class HostileNotebook
{
    /// <summary>An origin that nothing may be asked for.</summary>
    public const string Elsewhere = "http://127.0.0.1:9";

    /// <summary>The file name of the chapter, without its ending.</summary>
    public const string Chapter = "javascript:ran(name);'<img src=x onerror=ran(`file`)>#?%20&amp;";

    /// <summary>The file name of another, which uses the term that the first one defines.</summary>
    public const string Next = "next";

    /// <summary>HTML that cells show after a readable paragraph.</summary>
    public static IReadOnlyList<string> Vectors { get; } =
    [
        "<script>ran('script')</script>", $"<script src={Elsewhere}/script.js></script>", "<scr<script>ipt>ran('nested')</script>",
        "<img src=x onerror=ran('img')>", $"<img src={Elsewhere}/img srcset='{Elsewhere}/srcset 2x'>", "<image src=x onerror=ran('image')>",
        "<svg onload=ran('svg')><script>ran('svg-script')</script><animate onbegin=ran('begin') attributeName=x dur=1s /></svg>",
        $"<svg><image href={Elsewhere}/svg /><use href=data:image/svg+xml,x /><a href=javascript:ran('svg-a')><text>t</text></a></svg>",
        "<iframe srcdoc=\"<script>parent.ran('srcdoc')</script>\"></iframe>", "<iframe src=\"javascript:parent.ran('iframe')\"></iframe>", $"<frameset><frame src={Elsewhere}/frame></frameset>",
        "<object data=\"javascript:ran('object')\"></object>", $"<embed src={Elsewhere}/embed>", $"<video poster={Elsewhere}/poster><source src={Elsewhere}/video onerror=ran('source')></video><audio src={Elsewhere}/audio></audio>",
        "<details open ontoggle=ran('toggle') class=answer><summary>fold</summary>text</details>", "<body onload=ran('body') onpageshow=ran('show')>", "<marquee onstart=ran('marquee')>m</marquee>",
        "<p onclick=ran('click') onmouseover=ran('over') style=\"animation:x;background:url(" + Elsewhere + "/background)\">styled</p>", $"<style>@import url({Elsewhere}/import); p {{ background: url({Elsewhere}/css) }}</style>",
        "<a href=\"javascript:ran('link')\">a link</a>", "<a href=\" java\tscript:ran('tab')\">a link</a>", "<a href=\"&#106;avascript&colon;ran('entity')\">a link</a>", "<a href=\"data:text/html,<script>opener.ran('data')</script>\">a link</a>", "<a href=\"vbscript:ran\">a link</a>",
        "<form action=\"javascript:ran('form')\"><input autofocus onfocus=ran('focus')><button formaction=\"javascript:ran('formaction')\">press</button></form>", "<isindex action=javascript:ran('isindex') type=image>",
        $"<meta http-equiv=refresh content=\"0;url={Elsewhere}/refresh\">", "<meta http-equiv=refresh content=\"0;url=javascript:ran('refresh')\">", $"<base href={Elsewhere}/>", $"<link rel=stylesheet href={Elsewhere}/stylesheet><link rel=prefetch href={Elsewhere}/prefetch>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=ran('mutation')&gt;\">", "<noscript><p title=\"</noscript><img src=x onerror=ran('noscript')>\">", "<template><img src=x onerror=ran('template')></template>",
        "<select><template><style><!--</template><a rel=\"--></style></select><img id=x src onerror=ran('select')>\">", "<form><math><mtext></form><form><mglyph><style></math><img src onerror=ran('form-mutation')>", "<!--><img src=x onerror=ran('comment')>-->", "<textarea></p><img src=x onerror=ran('textarea')>",
        "</div></div></article><script>ran('closing')</script>", "<div class='lever levers outputs player source term theme'>class names of the page</div>", "<p id=levers-title name=Plotly data-lever=amount role=alert>names of the page</p>",
        "<img src=\"data:text/html,<script>ran('data-img')</script>\" onerror=ran('data-img-error')>", "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='parent.ran(1)'/>\">", "<img src=data:image/png;base64,AAAA onerror=ran('broken-img')>",
        "<svg style='position:fixed;inset:0;z-index:99;width:100vw;height:100vh'><style>body, main { display: none } * { position: fixed }</style><rect width=9999 height=9999 class='lever outputs' id=content /></svg>", $"<svg><style>@import '{Elsewhere}/svg-import'; rect {{ fill: url({Elsewhere}/svg-fill) }}</style><rect style='background:url({Elsewhere}/svg-style)' /></svg>",
        $"<div style='position:fixed;inset:0;z-index:99;background:red url({Elsewhere}/style);width:9999px;height:9999px;margin:-99px'>cover</div>", $"<div style='background:u\\72l({Elsewhere}/escaped);color:red;background-image:image-set(\"{Elsewhere}/set\" 1x)'>escaped</div>", $"<div style='font-family:\"a;background:url({Elsewhere}/quoted);b\"'>quoted</div>",
        "<h2 id=content onclick=ran('heading')>a heading</h2><progress value=1 onfocus=ran('progress') tabindex=0></progress><meter onmouseover=ran('meter')></meter>", "<div><template shadowrootmode=open><img src=x onerror=ran('shadow')></template></div>",
        $"<span class=math>\\(\\href{{javascript:ran('tex')}}{{x}} \\htmlStyle{{position:fixed}}{{y}} \\includegraphics{{{Elsewhere}/tex}} \\rule{{9999em}}{{9999em}}\\)</span>", "<span class=math>\\(<img src=x onerror=ran('tex-html')> \\text{<script>ran('tex-script')</script>}\\)</span>",
        $"<a href=https://example.org/ ping={Elsewhere}/ping target=_blank download>an honest link</a>",
    ];

    /// <summary>HTML that cells show as if the page's own templates had made it.</summary>
    public static IReadOnlyList<string> Disguises { get; } =
    [
        $"<pre class=output>disguised</pre><img src=x onerror=ran('pre')><meta http-equiv=refresh content=\"0;url={Elsewhere}/pre\">",
        "<div class=scroll tabindex=0 role=group><table><tr><td>disguised</table></div><img src=x onerror=ran('region')><div onclick=ran('region-click')>x</div>",
        "<figure class='figure hero' id=figure-x><p class=figure-title>disguised</p><div class=plot><img src=x onerror=ran('figure')></div><script class=plotly-data type=application/json>{\"data\":[],\"layout\":{}}</script><script>ran('figure-script')</script><figcaption><p onclick=ran('p')>x</p><div class=data><div class=scroll><iframe src=\"javascript:parent.ran('figure-frame')\"></iframe></div></div></figcaption></figure>",
        $"<figure class='figure hero' id=figure-y><p class=figure-title>disguised</p><div class=plot></div><script class=figure-data type=application/json>{HostileFigure.Replace("<", "\\u003c", StringComparison.Ordinal)}</script><figcaption><p>x</p><div class=data><div class=scroll></div></div></figcaption></figure>",
        "<figure class=figure><script class=figure-data type=application/json>not JSON</script>disguised</figure>",
        $"<figure class='scene hero' id=figure-z><p class=figure-title>disguised</p><div class=stages><div class='stage wide'><div class=picture><template shadowrootmode=open><svg xmlns='http://www.w3.org/2000/svg'><style>@import '{Elsewhere}/scene'; :host {{ position: fixed; inset: 0 }}</style><image href={Elsewhere}/scene-image /></svg><img src=x onerror=ran('scene')></template></div><script class=scene-data type=application/json>{{}}</script></div></div><figcaption><p>x</p><details class=captions><ol></ol></details></figcaption></figure>",
    ];

    // Where Plotly takes text it reads a little HTML of its own.
    private static readonly string Chart = JsonSerializer.Serialize(new
    {
        data = new[]
        {
            new
            {
                x = new[] { "<img src=x onerror=ran('tick')>", "b" }, y = new[] { 1, 2 }, text = new[] { "<a href=\"javascript:ran('text')\">shown</a>", "<script>ran('text-script')</script>" }, name = "Named <img src=x onerror=ran('name')>",
                hovertemplate = "<b onclick=ran('hover')>hover</b><img src=x onerror=ran('hover-img')>", mode = "lines+markers+text", type = "scatter", showlegend = true,
            },
        },
        layout = new
        {
            title = new { text = "Titled <img src=x onerror=ran('figure-title')></p></figure><script>ran('figure-title-script')</script>" },
            xaxis = new { title = new { text = "<a href=\"javascript:ran('axis')\" style=\"fill:url(" + Elsewhere + "/fill);cursor:url(" + Elsewhere + "/cursor)\">axis</a>" } }, yaxis = new { title = new { text = "<svg onload=ran('yaxis')><b stystyle=le='fill:url(" + Elsewhere + "/nested-fill)'>b</b>" }, ticksuffix = "<script>ran('suffix')</script>" },
            annotations = new[] { new { x = 0, y = 1, text = "<a href=\"data:text/html,<script>opener.ran('annotation')</script>\" target=_top>note</a><img src=x onerror=ran('annotation-img')>", hovertext = "<img src=x onerror=ran('annotation-hover')>" } },
            images = new[] { new { source = Elsewhere + "/layout-image", xref = "paper", yref = "paper", x = 0, y = 1, sizex = 1, sizey = 1 } },
            width = 4000, height = 9000, autosize = false, shapes = Array.Empty<int>(), font = new { family = "x;background:url(" + Elsewhere + "/font)" }, paper_bgcolor = "url(" + Elsewhere + "/paper)", showlegend = true,
        },
    });

    // A figure of the article as somebody else may write it.
    private static string HostileFigure => JsonSerializer.Serialize(new
    {
        title = "Figured <img src=x onerror=ran('figured-title')></p></figure></script><script>ran('figured-title-script')</script>", finding = "<!--<script>ran('figured-finding')</script>",
        x = new { label = "<a href=\"javascript:ran('figured-axis')\" style=\"fill:url(" + Elsewhere + "/figured-fill)\">axis</a>", ticks = new[] { new { at = 0, text = "<img src=x onerror=ran('figured-tick')>" } }, timeline = "<script>ran('timeline')</script>" },
        y = new { label = "<svg onload=ran('figured-label')>" },
        series = new[] { new { name = "<b onclick=ran('figured-name')>named</b><img src=x onerror=ran('figured-name-img')>", shape = "area", color = "main", nameAt = 1, x = new[] { 0, 1 }, y = new[] { 0, 9876 } } },
        marks = new[] { new { at = 1, text = "<a href=\"data:text/html,<script>opener.ran('mark')</script>\" target=_top>mark</a>", color = "good" } },
        data = Array.Empty<int>(), layout = new { images = new[] { new { source = Elsewhere + "/figured-image" } } },
    });

    // A scene whose picture is harmless, and whose words and hands are not.
    private static string HostileScene => JsonSerializer.Serialize(new
    {
        title = "Played <img src=x onerror=ran('scene-title')>", finding = "</p></figure></script><script>ran('scene-finding')</script>", duration = 1, stillAt = 0.5, timeline = "\"><script>ran('scene-timeline')</script>",
        width = 900, height = 100, railHeight = 0, knots = new[] { new[] { 0, 0 }, [1, 1] }, step = 0.1, readings = new[] { new object[] { 0, "<img src=x onerror=ran('reading')>" } },
        captions = new[] { new { at = 0, time = "<img src=x onerror=ran('caption-time')>", headline = "<script>ran('caption')</script>", detail = "<svg onload=ran('detail')>" } },
        hands = new[] { new { x = 0, y = 0, width = 100, height = 100, lever = "amount\"]<img src=x onerror=ran('hand-lever')>", value = "javascript:ran('hand-value')", label = "<img src=x onerror=ran('hand')>", key = "<" } },
        svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 1\"><title>&lt;img src=x onerror=ran('svg-title')></title><text>&lt;script>ran('svg-text')&lt;/script></text></svg>",
    });

    /// <summary>Writes the notebooks, into a folder that the main job takes for the article's.</summary>
    public static void Write(TemporaryFolder folder)
    {
        string chart = JsonSerializer.Serialize(Chart)[1..^1].Replace("\\u0022y\\u0022:[1,2]", "\\u0022y\\u0022:[1,\" + amount + \"]", StringComparison.Ordinal);
        Write(folder, Chapter,
        [
            Text("# The title <img src=x onerror=ran('title')></title><script>ran('title-script')</script>\n\nThe standfirst <script>ran('standfirst')</script> \"><img src=x onerror=ran('description')>."),
            Text($$"""
                ## A section <img src=x onerror=ran('section')>

                Words that stay. <script>ran('markdown-script')</script> <img src=x onerror=ran('markdown-img')> The <dfn>hostile term</dfn> is a word that <img src=x onerror=ran('definition')> is defined "><script>ran('definition-script')</script>. A <dfn><img src=x onerror=ran('dfn')>" onclick=ran('dfn-click')</dfn> is another.

                <iframe src="javascript:parent.ran('markdown-frame')"></iframe>

                <script>
                ran('markdown-block')
                </script>

                [one](javascript:ran('markdown-link')) [two](<java	script:ran('markdown-tab')>) [three](data:text/html,<script>ran('x')</script> "title\" onmouseover=ran('link-title')") <javascript:ran('autolink')> [four][four] [five](//127.0.0.1:9/protocol-relative) [six](https://example.org/" onclick=ran('quote'))

                ![a" onerror=ran('alt')](javascript:ran('image-link')) ![x]({{Elsewhere}}/markdown-image) ![x](attachment:x.svg) ![x](../../../../etc/passwd)

                [four]: javascript:ran('reference') "x' onclick=ran('reference-title')"

                | a <img src=x onerror=ran('cell')> | b |
                | --- | --- |
                | <script>ran('table')</script> | c[^1] |

                [^1]: A note <img src=x onerror=ran('footnote')>.

                ```"><img src=x onerror=ran('info')>
                </code></pre><script>ran('fence')</script>
                ```
                """),
            Code("""
                int amount = 0; // 0…9 step 1 "><img src=x onerror=ran('unit')> · the amount </label><img src=x onerror=ran('label')> " onclick=ran('label-attribute') x="
                string choice = "plain"; // plain|<img src=x onerror=ran('choice')>|' onclick=ran('choice-attribute') · a choice </select><script>ran('choice-label')</script>
                """, "parameters"),
            Code($"using System.Linq;\nforeach (var html in new[] {{ {string.Join(", ", Vectors.Select(Literal))} }}) display(HTML($\"<p>Readable at {{amount}}.</p>\" + html));", "\"><script>ran('tag')</script>"),
            Code($"foreach (var html in new[] {{ {string.Join(", ", Disguises.Select(Literal))} }}) display(HTML(html + $\"<p>Disguised at {{amount}}.</p>\"));"),
            Code($"(\"{chart}\").DisplayAs(\"application/vnd.plotly.v1+json\");", "hero"),
            Code("""
                // </code></pre><script>ran('source')</script><img src=x onerror=ran('source-img')>
                Console.WriteLine($"Printed at {amount}: <script>ran('stream')</script><img src=x onerror=ran('stream-img')></pre><script>ran('stream-closing')</script>");
                Console.Write("\e]8;;javascript:ran('stream-link')\a\e[31m<img src=x onerror=ran('stream-colour')>\e[0m\r<script>ran('stream-over')</script>\n");
                "<svg xmlns='http://www.w3.org/2000/svg' onload=\"ran('svg-form')\"><script>ran('svg-form-script')</script></svg>".DisplayAs("image/svg+xml");
                "ran('js-form')".DisplayAs("application/javascript");
                $"Valued at {amount}: <img src=x onerror=ran('plain')> {choice}"
                """),
            Code("if (amount == 2) throw new Exception(\"</p><img src=x onerror=ran('error')><script>ran('error-script')</script>\");"),
            Text("Move `amount` <img src=x onerror=ran('question')>.", "question"),
            Code($"{Literal(HostileFigure)}.Replace(\"9876\", amount.ToString()).DisplayAs(\"application/vnd.interactive-article.figure+json\");"),
            Code($"{Literal(HostileScene)}.DisplayAs(\"application/vnd.interactive-article.scene+json\");"),
        ]);
        Write(folder, Next, [Text("# Next\n\nIt uses the term.\n\nHere the hostile term is used.")]);
    }

    private static void Write(TemporaryFolder folder, string name, object[] cells) => File.WriteAllText(
        folder[$"notebooks/{name}.ipynb"],
        JsonSerializer.Serialize(new { nbformat = 4, nbformat_minor = 2, metadata = new { title = "<script>ran('metadata')</script>", kernelspec = new { display_name = "<img src=x onerror=ran('kernel')>" } }, cells }));

    private static object Text(string source, params string[] tags) => new { cell_type = "markdown", metadata = new { tags }, source };

    private static object Code(string source, params string[] tags) => new
    {
        cell_type = "code",
        metadata = new { tags, name = "<script>ran('cell-metadata')</script>" },
        execution_count = (int?)null,
        outputs = new object[] { new { output_type = "error", ename = "<script>ran('committed')</script>", evalue = "", traceback = new[] { "<img src=x onerror=ran('committed-trace')>" } } },
        source,
    };

    private static string Literal(string html) => JsonSerializer.Serialize(html);
}
