using System.Globalization;
using System.Text.Json.Nodes;
using InteractiveArticle.Parameters;
using InteractiveArticle.Simulation.Modelling;
using Spectre.Console;

namespace InteractiveArticle.Article.Terminal;

/// <summary>
/// Prints which models there are, what they take and what they report.
/// </summary>
internal static class ModelListing
{
    public static void Print(IReadOnlyList<Model> models, ReportFormat format)
    {
        switch (format)
        {
            case ReportFormat.Json:
                JsonText.Write(new JsonArray([.. models.Select(Json)]));
                break;
            case ReportFormat.Csv:
                CsvText.WriteLine("model", "kind", "name", "default", "allowed", "unit", "description");
                foreach (var model in models)
                {
                    PrintCsv(model);
                }

                break;
            default:
                foreach (var model in models)
                {
                    PrintTables(model);
                }

                break;
        }
    }

    /// <summary>A table of what a model reports, with units and meanings.</summary>
    public static Table ResultsOf(Model model)
    {
        var table = new Table().AddColumns("result", "unit", "meaning");
        foreach (var result in model.Results)
        {
            table.AddRow(result.Name, Markup.Escape(result.Unit), Markup.Escape(LibraryDocumentation.MeaningOf(result)));
        }

        return table;
    }

    private static void PrintTables(Model model)
    {
        Console.WriteLine($"{model.Name}: {model.Summary}");
        var parameters = new Table().AddColumns("parameter", "default", "allowed", "unit", "meaning");
        foreach (var parameter in model.Parameters)
        {
            parameters.AddRow(parameter.Name, parameter.DefaultText, Markup.Escape(Range(parameter.Allowed)), Markup.Escape(parameter.Allowed.Unit ?? ""), Markup.Escape(parameter.Description));
        }

        TextTable.Write(parameters);
        foreach (string rule in model.Rules)
        {
            Console.WriteLine($"together: {rule}");
        }

        TextTable.Write(ResultsOf(model));
        if (model.Results.Any(result => result.IsEstimate))
        {
            Console.WriteLine("A replication in which something does not exist is left out of its mean; where it exists in none, the result is never.");
        }

        foreach (var series in model.Series)
        {
            Console.WriteLine($"--series {series.Name}: {LibraryDocumentation.MeaningOf(series)}");
            var columns = new Table().AddColumns("column", "unit", "meaning");
            foreach (var column in series.Columns)
            {
                columns.AddRow(column.Name, Markup.Escape(column.Unit), Markup.Escape(LibraryDocumentation.MeaningOf(column)));
            }

            TextTable.Write(columns);
        }

        Console.WriteLine();
    }

    private static void PrintCsv(Model model)
    {
        foreach (var parameter in model.Parameters)
        {
            CsvText.WriteLine(model.Name, "parameter", parameter.Name, parameter.DefaultText, Range(parameter.Allowed), parameter.Allowed.Unit, parameter.Description);
        }

        foreach (string rule in model.Rules)
        {
            CsvText.WriteLine(model.Name, "rule", "", "", "", "", rule);
        }

        foreach (var result in model.Results)
        {
            CsvText.WriteLine(model.Name, "result", result.Name, "", "", result.Unit, LibraryDocumentation.MeaningOf(result));
        }

        foreach (var series in model.Series)
        {
            CsvText.WriteLine(model.Name, "series", series.Name, "", "", "", LibraryDocumentation.MeaningOf(series));
            foreach (var column in series.Columns)
            {
                CsvText.WriteLine(model.Name, "column", $"{series.Name}.{column.Name}", "", "", column.Unit, LibraryDocumentation.MeaningOf(column));
            }
        }
    }

    private static JsonObject Json(Model model) => new()
    {
        ["model"] = model.Name,
        ["summary"] = model.Summary,
        ["replications"] = model.UsualReplications,
        ["parameters"] = new JsonArray([.. model.Parameters.Select(Json)]),
        ["rules"] = JsonText.Lines(model.Rules),
        ["results"] = JsonText.Measures(model.Results),
        ["series"] = new JsonArray(
        [
            .. model.Series.Select(series => new JsonObject
            {
                ["name"] = series.Name,
                ["description"] = LibraryDocumentation.MeaningOf(series),
                ["columns"] = JsonText.Measures(series.Columns),
            }),
        ]),
    };

    private static JsonObject Json(ModelParameter parameter)
    {
        var json = new JsonObject
        {
            ["name"] = parameter.Name,
            ["description"] = parameter.Description,
            ["unit"] = parameter.Allowed.Unit ?? "",
            ["default"] = JsonText.Value(parameter, parameter.DefaultText),
        };
        if (parameter.Allowed.Choices.Count > 0)
        {
            json["choices"] = JsonText.Lines(parameter.Allowed.Choices);
        }
        else
        {
            json["minimum"] = parameter.Allowed.Minimum;
            json["maximum"] = parameter.Allowed.Maximum;
        }

        return json;
    }

    // Short, as a column has its place: the unit stands in the next one.
    private static string Range(AllowedValues allowed) => allowed.Choices.Count > 0
        ? string.Join(" | ", allowed.Choices)
        : string.Create(CultureInfo.InvariantCulture, $"{allowed.Minimum} … {allowed.Maximum}");
}
