using System.Text.Json.Nodes;
using InteractiveArticle.Parameters;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Article.Terminal;

/// <summary>
/// Prints one series of a report, row by row.
/// </summary>
internal static class SeriesPrinter
{
    /// <summary>Makes sure that a model has a series before it is run for it.</summary>
    /// <exception cref="CommandException">It has no series of that name.</exception>
    public static void Check(Model model, string name)
    {
        string[] names = [.. model.Series.Select(series => series.Name)];
        if (!names.Contains(name, StringComparer.Ordinal))
        {
            throw new CommandException(names.Length == 0
                ? $"--series {name}: {model.Name} has no series; leave --series out to get its results"
                : $"--series {name}: {model.Name} has no such series{KnownNames.DidYouMean(name, names)}; it has {string.Join(", ", names)}");
        }
    }

    public static void Print(ModelReport report, ReportSeries series, ReportFormat format)
    {
        if (format == ReportFormat.Json)
        {
            JsonText.Write(Json(report, series));
            return;
        }

        CsvText.WriteLine(series.Columns);
        foreach (double[] row in series.Rows)
        {
            CsvText.WriteLine(row.Select(value => CsvText.Number(value)));
        }

        ReportText.Warn(report.Warnings, Console.Error);
    }

    private static JsonObject Json(ModelReport report, ReportSeries series) => new()
    {
        ["model"] = report.Model,
        ["seed"] = report.Seed,
        ["replications"] = report.Replications,
        ["parameters"] = JsonText.Values(report.Parameters),
        ["series"] = series.Name,
        ["description"] = LibraryDocumentation.MeaningOf(series.Declaration),
        ["columns"] = JsonText.Measures(series.Declaration.Columns),
        ["rows"] = new JsonArray([.. series.Rows.Select(row => new JsonArray([.. row.Select(value => double.IsFinite(value) ? JsonValue.Create(value) : null)]))]),
        ["warnings"] = JsonText.Lines(report.Warnings),
    };
}
