using Microsoft.CodeAnalysis;

namespace InteractiveArticle.Cells.Compiler;

/// <summary>
/// Tells code that is nested too deep to be compiled. In many places the compiler recurses unguarded, so that such code would
/// end the process and not the cell.
/// </summary>
internal static class NestedCode
{
    // Far more than anybody writes, and what the compiler can bear on the smallest of stacks.
    private const int Deepest = 1000;

    /// <summary>What to say of such code.</summary>
    public static string Refusal { get; } = $"The code is nested more than {Deepest} levels deep, which is more than the compiler can follow; write it in several steps.";

    /// <summary>Whether brackets are nested too deep for the parser. What stands in texts and comments counts as well.</summary>
    public static bool IsTooDeep(string code)
    {
        int brackets = 0;
        int angles = 0;
        foreach (char c in code)
        {
            brackets = c switch
            {
                '(' or '[' or '{' => brackets + 1,
                ')' or ']' or '}' => Math.Max(0, brackets - 1),
                _ => brackets,
            };
            angles = c switch
            {
                '<' => angles + 1,
                '>' => Math.Max(0, angles - 1),
                ';' or '{' or '}' => 0, // what is less than something has no other end
                _ => angles,
            };
            if (brackets > Deepest || angles > Deepest)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether what was parsed is nested too deep for the rest of the compiler.</summary>
    public static bool IsTooDeep(SyntaxTree tree)
    {
        var waiting = new Stack<(SyntaxNode Node, int Depth)>([(tree.GetRoot(), 0)]);
        while (waiting.TryPop(out var next))
        {
            if (next.Depth > Deepest)
            {
                return true;
            }

            foreach (var child in next.Node.ChildNodes())
            {
                waiting.Push((child, next.Depth + 1));
            }
        }

        return false;
    }
}
