namespace InteractiveArticle.Notebook.Kernel;

/// <summary>
/// Why a cell failed.
/// </summary>
/// <param name="Name">The kind of error: the exception's type, or "CompilationError".</param>
/// <param name="Message">What went wrong, in one line where the error allows it.</param>
/// <param name="Line">The line in the cell, from 1; null where it cannot be told.</param>
/// <param name="Traceback">The whole story, line by line; free of anything that differs from machine to machine.</param>
public sealed record CellError(string Name, string Message, int? Line, IReadOnlyList<string> Traceback);
