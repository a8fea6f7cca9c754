using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InteractiveArticle.Cells.Compiler;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;

namespace InteractiveArticle.Cells.Shipping;

/// <summary>
/// A notebook together with its compiled cells: all that a host without a compiler needs to run it, such as a page in a
/// browser. Outputs are left out.
/// </summary>
/// <param name="Document">The notebook.</param>
/// <param name="Cells">Its code cells, in order.</param>
public sealed partial record ShippedNotebook(NotebookDocument Document, IReadOnlyList<ShippedCell> Cells)
{
    /// <summary>How often it has been edited.</summary>
    public int Revision { get; init; }

    /// <summary>Compiles a notebook's cells; the same notebook and library give the same bytes.</summary>
    /// <param name="document">A notebook that runs to its end.</param>
    /// <param name="notebookPath">Its path; its folder is the base of every relative <c>#r</c>.</param>
    /// <param name="environment">What cells may use besides the framework.</param>
    /// <returns>What to ship. A cell that a page cannot run says why (<see cref="ShippedCell.StillBecause"/>).</returns>
    public static ShippedNotebook Compile(NotebookDocument document, string notebookPath, CellEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(document);
        var compiler = CellCompiler.In(Path.GetDirectoryName(Path.GetFullPath(notebookPath))!, environment);
        var chain = new CellChain(compiler, LeverCell.Find(document)?.Levers ?? []);
        foreach (var cell in document.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            if (CellLanguage.OtherThanCSharp(cell, document) is null)
            {
                chain.Add(cell);
            }
            else
            {
                chain.Refuse(cell, CompileErrors.NotPortable("The cell is not in C#, which is all that a page runs."));
            }
        }

        return new(document with { Cells = [.. document.Cells.Select(cell => cell with { Outputs = [], ExecutionCount = null })] }, WithStills(chain.Cells, document));
    }

    private static List<ShippedCell> WithStills(IReadOnlyList<ShippedCell> cells, NotebookDocument document)
    {
        string[] sources = [.. document.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => cell.Source)];
        var stills = new List<string>();
        var all = new List<ShippedCell>();
        foreach (var (cell, source) in cells.Zip(sources))
        {
            all.Add(cell.Error is { } error ? cell with { StillBecause = Reason(error, stills) } : cell);
            if (cell.Error is not null)
            {
                stills.Add(source);
            }
        }

        return all;
    }

    private static string Reason(CellError error, List<string> stillsAbove)
    {
        // The compiler quotes the name that it misses.
        string missing = MissingName().Match(error.Message).Groups[1].Value;
        return error.Name == CellError.NotPortable ? error.Message
            : missing.Length > 0 && stillsAbove.Exists(source => Regex.IsMatch(source, $@"\b{missing}\b")) ? "The cell uses what one above declares, and that one runs in the notebook only."
            : $"The cell uses what a page does not have ({error.Message.TrimEnd('.')}): it runs in the notebook only.";
    }

    /// <summary>The names of the levers that some cell reads which runs on a page.</summary>
    public IReadOnlySet<string> LeversThatMove => Cells.SelectMany(cell => cell.Levers).ToHashSet();

    /// <summary>Why a page cannot run a cell; <see langword="null"/> for a cell that runs there.</summary>
    /// <param name="id">The identity of the cell.</param>
    public string? StillBecause(string id) => Cells.FirstOrDefault(cell => cell.Id == id)?.StillBecause;

    /// <summary>The names of the levers on which depends what a cell shows, be it by way of other cells.</summary>
    /// <param name="id">The identity of the cell.</param>
    public IReadOnlySet<string> LeversBehind(string id)
    {
        int place = Cells.Select(cell => cell.Id).ToList().IndexOf(id);
        var levers = new HashSet<string>();
        var needed = new HashSet<int> { place };

        // What a cell needs stands above it.
        for (; place >= 0; place--)
        {
            if (needed.Contains(place))
            {
                levers.UnionWith(Cells[place].Levers);
                needed.UnionWith(Cells[place].Needs);
            }
        }

        return levers;
    }

    /// <summary>The whole as text.</summary>
    public string ToJson() => new JsonObject
    {
        ["notebook"] = StrictJson.Parse(Document.ToJson()),
        ["cells"] = new JsonArray(
        [
            .. Cells.Select(cell => new JsonObject
            {
                ["id"] = cell.Id,
                ["program"] = cell.Program is not { } program ? null : new JsonObject
                {
                    ["assembly"] = Convert.ToBase64String(program.Assembly),
                    ["type"] = program.EntryType,
                    ["method"] = program.EntryMethod,
                },
                ["resultLine"] = cell.ResultLine,
                ["needs"] = new JsonArray([.. cell.Needs.Select(need => JsonValue.Create(need))]),
                ["levers"] = new JsonArray([.. cell.Levers.Select(lever => JsonValue.Create(lever))]),
                ["still"] = cell.StillBecause,
            }),
        ]),
    }.ToJsonString();

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    public static ShippedNotebook Parse(string json)
    {
        var root = StrictJson.Parse(json)!;
        return new(
            NotebookDocument.Parse(root["notebook"]!.ToJsonString(), "the page's notebook"),
            [
                .. root["cells"]!.AsArray().Select(cell => new ShippedCell(
                    (string)cell!["id"]!,
                    cell["program"] is { } program
                        ? new CellProgram(Convert.FromBase64String((string)program["assembly"]!), (string)program["type"]!, (string)program["method"]!)
                        : null,
                    (int?)cell["resultLine"],
                    [.. cell["needs"]!.AsArray().Select(need => (int)need!)],
                    [.. cell["levers"]!.AsArray().Select(lever => (string)lever!)])
                {
                    StillBecause = (string?)cell["still"],
                    Error = (string?)cell["still"] is { } reason ? CompileErrors.NotPortable(reason) : null,
                }),
            ]);
    }

    [GeneratedRegex(@"'(\w+)'")]
    private static partial Regex MissingName();
}
