using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Loader;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Cells.Shipping;
using InteractiveArticle.Formatting;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Rendering;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Live;

/// <summary>
/// A chapter in the reader's browser, as its worker calls it. What goes in and out is JSON text.
/// </summary>
[SupportedOSPlatform("browser")]
internal static partial class LiveNotebook
{
    // Whoever does not see what they want among these types another letter.
    private const int MostSuggestions = 50;

    private static readonly Dictionary<string, byte[]> Assemblies = [];

    private static ShippedNotebook? notebook;
    private static ShippedSession? session;
    private static CellEditor? editor;
    private static string[] pieces = [];

    /// <summary>Takes the chapter in.</summary>
    /// <param name="shipped">What the export shipped.</param>
    /// <param name="isNarrow">Whether the page is as narrow as a phone.</param>
    /// <param name="shown">The identities of the cells that the page shows.</param>
    [JSExport]
    internal static void Open(string shipped, bool isNarrow, string shown)
    {
        notebook = ShippedNotebook.Parse(shipped);
        PageForms.Prefer(isNarrow);
        session = new(notebook, ValueFormatter.Instance, Names(shown), TimeProvider.System);
    }

    /// <summary>Sets levers.</summary>
    /// <param name="values">An object from the names of levers to the texts of their values.</param>
    /// <returns>Why a lever does not take its value, and then none has changed; null if all do.</returns>
    [JSExport]
    internal static string? Set(string values)
    {
        try
        {
            session!.Set(JsonNode.Parse(values)!.AsObject().ToDictionary(value => value.Key, value => (string)value.Value!));
            return null;
        }
        catch (NotebookException refusal)
        {
            return refusal.Message;
        }
    }

    /// <summary>Takes in that the page is as wide, or as narrow, as it was not before.</summary>
    /// <param name="isNarrow">Whether it is as narrow as a phone now.</param>
    /// <param name="misfits">The identities of the cells that show something for the other width.</param>
    [JSExport]
    internal static void Fit(bool isNarrow, string misfits)
    {
        PageForms.Prefer(isNarrow);
        session!.Renew(Names(misfits));
    }

    /// <summary>The identities of the cells that the page shows and whose outputs are no longer right.</summary>
    [JSExport]
    internal static string[] Stale() => [.. session!.Stale];

    /// <summary>How many milliseconds it took, when all of it last ran, to make the outputs of some cells that are no longer right.</summary>
    /// <param name="wanted">The identities of the cells.</param>
    [JSExport]
    internal static double StaleTake(string wanted) => session!.StaleTake(Names(wanted));

    /// <summary>Runs one of some cells that is no longer right, or what it needs.</summary>
    /// <param name="wanted">The identities of the cells.</param>
    /// <param name="isRough">Whether a rough run does until <see cref="Sharpen"/>.</param>
    /// <returns>As <see cref="RunNext"/>; null when all of these cells are right, or roughly so.</returns>
    [JSExport]
    internal static async Task<string?> RunWanted(string wanted, bool isRough)
    {
        if (!session!.IsStale(Names(wanted)))
        {
            return null;
        }

        using var rough = isRough ? RoughRun.Begin() : null;
        return await RunAsync(wanted, rough).ConfigureAwait(false);
    }

    /// <summary>Takes what rough runs have made for no longer right.</summary>
    [JSExport]
    internal static void Sharpen() => session!.Sharpen();

    /// <summary>Runs one cell that is no longer right, or that such a cell needs.</summary>
    /// <param name="wanted">The identities of the cells whose outputs are wanted first.</param>
    /// <returns>
    /// The cell, an error that it ended with, how many cells are left, and how many milliseconds the next took when it last ran;
    /// null when all are right.
    /// </returns>
    [JSExport]
    internal static Task<string?> RunNext(string wanted) => RunAsync(wanted, rough: null);

    private static async Task<string?> RunAsync(string wanted, RoughRun? rough)
    {
        string[] first = Names(wanted);
        var ran = await session!.RunNextAsync(first).ConfigureAwait(false);
        if (rough is { HasCut: true })
        {
            session.Roughen(ran!.Cell.Id);
        }

        pieces = ran is null ? [] : Pieces(ran);
        return ran is null ? null : new JsonObject
        {
            ["cell"] = ran.Cell.Id,
            ["error"] = Json(ran.Error),
            ["left"] = session.Stale.Count,
            ["nextTakes"] = session.NextTakes(first),
        }.ToJsonString();
    }

    /// <summary>What the cell showed that ran last, one piece of HTML for each output: by itself, as within JSON each of its letters would be gone through once more.</summary>
    [JSExport]
    internal static string[] Outputs() => pieces;

    /// <summary>Runs one cell as it was, whose outputs are shown already: so that what others need of it is there, and its code is warm.</summary>
    /// <param name="wanted">The identities of the cells that are to be warm.</param>
    /// <returns>Whether there was one.</returns>
    [JSExport]
    internal static async Task<bool> WarmNext(string wanted)
    {
        var ran = await session!.WarmNextAsync(Names(wanted)).ConfigureAwait(false);
        if (ran is not null)
        {
            _ = Pieces(ran);
        }

        return ran is not null;
    }

    /// <summary>Takes in an assembly, before the first edit: one that cells may use, or a part of the compiler.</summary>
    /// <param name="fileName">Its file name.</param>
    /// <param name="content">What is in the file.</param>
    /// <param name="isMissing">Whether the program has run without it so far, which makes it a part of the compiler.</param>
    [JSExport]
    internal static void AddAssembly(string fileName, byte[] content, bool isMissing)
    {
        if (isMissing)
        {
            using var stream = new MemoryStream(content);
            AssemblyLoadContext.Default.LoadFromStream(stream);
        }
        else
        {
            Assemblies[fileName] = content;
        }
    }

    /// <summary>Changes a cell.</summary>
    /// <param name="id">The cell.</param>
    /// <param name="source">Its new source.</param>
    /// <param name="below">Whether all cells below are to run again, not only those that depend on it.</param>
    /// <returns>Why the source does not compile; null if it does, and then the cell is run next.</returns>
    [JSExport]
    internal static string? Edit(string id, string source, bool below)
    {
        editor ??= new(Assemblies, PageCells.Helpers);
        var (edited, error) = editor.Edit(notebook!, id, source);
        if (edited is null)
        {
            return Json(error)!.ToJsonString();
        }

        session!.Edit(edited, id, below);
        notebook = edited;
        return null;
    }

    /// <summary>Says what could be written at a place of a cell that is being edited.</summary>
    /// <param name="id">The cell.</param>
    /// <param name="source">Its source so far.</param>
    /// <param name="position">The place.</param>
    /// <returns>An object with where the piece of code begins that a suggestion replaces, and the suggestions.</returns>
    [JSExport]
    internal static string Complete(string id, string source, int position)
    {
        editor ??= new(Assemblies, PageCells.Helpers);
        var found = editor.Complete(notebook!, id, source, position);
        return new JsonObject
        {
            ["start"] = found.Start,
            ["items"] = new JsonArray([.. found.Items.Take(MostSuggestions).Select(item => new JsonObject { ["text"] = item.Text, ["kind"] = item.Kind })]),
        }.ToJsonString();
    }

    // The page itself cleans what a cell made.
    private static string[] Pieces(RanCell ran) => [.. OutputHtml.Render(ran.Cell, ran.Outputs, new UncheckedOutputs())];

    private static string[] Names(string list) => [.. JsonNode.Parse(list)!.AsArray().Select(id => (string)id!)];

    private static JsonObject? Json(CellError? error) => error is null ? null : new()
    {
        ["name"] = error.Name,
        ["message"] = error.Message,
        ["line"] = error.Line,
        ["column"] = error.Column,
        ["trace"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
    };
}
