using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InteractiveArticle.Cells.Completion;

/// <summary>
/// Helps with a cell while it is written: knows what its kernel's earlier cells declared, and runs nothing.
/// Positions count UTF-16 code units of the cell's code, from 0.
/// </summary>
public sealed class CellAssistant
{
    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword);

    private readonly SyntaxTree tree;
    private readonly SemanticModel model;

    internal CellAssistant(CSharpCompilation draft)
    {
        tree = draft.SyntaxTrees.Single();
        model = draft.GetSemanticModel(tree);
    }

    /// <summary>Whether the code could run as it stands.</summary>
    public CellCompleteness Completeness =>
        !SyntaxFactory.IsCompleteSubmission(tree) ? CellCompleteness.Incomplete
        : tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? CellCompleteness.Invalid
        : CellCompleteness.Complete;

    /// <summary>What could be written at a place of the code.</summary>
    /// <param name="position">The place, from 0 to the length of the code.</param>
    /// <returns>The completions; none inside of comments and texts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The code has no such place.</exception>
    public CellCompletions Complete(int position)
    {
        Check(position);
        return new CompletionSearch(tree, model, position).Run();
    }

    /// <summary>What stands at a place of the code, or just before it.</summary>
    /// <param name="position">The place, from 0 to the length of the code.</param>
    /// <returns>What is known of it; <see langword="null"/> where nothing has a name.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The code has no such place.</exception>
    public CellSymbol? Inspect(int position)
    {
        Check(position);
        var root = tree.GetRoot();
        var token = new[] { position, position - 1 }
            .Where(place => place >= 0)
            .Select(place => root.FindToken(place))
            .FirstOrDefault(token => token.IsKind(SyntaxKind.IdentifierToken) && token.Span.IntersectsWith(position));
        return token.Parent is { } node && SymbolOf(node) is { } symbol
            ? new CellSymbol(symbol.ToMinimalDisplayString(model, node.SpanStart, Signature), LibraryDocumentation.SummaryOf(symbol, model.Compilation))
            : null;
    }

    private ISymbol? SymbolOf(SyntaxNode node)
    {
        var found = model.GetSymbolInfo(node);
        return model.GetDeclaredSymbol(node) ?? found.Symbol ?? found.CandidateSymbols.FirstOrDefault();
    }

    private void Check(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, tree.Length);
    }
}
