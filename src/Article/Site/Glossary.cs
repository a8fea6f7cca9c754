using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Article.Site;

/// <summary>A term that a chapter defines.</summary>
/// <param name="Term">The term.</param>
/// <param name="Id">Its anchor, in its chapter and in the glossary.</param>
/// <param name="Definition">The sentence that defines it.</param>
/// <param name="Chapter">The chapter that does.</param>
internal sealed record GlossaryEntry(string Term, string Id, string Definition, Chapter Chapter);

/// <summary>
/// The glossary of an article. It builds itself: a chapter marks a term with <c>dfn</c> inside the sentence that defines
/// it, and every other chapter that uses the term links to it where it first does.
/// </summary>
/// <param name="Entries">The terms in the order of the alphabet.</param>
/// <param name="Chapters">The chapters with their terms anchored and linked.</param>
internal sealed partial record Glossary(IReadOnlyList<GlossaryEntry> Entries, IReadOnlyList<Chapter> Chapters)
{
    /// <summary>The glossary's page.</summary>
    public const string Page = "glossary.html";

    private const string Blocks = "p, li, td, th, dd, blockquote";
    private const string NotLinked = "a, code, pre, dfn, summary, .chapter-head, .outputs, table, .question h3";

    // Each term is looked for in every chapter, and each link carries its definition.
    private const int MostTerms = 1_000;
    private const int LongestDefinition = 1_000;

    /// <summary>Collects the terms of some chapters.</summary>
    /// <exception cref="NotebookException">A chapter says more than a page takes, or defines more than a glossary takes.</exception>
    public static Glossary Of(IReadOnlyList<Chapter> chapters)
    {
        var pages = chapters.Select(chapter => (Chapter: chapter, Document: HtmlBounds.ReadChapter(chapter.Name, chapter.Body))).ToArray();
        var entries = new Dictionary<string, GlossaryEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var (chapter, document) in pages)
        {
            foreach (var mark in document.QuerySelectorAll("dfn"))
            {
                string term = Spaces().Replace(mark.TextContent.Trim(), " ");
                if (term.Length > 0 && !entries.ContainsKey(term))
                {
                    var entry = Define(term, mark, chapter);
                    entries.Add(term, entry);
                    mark.Id = entry.Id;
                }

                if (entries.Count > MostTerms)
                {
                    throw new NotebookException($"{chapter.Name}.ipynb: the article defines more than {MostTerms} terms, which is the most that a glossary takes; mark fewer");
                }
            }
        }

        foreach (var (chapter, document) in pages)
        {
            foreach (var entry in entries.Values.Where(entry => entry.Chapter != chapter))
            {
                LinkFirstUse(document, entry);
            }
        }

        return new(
            [.. entries.Values.OrderBy(entry => entry.Term, StringComparer.OrdinalIgnoreCase)],
            [.. pages.Select(page => page.Chapter with { Body = HtmlBounds.WriteChapter(page.Document) })]);
    }

    private static GlossaryEntry Define(string term, IElement mark, Chapter chapter)
    {
        string sentence = SentenceAround(mark);
        return Math.Max(term.Length, sentence.Length) <= LongestDefinition
            ? new(term, "term-" + NotInAnId().Replace(term.ToLowerInvariant(), "-").Trim('-'), sentence, chapter)
            : throw new NotebookException($"{chapter.Name}.ipynb: defines a term in more than {LongestDefinition} characters, which is the most that a glossary takes; end the sentence before");
    }

    private static string SentenceAround(IElement mark)
    {
        var block = mark.Closest(Blocks) ?? mark.ParentElement!;
        int at = 0;
        for (INode node = mark; node != block; node = node.Parent!)
        {
            at += node.Parent!.ChildNodes.TakeWhile(before => before != node).Sum(before => before.TextContent.Length);
        }

        string text = block.TextContent;
        int start = SentenceEnd().Matches(text).LastOrDefault(end => end.Index + end.Length <= at) is { } before ? before.Index + before.Length : 0;
        var after = SentenceEnd().Match(text, at);
        return Spaces().Replace(text[start..(after.Success ? after.Index + 1 : text.Length)].Trim(), " ");
    }

    private static void LinkFirstUse(IHtmlDocument document, GlossaryEntry entry)
    {
        // A name in capitals is another word without them: PUT is not put.
        var letters = entry.Term.Any(char.IsLower) ? RegexOptions.IgnoreCase : RegexOptions.None;
        var word = new Regex($@"\b{Regex.Escape(entry.Term)}(s|es)?\b", letters | RegexOptions.CultureInvariant);
        foreach (var text in document.Body!.Descendants<IText>())
        {
            if (word.Match(text.Data) is { Success: true } use
                && text.ParentElement is { } parent && parent.Closest(Blocks) is not null && parent.Closest(NotLinked) is null)
            {
                var tail = text.Split(use.Index);
                tail.Split(use.Length);
                var link = document.CreateElement("a");
                link.ClassName = "term";
                link.SetAttribute("href", $"{Page}#{entry.Id}");
                link.SetAttribute("data-definition", entry.Definition);
                link.TextContent = use.Value;
                tail.ReplaceWith(link);
                return;
            }
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInAnId();

    // A full stop inside a number or a name is not followed by a space and a capital. The source of a sentence stands after it.
    [GeneratedRegex(@"[.!?](\s+\([^()]+\))?(?=\s+[A-Z“]|$)")]
    private static partial Regex SentenceEnd();
}
