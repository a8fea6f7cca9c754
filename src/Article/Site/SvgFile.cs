using System.Xml;
using System.Xml.Linq;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// An SVG that the site is to have as a file. Opened by itself, it would run its scripts as the site's own.
/// </summary>
internal static class SvgFile
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // The parts that draw, as in pictures within HTML, and the heads of arrows.
    private static readonly string[] Tags = [.. SafeSvg.Tags, "marker"];

    /// <summary>Whether there is nothing in it that runs or leads elsewhere.</summary>
    /// <param name="content">The file.</param>
    public static bool IsHarmless(byte[] content)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var document = XDocument.Load(reader);
            return document.DescendantNodes().All(node => node is not XProcessingInstruction) && document.Descendants().All(IsHarmless);
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static bool IsHarmless(XElement element) =>
        element.Name.Namespace == Svg
        && Tags.Contains(element.Name.LocalName)
        && element.Attributes().All(attribute => attribute.Name.LocalName != "href" && !attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
}
