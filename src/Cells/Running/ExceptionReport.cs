using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using InteractiveArticle.Cells.Compiler;
using InteractiveArticle.Cells.Lines;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Cells.Running;

/// <summary>Tells of an exception in the notebook's terms: what happened, and in which line of which cell.</summary>
internal static class ExceptionReport
{
    // Nobody reads more, and what tells of a failure must not fail for its size.
    private const int MostCharacters = 10_000;

    /// <summary>Describes an exception that left a cell.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="cell">The name of the cell it left.</param>
    /// <param name="fallbackLine">The line to give if the exception never passed through the cell's own code.</param>
    public static CellError Of(Exception exception, string cell, int? fallbackLine)
    {
        var wrappers = Unwrap(exception);
        var cause = wrappers[0];
        var frames = wrappers.SelectMany(wrapper => new StackTrace(wrapper, fNeedFileInfo: true).GetFrames()).ToList();

        // Below the last frame of a cell there is only the kernel.
        frames.RemoveRange(frames.FindLastIndex(IsCell) + 1, frames.Count - frames.FindLastIndex(IsCell) - 1);
        var own = frames.Find(frame => CellName.In(frame.GetFileName()) == cell);
        var (name, message) = (cause.GetType().FullName!, MessageOf(cause));
        return new CellError(
            name,
            message,
            own?.GetFileLineNumber() ?? fallbackLine,
            own?.GetFileColumnNumber(),
            [$"{name}: {message}", .. frames.Select(Describe).OfType<string>().Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Whether an exception has passed through the code of some cell.</summary>
    public static bool IsOfCell(Exception exception) => new StackTrace(exception, fNeedFileInfo: true).GetFrames().Any(IsCell);

    // A cell may have written the exception's type, and anything can happen in there.
    private static string MessageOf(Exception exception)
    {
        try
        {
            return Excerpt.Of(exception.Message ?? "", MostCharacters);
        }
        catch (Exception e)
        {
            return $"its message cannot be read ({e.GetType().Name})";
        }
    }

    // Innermost first: wrappers say only that something failed elsewhere.
    private static List<Exception> Unwrap(Exception exception)
    {
        var chain = new List<Exception> { exception };
        while (chain[0] is TargetInvocationException or TypeInitializationException or AggregateException { InnerExceptions.Count: 1 }
            && chain[0].InnerException is { } inner)
        {
            chain.Insert(0, inner);
        }

        return chain;
    }

    private static bool IsCell(StackFrame frame) => CellName.In(frame.GetFileName()) is not null;

    private static string? Describe(StackFrame frame)
    {
        if (IsCell(frame))
        {
            return string.Create(CultureInfo.InvariantCulture, $"   at {CellName.In(frame.GetFileName())}, line {frame.GetFileLineNumber()}");
        }

        // The machinery of awaits and rethrown exceptions says nothing about the cause.
        var method = frame.GetMethod();
        return method?.DeclaringType is { Namespace: not "System.Runtime.CompilerServices" and not "System.Runtime.ExceptionServices" } type
            ? $"   at {type.FullName}.{method.Name}"
            : null;
    }
}
