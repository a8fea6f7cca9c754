using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InteractiveArticle.Cells.Shipping;

/// <summary>Names that mean something else to the cells below after a cell has been edited.</summary>
internal sealed class CellNames
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    private readonly HashSet<string>? names;

    private CellNames(HashSet<string>? names) => this.names = names;

    /// <summary>Every name.</summary>
    public static CellNames All { get; } = new(null);

    /// <summary>The names that only one of two sources of a cell declares; all if they differ in what they import.</summary>
    public static CellNames Changed(string before, string after)
    {
        var (earlier, later) = (Root(before), Root(after));
        if (!Imports(earlier).SequenceEqual(Imports(later)))
        {
            return All;
        }

        var changed = Declared(earlier).ToHashSet();
        changed.SymmetricExceptWith(Declared(later));
        return new(changed);
    }

    /// <summary>Whether a cell mentions any of the names.</summary>
    public bool ConcernAny(string source) =>
        names is null || (names.Count > 0 && Root(source).DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText)));

    private static SyntaxNode Root(string source) => CSharpSyntaxTree.ParseText(source, ParseOptions).GetRoot();

    private static IEnumerable<string> Imports(SyntaxNode root) =>
        root.DescendantNodes(descendIntoTrivia: true).Where(node => node is UsingDirectiveSyntax or DirectiveTriviaSyntax).Select(node => node.ToString());

    private static IEnumerable<string> Declared(SyntaxNode root) => root.DescendantNodes().Select(node => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        _ => null,
    }).OfType<string>();
}
