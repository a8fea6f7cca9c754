using System.Reflection;
using System.Xml;
using System.Xml.Linq;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Article.Terminal;

/// <summary>
/// What the library's own documentation says of what its models report. The compiler writes it into a file that stands
/// beside the assembly, where notebooks look it up as well.
/// </summary>
internal static class LibraryDocumentation
{
    private static readonly Lazy<Dictionary<string, string>> Summaries = new(() => Read(Path.ChangeExtension(typeof(Model).Assembly.Location, ".xml")));

    /// <summary>The meaning of a result or of a column, in one plain sentence; empty where the file is missing.</summary>
    public static string MeaningOf(ModelMeasure measure) => MeaningOf(measure.Property);

    /// <summary>The meaning of a series, in one plain sentence; empty where the file is missing.</summary>
    public static string MeaningOf(ModelSeries series) => MeaningOf(series.Property);

    /// <summary>What a comment says without its markup: references become the names that they refer to.</summary>
    /// <param name="comment">Such as a summary.</param>
    public static string PlainText(XElement comment) =>
        string.Join(' ', WithoutMarkup(comment).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Identifiers as in ECMA-334, annex E.
    private static string MeaningOf(PropertyInfo property) =>
        Summaries.Value.GetValueOrDefault($"P:{property.DeclaringType!.FullName!.Replace('+', '.')}.{property.Name}", "");

    private static Dictionary<string, string> Read(string file)
    {
        try
        {
            return XDocument.Load(file).Descendants("member")
                .Where(member => member.Element("summary") is not null)
                .ToDictionary(member => (string)member.Attribute("name")!, member => PlainText(member.Element("summary")!));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException or ArgumentException)
        {
            // Numbers without their meaning are better than none.
            return [];
        }
    }

    private static string WithoutMarkup(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } reference => NameIn(reference),
        XElement element => string.Concat(element.Nodes().Select(WithoutMarkup)),
        _ => "",
    };

    private static string NameIn(XElement reference)
    {
        string name = reference.FirstAttribute?.Value ?? "";
        return name.Split(':', '(') switch
        {
            [{ Length: 1 }, var path, ..] => path[(path.LastIndexOf('.') + 1)..],
            _ => name,
        };
    }
}
