using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using InteractiveArticle.Parameters;
using InteractiveArticle.Simulation.Modelling;
using Spectre.Console;

namespace InteractiveArticle.Article.Terminal;

/// <summary>
/// Prints which models there are and what they take.
/// </summary>
internal static class ModelListing
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Print(IReadOnlyList<Model> models, ReportFormat format)
    {
        switch (format)
        {
            case ReportFormat.Json:
                Console.WriteLine(new JsonArray([.. models.Select(Json)]).ToJsonString(Layout));
                break;
            case ReportFormat.Csv:
                Console.WriteLine("model,parameter,default,allowed,unit,description");
                foreach (var (model, parameter) in models.SelectMany(model => model.Parameters.Select(parameter => (model, parameter))))
                {
                    Console.WriteLine($"{model.Name},{parameter.Name},{parameter.DefaultText},{Range(parameter.Allowed)},{parameter.Allowed.Unit},\"{parameter.Description}\"");
                }

                break;
            default:
                foreach (var model in models)
                {
                    var table = new Table().Title(Markup.Escape($"{model.Name}: {model.Summary}")).AddColumns("parameter", "default", "allowed", "unit", "meaning");
                    foreach (var parameter in model.Parameters)
                    {
                        table.AddRow(parameter.Name, parameter.DefaultText, Markup.Escape(Range(parameter.Allowed)), Markup.Escape(parameter.Allowed.Unit ?? ""), Markup.Escape(parameter.Description));
                    }

                    TextTable.Write(table);
                }

                break;
        }
    }

    private static JsonObject Json(Model model) => new()
    {
        ["model"] = model.Name,
        ["summary"] = model.Summary,
        ["replications"] = model.UsualReplications,
        ["parameters"] = new JsonArray(
        [
            .. model.Parameters.Select(parameter =>
            {
                var json = new JsonObject
                {
                    ["name"] = parameter.Name,
                    ["description"] = parameter.Description,
                    ["unit"] = parameter.Allowed.Unit ?? "",
                    ["default"] = ReportPrinter.Typed(parameter, parameter.DefaultText),
                };
                if (parameter.Allowed.Choices.Count > 0)
                {
                    json["choices"] = new JsonArray([.. parameter.Allowed.Choices.Select(choice => JsonValue.Create(choice))]);
                }
                else
                {
                    json["minimum"] = parameter.Allowed.Minimum;
                    json["maximum"] = parameter.Allowed.Maximum;
                }

                return json;
            }),
        ]),
    };

    // Short, as a column has its place: the unit stands in the next one.
    private static string Range(AllowedValues allowed) => allowed.Choices.Count > 0
        ? string.Join(" | ", allowed.Choices)
        : string.Create(CultureInfo.InvariantCulture, $"{allowed.Minimum} … {allowed.Maximum}");
}
