using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Notebook.Guesses;

/// <summary>A part of a notebook that begins with a question to guess at and ends with what there was to guess.</summary>
/// <param name="Guess">What to guess.</param>
/// <param name="Asking">The cell that asks.</param>
/// <param name="Revealing">The cell that shows the result.</param>
public sealed record GuessedPart(Guess Guess, Cell Asking, Cell Revealing)
{
    /// <summary>Finds all such parts of a notebook.</summary>
    /// <param name="document">The notebook.</param>
    /// <returns>The parts in their order.</returns>
    /// <exception cref="NotebookException">A cell asks without a line that tells what to guess, or cells that ask and cells that reveal do not take turns.</exception>
    public static IReadOnlyList<GuessedPart> FindAll(NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var parts = new List<GuessedPart>();
        (Cell Cell, int Number)? open = null;
        foreach (var (index, cell) in document.Cells.Index())
        {
            int number = index + 1;
            if (cell.Kind == CellKind.Markdown && cell.HasTag(CellTags.Guess))
            {
                open = open is { } earlier
                    ? throw new NotebookException($"cells {earlier.Number} and {number} both ask for a guess; put a code cell tagged {CellTags.Reveal} between them")
                    : (cell, number);
            }
            else if (cell.Kind == CellKind.Code && cell.HasTag(CellTags.Reveal))
            {
                parts.Add(open is { } asking
                    ? new(Read(asking.Cell, asking.Number), asking.Cell, cell)
                    : throw new NotebookException($"cell {number} is tagged {CellTags.Reveal}, and no Markdown cell before it is tagged {CellTags.Guess}; tag the one that asks"));
                open = null;
            }
        }

        return open is { } last
            ? throw new NotebookException($"cell {last.Number} asks for a guess, and no code cell after it is tagged {CellTags.Reveal}; tag the one that ends in the result")
            : parts;
    }

    private static Guess Read(Cell cell, int number)
    {
        try
        {
            return Guess.Of(cell);
        }
        catch (NotebookException error)
        {
            throw new NotebookException($"cell {number}: {error.Message}", error);
        }
    }
}
