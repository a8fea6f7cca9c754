using System.Text.RegularExpressions;
using InteractiveArticle.Cells.Compiler;
using InteractiveArticle.Cells.Completion;
using InteractiveArticle.Kernel.Magics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        var errors = tree.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        return !SyntaxFactory.IsCompleteSubmission(tree) ? errors.Any(error => IsBeyondHelp(error.Location, tree.GetRoot().GetLastToken())) ? CellCompleteness.Invalid : CellCompleteness.Incomplete
            : errors.Length > 0 ? CellCompleteness.Invalid
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
        var hover = await HoverAsync(code, position).ConfigureAwait(false)
            ?? (position > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[position - 1]) ? await HoverAsync(code, position - 1).ConfigureAwait(false) : null);
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

    // Of the cell itself the compiler's service knows nothing, and once it was asked, it tells nothing of anything any more.
    private async Task<HoverTextProduced?> HoverAsync(string code, int position) => IsTooDeep(code) || IsTheCell(code, position)
        ? null
        : await AskAsync<HoverTextProduced>(code, place => new RequestHoverText(code, place), position).ConfigureAwait(false);

    private static bool IsTheCell(string code, int position)
    {
        var root = CSharpSyntaxTree.ParseText(code, ParseOptions).GetRoot();
        return new[] { root.FindToken(position), root.FindToken(Math.Max(0, position - 1)) }.Any(token =>
            (token.IsKind(SyntaxKind.ThisKeyword) || token.IsKind(SyntaxKind.BaseKeyword)) && !token.Parent!.Ancestors().Any(node => node is TypeDeclarationSyntax));
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

    // What is missing is missed at the end, and text that has no end yet is wrong from its start on. Anything else no further line mends.
    private static bool IsBeyondHelp(Location error, SyntaxToken last) =>
        error.SourceSpan.Start < last.SpanStart && error.SourceSpan.End <= last.SpanStart
        && !last.Parent!.AncestorsAndSelf().Any(node => node is InterpolatedStringExpressionSyntax && node.SpanStart <= error.SourceSpan.Start);

    private static bool IsTooDeep(string code) => NestedCode.IsTooDeep(code) || NestedCode.IsTooDeep(CSharpSyntaxTree.ParseText(code, ParseOptions));

    [GeneratedRegex(@"\w*\z")]
    private static partial Regex Word();
}
