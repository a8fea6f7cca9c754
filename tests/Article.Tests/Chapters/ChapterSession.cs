using InteractiveArticle.Cells.Running;
using InteractiveArticle.Cells.Shipping;
using InteractiveArticle.Formatting;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Article.Tests.Chapters;

/// <summary>A chapter whose levers are moved as a page moves them, with what it then shows.</summary>
internal sealed class ChapterSession : IValueFormatter
{
    private readonly ShippedSession session;
    private readonly Dictionary<string, IReadOnlyList<object>> shown = [];
    private List<object> showing = [];

    /// <summary>A chapter at the author's values, of which nothing has run yet.</summary>
    /// <param name="name">The notebook's file name.</param>
    public ChapterSession(string name)
    {
        string path = Repository.PathOf("notebooks", name);
        var document = NotebookDocument.Load(path);
        session = new(ShippedNotebook.Compile(document, path, PageCells.Environment), this);
        session.Renew([.. document.Cells.Select(cell => cell.Id)]);
        Levers = LeverCell.Find(document)?.Levers ?? [];
    }

    /// <summary>Its levers.</summary>
    public IReadOnlyList<Lever> Levers { get; }

    /// <summary>What it shows, with the cell that shows it.</summary>
    public IEnumerable<(string Cell, object Value)> Shown => shown.SelectMany(cell => cell.Value.Select(value => (cell.Key, value)));

    /// <summary>Sets levers and runs what depends on them.</summary>
    /// <returns>The cells that ran.</returns>
    public async Task<IReadOnlyList<string>> SetAsync(IReadOnlyDictionary<string, string> values)
    {
        session.Set(values);
        List<string> ran = [];
        showing = [];
        while (await session.RunNextAsync([]) is { } next)
        {
            Assert.True(next.Error is null, $"{next.Cell.Id} fails with {LeverSettings.InWords(values)}: {next.Error?.Message}");
            ran.Add(next.Cell.Id);
            shown[next.Cell.Id] = showing;
            showing = [];
        }

        return ran;
    }

    /// <inheritdoc/>
    public MimeBundle? Format(object? value)
    {
        if (value is not null)
        {
            showing.Add(value);
        }

        return null;
    }
}
