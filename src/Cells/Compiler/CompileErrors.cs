using System.Globalization;
using InteractiveArticle.Cells.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace InteractiveArticle.Cells.Compiler;

/// <summary>What the compiler says against a cell, as the error of that cell.</summary>
internal static class CompileErrors
{
    /// <summary>Reports errors in the order of their places; the first one names the cell's error.</summary>
    /// <param name="diagnostics">What the compiler found, at least one error among it.</param>
    public static CellError Report(IEnumerable<Diagnostic> diagnostics)
    {
        var errors = diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(error => error.Location.SourceSpan.Start)
            .Select(error => (error.Id, Message: LibraryNotFound.Explain(error) ?? error.GetMessage(CultureInfo.InvariantCulture), error.Location))
            .Select(error => (error.Id, error.Message, Place: error.Location.IsInSource ? error.Location.GetLineSpan().StartLinePosition : (LinePosition?)null))
            .ToArray();
        var (id, message, place) = errors[0];
        return new CellError(
            id,
            message,
            place?.Line + 1,
            place?.Character + 1,
            [.. errors.Select(error => string.Create(CultureInfo.InvariantCulture, $"({error.Place?.Line + 1},{error.Place?.Character + 1}): error {error.Id}: {error.Message}"))]);
    }

    /// <summary>The error of code at which the compiler itself fails.</summary>
    /// <param name="failure">How it failed.</param>
    public static CellError OfTheCompiler(Exception failure)
    {
        // Such as a function with a label, at which Roslyn 5.12 stumbles over a reference to nothing.
        string message = $"The C# compiler itself failed at this code ({failure.GetType().Name}); write it another way.";
        return new CellError(CellError.CompilerFailed, message, null, null, [message]);
    }

    /// <summary>The error of what a page cannot run.</summary>
    /// <param name="message">Why.</param>
    public static CellError NotPortable(string message) => new(CellError.NotPortable, message, null, null, [message]);

    /// <summary>The error of code that is nested too deep to be compiled.</summary>
    public static CellError TooDeep { get; } = new(CellError.TooDeep, NestedCode.Refusal, null, null, [NestedCode.Refusal]);
}
