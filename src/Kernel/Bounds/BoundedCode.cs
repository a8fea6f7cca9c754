using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InteractiveArticle.Kernel.Bounds;

/// <summary>
/// Puts <see cref="CellLoop.Turn"/> into the loops of a cell, and <see cref="CellDepth.Check"/> into the bodies of its functions,
/// properties, constructors, operators and lambdas and before what their initialisers create. Every line stays where it is, so
/// that errors keep their places. What the compiler itself writes, such as how a record prints itself, is not bounded.
/// </summary>
internal sealed class BoundedCode(SemanticModel model) : CSharpSyntaxRewriter
{
    private static readonly string Check = $"global::{typeof(CellDepth).FullName}.{nameof(CellDepth.Check)}()";
    private static readonly StatementSyntax Descent = SyntaxFactory.ParseStatement(Check + ";");
    private static readonly ConditionalExpressionSyntax Creation = (ConditionalExpressionSyntax)SyntaxFactory.ParseExpression(Check + " ? created : throw null");
    private static readonly StatementSyntax Turn = SyntaxFactory.ParseStatement($"global::{typeof(CellLoop).FullName}.{nameof(CellLoop.Turn)}();");

    // Members of the framework that speak to the whole process, and what speaks to the cell instead.
    private static readonly Dictionary<string, string> Replaced = new()
    {
        ["System.Environment.Exit"] = nameof(CellProcess.Exit),
        ["System.Environment.FailFast"] = nameof(CellProcess.FailFast),
        ["System.Console.Clear"] = nameof(CellProcess.Clear),
    };

    /// <summary>The code of a cell with an end to its loops and its recursions.</summary>
    /// <param name="compilation">The compilation of the cell.</param>
    public static string Of(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees.Single();
        return new BoundedCode(compilation.GetSemanticModel(tree)).Visit(tree.GetRoot())!.ToFullString();
    }

    public override SyntaxNode? Visit(SyntaxNode? node) => node is LambdaExpressionSyntax && IsData(node) ? node : InPlaceOf(node) ?? base.Visit(node) switch
    {
        WhileStatementSyntax loop => loop.WithStatement(Stoppable(loop.Statement)),
        DoStatementSyntax loop => loop.WithStatement(Stoppable(loop.Statement)),
        ForStatementSyntax loop => loop.WithStatement(Stoppable(loop.Statement)),
        CommonForEachStatementSyntax loop => loop.WithStatement(Stoppable(loop.Statement)),
        GotoStatementSyntax jump => Stoppable(jump),
        BaseMethodDeclarationSyntax method when Bounded((SyntaxNode?)method.Body ?? method.ExpressionBody, model.GetDeclaredSymbol(node!)) is { } body =>
            method.WithBody(body).WithExpressionBody(null).WithSemicolonToken(default).WithTrailingTrivia(node!.GetTrailingTrivia()),
        LocalFunctionStatementSyntax function when Bounded((SyntaxNode?)function.Body ?? function.ExpressionBody, model.GetDeclaredSymbol(node!)) is { } body =>
            function.WithBody(body).WithExpressionBody(null).WithSemicolonToken(default).WithTrailingTrivia(node!.GetTrailingTrivia()),
        AccessorDeclarationSyntax accessor when Bounded((SyntaxNode?)accessor.Body ?? accessor.ExpressionBody, model.GetDeclaredSymbol(node!)) is { } body =>
            accessor.WithBody(body).WithExpressionBody(null).WithSemicolonToken(default).WithTrailingTrivia(node!.GetTrailingTrivia()),
        PropertyDeclarationSyntax { ExpressionBody: { } arrow } property =>
            property.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(Getter(arrow)).WithTrailingTrivia(node!.GetTrailingTrivia()),
        IndexerDeclarationSyntax { ExpressionBody: { } arrow } indexer =>
            indexer.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(Getter(arrow)).WithTrailingTrivia(node!.GetTrailingTrivia()),
        AnonymousFunctionExpressionSyntax function => function.WithBody(Bounded(function.Body, model.GetSymbolInfo(node!).Symbol)!),
        BaseObjectCreationExpressionSyntax created when IsInitialiser(node!) && model.GetTypeInfo(node!).Type is { IsValueType: false } =>
            SyntaxFactory.ParenthesizedExpression(Creation.WithWhenTrue(created)),
        var other => other,
    };

    private ExpressionSyntax? InPlaceOf(SyntaxNode? node) =>
        node is MemberAccessExpressionSyntax or IdentifierNameSyntax { Parent: not MemberAccessExpressionSyntax }
        && Replaced.ContainsValue(node.GetLastToken().ValueText)
        && model.GetSymbolInfo(node) is { Symbol: IMethodSymbol symbol }
        && Replaced.TryGetValue($"{symbol.ContainingType.ToDisplayString()}.{symbol.Name}", out string? replacement)
            ? SyntaxFactory.ParseExpression($"global::{typeof(CellProcess).FullName}.{replacement}").WithTriviaFrom(node)
            : null;

    // The compiler makes a tree of such a function instead of code, which only an expression can become.
    private bool IsData(SyntaxNode lambda) => model.GetTypeInfo(lambda).ConvertedType is { Name: "Expression" or "LambdaExpression", ContainingNamespace.Name: "Expressions" };

    // Initialisers run before the body of the constructor, which never begins where one of them creates such an object again.
    private static bool IsInitialiser(SyntaxNode creation) => creation.Ancestors().FirstOrDefault(outer => outer
        is MemberDeclarationSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax or BlockSyntax or ArrowExpressionClauseSyntax
        or AnonymousFunctionExpressionSyntax or QueryExpressionSyntax)
        is FieldDeclarationSyntax { Parent: TypeDeclarationSyntax } or PropertyDeclarationSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax;

    // What has no body, as an abstract method, needs no bound.
    private static BlockSyntax? Bounded(SyntaxNode? body, ISymbol? function) => body switch
    {
        null => null,
        BlockSyntax block => block.WithStatements(block.Statements.Insert(0, Descent)),
        ArrowExpressionClauseSyntax arrow => Block(AfterArrow(arrow), function),
        _ => Block((ExpressionSyntax)body, function),
    };

    private static AccessorListSyntax Getter(ArrowExpressionClauseSyntax arrow) => SyntaxFactory.AccessorList(
        [SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, Block(AfterArrow(arrow), function: null))]);

    // The arrow goes, the lines around it do not.
    private static ExpressionSyntax AfterArrow(ArrowExpressionClauseSyntax arrow) =>
        arrow.Expression.WithLeadingTrivia(arrow.ArrowToken.LeadingTrivia.AddRange(arrow.ArrowToken.TrailingTrivia).AddRange(arrow.Expression.GetLeadingTrivia()));

    private static BlockSyntax Block(ExpressionSyntax expression, ISymbol? function)
    {
        bool givesNothing = function is IMethodSymbol { ReturnsVoid: true } or IMethodSymbol { IsAsync: true, ReturnType: INamedTypeSymbol { Arity: 0 } };
        StatementSyntax only = expression switch
        {
            ThrowExpressionSyntax thrown => SyntaxFactory.ThrowStatement(thrown.ThrowKeyword, thrown.Expression, SyntaxFactory.Token(SyntaxKind.SemicolonToken)),
            _ when givesNothing => SyntaxFactory.ExpressionStatement(expression),
            _ => SyntaxFactory.ReturnStatement(expression.WithLeadingTrivia(SyntaxFactory.Space)).WithLeadingTrivia(expression.GetLeadingTrivia()),
        };
        return SyntaxFactory.Block(Descent, only);
    }

    private static BlockSyntax Stoppable(StatementSyntax body) => body is BlockSyntax block
        ? block.WithStatements(block.Statements.Insert(0, Turn))
        : SyntaxFactory.Block(Turn, body);
}
