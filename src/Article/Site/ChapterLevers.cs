using InteractiveArticle.Cells.Shipping;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;
using InteractiveArticle.Parameters;
using InteractiveArticle.Rendering;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// Where the levers of one chapter stand on its page: below every figure those that move it, in a question those that it
/// asks for, and all of them at the end. Where no figure shows what they do, they stand where they are declared. A notebook
/// without levers has a panel that tells of its code.
/// </summary>
/// <param name="document">The chapter's notebook.</param>
/// <param name="levers">Those of its levers that move something on a page.</param>
/// <param name="shipped">The same notebook with its cells compiled, which know what each cell depends on.</param>
/// <param name="compiled">The address of the compiled cells.</param>
internal sealed class ChapterLevers(NotebookDocument document, IReadOnlyList<Lever> levers, ShippedNotebook shipped, string compiled)
{
    // More than these hide the figure that they move, or the text.
    private const int MostOpen = 2;

    private readonly string declaredBy = document.Cells.FirstOrDefault(cell => cell.HasTag(LeverCell.Tag))?.Id ?? "";

    private readonly Cell? panelAfter = HasDesk(document, levers) ? null
        : document.Cells.FirstOrDefault(cell => cell.HasTag(LeverCell.Tag))
        ?? document.Cells.FirstOrDefault(cell => cell.HasTag(CellTags.Hero) && shipped.StillBecause(cell.Id) is null)
        ?? document.Cells.First(cell => IsAlive(cell, shipped));

    /// <summary>Whether a page can show something else in a cell's place than it showed.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="shipped">Its notebook with its cells compiled.</param>
    public static bool IsAlive(Cell cell, ShippedNotebook shipped) => cell.Kind == CellKind.Code && cell.Outputs.Count > 0 && shipped.StillBecause(cell.Id) is null;

    /// <summary>Whether the levers of a notebook stand together at the end of its page, as there are figures that tell of them before.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="levers">Its levers.</param>
    public static bool HasDesk(NotebookDocument document, IReadOnlyList<Lever> levers) =>
        levers.Count > 0 && document.Cells.Any(cell => !cell.HasTag(CellTags.Front) && cell.Outputs.Any(OutputHtml.IsFigure));

    /// <summary>The controls that stand below what a code cell shows; empty where there are none.</summary>
    public string Below(Cell cell)
    {
        if (cell == panelAfter)
        {
            return LeverHtml.Panel(levers.Count > 0 ? "Levers" : "The code of this page runs here: show it, press Edit, and run it as you like it", levers, declaredBy, compiled);
        }

        var moving = cell.Outputs.Any(OutputHtml.IsFigure) ? Moving(cell) : [];
        if (moving.Count == 0)
        {
            return "";
        }

        // What a cell reads without being moved by it goes along the figure's own axis. Where the text asks for that, none of
        // the others is what a reader wants.
        var behind = shipped.LeversBehind(cell.Id);
        Lever[] named = [.. Named(Around(cell)).Where(lever => behind.Contains(lever.Name))];
        Lever[] open = named.Length > 0 ? [.. named.Where(moving.Contains).Take(MostOpen)] : [moving[0]];

        // What a game in a scene writes down there is nothing to set by hand.
        if (cell.Outputs.Any(OutputHtml.IsScene))
        {
            open = [.. open.Where(lever => !LeverHtml.IsTyped(lever))];
        }

        return LeverHtml.OfFigure(open, [.. moving.Except(open)], cell.Id);
    }

    /// <summary>The controls of the cell that the front page opens with; empty where nothing moves it.</summary>
    public string OfFront(Cell cell) => Moving(cell) is { Count: > 0 } moving ? LeverHtml.Panel("Levers", moving, declaredBy, compiled) : "";

    /// <summary>The controls that a question asks for. It names their levers as code.</summary>
    public string AskedFor(Cell question)
    {
        var named = Named(question.Source);
        return LeverHtml.Here([.. levers.Where(named.Contains)], question.Id);
    }

    /// <summary>All levers, for the end of the page.</summary>
    /// <param name="heading">The heading that they stand under.</param>
    /// <param name="places">The cells of the page in their order, each with the section that it stands in.</param>
    public string Desk(Section heading, IReadOnlyList<(Cell Cell, Section Section)> places)
    {
        var groups = levers.GroupBy(lever => SectionOf(lever, places)).OrderBy(group => places.Select(place => place.Section).ToList().IndexOf(group.Key));
        return LeverHtml.Desk(heading, [.. groups.Select(group => new LeverGroup(group.Key, [.. group]))], declaredBy, compiled);
    }

    // Where the text names it, or else where it first moves a figure, or anything.
    private Section SectionOf(Lever lever, IReadOnlyList<(Cell Cell, Section Section)> places) => places
        .OrderBy(place => place.Cell.Kind == CellKind.Markdown && Named(place.Cell.Source).Contains(lever) ? 0
            : place.Cell.Outputs.Any(OutputHtml.IsFigure) && Moving(place.Cell).Contains(lever) ? 1
            : place.Cell.Outputs.Count > 0 && Moving(place.Cell).Contains(lever) ? 2
            : 3)
        .First().Section;

    private IReadOnlyList<Lever> Moving(Cell cell)
    {
        IReadOnlyCollection<string> names = MovingLevers.Of(cell) ?? (IReadOnlyCollection<string>)shipped.LeversBehind(cell.Id);
        return [.. levers.Where(lever => names.Contains(lever.Name))];
    }

    // The levers that a text names as code, in its order. A word that is a setting of another one of them stands for that.
    private IReadOnlyList<Lever> Named(string text)
    {
        Lever[] named = [.. levers.Where(lever => Place(lever) >= 0).OrderBy(Place)];
        return [.. named.Where(lever => !named.Any(other => other.Allowed.Kind == ParameterKind.Choice && other.Allowed.Choices.Contains(lever.Name)))];

        int Place(Lever lever) => text.IndexOf($"`{lever.Name}`", StringComparison.Ordinal);
    }

    // The text before a cell and, within its section, the text after it.
    private string Around(Cell cell)
    {
        int at = document.Cells.ToList().IndexOf(cell);
        var before = document.Cells.Take(at).LastOrDefault(other => other.Kind == CellKind.Markdown);
        var after = document.Cells.Skip(at).FirstOrDefault(other => other.Kind == CellKind.Markdown);
        return before?.Source + (after is null || after.Source.StartsWith("## ", StringComparison.Ordinal) ? "" : "\n" + after.Source);
    }
}
