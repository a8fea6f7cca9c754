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
}
