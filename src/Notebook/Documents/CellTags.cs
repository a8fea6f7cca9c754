namespace InteractiveArticle.Notebook.Documents;

/// <summary>
/// Tags by which an author tells what a cell is to its chapter. That of the levers' cell is a convention of others
/// (<see cref="Levers.LeverCell.Tag"/>).
/// </summary>
public static class CellTags
{
    /// <summary>Shows the chapter's main figure.</summary>
    public const string Hero = "hero";

    /// <summary>Shows what the front page opens with, and not the chapter itself; the first chapter that has such a cell gives it.</summary>
    public const string Front = "front";

    /// <summary>Asks the reader something.</summary>
    public const string Question = "question";

    /// <summary>Asks the reader to guess what the cell tagged <see cref="Reveal"/> behind it finds (<see cref="Guesses.Guess"/>).</summary>
    public const string Guess = "guess";

    /// <summary>Shows what there was to guess; a page covers it, and what stands between the two, until then.</summary>
    public const string Reveal = "reveal";

    /// <summary>Answers the last question before it.</summary>
    public const string Answer = "answer";
}
