using System.ComponentModel;
using InteractiveArticle.Cells.Running;

namespace InteractiveArticle.Kernel.Bounds;

/// <summary>What cells call instead of members of the framework that speak to the whole process; <see cref="BoundedCode"/> puts the calls into cells.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellProcess
{
    /// <summary>Takes the place of <see cref="Console.Clear"/>: takes back what the cell has shown.</summary>
    public static void Clear() => CellContext.Current?.Clear();

    /// <summary>Takes the place of <see cref="Environment.Exit"/>.</summary>
    /// <param name="exitCode">Not used.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static void Exit(int exitCode) => throw Refusal("Environment.Exit");

    /// <summary>Takes the place of <see cref="Environment.FailFast(string)"/>.</summary>
    /// <param name="message">Not used.</param>
    /// <param name="exception">Not used.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static void FailFast(string? message, Exception? exception = null) => throw Refusal("Environment.FailFast");

    private static InvalidOperationException Refusal(string call) =>
        new($"{call} would end the kernel and with it the run; let the cell end, or throw an exception.");
}
