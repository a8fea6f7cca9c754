using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using InteractiveArticle.Article.Site;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Pictures;

namespace InteractiveArticle.Article.Tests.CommandLine;

/// <summary>Pages of notebooks that nobody would write.</summary>
public sealed class ChapterFuzzTests
{
    private const string Figure = """
        {"output_type": "display_data", "metadata": {}, "data": {
          "application/vnd.interactive-article.figure+json": {"title": "Title", "finding": "It falls.", "x": {"label": "x", "clockStart": 577, "ticks": [{"at": 1, "text": "one"}]}, "y": {"label": "y"}, "series": [{"name": "a < b", "shape": "line", "color": "main", "nameAt": 1, "x": [1, 2], "y": [3, null]}], "marks": [{"at": 1, "text": "here", "color": "good"}]},
          "text/html": "<figure>", "image/png": "AAAA", "text/plain": "Title. It falls."}}
        """;

    private const string Foreign = """
        {"output_type": "display_data", "metadata": {}, "data": {
          "application/vnd.plotly.v1+json": {"data": [{"name": "a < b", "x": [1, 2], "y": [3, null], "text": ["11:37", "12:00"]}], "layout": {"title": {"text": "Title"}, "xaxis": {"title": {"text": "x"}}, "yaxis": {"title": "y"}}},
          "text/html": "<img src=\"data:image/webp;base64,AAAA\">", "image/png": "AAAA", "text/plain": "Title. It falls."}}
        """;

    private const string Good = $$$"""
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
          {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# A title\n\nA standfirst.\n\n## One <dfn>part</dfn>\n\nA <dfn>term</dfn> is a word[^1]; see [this](05-the-outage.ipynb#x) and <https://example.org>.\n\n[^1]: A note with `code`.\n\n| a | b |\n|---|---|\n| 1 | **2** |\n\n- one\n  - two\n\n> quoted ![a](../images/the-outage.png) *and* ~~not~~\n\n    code\n"},
          {"cell_type": "code", "id": "b", "metadata": {"tags": ["parameters"]}, "execution_count": 1, "outputs": [], "source": "double share = 0.5; // 0…1 step 0.1 · the share"},
          {"cell_type": "markdown", "id": "c", "metadata": {"tags": ["question"]}, "source": "### What if `share` is 1?\n\nA term."},
          {"cell_type": "code", "id": "d", "metadata": {"tags": ["hero"]}, "execution_count": 2, "source": "Show(share)", "outputs": [{{{Figure}}}, {{{Foreign}}},
            {"output_type": "stream", "name": "stdout", "text": "said"},
            {"output_type": "execute_result", "execution_count": 2, "metadata": {}, "data": {"text/html": "<table><tr><td onclick=\"x()\">1</td></tr></table><script>x()</script>", "text/plain": "1"}},
            {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["t"]}]}]}
        """;

    private static readonly HtmlParser Parser = new();

    private static readonly SiteFrame Site = new(SiteImprint.Article, null, HasGlossary: true);

    private static readonly FigurePictures Pictures = new("no such folder");

    [Fact]
    public void ASpoiledNotebook_MakesASafePage_OrIsRefusedInOneLine() => Mutator.Try(400, mutator =>
    {
        try
        {
            Check(Spoiled(mutator));
        }
        catch (NotebookException refusal)
        {
            Assert.DoesNotContain('\n', refusal.Message);
        }
    });

    private static NotebookDocument Spoiled(Mutator mutator)
    {
        if (mutator.OnceIn(2))
        {
            return NotebookDocument.Parse(mutator.Json(JsonNode.Parse(Good)!)?.ToJsonString() ?? "null", "n.ipynb");
        }

        var good = NotebookDocument.Parse(Good, "n.ipynb");
        var cell = mutator.OneOf(good.Cells);
        return good with { Cells = [.. good.Cells.Select(other => other == cell ? cell with { Source = mutator.Text(cell.Source) } : other)] };
    }

    private static void Check(NotebookDocument document)
    {
        var other = Chapter.Of(NotebookDocument.Parse(Good, "o.ipynb"), "o.ipynb", Pictures, null);
        var glossary = Glossary.Of([Chapter.Of(document, "n.ipynb", Pictures, null), other]);
        var page = Parser.ParseDocument(Page.OfChapter(glossary.Chapters[0], null, other, Site with { Address = new("https://example.org/") }));

        Assert.NotEmpty(Page.OfGlossary(glossary, Site) + Page.OfContents(glossary.Chapters, Site));
        Assert.All(page.QuerySelectorAll("main script"), script => Assert.Equal("application/json", script.GetAttribute("type")));
        Assert.All(page.QuerySelectorAll("main *"), element => Assert.DoesNotContain(element.Attributes, attribute =>
            attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)));
    }
}
