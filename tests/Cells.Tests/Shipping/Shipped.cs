using System.Text.Json.Nodes;
using InteractiveArticle.Cells.Shipping;
using InteractiveArticle.Formatting;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Cells.Tests.Shipping;

/// <summary>Notebooks as a page gets them: the first cell, "c0", declares the levers.</summary>
internal static class Shipped
{
    /// <summary>Compiles edited cells, with the same assemblies as this process.</summary>
    public static CellEditor Editor { get; } = new(
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .DistinctBy(Path.GetFileName).ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes),
        PageCells.Helpers);

    public static ShippedNotebook Notebook(params string[] code)
    {
        var document = new NotebookDocument
        {
            Cells = [.. code.Select((source, i) => new Cell
            {
                Id = $"c{i}",
                Kind = CellKind.Code,
                Source = source,
                Metadata = i == 0 ? new() { ["tags"] = new JsonArray("parameters") } : [],
            })],
        };
        return ShippedNotebook.Parse(ShippedNotebook.Compile(document, "n.ipynb", PageCells.Environment).ToJson());
    }

    /// <summary>Runs everything stale, and tells which cells ran with what they showed or why they failed.</summary>
    public static async Task<List<string>> RunAll(ShippedSession session, params string[] wanted)
    {
        var log = new List<string>();
        while (await session.RunNextAsync(wanted) is { } ran)
        {
            log.Add(ran.Error is { } error ? $"{ran.Cell.Id}! {error.Name}" : ran.Cell.Id == "c0" ? "c0" : $"{ran.Cell.Id}: {TextOf(ran)}");
        }

        return log;
    }

    public static string? TextOf(RanCell ran) => ran.Outputs.OfType<ResultOutput>().SingleOrDefault()?.Data["text/plain"];
}
