using InteractiveArticle.Rendering;

namespace InteractiveArticle.Article.Tests.CommandLine;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("plain <b> & \"text\"\n\twith a tab", "plain &lt;b&gt; &amp; &quot;text&quot;\n\twith a tab")]
    [InlineData("\e[31mred\e[0m again", "<span class=\"fg-1\">red</span> again")]
    [InlineData("\e[1;92;44m<x>\e[m", "<span class=\"fg-10 bg-4 bold\">&lt;x&gt;</span>")]
    [InlineData("\e[2ma\e[22m\e[3mb\e[23m\e[4mc\e[24m\e[7md\e[27m\e[9me\e[29mf", "<span class=\"faint\">a</span><span class=\"italic\">b</span><span class=\"underlined\">c</span><span class=\"inverse\">d</span><span class=\"struck\">e</span>f")]
    [InlineData("\e[38;5;196mcube\e[39m \e[48;2;1;2;3mparts\e[49m", "<span class=\"fg-9\">cube</span> <span class=\"bg-0\">parts</span>")]
    [InlineData("\e[38;5;2m16\e[38;5;m\e[38;9mnone", "<span class=\"fg-2\">16</span><span class=\"fg-0\">none</span>")]
    [InlineData("\e[31mred\nstill\e[0m", "<span class=\"fg-1\">red</span>\n<span class=\"fg-1\">still</span>")]
    [InlineData("10 %\r50 %\r100 %\ndone\r\n", "100 %\ndone\n")]
    [InlineData("long line\rshort", "shortline")]
    [InlineData("long line\r\e[Kshort", "short")]
    [InlineData("long line\r\e[2Kx", "x        ")]
    [InlineData("ab\bc", "ac")]
    [InlineData("\e]8;;javascript:x()\aa link\e]8;;\a\e[5A\e(B\a\0", "a link")]
    [InlineData("\e]0;a title that never ends", "")]
    [InlineData("ends in an escape\e", "ends in an escape")]
    [InlineData("\r🌱🌱\r🌳", "&#127795;&#127793;")]
    public void ATerminalsText_LooksAsThere(string text, string html) => Assert.Equal(html, TerminalText.ToHtml(text));

    [Fact]
    public void HalfALetter_IsOneThatCannotBeRead() => Assert.Equal("\ufffda", TerminalText.ToHtml($"{(char)0xd83c}a\r"));

    [Fact]
    public void ColoursWithoutEnd_AreColoursOnlyForAWhile()
    {
        string html = TerminalText.ToHtml(string.Concat(Enumerable.Repeat("\e[31ma\e[32mb", 20_000)));

        Assert.Equal(10_000, html.Split("<span").Length - 1);
        Assert.EndsWith("abab", html, StringComparison.Ordinal);
    }

    [Fact]
    public void SpoiledText_MakesNothingButSpans() => Mutator.Try(300, mutator =>
    {
        string html = TerminalText.ToHtml(mutator.Text("\e[1;31mred <b>\e[0m\r\e[K\e]8;;https://example.org\aa link\e]8;;\a\b\e[48;5;200m&amp;"));
        string without = System.Text.RegularExpressions.Regex.Replace(html, "<span class=\"[a-z0-9 -]+\">|</span>", "");
        Assert.DoesNotContain('<', without);
        Assert.DoesNotContain('\e', without);
    });
}
