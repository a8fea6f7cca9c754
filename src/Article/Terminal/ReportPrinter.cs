using System.Globalization;
using System.Text.Json.Nodes;
using InteractiveArticle.Simulation.Modelling;
using Spectre.Console;

namespace InteractiveArticle.Article.Terminal;

/// <summary>
/// Prints what a run of a model reports: its results, or in CSV its first series where it has one.
/// </summary>
internal static class ReportPrinter
{
    public static void Print(ModelReport report, ReportFormat format)
    {
        switch (format)
        {
            case ReportFormat.Json:
                JsonText.Write(Json(report));
                break;
            case ReportFormat.Csv when report.Series is [var first, ..]:
                SeriesPrinter.Print(report, first, format);
                break;
            case ReportFormat.Csv:
                CsvText.WriteLine("name", "value", "halfWidth", "unit");
                foreach (var result in report.Results)
                {
                    CsvText.WriteLine(result.Name, CsvText.Number(result.Value), CsvText.Number(result.HalfWidth), result.Unit);
                }

                ReportText.Warn(report.Warnings, Console.Error);
                break;
            default:
                PrintTable(report);
                break;
        }
    }

    private static JsonObject Json(ModelReport report) => new()
    {
        ["model"] = report.Model,
        ["seed"] = report.Seed,
        ["replications"] = report.Replications,
        ["parameters"] = JsonText.Values(report.Parameters),
        ["results"] = JsonText.Results(report.Results),
        ["leftOut"] = new JsonObject(report.Results.Where(result => result.LeftOut > 0).Select(result => KeyValuePair.Create<string, JsonNode?>(result.Name, result.LeftOut))),
        ["measures"] = JsonText.Measures(report.Results.Select(result => result.Measure)),
        ["warnings"] = JsonText.Lines(report.Warnings),
        ["fingerprint"] = report.Fingerprint,
        ["performance"] = new JsonObject { ["events"] = report.Events, ["seconds"] = report.Seconds },
    };

    private static void PrintTable(ModelReport report)
    {
        var table = new Table().AddColumn(report.Model).AddColumn(new TableColumn("value").RightAligned()).AddColumn(new TableColumn("95 % ±").RightAligned()).AddColumns("unit", "meaning");
        foreach (var result in report.Results)
        {
            table.AddRow(
                result.Name,
                ReportText.Short(result.Value),
                result.HalfWidth is null ? "" : ReportText.Short(result.HalfWidth),
                Markup.Escape(result.Unit),
                Markup.Escape(LibraryDocumentation.MeaningOf(result.Measure)));
        }

        TextTable.Write(table);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{ReportText.Changed(report.Parameters)} · seed {report.Seed} · {report.Replications} replications · {report.Events} events in {report.Seconds:F2} s"));
        foreach (var result in report.Results.Where(result => result is { LeftOut: > 0, Value: not null }))
        {
            Console.WriteLine($"{result.Name}: the mean of {report.Replications - result.LeftOut} of the {report.Replications} replications; the others have no such value");
        }

        ReportText.Warn(report.Warnings, Console.Out);
    }
}
