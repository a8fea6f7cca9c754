using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InteractiveArticle.Kernel.Hosting;

/// <summary>What a compiled cell is, as far as later cells are concerned.</summary>
internal static class Submissions
{
    /// <summary>Whether it leaves anything for the next cell; if not, that can as well do without it.</summary>
    public static bool HasDeclarations(CSharpCompilation compilation) =>
        compilation.SyntaxTrees.Single().GetRoot() is CompilationUnitSyntax { Usings.Count: > 0 } or { ContainsDirectives: true }
        || compilation.ScriptClass!.GetMembers().Any(member => !member.IsImplicitlyDeclared && member.CanBeReferencedByName);
}
