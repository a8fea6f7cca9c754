using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InteractiveArticle.Notebook.Kernel;

/// <summary>
/// Puts <see cref="CellLoop.Turn"/> into the loops of a cell, and <see cref="CellDepth.Check"/> into its functions. Every
/// line stays where it is, so that errors keep their places.
/// </summary>
internal sealed class BoundedCode : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Descent = SyntaxFactory.ParseStatement($"global::{typeof(CellDepth).FullName}.{nameof(CellDepth.Check)}();");
    private static readonly StatementSyntax Turn = SyntaxFactory.ParseStatement($"global::{typeof(CellLoop).FullName}.{nameof(CellLoop.Turn)}();");

    /// <summary>The same compilation with an end to its loops and its recursions.</summary>
    /// <param name="compilation">The compilation of a cell.</param>
    public static CSharpCompilation In(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees.Single();
        var root = tree.GetRoot();
        var bounded = new BoundedCode().Visit(root);
        return bounded == root ? compilation : compilation.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(bounded, tree.Options));
    }

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) =>
        base.VisitWhileStatement(node) is WhileStatementSyntax loop ? loop.WithStatement(Stoppable(loop.Statement)) : null;

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) =>
        base.VisitDoStatement(node) is DoStatementSyntax loop ? loop.WithStatement(Stoppable(loop.Statement)) : null;

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node) =>
        base.VisitForStatement(node) is ForStatementSyntax loop ? loop.WithStatement(Stoppable(loop.Statement)) : null;

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) =>
        base.VisitForEachStatement(node) is ForEachStatementSyntax loop ? loop.WithStatement(Stoppable(loop.Statement)) : null;

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node) =>
        base.VisitForEachVariableStatement(node) is ForEachVariableStatementSyntax loop ? loop.WithStatement(Stoppable(loop.Statement)) : null;

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var method = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        return Body(method.Body, method.ExpressionBody, method.ReturnType, method.Modifiers) is { } body
            ? method.WithBody(body).WithExpressionBody(null).WithSemicolonToken(default).WithTrailingTrivia(node.GetTrailingTrivia())
            : method;
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var function = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        return Body(function.Body, function.ExpressionBody, function.ReturnType, function.Modifiers) is { } body
            ? function.WithBody(body).WithExpressionBody(null).WithSemicolonToken(default).WithTrailingTrivia(node.GetTrailingTrivia())
            : function;
    }

    private static BlockSyntax? Body(BlockSyntax? block, ArrowExpressionClauseSyntax? arrow, TypeSyntax type, SyntaxTokenList modifiers)
    {
        if (block is not null)
        {
            return block.WithStatements(block.Statements.Insert(0, Descent));
        }

        if (arrow is null)
        {
            return null; // an abstract method has no body
        }

        bool givesNothing = type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
            || (modifiers.Any(SyntaxKind.AsyncKeyword) && type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault() is IdentifierNameSyntax);
        StatementSyntax only = arrow.Expression switch
        {
            ThrowExpressionSyntax thrown => SyntaxFactory.ThrowStatement(thrown.Expression),
            var expression when givesNothing => SyntaxFactory.ExpressionStatement(expression),
            var expression => SyntaxFactory.ReturnStatement(expression.WithLeadingTrivia(expression.GetLeadingTrivia().Prepend(SyntaxFactory.Space))),
        };
        return SyntaxFactory.Block(Descent, only);
    }

    private static BlockSyntax Stoppable(StatementSyntax body) => body is BlockSyntax block
        ? block.WithStatements(block.Statements.Insert(0, Turn))
        : SyntaxFactory.Block(Turn, body);
}
