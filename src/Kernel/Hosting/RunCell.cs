using Microsoft.DotNet.Interactive.Commands;

namespace InteractiveArticle.Kernel.Hosting;

/// <summary>
/// Runs a cell of nothing but C#. Unlike <see cref="SubmitCode"/> it is not searched for magic commands, so that text in a
/// cell may look like one.
/// </summary>
/// <param name="code">The cell's code.</param>
internal sealed class RunCell(string code) : KernelCommand("csharp")
{
    /// <summary>The cell's code.</summary>
    public string Code { get; } = code;
}
