using InteractiveArticle.Cells.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InteractiveArticle.Cells.Compiler;

/// <summary>
/// Refuses what a page cannot run: packages from a feed, and commands to a kernel. What is left is the portable subset of C#
/// notebooks, which means the same natively and in a browser.
/// </summary>
internal static class PortableSubset
{
    public static CellError? FindViolation(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        if (!root.ContainsDirectives)
        {
            return null;
        }

        foreach (var trivia in root.DescendantTrivia().Where(trivia => trivia.IsDirective))
        {
            var text = trivia.ToString().Trim();
            var what = trivia.GetStructure() switch
            {
                ReferenceDirectiveTriviaSyntax { File.ValueText: var file } when file.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) => "a package from a feed",
                _ when text.StartsWith("#!", StringComparison.Ordinal) => "a magic command",
                _ when text.StartsWith("#i ", StringComparison.Ordinal) => "a package source",
                _ => null,
            };
            if (what is not null)
            {
                var message = $"{text} is {what}, which a page does not have: the cell runs in the notebook only.";
                var place = trivia.GetLocation().GetLineSpan().StartLinePosition;
                return new CellError(CellError.NotPortable, message, place.Line + 1, place.Character + 1, [message]);
            }
        }

        return null;
    }
}
