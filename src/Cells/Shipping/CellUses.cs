using InteractiveArticle.Cells.Compiler;
using InteractiveArticle.Cells.Lines;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InteractiveArticle.Cells.Shipping;

/// <summary>What a cell uses of the cells before it, as the compiler understands it.</summary>
/// <param name="Cells">The numbers of the cells whose declarations it names.</param>
/// <param name="Variables">The names of the variables of those cells that it reads or writes.</param>
/// <param name="ChangesOthers">Whether it may change what an earlier cell declared, so that only the order of the notebook gives the right results.</param>
internal sealed record CellUses(IReadOnlySet<int> Cells, IReadOnlySet<string> Variables, bool ChangesOthers)
{
    // What the library gives is immutable; collections and the like may be changed by any call.
    private const string LibraryNamespace = "InteractiveArticle";

    /// <summary>Looks at a compiled cell.</summary>
    public static CellUses Of(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees[0];
        var model = compilation.GetSemanticModel(tree);
        var cells = new HashSet<int>();
        var variables = new HashSet<string>();
        bool changesOthers = false;
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name).Symbol ?? model.GetTypeInfo(name).Type;
            if (symbol?.ContainingAssembly?.Name is not { } assembly || CellName.NumberOfAssembly(assembly) is not { } number)
            {
                continue;
            }

            bool isVariable = symbol is IFieldSymbol or IPropertySymbol { ContainingType.IsScriptClass: true };
            if (assembly == compilation.AssemblyName)
            {
                // A function may be called by cells below, which then change this one.
                changesOthers |= isVariable && symbol.ContainingType.IsScriptClass && name.Ancestors().Any(node => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax) && MayChange(name, model);
                continue;
            }

            cells.Add(number);
            if (isVariable)
            {
                variables.Add(symbol.Name);
                changesOthers |= MayChange(name, model);
            }
        }

        return new(cells, variables, changesOthers);
    }

    private static bool MayChange(SimpleNameSyntax name, SemanticModel model)
    {
        // The whole of `a`, `a.B`, `a[0].B`: what is done to it is done to the variable.
        ExpressionSyntax whole = name;
        while (true)
        {
            switch (whole.Parent)
            {
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } call when call.Expression == whole:
                    return IsMutable(model.GetTypeInfo(whole).Type) && model.GetSymbolInfo(call).Symbol is IMethodSymbol { IsExtensionMethod: false, IsReadOnly: false };
                case MemberAccessExpressionSyntax member when member.Expression == whole:
                    whole = member;
                    continue;
                case ElementAccessExpressionSyntax element when element.Expression == whole:
                    whole = element;
                    continue;
                case AssignmentExpressionSyntax assignment:
                    return assignment.Left == whole;
                case ArgumentSyntax argument:
                    return !argument.RefKindKeyword.IsKind(SyntaxKind.None) && !argument.RefKindKeyword.IsKind(SyntaxKind.InKeyword);
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }:
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
                    return true;
                default:
                    return false;
            }
        }
    }

    private static bool IsMutable(ITypeSymbol? type) => type switch
    {
        null or { IsReadOnly: true } or { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Delegate or TypeKind.Enum } => false,
        { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double } => false,
        _ => !type.ContainingNamespace?.ToDisplayString().StartsWith(LibraryNamespace, StringComparison.Ordinal) ?? true,
    };
}
