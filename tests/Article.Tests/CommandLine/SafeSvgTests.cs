using InteractiveArticle.Article.Site;
using InteractiveArticle.Article.Tests.Browser;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Painting;

namespace InteractiveArticle.Article.Tests.CommandLine;

public sealed class SafeSvgTests
{
    /// <summary>What a picture may not hold; each stands within an otherwise harmless one.</summary>
    public static TheoryData<string> Refused =>
    [
        "<script>1</script>", "<a href=\"https://example.org/\"><text>t</text></a>", "<image href=\"x.png\"/>", "<use href=\"#a\"/>", "<g id=\"a\"><path id=\"b\"/></g><use href=\"#a\"/>", "<path id=\"a\"/><use href=\"x.svg#a\"/>", "<path id=\"a\"/><rect href=\"#a\"/>", "<use xlink:href=\"data:x\"/>",
        "<foreignObject><p>x</p></foreignObject>", "<animate attributeName=\"x\" onbegin=\"x()\"/>", "<set attributeName=\"href\" to=\"x\"/>", "<rect onclick=\"x()\"/>", "<rect tabindex=\"0\"/>",
        "<rect style=\"fill:url(https://example.org/x)\"/>", "<rect style=\"fill:URL( '#a')\"/>", "<rect fill=\"url(//example.org/#a)\"/>", "<rect style=\"fill:u\\72l(x)\"/>", "<rect clip-path=\"url(x#a)\"/>",
        "<rect style=\"background:image-set('x' 1x)\"/>", "<rect style=\"width:attr(x)\"/>", "<rect style=\"filter:src(x)\"/>",
        "<style>@import 'x';</style>", "<style>@font-face{src:url(x)}</style>", "<style>:host{position:fixed}</style>", "<style>:HOST(x){position:fixed}</style>", "<style>::slotted(*){color:red}</style>", "<style>a{b:c}</style><style>&lt;/style></style>", "<style><rect/></style>",
        "<title><b>x</b></title>", "<desc><img src=\"x\"/></desc>", "<!-- a comment -->", "<math><mi>x</mi></math>", "<p>out of it</p>", "</svg><p>after it</p><svg>", "<svg xmlns=\"http://www.w3.org/1999/xhtml\"><iframe/></svg>",
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void WhatMayDoHarm_IsRefused(string hostile)
    {
        Assert.NotNull(SafeSvg.Check(Picture("<path id=\"p\" d=\"M0 0h1\"/><use href=\"#p\"/>")));
        Assert.Null(SafeSvg.Check(Picture(hostile)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("words")]
    [InlineData("<p>x</p>")]
    [InlineData("<svg></svg><svg></svg>")]
    [InlineData("words <svg></svg>")]
    [InlineData("<svg onload='x()'></svg>")]
    [InlineData("<style>x</style><svg></svg>")]
    public void WhatIsNotOnePicture_IsRefused(string other) => Assert.Null(SafeSvg.Check(other));

    [Theory]
    [InlineData(SceneSize.Wide)]
    [InlineData(SceneSize.Narrow)]
    public void WhatThePainterPaints_IsLeftAsItIs(SceneSize size)
    {
        var scene = SceneArticle.SceneAt(0.25);
        string svg = scene.Paint(scene.Draw(size));
        string? check = SafeSvg.Check(svg);

        Assert.NotNull(check);
        Assert.Equal(check, SafeSvg.Check(check));
        Assert.Equal(System.Xml.Linq.XElement.Parse(svg).Value, System.Xml.Linq.XElement.Parse(check).Value);
    }

    private static string Picture(string within) => $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><style>.a{{fill:url(#b);animation:c 1s calc(var(--a) + var(--t,0s))}}@keyframes c{{to{{opacity:1}}}}</style><g class=\"a\">{within}</g></svg>";
}
