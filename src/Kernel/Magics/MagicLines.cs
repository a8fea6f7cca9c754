using InteractiveArticle.Cells.Compiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InteractiveArticle.Kernel.Magics;

/// <summary>A line of a cell that speaks to the kernel: a magic command, or a package or package source to load.</summary>
/// <param name="Line">Which line of the cell it is, from 1.</param>
/// <param name="Text">The line, trimmed.</param>
internal readonly record struct MagicLine(int Line, string Text)
{
    /// <summary>The command's name, such as <c>#!time</c> or <c>#r</c>.</summary>
    public string Name => Text.Split([' ', '\t'], 2)[0];
}

/// <summary>
/// Finds the lines of a cell that speak to the kernel. The kernel's own parser takes every line that begins like one, even
/// within a text.
/// </summary>
internal static class MagicLines
{
    private static readonly string[] CSharpNames = ["#!csharp", "#!c#", "#!C#"];

    // What the compiler says of a text or a comment that the code breaks off in.
    private static readonly string[] OpenEnds = ["CS1035", "CS1039", "CS1733", "CS8964", "CS8997", "CS8999"];
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>Finds the lines.</summary>
    /// <param name="code">The cell's code.</param>
    public static IReadOnlyList<MagicLine> In(string code)
    {
        var found = new List<MagicLine>();
        if (!code.Contains('#', StringComparison.Ordinal))
        {
            return found;
        }

        bool isCSharp = true;
        int chunk = 0;
        int start = 0;
        foreach (var (index, line) in code.Split('\n').Index())
        {
            string text = line.Trim();
            if (IsMagic(text) && !(isCSharp && IsWithinText(code[chunk..start])))
            {
                found.Add(new(index + 1, text));
                isCSharp = !text.StartsWith("#!", StringComparison.Ordinal) ? isCSharp : CSharpNames.Contains(found[^1].Name) || (isCSharp && !OtherLanguages.All.ContainsKey(found[^1].Name));
                chunk = start + line.Length;
            }

            start += line.Length + 1;
        }

        return found;
    }

    private static bool IsMagic(string line) =>
        line.StartsWith("#!", StringComparison.Ordinal)
        || line.StartsWith("#i ", StringComparison.Ordinal)
        || (line.StartsWith("#r", StringComparison.Ordinal) && line[2..].TrimStart().StartsWith("\"nuget:", StringComparison.OrdinalIgnoreCase));

    private static bool IsWithinText(string codeBefore) =>
        (codeBefore.Contains('"', StringComparison.Ordinal) || codeBefore.Contains("/*", StringComparison.Ordinal))
        && !NestedCode.IsTooDeep(codeBefore)
        && CSharpSyntaxTree.ParseText(codeBefore, ParseOptions).GetDiagnostics().Any(diagnostic => OpenEnds.Contains(diagnostic.Id));
}
