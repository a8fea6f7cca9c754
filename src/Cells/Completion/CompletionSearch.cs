using System.ComponentModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InteractiveArticle.Cells.Completion;

/// <summary>Finds what could be written at one place: members after a dot, properties in an initialiser, everything in scope elsewhere.</summary>
internal sealed class CompletionSearch
{
    private static readonly CellCompletion[] Keywords =
        [.. SyntaxFacts.GetReservedKeywordKinds().Concat([SyntaxKind.VarKeyword, SyntaxKind.AwaitKeyword, SyntaxKind.RecordKeyword, SyntaxKind.WithKeyword, SyntaxKind.NameOfKeyword])
            .Select(kind => new CellCompletion(SyntaxFacts.GetText(kind), "keyword"))];

    private readonly SemanticModel model;
    private readonly int position;
    private readonly SyntaxToken token;
    private readonly SyntaxToken before;
    private readonly int start;

    public CompletionSearch(SyntaxTree tree, SemanticModel model, int position)
    {
        this.model = model;
        this.position = position;
        token = tree.GetRoot().FindToken(Math.Max(0, position - 1));
        bool isInWord = token.Span.Start < position && token.Span.End >= position && SyntaxFacts.IsIdentifierPartCharacter(token.Text[0]);
        start = isInWord ? token.SpanStart : position;
        before = isInWord || token.SpanStart >= position ? token.GetPreviousToken() : token;
    }

    public CellCompletions Run()
    {
        var found = IsInText() ? [] : Members() ?? Properties() ?? [.. InScope(), .. Keywords];
        string prefix = token.Text[..Math.Clamp(position - token.SpanStart, 0, token.Text.Length)];
        prefix = start == position ? "" : prefix;
        return CellCompletions.Of(start, position, prefix, found);
    }

    private bool IsInText()
    {
        var trivia = token.SyntaxTree!.GetRoot().FindTrivia(Math.Max(0, position - 1));
        bool isComment = trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);
        bool isLiteral = token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.NumericLiteralToken;
        return isComment || (isLiteral && token.SpanStart < position);
    }

    // What follows a dot; null where there is none.
    private IEnumerable<CellCompletion>? Members()
    {
        var owner = before.Parent switch
        {
            MemberAccessExpressionSyntax access when access.OperatorToken == before => access.Expression,
            QualifiedNameSyntax name when name.DotToken == before => name.Left,
            MemberBindingExpressionSyntax binding when binding.OperatorToken == before => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
        if (owner is null)
        {
            return null;
        }

        if (model.GetSymbolInfo(owner).Symbol is INamespaceOrTypeSymbol container)
        {
            return Items(model.LookupSymbols(before.SpanStart, container).Where(symbol => symbol.IsStatic || symbol is INamespaceOrTypeSymbol));
        }

        return model.GetTypeInfo(owner).Type is { } type
            ? Items(model.LookupSymbols(before.SpanStart, type, includeReducedExtensionMethods: true).Where(symbol => !symbol.IsStatic && symbol is not ITypeSymbol))
            : [];
    }

    // What can be set between the braces of "new … { }" and "… with { }"; null elsewhere. With no "=" yet it looks like a list.
    private IEnumerable<CellCompletion>? Properties() =>
        before.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.CommaToken
        && before.Parent is InitializerExpressionSyntax { Parent: (BaseObjectCreationExpressionSyntax or WithExpressionSyntax) and { } owner }
        && model.GetTypeInfo(owner).Type is { } type
            ? Items(model.LookupSymbols(before.SpanStart, type).Where(symbol => symbol is IPropertySymbol { IsStatic: false, SetMethod: not null } or IFieldSymbol { IsStatic: false, IsReadOnly: false }))
            : null;

    private IEnumerable<CellCompletion> InScope() => Items(model.LookupSymbols(start));

    private static IEnumerable<CellCompletion> Items(IEnumerable<ISymbol> symbols) => symbols
        .Where(symbol => symbol.CanBeReferencedByName && !IsHidden(symbol))
        .Select(symbol => new CellCompletion(symbol.Name, KindOf(symbol)));

    private static bool IsHidden(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == nameof(EditorBrowsableAttribute)
        && attribute.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }]);

    private static string KindOf(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type.TypeKind.ToString().ToLowerInvariant(),
        ILocalSymbol or IFieldSymbol { ContainingType.IsScriptClass: true } => "variable",
        _ => symbol.Kind.ToString().ToLowerInvariant(),
    };
}
