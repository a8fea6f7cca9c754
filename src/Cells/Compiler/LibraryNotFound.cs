using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InteractiveArticle.Cells.Compiler;

/// <summary>Says what to do when the file behind <c>#r</c> is missing.</summary>
internal static class LibraryNotFound
{
    private const string MetadataFileNotFound = "CS0006";

    public static string? Explain(Diagnostic error)
    {
        if (error.Id != MetadataFileNotFound
            || error.Location.SourceTree?.GetRoot().FindTrivia(error.Location.SourceSpan.Start).GetStructure() is not ReferenceDirectiveTriviaSyntax directive)
        {
            return null;
        }

        var file = directive.File.ValueText;
        var remedy = file.Replace('\\', '/').Contains("artifacts/notebook", StringComparison.Ordinal)
            ? "run dotnet build in the folder of the solution, then run the notebook again"
            : "give the path of a library (.dll) that exists, relative to the notebook's folder";
        return $"#r \"{file}\": no such file; {remedy}";
    }
}
