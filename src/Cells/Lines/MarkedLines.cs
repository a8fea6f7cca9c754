using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InteractiveArticle.Cells.Lines;

/// <summary>
/// Puts marks between the statements of a cell, so that an exception is told with its line where there are no debug symbols.
/// A function keeps its line in a variable of its own, which a filter reads while the exception passes; that costs next to
/// nothing. Iterators have no such filter: an exception there is told at the line that called them.
/// </summary>
/// <param name="cell">The cell's number.</param>
internal sealed class MarkedLines(int cell) : CSharpSyntaxRewriter
{
    private const string Variable = "line__";

    private static readonly string Calls = $"global::{typeof(CellLine).FullName}";

    private Func<int, string>? mark = line => $"{Calls}.{nameof(CellLine.Next)}({line});";

    /// <summary>The same compilation with marks.</summary>
    /// <param name="compilation">The compilation of a cell.</param>
    /// <param name="cell">The cell's number.</param>
    public static CSharpCompilation In(CSharpCompilation compilation, int cell)
    {
        var tree = compilation.SyntaxTrees.Single();
        return compilation.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(new MarkedLines(cell).Visit(tree.GetRoot())!, tree.Options));
    }

    public override SyntaxNode? VisitCompilationUnit(CompilationUnitSyntax node)
    {
        // Directives such as #r have to stay before everything else.
        var members = node.Members.Select(Visit).Zip(node.Members, (MemberDeclarationSyntax[] (visited, member) => member is GlobalStatementSyntax or FieldDeclarationSyntax
            ? [SyntaxFactory.GlobalStatement(Mark(member)).WithLeadingTrivia(member.GetLeadingTrivia()), (MemberDeclarationSyntax)visited!.WithLeadingTrivia(SyntaxFactory.LineFeed)]
            : [(MemberDeclarationSyntax)visited!]));
        return node.WithMembers([.. members.SelectMany(marked => marked)]);
    }

    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        bool isBody = node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax;
        var outer = mark;
        if (isBody)
        {
            mark = IsIterator(node) ? null : line => $"{Variable} = {line};";
        }

        var marked = node.WithStatements(Marked(node.Statements));
        bool isWatched = isBody && mark is not null;
        mark = outer;
        return isWatched
            ? SyntaxFactory.Block(
                SyntaxFactory.ParseStatement($"int {Variable} = 0;"),
                ((TryStatementSyntax)SyntaxFactory.ParseStatement($"try {{ }} catch (global::System.Exception e__) when ({Calls}.{nameof(CellLine.Pass)}(e__, {cell}, {Variable})) {{ throw; }}")).WithBlock(marked))
            : marked;
    }

    public override SyntaxNode? VisitSwitchSection(SwitchSectionSyntax node) =>
        node.WithLabels(VisitList(node.Labels)).WithStatements(Marked(node.Statements));

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        var visited = base.Visit(node);

        // The lone statement of an if or a loop.
        return visited is StatementSyntax and not BlockSyntax && mark is not null
            && node is { Parent: IfStatementSyntax or ElseClauseSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax }
            ? SyntaxFactory.Block(Mark(node), (StatementSyntax)visited)
            : visited;
    }

    private static bool IsIterator(BlockSyntax body) =>
        body.DescendantNodes(node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).Any(node => node is YieldStatementSyntax);

    private SyntaxList<StatementSyntax> Marked(SyntaxList<StatementSyntax> statements)
    {
        var visited = VisitList(statements);
        return mark is null ? visited : [.. statements.Zip(visited).SelectMany(pair => (StatementSyntax[])[Mark(pair.First), pair.Second])];
    }

    private StatementSyntax Mark(SyntaxNode statement) =>
        SyntaxFactory.ParseStatement(mark!(statement.GetLocation().GetLineSpan().StartLinePosition.Line + 1));
}
