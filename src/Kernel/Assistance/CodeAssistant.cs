using System.Text.RegularExpressions;
using InteractiveArticle.Cells.Compiler;
using InteractiveArticle.Cells.Completion;
using InteractiveArticle.Kernel.Magics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace InteractiveArticle.Kernel.Assistance;

/// <summary>
/// Helps with a cell while it is written, as the C# kernel knows it: what could stand at a place, and what something is.
/// It runs nothing. Places count UTF-16 code units of the cell's code, from 0.
/// </summary>
/// <param name="root">The kernel.</param>
internal sealed partial class CodeAssistant(CompositeKernel root)
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>Whether code could run as it stands.</summary>
    /// <param name="code">The code.</param>
    public static CellCompleteness Check(string code)
    {
        var lines = code.Split('\n');
        foreach (var magic in MagicLines.In(code))
        {
            lines[magic.Line - 1] = "";
        }

        if (IsTooDeep(code))
        {
            return CellCompleteness.Invalid;
        }

        var tree = CSharpSyntaxTree.ParseText(string.Join('\n', lines), ParseOptions);
        return !SyntaxFactory.IsCompleteSubmission(tree) ? CellCompleteness.Incomplete
            : tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? CellCompleteness.Invalid
            : CellCompleteness.Complete;
    }

    /// <summary>What could be written at a place: the names that begin with what stands there, no snippets.</summary>
    /// <param name="code">The code so far.</param>
    /// <param name="position">The place.</param>
    public async Task<CellCompletions> CompleteAsync(string code, int position)
    {
        if (IsTooDeep(code))
        {
            return new CellCompletions(position, position, []);
        }

        var span = Word().Match(code[..position]);
        string prefix = span.Value;
        var told = await AskAsync<CompletionsProduced>(code, place => new RequestCompletions(code, place), position).ConfigureAwait(false);
        var items = (told?.Completions ?? []).Where(item => item.Kind != "Snippet").Select(item => new CellCompletion(item.FilterText ?? item.DisplayText, (item.Kind ?? "text").ToLowerInvariant()));
        return CellCompletions.Of(span.Index, position, prefix, items);
    }

    /// <summary>What stands at a place, as Markdown: its declaration and what is said of it; within an argument list the signatures of what is called.</summary>
    /// <param name="code">The code so far.</param>
    /// <param name="position">The place.</param>
    /// <returns>Null where nothing has a name.</returns>
    public async Task<string?> InspectAsync(string code, int position)
    {
        var hover = await AskAsync<HoverTextProduced>(code, place => new RequestHoverText(code, place), position).ConfigureAwait(false)
            ?? (position > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[position - 1]) ? await AskAsync<HoverTextProduced>(code, place => new RequestHoverText(code, place), position - 1).ConfigureAwait(false) : null);
        if (hover?.Content.FirstOrDefault() is { Value: { Length: > 0 } text })
        {
            return text.ReplaceLineEndings("\n").Trim();
        }

        // The kernel sees no argument list around the blanks at its end.
        int afterText = code.AsSpan(0, position).TrimEnd().Length;
        var help = await AskAsync<SignatureHelpProduced>(code, place => new RequestSignatureHelp(code, place), afterText).ConfigureAwait(false);
        return help is { Signatures.Count: > 0 }
            ? string.Join("\n\n", help.Signatures.Select(signature => $"```csharp\n{signature.Label}\n```\n{signature.Documentation?.Value}".TrimEnd()))
            : null;
    }

    private async Task<T?> AskAsync<T>(string code, Func<LinePosition, KernelCommand> ask, int position)
        where T : KernelEvent
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, code.Length);
        if (IsTooDeep(code))
        {
            return null;
        }

        int line = code.AsSpan(0, position).Count('\n');
        var place = new LinePosition(line, position - (code.AsSpan(0, position).LastIndexOf('\n') + 1));
        var result = await root.SendAsync(ask(place)).ConfigureAwait(false);
        return result.Events.OfType<T>().FirstOrDefault();
    }

    private static bool IsTooDeep(string code) => NestedCode.IsTooDeep(code) || NestedCode.IsTooDeep(CSharpSyntaxTree.ParseText(code, ParseOptions));

    [GeneratedRegex(@"\w*\z")]
    private static partial Regex Word();
}
