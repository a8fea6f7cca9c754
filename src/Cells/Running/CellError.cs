using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Cells.Running;

/// <summary>What ended a cell.</summary>
/// <param name="Name">
/// The compiler's code (such as <c>CS0103</c>), the full name of the exception's type, <see cref="NotPortable"/>, <see cref="TooDeep"/>,
/// <see cref="CompilerFailed"/>, <see cref="Cancelled"/>, <see cref="TimeLimit"/> or <see cref="MemoryLimit"/>.
/// </param>
/// <param name="Message">What went wrong, for a person.</param>
/// <param name="Line">The line of the cell, from 1; <see langword="null"/> if the error has no place in it.</param>
/// <param name="Column">The column of that line, from 1; <see langword="null"/> like <paramref name="Line"/>.</param>
/// <param name="Traceback">The error and where it came from, line by line, with no path or address of this machine.</param>
public sealed record CellError(string Name, string Message, int? Line, int? Column, IReadOnlyList<string> Traceback)
{
    /// <summary>The <see cref="Name"/> of an error that refuses what a page cannot run.</summary>
    public const string NotPortable = nameof(NotPortable);

    /// <summary>The <see cref="Name"/> of an error that refuses code which is nested too deep to be compiled.</summary>
    public const string TooDeep = nameof(TooDeep);

    /// <summary>The <see cref="Name"/> of an error that tells of code at which the compiler itself fails.</summary>
    public const string CompilerFailed = nameof(CompilerFailed);

    /// <summary>The <see cref="Name"/> of the error that ends a cancelled cell.</summary>
    public const string Cancelled = nameof(Cancelled);

    /// <summary>The <see cref="Name"/> of the error that ends a cell which runs for too long.</summary>
    public const string TimeLimit = nameof(TimeLimit);

    /// <summary>The <see cref="Name"/> of the error that ends a cell which takes too much memory.</summary>
    public const string MemoryLimit = nameof(MemoryLimit);

    /// <summary>The same error at the place of another, which it has led to.</summary>
    /// <param name="other">The other.</param>
    public CellError At(CellError other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Line is null ? this : this with { Line = other.Line, Column = other.Column, Traceback = [.. Traceback, .. other.Traceback.Skip(1)] };
    }

    /// <summary>The error as a notebook shows it under its cell.</summary>
    /// <returns>The output.</returns>
    public ErrorOutput ToOutput() => new(Name, Message, Traceback);
}
