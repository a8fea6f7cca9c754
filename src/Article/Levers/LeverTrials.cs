using System.Text.Json.Nodes;
using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Cells.Shipping;
using InteractiveArticle.Formatting;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;
using InteractiveArticle.Notebook.Outputs;
using InteractiveArticle.Parameters;

namespace InteractiveArticle.Article.Levers;

/// <summary>
/// Finds out by trying which levers move which figure: each lever is set to both of its ends, or to each of its words, and
/// whatever then shows other data is moved by it. What a cell reads says less: a lever may be read and change nothing.
/// </summary>
internal static class LeverTrials
{
    /// <summary>Tries a notebook's levers and writes into each cell that shows a figure or a scene which of them move it.</summary>
    /// <param name="executed">The notebook with the outputs of the author's values.</param>
    /// <param name="path">Its path.</param>
    /// <param name="cancellation">Ends the trials.</param>
    /// <exception cref="CommandException">A cell fails at an end of a lever.</exception>
    public static async Task<NotebookDocument> MarkAsync(NotebookDocument executed, string path, CancellationToken cancellation)
    {
        var levers = LeverCell.Find(executed)?.Levers ?? [];
        if (levers.Count == 0)
        {
            return executed;
        }

        var session = new ShippedSession(ShippedNotebook.Compile(executed, path, PageCells.Environment), ValueFormatter.Instance);
        var usual = executed.Cells.Where(cell => Shown(cell.Outputs).Count > 0).ToDictionary(cell => cell.Id, cell => Shown(cell.Outputs));
        var moving = usual.Keys.ToDictionary(id => id, _ => new HashSet<string>());
        var settings = levers.ToDictionary(lever => lever.Name, lever => AllowedValues.TextOf(lever.Default));
        foreach (var lever in levers)
        {
            foreach (string value in Ends(lever))
            {
                session.Set(new Dictionary<string, string>(settings) { [lever.Name] = value });
                while (await session.RunNextAsync([]).ConfigureAwait(false) is { } ran)
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (ran.Error is { } error)
                    {
                        throw new CommandException($"{path}: with {lever.Name} = {value}, cell {ran.Cell.Id} fails: {error.Name}: {error.Message}");
                    }

                    if (usual.TryGetValue(ran.Cell.Id, out var before) && !before.SequenceEqual(Shown(ran.Outputs)))
                    {
                        moving[ran.Cell.Id].Add(lever.Name);
                    }
                }
            }
        }

        return executed with
        {
            Cells =
            [
                .. executed.Cells.Select(cell => MovingLevers.Write(cell, moving.TryGetValue(cell.Id, out var names)
                    ? [.. levers.Select(lever => lever.Name).Where(names.Contains)]
                    : null)),
            ],
        };
    }

    private static IEnumerable<string> Ends(Lever lever) => (lever.Allowed.Kind switch
    {
        ParameterKind.Number or ParameterKind.WholeNumber => [AllowedValues.TextOf(lever.Allowed.Minimum!.Value), AllowedValues.TextOf(lever.Allowed.Maximum!.Value)],
        _ => lever.Allowed.Choices,
    }).Where(value => value != AllowedValues.TextOf(lever.Default));

    // The data of figures and the pictures of scenes, without words and marks: a number in a caption or a dotted line that
    // follows the lever is no reason to offer it.
    private static List<string> Shown(IReadOnlyList<Output> outputs) =>
    [
        .. from output in outputs
           let forms = output.Forms
           where forms is not null
           let shown = forms.Find(MimeTypes.Figure) is { } figure ? Member(figure, "series") : forms.Find(MimeTypes.Scene) is { } scene ? Member(scene, "svg") : null
           where shown is not null
           select shown,
    ];

    private static string? Member(string json, string name) => (StrictJson.Parse(json) as JsonObject)?[name]?.ToJsonString();
}
