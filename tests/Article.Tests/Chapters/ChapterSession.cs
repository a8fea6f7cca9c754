using System.Collections.Concurrent;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Cells.Shipping;
using InteractiveArticle.Formatting;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Article.Tests.Chapters;

/// <summary>
/// A chapter whose levers are moved as a page moves them, with what it then shows. All tests use the same one of a chapter, one
/// after the other: most of a chapter runs once for all of them.
/// </summary>
internal sealed class ChapterSession : IValueFormatter, IDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<ChapterSession>> Sessions = new();

    private readonly SemaphoreSlim turn = new(1);
    private readonly NotebookDocument document;
    private readonly ShippedSession session;
    private readonly Dictionary<string, IReadOnlyList<object>> shown = [];
    private List<object> showing = [];

    private ChapterSession(string name)
    {
        string path = Repository.PathOf("notebooks", name);
        document = NotebookDocument.Load(path);
        session = new(ShippedNotebook.Compile(document, path, PageCells.Environment), this);
        Levers = LeverCell.Find(document)?.Levers ?? [];
        Renew();
    }

    /// <summary>Its levers.</summary>
    public IReadOnlyList<Lever> Levers { get; }

    /// <summary>What it shows, with the cell that shows it.</summary>
    public IEnumerable<(string Cell, object Value)> Shown => shown.SelectMany(cell => cell.Value.Select(value => (cell.Key, value)));

    /// <summary>Opens a chapter, once no other test uses it; disposing of it lets the next one in.</summary>
    /// <param name="name">The notebook's file name.</param>
    public static async Task<ChapterSession> OpenAsync(string name)
    {
        var session = Sessions.GetOrAdd(name, one => new(() => new(one))).Value;
        await session.turn.WaitAsync(TestContext.Current.CancellationToken);
        return session;
    }

    /// <summary>Lets all cells run anew with the next setting.</summary>
    public void Renew() => session.Renew([.. document.Cells.Select(cell => cell.Id)]);

    /// <summary>Sets levers, all others to the author's values, and runs what depends on what has changed.</summary>
    /// <returns>The cells that ran.</returns>
    public async Task<IReadOnlyList<string>> SetAsync(IReadOnlyDictionary<string, string> values)
    {
        var all = LeverSettings.Usual(Levers);
        foreach (var (lever, value) in values)
        {
            all[lever] = value;
        }

        session.Set(all);
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

    /// <inheritdoc/>
    public void Dispose() => turn.Release();
}
