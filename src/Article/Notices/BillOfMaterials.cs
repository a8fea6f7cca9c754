using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InteractiveArticle.Article.Notices;

/// <summary>
/// The same for programs: a CycloneDX bill of materials (https://cyclonedx.org/docs/1.6/json), without time or serial
/// number, so that the same software makes the same bytes.
/// </summary>
internal static class BillOfMaterials
{
    private const string Root = "article";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it.</summary>
    public static string Of(IReadOnlyList<Component> components)
    {
        var byName = components.ToDictionary(component => component.Name, StringComparer.OrdinalIgnoreCase);
        var needs = components.ToDictionary(component => component.Purl, component => component.Needs.Where(byName.ContainsKey).Select(need => byName[need].Purl).Order(StringComparer.Ordinal).ToArray());
        var bill = new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["component"] = new JsonObject { ["type"] = "application", ["bom-ref"] = Root, ["name"] = Site.SiteImprint.Article.Title, ["licenses"] = Licence("MIT") },
            },
            ["components"] = new JsonArray([.. components.Select(Entry)]),
            ["dependencies"] = new JsonArray(
            [
                Dependency(Root, needs.Keys.Except(needs.Values.SelectMany(need => need))),
                .. needs.Select(need => Dependency(need.Key, need.Value)),
            ]),
        };
        return bill.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Entry(Component component)
    {
        var entry = new JsonObject
        {
            ["type"] = "library",
            ["bom-ref"] = component.Purl,
            ["publisher"] = component.Authors,
            ["name"] = component.Name,
            ["version"] = component.Version,
            ["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = component.Sha512 }),
            ["licenses"] = Licence(component.Licence),
            ["purl"] = component.Purl,
            ["externalReferences"] = new JsonArray(new JsonObject { ["type"] = "website", ["url"] = component.Home }),
            ["properties"] = new JsonArray([.. component.ShipsIn.Select(part => new JsonObject { ["name"] = "article:ships-in", ["value"] = part })]),
        };
        if (component.Copyright is { } copyright)
        {
            entry["copyright"] = copyright;
        }

        return entry;
    }

    private static JsonArray Licence(string expression) => [new JsonObject { ["expression"] = expression }];

    private static JsonObject Dependency(string reference, IEnumerable<string> needs) =>
        new() { ["ref"] = reference, ["dependsOn"] = new JsonArray([.. needs.Select(need => JsonValue.Create(need))]) };
}
