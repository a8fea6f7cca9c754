using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InteractiveArticle.Notebook.Kernel;

/// <summary>Puts <see cref="CellLoop.Turn"/> into the loops of a cell. Every line stays where it is, so that errors keep their places.</summary>
internal sealed class StoppableLoops : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Turn = SyntaxFactory.ParseStatement($"global::{typeof(CellLoop).FullName}.{nameof(CellLoop.Turn)}();");

    /// <summary>The same compilation with loops that can be stopped.</summary>
    /// <param name="compilation">The compilation of a cell.</param>
    public static CSharpCompilation In(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees.Single();
        var root = tree.GetRoot();
        var stoppable = new StoppableLoops().Visit(root);
        return stoppable == root ? compilation : compilation.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(stoppable, tree.Options));
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

    private static BlockSyntax Stoppable(StatementSyntax body) => body is BlockSyntax block
        ? block.WithStatements(block.Statements.Insert(0, Turn))
        : SyntaxFactory.Block(Turn, body);
}
