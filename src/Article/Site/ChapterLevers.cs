using InteractiveArticle.Cells.Shipping;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;
using InteractiveArticle.Rendering;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// Where the levers of one chapter stand on its page: the panel at the main figure, below every other figure those that
/// move it, and in a question those that it asks for. A notebook without levers has a panel that tells of its code.
/// </summary>
/// <param name="document">The chapter's notebook.</param>
/// <param name="levers">Those of its levers that move something on a page.</param>
/// <param name="shipped">The same notebook with its cells compiled, which know what each cell depends on.</param>
/// <param name="compiled">The address of the compiled cells.</param>
internal sealed class ChapterLevers(NotebookDocument document, IReadOnlyList<Lever> levers, ShippedNotebook shipped, string compiled)
{
    private readonly Cell? declaration = document.Cells.FirstOrDefault(cell => cell.HasTag(LeverCell.Tag));

    // The figure comes before its controls: first the question, then what answers it.
    private readonly Cell panelAfter = document.Cells.FirstOrDefault(cell => cell.HasTag(CellTags.Hero) && shipped.StillBecause(cell.Id) is null)
        ?? document.Cells.FirstOrDefault(cell => cell.HasTag(LeverCell.Tag))
        ?? document.Cells.First(cell => IsAlive(cell, shipped));

    /// <summary>Whether a page can show something else in a cell's place than it showed.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="shipped">Its notebook with its cells compiled.</param>
    public static bool IsAlive(Cell cell, ShippedNotebook shipped) => cell.Kind == CellKind.Code && cell.Outputs.Count > 0 && shipped.StillBecause(cell.Id) is null;

    /// <summary>The controls that stand below what a code cell shows; empty where there are none.</summary>
    public string Below(Cell cell)
    {
        var moving = cell.Outputs.Any(OutputHtml.IsFigure) ? Moving(cell) : [];
        return cell == panelAfter ? LeverHtml.Panel(levers, moving, declaration?.Id ?? "", compiled)
            : moving.Count > 0 ? LeverHtml.OfFigure(moving, cell.Id)
            : "";
    }

    /// <summary>The controls of the cell that the front page opens with; empty where nothing moves it.</summary>
    public string OfFront(Cell cell) => Moving(cell) is { Count: > 0 } moving ? LeverHtml.Panel(moving, moving, declaration?.Id ?? "", compiled) : "";

    /// <summary>The controls that a question asks for. It names their levers as code.</summary>
    public string AskedFor(Cell question) =>
        LeverHtml.Here([.. levers.Where(lever => question.Source.Contains($"`{lever.Name}`", StringComparison.Ordinal))], question.Id);

    private IReadOnlyList<Lever> Moving(Cell cell)
    {
        IReadOnlyCollection<string> names = MovingLevers.Of(cell) ?? (IReadOnlyCollection<string>)shipped.LeversBehind(cell.Id);
        return [.. levers.Where(lever => names.Contains(lever.Name))];
    }
}
