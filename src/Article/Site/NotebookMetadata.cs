using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InteractiveArticle.Notebook.Documents;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// What a notebook says of itself: its metadata, and beside them what Quarto and its like keep in YAML, between two lines of
/// dashes in a raw first cell.
/// </summary>
internal static partial class NotebookMetadata
{
    // More than that says more than whose a page is.
    private const int MostCharacters = 10_000;

    private const int Deepest = 20;

    /// <summary>Reads it.</summary>
    /// <param name="document">The notebook.</param>
    /// <returns>Its metadata, with what the YAML says first. YAML that cannot be read says nothing.</returns>
    public static JsonObject Of(NotebookDocument document)
    {
        var metadata = (JsonObject)document.Metadata.DeepClone();
        if (document.Cells is [{ Kind: CellKind.Raw, Source.Length: <= MostCharacters } first, ..] && FrontMatter().Match(first.Source) is { Success: true } yaml)
        {
            foreach (var (key, value) in Read(yaml.Groups[1].Value))
            {
                metadata[key] = value?.DeepClone();
            }
        }

        return metadata;
    }

    private static JsonObject Read(string yaml)
    {
        try
        {
            if (!IsPlain(new Parser(new StringReader(yaml))))
            {
                return [];
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents is [{ RootNode: YamlMappingNode root }, ..] ? (JsonObject)ToJson(root)! : [];
        }
        catch (YamlException)
        {
            return [];
        }
    }

    // What is said by reference could be said without end, and what is nested is read as deep as it goes.
    private static bool IsPlain(Parser parser)
    {
        int depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (parser.Current is AnchorAlias || depth > Deepest)
            {
                return false;
            }
        }

        return true;
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        YamlSequenceNode list => new JsonArray([.. list.Select(ToJson)]),
        YamlMappingNode map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key.ToString(), ToJson(pair.Value))).DistinctBy(pair => pair.Key)),
        _ => null,
    };

    [GeneratedRegex(@"\A\s*---[ \t]*\n(.*?)\n---[ \t]*(\n|\z)", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();
}
