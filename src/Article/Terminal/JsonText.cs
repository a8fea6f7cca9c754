using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Article.Terminal;

/// <summary>
/// JSON as the command line prints it.
/// </summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(JsonNode json) => Console.WriteLine(json.ToJsonString(Layout));

    /// <summary>The value of a parameter, as a number or a truth value where it is one.</summary>
    public static JsonNode? Value(ModelParameter parameter, string text) => parameter.Allowed.Read(text) switch
    {
        double number => JsonValue.Create(number),
        int whole => JsonValue.Create(whole),
        bool isOn => JsonValue.Create(isOn),
        _ => JsonValue.Create(text),
    };

    /// <summary>Values of parameters by their names.</summary>
    public static JsonObject Values(IEnumerable<ReportParameter> parameters) =>
        new(parameters.Select(parameter => KeyValuePair.Create(parameter.Parameter.Name, Value(parameter.Parameter, parameter.Text))));

    /// <summary>Results by their names, each estimate followed by its half-width; null where there is no number.</summary>
    public static JsonObject Results(IEnumerable<ReportValue> results)
    {
        var json = new JsonObject();
        foreach (var result in results)
        {
            json[result.Name] = result.Value;
            if (result.Measure.IsEstimate)
            {
                json[ReportText.HalfWidthOf(result.Measure)] = result.HalfWidth;
            }
        }

        return json;
    }

    /// <summary>The unit and the meaning of each measure.</summary>
    public static JsonArray Measures(IEnumerable<ModelMeasure> measures) => new(
    [
        .. measures.Select(measure => new JsonObject
        {
            ["name"] = measure.Name,
            ["unit"] = measure.Unit,
            ["description"] = LibraryDocumentation.MeaningOf(measure),
        }),
    ]);

    /// <summary>A list of lines.</summary>
    public static JsonArray Lines(IEnumerable<string> lines) => new([.. lines.Select(line => JsonValue.Create(line))]);
}
