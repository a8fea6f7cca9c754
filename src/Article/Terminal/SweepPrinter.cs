using System.Globalization;
using System.Text.Json.Nodes;
using InteractiveArticle.Article.Sweeping;
using InteractiveArticle.Simulation.Modelling;
using Spectre.Console;

namespace InteractiveArticle.Article.Terminal;

/// <summary>
/// Prints a sweep as one table: a row a point, first the swept parameters and then every result with its half-width.
/// </summary>
internal static class SweepPrinter
{
    public static void Print(SweepReport report, ReportFormat format)
    {
        switch (format)
        {
            case ReportFormat.Json:
                JsonText.Write(Json(report));
                break;
            case ReportFormat.Csv:
                PrintCsv(report);
                break;
            default:
                PrintTable(report);
                break;
        }
    }

    private static void PrintCsv(SweepReport report)
    {
        CsvText.WriteLine(
        [
            .. report.Sweep.Ranges.Select(range => range.Parameter.Name),
            .. report.Sweep.Model.Results.SelectMany(measure => measure.IsEstimate ? (string[])[measure.Name, ReportText.HalfWidthOf(measure)] : [measure.Name]),
        ]);
        foreach (var point in report.Points)
        {
            CsvText.WriteLine(
            [
                .. point.Values,
                .. point.Report.Results.SelectMany(result => result.Measure.IsEstimate ? (string[])[CsvText.Number(result.Value), CsvText.Number(result.HalfWidth)] : [CsvText.Number(result.Value)]),
            ]);
        }

        ReportText.Warn(report.Warnings, Console.Error);
    }

    private static void PrintTable(SweepReport report)
    {
        var table = new Table();
        foreach (var range in report.Sweep.Ranges)
        {
            table.AddColumn(new TableColumn(Heading(range.Parameter.Name, range.Parameter.Allowed.Unit ?? "")).RightAligned());
        }

        foreach (var result in report.Sweep.Model.Results)
        {
            table.AddColumn(new TableColumn(Heading(result.Name, result.Unit)).RightAligned());
        }

        foreach (var point in report.Points)
        {
            table.AddRow([.. point.Values, .. point.Report.Results.Select(result => result.HalfWidth is null ? ReportText.Short(result.Value) : $"{ReportText.Short(result.Value)} ± {ReportText.Short(result.HalfWidth)}")]);
        }

        TextTable.Write(table);
        TextTable.Write(ModelListing.ResultsOf(report.Sweep.Model));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Sweep.Model.Name} · {ReportText.Changed(report.Fixed)} · seed {report.Points[0].Report.Seed} · {report.Points[0].Report.Replications} replications a point · {report.Points.Count} points in {report.Seconds:F2} s · ± is half the width of the 95 % interval"));
        ReportText.Warn(report.Warnings, Console.Out);
    }

    private static string Heading(string name, string unit) => Markup.Escape(unit.Length == 0 ? name : $"{name} [{unit}]");

    private static JsonObject Json(SweepReport report) => new()
    {
        ["model"] = report.Sweep.Model.Name,
        ["seed"] = report.Points[0].Report.Seed,
        ["replications"] = report.Points[0].Report.Replications,
        ["parameters"] = JsonText.Values(report.Fixed),
        ["swept"] = JsonText.Lines(report.Sweep.Ranges.Select(range => range.Parameter.Name)),
        ["points"] = new JsonArray([.. report.Points.Select(point => Json(report, point))]),
        ["measures"] = JsonText.Measures(report.Sweep.Model.Results),
        ["warnings"] = JsonText.Lines(report.Warnings),
        ["performance"] = new JsonObject { ["events"] = report.Points.Sum(point => point.Report.Events), ["seconds"] = report.Seconds },
    };

    private static JsonObject Json(SweepReport report, SweepPoint point) => new()
    {
        ["parameters"] = JsonText.Values(report.Sweep.Ranges.Zip(point.Values, (range, value) => new ReportParameter(range.Parameter, value))),
        ["results"] = JsonText.Results(point.Report.Results),
        ["warnings"] = JsonText.Lines(point.Report.Warnings),
        ["fingerprint"] = point.Fingerprint,
    };
}
