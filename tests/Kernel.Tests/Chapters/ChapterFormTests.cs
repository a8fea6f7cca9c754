using System.Text.RegularExpressions;
using InteractiveArticle.Notebook.Levers;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel.Tests.Chapters;

/// <summary>What every chapter owes to its reader.</summary>
public sealed partial class ChapterFormTests
{
    private const int LongestCell = 25;
    private const int LongestStretch = 165;

    public static TheoryData<string> Chapters => [.. Repository.Chapters];

    public static TheoryData<string> Notebooks => [.. Repository.NotebookNames];

    [Theory]
    [MemberData(nameof(Chapters))]
    public void OpensWithTitleAndStandfirst_AndAsksAQuestionSoon(string name)
    {
        var chapter = Chapter.Load(name);

        Assert.Matches(@"^# .{3,60}\n\n\S", chapter.Document.Cells[0].Source);
        Assert.Contains(chapter.Words.Take(4), cell => cell.Source.Contains('?', StringComparison.Ordinal));
        Assert.Equal(chapter.Document.Cells.Count, chapter.Document.Cells.DistinctBy(cell => cell.Id).Count());
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void HasOneSetupCell_LeversWithRanges_AndAHero(string name)
    {
        var chapter = Chapter.Load(name);
        var levers = LeverCell.Find(chapter.Document)?.Levers ?? [];

        Assert.StartsWith("#r \"../artifacts/notebook/InteractiveArticle.dll\"\n", Assert.Single(chapter.Code, cell => cell.HasTag("setup")).Source, StringComparison.Ordinal);
        Assert.NotEmpty(levers);
        Assert.All(levers, lever => Assert.True(lever.Label.Length > 3, lever.Name));
        Assert.Contains(Assert.Single(chapter.Code, cell => cell.HasTag("hero")).Outputs, Chapter.ShowsFigure);
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void EveryCell_HasRunWithoutError_AndIsShortEnoughToReadAloud(string name)
    {
        Assert.All(Chapter.Load(name).Code, cell =>
        {
            Assert.NotNull(cell.ExecutionCount);
            Assert.DoesNotContain(cell.Outputs, output => output is ErrorOutput);
            Assert.True(cell.Source.Split('\n').Length <= LongestCell, $"{cell.Id} has more than {LongestCell} lines");
        });
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void EverySection_HasAFigure_AndEveryFigureATextAlternative(string name)
    {
        var chapter = Chapter.Load(name);
        var figures = chapter.Code.SelectMany(cell => cell.Outputs).Where(Chapter.ShowsFigure).ToArray();

        Assert.All(chapter.Sections(), section => Assert.True(section.HasFigure, $"“{section.Heading}” has neither a picture nor anything computed"));
        Assert.True(figures.Length >= 2, "a chapter has figures");
        Assert.All(figures, figure => Assert.Matches(@"\w+.*[.?] .*\w+.*[.!]", Chapter.FormsOf(figure)!["text/plain"]));
        Assert.All(chapter.Text.Split("![").Skip(1), image => Assert.Matches(@"^[^\]]{10,}\]\(\.\./images/[\w-]+\.svg\)", image));
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void EveryQuestion_HasAComputedAnswer(string name)
    {
        var cells = Chapter.Load(name).Document.Cells;
        int[] questions = [.. cells.Index().Where(cell => cell.Item.HasTag("question")).Select(cell => cell.Index)];

        Assert.NotEmpty(questions);
        Assert.All(questions, at =>
        {
            Assert.Contains("### Question ", cells[at].Source, StringComparison.Ordinal);
            var next = cells.Skip(at + 1).TakeWhile(cell => !cell.HasTag("question"));
            var answer = next.FirstOrDefault(cell => cell.HasTag("answer"));
            Assert.True(answer is not null, $"{cells[at].Id} has no answer");
            Assert.StartsWith("<details><summary>Answer</summary>", Chapter.FormsOf(answer.Outputs[^1])!["text/markdown"], StringComparison.Ordinal);

            // Numbers in the cell's own words, or no words of its own: all of them come from what it calls.
            Assert.True(answer.Source.Contains('{', StringComparison.Ordinal) || !answer.Source.Contains('"', StringComparison.Ordinal), $"{answer.Id} computes nothing");
        });
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void NoStretchOfText_IsAWall(string name) =>
        Assert.All(Chapter.Load(name).Stretches(), stretch => Assert.True(stretch.Words <= LongestStretch, $"{stretch.Words} words without a figure from “{stretch.Start[..Math.Min(40, stretch.Start.Length)]}…”"));

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void EverySource_IsUsedInTheText_AndEveryLinkIsListedAmongTheSources(string name)
    {
        string[] parts = Chapter.Load(name).Text.Split("## Sources");
        Assert.Equal(2, parts.Length);
        string[] used = [.. Chapter.Links(parts[0]).Where(IsExternal).Order(StringComparer.Ordinal)];
        string[] listed = [.. Chapter.Links(parts[1]).Where(IsExternal).Order(StringComparer.Ordinal)];

        Assert.Equal(listed, used);
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void EveryLinkWithinTheArticle_LeadsSomewhere(string name)
    {
        var chapter = Chapter.Load(name);

        Assert.All(Chapter.Links(chapter.Text).Where(link => !IsExternal(link)), link =>
        {
            string[] parts = link.Split('#', 2);
            bool isImage = parts[0].StartsWith("../images/", StringComparison.Ordinal);
            var target = parts[0].Length == 0 || isImage ? chapter : File.Exists(Path.Combine(Chapter.Folder, parts[0])) ? Chapter.Load(parts[0]) : null;
            Assert.True(target is not null, $"{link}: no such chapter");
            Assert.True(!isImage || File.Exists(Path.Combine(Chapter.Folder, parts[0])), $"{link}: no such image");
            Assert.True(parts.Length == 1 || target.Anchors().Contains(parts[1]), $"{link}: no such heading");
        });
    }

    [Fact]
    public void EveryTerm_IsDefinedOnce()
    {
        string[] terms = [.. Repository.Chapters.SelectMany(name => Term().Matches(Chapter.Load(name).Text).Select(match => match.Groups[1].Value.ToLowerInvariant()))];

        Assert.NotEmpty(terms);
        Assert.Equal(terms.Distinct(), terms);
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void EveryDefinition_StandsAloneInTheGlossary(string name) =>
        Assert.All(Definition().Matches(Chapter.Load(name).Text), sentence => Assert.DoesNotMatch(LeansOnTheSentenceBefore(), sentence.Value));

    private static bool IsExternal(string link) => link.StartsWith("http", StringComparison.Ordinal);

    [GeneratedRegex("<dfn>([^<]+)</dfn>")]
    private static partial Regex Term();

    // From the end of the sentence before, and of the source that may stand after that, or from the start of a line.
    [GeneratedRegex(@"(?:(?<=[.!?:] )|(?<=\) )|(?<=\n)|^)[A-Z](?:(?![.!?:] |\n).)*<dfn>")]
    private static partial Regex Definition();

    [GeneratedRegex("^(?:It|This|That|These|Those|They|Such|Here|There|But|And|So|Both|One of them|Another)\\b")]
    private static partial Regex LeansOnTheSentenceBefore();
}
