using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace InteractiveArticle.Cells.Completion;

/// <summary>Reads what a library says of its members from the documentation file beside it.</summary>
internal static partial class LibraryDocumentation
{
    public static string? SummaryOf(ISymbol symbol, Compilation compilation)
    {
        if (symbol.OriginalDefinition.GetDocumentationCommentId() is not { } id
            || compilation.GetMetadataReference(symbol.ContainingAssembly) is not PortableExecutableReference { FilePath: { } library }
            || Path.ChangeExtension(library, ".xml") is var file && !File.Exists(file))
        {
            return null;
        }

        var summary = XDocument.Load(file).Descendants("member").FirstOrDefault(member => (string?)member.Attribute("name") == id)?.Element("summary");
        return summary is null ? null : Spaces().Replace(string.Concat(summary.Nodes().Select(Words)), " ").Trim();
    }

    // References are elements with no text of their own: a name behind a prefix, or a language keyword.
    private static string Words(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } reference when (reference.Attribute("cref") ?? reference.Attribute("langword") ?? reference.Attribute("name"))?.Value is { } name =>
            name[(name.LastIndexOf('.') + 1)..],
        XElement element => string.Concat(element.Nodes().Select(Words)),
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
