using System.ComponentModel;
using System.Runtime.CompilerServices;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Cells.Lines;

/// <summary>Where a cell is, or was when an exception was thrown, for hosts that keep no debug symbols. <see cref="MarkedLines"/> puts the calls into cells.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellLine
{
    private static readonly ConditionalWeakTable<Exception, List<(int Cell, int Line)>> Passed = [];

    [ThreadStatic]
    private static int now;

    /// <summary>Says which line of the cell's outermost code comes next.</summary>
    /// <param name="line">The line, from 1.</param>
    public static void Next(int line) => now = line;

    /// <summary>Looks at an exception on its way out of a function of a cell.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="cell">The cell's number.</param>
    /// <param name="line">The line that the function had come to.</param>
    /// <returns>Always <see langword="false"/>, so that as a filter it catches nothing.</returns>
    public static bool Pass(Exception exception, int cell, int line)
    {
        Passed.GetOrCreateValue(exception).Add((cell, line));
        return false;
    }

    /// <summary>The line at which an exception left a cell; <see langword="null"/> for a cell whose lines are not marked.</summary>
    /// <param name="exception">What left the cell.</param>
    /// <param name="cell">The cell's number.</param>
    internal static int? Of(Exception exception, int cell)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (Passed.TryGetValue(cause, out var places) && places.Find(place => place.Cell == cell) is { Line: > 0 } place)
            {
                return place.Line;
            }
        }

        return now > 0 ? now : null;
    }
}
