using System.Globalization;
using System.Text.RegularExpressions;
using InteractiveArticle.Cells.Compiler;
using InteractiveArticle.Cells.Lines;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Formatting;
using InteractiveArticle.Kernel.Magics;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive.Events;

namespace InteractiveArticle.Kernel.Hosting;

/// <summary>What the kernel says of a cell that failed, in the notebook's terms.</summary>
internal static partial class Failures
{
    /// <summary>The <see cref="CellError.Name"/> of an error that is neither the compiler's nor an exception.</summary>
    private const string Refused = "KernelError";

    /// <summary>Reports a failure that is not the compiler's.</summary>
    /// <param name="failure">What the kernel told.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="magic">Its lines that speak to the kernel.</param>
    public static CellError Report(CommandFailed failure, RunningCell cell, IReadOnlyList<MagicLine> magic)
    {
        if (failure.Exception is { } exception)
        {
            return IsOfTheCompiler(exception) ? CompileErrors.OfTheCompiler(exception) : ExceptionReport.Of(exception, CellName.Of(cell.Number), ResultLine(cell));
        }

        if (PackageProblem().Match(failure.Message) is { Success: true } problem)
        {
            string reason = problem.Groups["message"].Value.Split(". No packages exist")[0].TrimEnd('.', ' ');
            var line = magic.FirstOrDefault(line => reason.Contains(PackageOf(line), StringComparison.OrdinalIgnoreCase), magic.FirstOrDefault(line => line.Name == "#r"));
            string told = $"{line.Text}: {reason}; give a name and a version that a package feed has, and see that the feed can be reached";
            return new CellError(problem.Groups["id"].Value, told, line.Line, 1, [told]);
        }

        // Such as "(1,1): error DNI101: Unknown magic command '#!x'".
        string text = failure.Message.Split('\n')[0].Trim();
        var parsed = Diagnostic().Match(text);
        string message = parsed.Success ? parsed.Groups["message"].Value : text;
        int? place(string name) => parsed.Success ? int.Parse(parsed.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : null;
        return new CellError(parsed.Success ? parsed.Groups["id"].Value : Refused, message, place("line"), place("column"), [message]);
    }

    /// <summary>Reports that the value of a cell cannot be shown.</summary>
    /// <param name="value">The value.</param>
    /// <param name="failure">Why.</param>
    /// <param name="cell">The cell.</param>
    public static CellError OfFormatting(object? value, Exception failure, RunningCell cell)
    {
        try
        {
            // Formats once more, to know which form it is.
            _ = ValueFormatter.Instance.Format(value);
        }
        catch (InvalidOperationException e)
        {
            failure = e;
        }

        return ExceptionReport.Of(failure, CellName.Of(cell.Number), ResultLine(cell));
    }

    private static bool IsOfTheCompiler(Exception exception) =>
        new System.Diagnostics.StackTrace(exception).GetFrame(0)?.GetMethod()?.DeclaringType?.Assembly is { } assembly
        && (assembly == typeof(CSharpCompilation).Assembly || assembly == typeof(Microsoft.CodeAnalysis.Compilation).Assembly);

    /// <summary>The line of the cell's trailing expression; null if it has none.</summary>
    public static int? ResultLine(RunningCell cell) => cell.Compilation is { } compilation ? CellCompiler.ResultLine(compilation, compilation.SyntaxTrees.Single()) : null;

    // The name in #r "nuget: name, version".
    private static string PackageOf(MagicLine line) => line.Text.Split('"') is [_, var quoted, ..] ? quoted.Split(':')[^1].Split(',')[0].Trim() : line.Text;

    // Such as "/path/Project.fsproj : error NU1101: Unable to find package X. No packages exist with this id in source(s): …".
    [GeneratedRegex(@"error (?<id>NU\d+): (?<message>[^\n]*)")]
    private static partial Regex PackageProblem();

    [GeneratedRegex(@"\A\((?<line>\d+),(?<column>\d+)\): error (?<id>\w+): (?<message>.+)\z")]
    private static partial Regex Diagnostic();
}
