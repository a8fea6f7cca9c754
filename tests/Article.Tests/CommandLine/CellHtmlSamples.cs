using InteractiveArticle.Article.Tests.Browser;

namespace InteractiveArticle.Article.Tests.CommandLine;

/// <summary>HTML as cells put it out, with what a page makes of it.</summary>
internal static class CellHtmlSamples
{
    private const string Dot = "data:image/png;base64,iVBORw0KGgo=";

    /// <summary>What is shown for what.</summary>
    public static IReadOnlyList<(string Html, string Shown)> All { get; } =
    [
        ("<h2 id=content>Two</h2><hr><p><s>s</s><u>u</u><mark>m</mark><small>s</small><kbd>k</kbd></p>", "<h2>Two</h2><hr><p><s>s</s><u>u</u><mark>m</mark><small>s</small><kbd>k</kbd></p>"),
        ("<dl><dt>a<dd>b</dl><p><progress value=1 max=2 onclick=x()></progress><meter low=1 value=2></meter></p>", "<dl><dt>a</dt><dd>b</dd></dl><p><progress value=\"1\" max=\"2\"></progress><meter low=\"1\" value=\"2\"></meter></p>"),
        ($"<figure class=plot><img src='{Dot}' alt=dot width=4 onload=x()><figcaption>A dot</figcaption></figure>", Framed($"<figure><img src=\"{Dot}\" alt=\"dot\" width=\"4\"><figcaption>A dot</figcaption></figure>")),
        ("<p style='color: Red; position:fixed; Width:50%;background:url(x)'>a</p>", Framed("<p style=\"color: Red; width: 50%\">a</p>")),
        ("<p style='color:rgb(1, 2,3);background:u\\72l(x);border:1px solid #abc;animation:a'>a</p>", Framed("<p style=\"color: rgb(1, 2,3); border: 1px solid #abc\">a</p>")),
        ("<p style='margin-top:9px;transform:none;z-index:9;top:0;content:\"x\";color:/**/red'>a</p>", Framed("<p style=\"margin-top: 9px\">a</p>")),
        ("<p style='font-family:\"a;background:url(b);c\"'>a</p>", Framed("<p style=\"font-family: &quot;a\">a</p>")),
        ($"<p style='color:{new string(' ', 300)}red'>a</p>", "<p>a</p>"),
        ("some words <b>and</b> more", Framed("some words <b>and</b> more")),
        ("<table><tr><td>1</table>", "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table><tbody><tr><td>1</td></tr></tbody></table></div>"),
        ("<center><section>a<font color=red>b</font></section></center>", Framed("ab")),
        ("<p><canvas id=c>x</canvas><iframe src=x></iframe><video><source></video><input><math><mi>x</mi></math></p>", $"<p>{Note("a canvas")}{Note("an embedded page")}{Note("a video")}{Note("an input field")}{Note("mathematics in MathML")}</p>"),
        ("<p><img src=x.png alt=one><img src=data:text/html,x><img></p>", $"<p>{Note("the picture “one”")}{Note("a picture")}{Note("a picture")}</p>"),
        ("<p><img src=https://example.org/x.png alt='<b>'></p>", "<p><span class=\"lost\">[<a href=\"https://example.org/x.png\">the picture “&lt;b&gt;”</a> on another site, which this page cannot show]</span></p>"),
        ("<p>a</p><script>x()</script><style>p{}</style><!-- c -->", "<p>a</p>"),
        ("<div id=chart></div><script>x()</script>", $"<div></div>{Note("what a script draws")}"),
        ("<p><svg viewBox='0 0 1 1'><!-- c --><rect width=1 height=1 /></svg></p>", Framed($"<p>{Drawn("<svg viewBox=\"0 0 1 1\"><rect width=\"1\" height=\"1\"></rect></svg>")}</p>")),
        ("<p><svg><script>x()</script></svg><svg><image href=x /></svg><svg onload=x()></svg></p>", $"<p>{Note("an SVG drawing")}{Note("an SVG drawing")}{Note("an SVG drawing")}</p>"),
        ("<p><svg><path id=a d=M0 /></svg><svg><use href=#a /></svg></p>", Framed($"<p>{Drawn("<svg><path id=\"a\" d=\"M0\"></path></svg>")}{Note("an SVG drawing")}</p>")),
        ("<div><template shadowrootmode=open><script>x()</script></template>a</div>", "<div>a</div>"),
        ("<span class='math lever drawing own-look'>\\(x\\)</span><p src=javascript:x()>a</p>", "<span class=\"math\">\\(x\\)</span><p>a</p>"),
    ];

    /// <summary>All HTML that there is to clean, hostile or not.</summary>
    public static IEnumerable<string> Everything => [.. All.Select(sample => sample.Html), .. HostileNotebook.Vectors];

    private static string Framed(string html) => $"<div class=\"own-look\">{html}</div>";

    private static string Note(string what) => $"<span class=\"lost\">[{what}, which this page cannot show]</span>";

    private static string Drawn(string svg) => $"<span class=\"drawing\"><template shadowrootmode=\"open\"><style>svg{{display:block;max-width:100%;height:auto}}</style>{svg}</template></span>";
}
