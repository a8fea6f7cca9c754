using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>Where the controls of each chapter stand, as the pages are written.</summary>
[Collection(ServedArticle.Files)]
public sealed partial class ControlTests(ServedArticle article)
{
    private const int MostOpen = 2;

    public static TheoryData<string> Chapters => [.. Repository.Chapters];

    [Theory]
    [MemberData(nameof(Chapters))]
    public void BesideAFigure_AFewControlsAreOpen_AndTheOthersOneFoldAway(string name)
    {
        var (page, document) = Read(name);
        foreach (var cell in document.Cells.Where(cell => !cell.HasTag(CellTags.Front) && MovingLevers.Of(cell) is { Count: > 0 }))
        {
            var driven = page.QuerySelector($".driven:has([data-cell='{cell.Id}'])");
            Assert.True(driven is not null, $"{cell.Id} has no controls");
            Assert.Equal(MovingLevers.Of(cell)!.Order(), Names(driven).Order());
            Assert.InRange(Open(driven).Length, 0, MostOpen);

            // All are folded only where the text before or after asks for a lever that goes along the figure's own axis.
            var along = LeverCell.Find(document)!.Levers.Select(lever => lever.Name).Except(MovingLevers.Of(cell)!).ToArray();
            int at = document.Cells.ToList().IndexOf(cell);
            Cell?[] texts = [document.Cells.Take(at).LastOrDefault(IsText), document.Cells.Skip(at).FirstOrDefault(IsText)];
            bool isAskedFor = texts.Any(text => along.Any(lever => text?.Source.Contains($"`{lever}`", StringComparison.Ordinal) == true));
            bool isPlayedByHand = driven.QuerySelector("figure.scene") is not null && driven.QuerySelector(".lever input[type=range], .lever input[type=checkbox], .lever select") is null;
            Assert.True(Open(driven).Length > 0 || isAskedFor || isPlayedByHand, $"beside {cell.Id} no lever is at hand");
            Assert.All(driven.QuerySelectorAll(".lever"), control => Assert.InRange(control.Ancestors<IElement>().Count(element => element.LocalName == "details"), 0, 1));
        }
    }

    private static bool IsText(Cell cell) => cell.Kind == CellKind.Markdown;

    [Theory]
    [MemberData(nameof(Chapters))]
    public void EveryLever_StandsBesideSomethingThatItMoves_AndOnceAtTheEnd(string name)
    {
        var (page, document) = Read(name);
        string[] levers = [.. LeverCell.Find(document)!.Levers.Select(lever => lever.Name).Order()];
        var desk = page.QuerySelector("section.levers")!;

        Assert.Equal(levers, Names(desk).Order());
        Assert.Equal("Everything at once", desk.PreviousElementSibling!.PreviousElementSibling!.TextContent);
        Assert.StartsWith("In short", desk.NextElementSibling!.TextContent.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("#" + desk.PreviousElementSibling.PreviousElementSibling.Id, page.QuerySelectorAll(".contents a").Select(link => link.GetAttribute("href")));
        Assert.All(desk.QuerySelectorAll(".lever-group a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));

        // A lever that moves tables and sentences alone stands in the question that asks for it.
        string[] beside = [.. page.QuerySelectorAll(".driven, .question").SelectMany(Names).Distinct().Order()];
        Assert.Equal(levers, beside);
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void EveryQuestion_HasTheControlsOfWhatItNames_AndEachMovesSomething(string name)
    {
        var (page, document) = Read(name);
        var levers = LeverCell.Find(document)!.Levers;
        var questions = document.Cells.Where(cell => cell.HasTag(CellTags.Question)).ToArray();
        Assert.Equal(questions.Length, page.QuerySelectorAll(".question").Length);
        foreach (var (cell, question) in questions.Zip(page.QuerySelectorAll(".question")))
        {
            string[] named = [.. Code().Matches(cell.Source).Select(match => match.Groups[1].Value).Distinct()];
            string[] settings = [.. levers.Where(lever => named.Contains(lever.Name)).SelectMany(lever => lever.Allowed.Choices)];

            Assert.All(named, word => Assert.True(levers.Any(lever => lever.Name == word) || settings.Contains(word), $"{cell.Id} names {word}, which is no lever and no setting of one"));
            Assert.Equal(named.Where(word => levers.Any(lever => lever.Name == word) && !settings.Contains(word)).Order(), Names(question).Order());
            Assert.Empty(question.QuerySelectorAll("details .lever"));
        }
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void NoQuestion_IsAnsweredByTheAuthorsSettings(string name) => Assert.Empty(Read(name).Page.QuerySelectorAll(".found"));

    private static string[] Names(IElement place) => [.. place.QuerySelectorAll(".lever").Select(control => control.GetAttribute("data-lever")!)];

    private static IElement[] Open(IElement place) => [.. place.QuerySelectorAll(".lever").Where(control => control.Closest("details") is null)];

    private (IDocument Page, NotebookDocument Document) Read(string name) => (
        new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(article.Folder["site"], Path.ChangeExtension(name, ".html")))),
        NotebookDocument.Load(Repository.PathOf("notebooks", name)));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
