using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace InteractiveArticle.Notebook.Kernel;

/// <summary>
/// Tells a cell's errors with the line of the cell that they belong to.
/// </summary>
internal static class CellErrors
{
    private const string LibraryFolder = "artifacts/notebook";

    public static CellError OfCompilation(IEnumerable<Diagnostic> diagnostics)
    {
        var errors = diagnostics
            .Select(diagnostic => (Line: diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1, Text: $"{diagnostic.Id}: {Advice(diagnostic)}"))
            .ToArray();
        return new("CompilationError", errors[0].Text, errors[0].Line, [.. errors.Select(error => $"line {error.Line}: {error.Text}")]);
    }

    public static CellError OfException(Exception exception, string cellPath)
    {
        while (exception is TargetInvocationException or AggregateException { InnerExceptions.Count: 1 } or TypeInitializationException && exception.InnerException is { } inner)
        {
            exception = inner;
        }

        // The innermost frame in the cell's own code is where a reader can change something.
        int? line = new StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(frame => frame.GetFileName() == cellPath)?.GetFileLineNumber();
        string name = exception.GetType().Name;
        var traceback = new List<string> { $"{name}: {exception.Message}" };
        if (line is not null)
        {
            traceback.Add($"   at line {line} of the cell");
        }

        for (var cause = exception.InnerException; cause is not null; cause = cause.InnerException)
        {
            traceback.Add($"   caused by {cause.GetType().Name}: {cause.Message}");
        }

        return new(name, exception.Message, line, traceback);
    }

    private static string Advice(Diagnostic diagnostic)
    {
        string message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        bool libraryIsMissing = diagnostic.Id == "CS0006" && message.Replace('\\', '/').Contains(LibraryFolder, StringComparison.Ordinal);
        return libraryIsMissing ? message + " Run 'dotnet build' in the folder of the solution." : message;
    }
}
