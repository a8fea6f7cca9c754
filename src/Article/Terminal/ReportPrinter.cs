using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using InteractiveArticle.Simulation.Modelling;
using Spectre.Console;

namespace InteractiveArticle.Article.Terminal;

/// <summary>How a report is printed.</summary>
internal enum ReportFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>For programs: everything but the series.</summary>
    Json,

    /// <summary>For spreadsheets: the time series where the model has one, else the results.</summary>
    Csv,
}

/// <summary>
/// Prints what a model reports.
/// </summary>
internal static class ReportPrinter
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Print(ModelReport report, ReportFormat format)
    {
        switch (format)
        {
            case ReportFormat.Json:
                Console.WriteLine(Json(report).ToJsonString(Layout));
                break;
            case ReportFormat.Csv:
                foreach (string line in Csv(report))
                {
                    Console.WriteLine(line);
                }

                break;
            default:
                PrintTable(report);
                break;
        }
    }

    /// <summary>A JSON value from the text of a parameter.</summary>
    public static JsonNode? Typed(ModelParameter parameter, string text) => parameter.Allowed.Read(text) switch
    {
        double number => JsonValue.Create(number),
        int whole => JsonValue.Create(whole),
        bool isOn => JsonValue.Create(isOn),
        _ => JsonValue.Create(text),
    };

    private static JsonObject Json(ModelReport report)
    {
        var parameters = new JsonObject();
        foreach (var (parameter, text) in report.Parameters)
        {
            parameters[parameter.Name] = Typed(parameter, text);
        }

        var results = new JsonObject();
        foreach (var result in report.Results)
        {
            results[result.Name] = result.Value;
            if (result.HalfWidth is { } halfWidth)
            {
                results[result.Name + "HalfWidth"] = halfWidth;
            }
        }

        return new()
        {
            ["model"] = report.Model,
            ["seed"] = report.Seed,
            ["replications"] = report.Replications,
            ["parameters"] = parameters,
            ["results"] = results,
            ["fingerprint"] = report.Fingerprint,
            ["performance"] = new JsonObject { ["events"] = report.Events, ["seconds"] = report.Seconds },
        };
    }

    private static IEnumerable<string> Csv(ModelReport report)
    {
        if (report.Series.Count > 0)
        {
            var series = report.Series[0];
            yield return string.Join(',', series.Columns);
            foreach (double[] row in series.Rows)
            {
                yield return string.Join(',', row.Select(value => Text(value)));
            }

            yield break;
        }

        yield return "name,value,halfWidth,unit";
        foreach (var result in report.Results)
        {
            yield return string.Join(',', result.Name, Text(result.Value), Text(result.HalfWidth), result.Unit);
        }
    }

    private static void PrintTable(ModelReport report)
    {
        var table = new Table().AddColumn(report.Model).AddColumn(new TableColumn("value").RightAligned()).AddColumn(new TableColumn("95 % ±").RightAligned()).AddColumn("unit");
        foreach (var result in report.Results)
        {
            table.AddRow(result.Name, Short(result.Value), result.HalfWidth is null ? "" : Short(result.HalfWidth), Markup.Escape(result.Unit));
        }

        TextTable.Write(table);
        string[] changed = [.. report.Parameters.Where(parameter => parameter.Text != parameter.Parameter.DefaultText).Select(parameter => $"{parameter.Parameter.Name}={parameter.Text}")];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(changed.Length == 0 ? "all parameters at their defaults" : string.Join(' ', changed))} · seed {report.Seed} · {report.Replications} replications · {report.Events} events in {report.Seconds:F2} s"));
    }

    private static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Short(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture) ?? "never";
}
