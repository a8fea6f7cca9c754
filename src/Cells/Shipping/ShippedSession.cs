using System.Reflection;
using System.Runtime.Loader;
using InteractiveArticle.Cells.Compiler;
using InteractiveArticle.Cells.Lines;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Cells.Shipping;

/// <summary>
/// Runs a shipped notebook with no compiler: as levers move, it runs again the cells that depend on them, one at a time,
/// so that its host can look for newer wishes in between. Not safe for use by several threads at once.
/// </summary>
public sealed class ShippedSession
{
    private readonly AssemblyLoadContext assemblies = new("notebook");
    private readonly DisplayIds displayIds = new();
    private readonly IReadOnlyList<Lever> levers;
    private readonly Dictionary<string, object> settings;
    private readonly IValueFormatter formatter;

    // Scripts reserve the first place for their host.
    private readonly object?[] states;

    // Cells that differ by less come in the order of the notebook.
    private const double SameCost = 25; // milliseconds

    private readonly TimeProvider? clock;
    private readonly HashSet<string>? shown;

    private List<RunningCell> cells = [];

    /// <summary>Starts with every lever at the author's value and every output as the author's run left it.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="formatter">Formats what cells show.</param>
    /// <param name="shown">The identities of the cells whose outputs the host shows: others run only where these need them; null for all.</param>
    /// <param name="clock">Tells how long cells take, so that those that took longer come later; null for the order of the notebook.</param>
    /// <exception cref="NotebookException">Its parameters cell declares something else than levers.</exception>
    public ShippedSession(ShippedNotebook notebook, IValueFormatter formatter, IEnumerable<string>? shown = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        this.formatter = formatter;
        this.shown = shown?.ToHashSet();
        this.clock = clock;
        levers = LeverCell.Find(notebook.Document)?.Levers ?? [];
        settings = levers.ToDictionary(lever => lever.Name, lever => lever.Default);
        states = new object?[notebook.Cells.Count + 1];
        Take(notebook);
    }

    /// <summary>Goes on with an edited notebook: levers keep their settings, cells that were not compiled again keep their states.</summary>
    /// <param name="edited">The notebook after the edit.</param>
    /// <param name="id">The cell that was edited.</param>
    /// <param name="below">Whether all cells below are stale as well, not only those that the edit concerns.</param>
    /// <exception cref="NotebookException">Its parameters cell declares something else than levers.</exception>
    public void Edit(ShippedNotebook edited, string id, bool below)
    {
        ArgumentNullException.ThrowIfNull(edited);
        var before = cells;
        Take(edited);
        int place = cells.FindIndex(cell => cell.Cell.Id == id);
        foreach (var (cell, earlier) in cells.Zip(before))
        {
            bool isSame = cell.Shipped.Program == earlier.Shipped.Program && cell.Shipped.Error == earlier.Shipped.Error;
            if (isSame)
            {
                (cell.Run, cell.HasRun, cell.IsStale, cell.IsRough, cell.Error, cell.Takes) = (earlier.Run, earlier.HasRun, earlier.IsStale, earlier.IsRough, earlier.Error, earlier.Takes);
            }

            cell.IsStale |= !isSame || cell.Cell.Id == id;
        }

        MarkStale(cell => below && cells.IndexOf(cell) > place);
    }

    /// <summary>The identities of the cells that are shown and have outputs that are no longer right.</summary>
    public IReadOnlyList<string> Stale => [.. cells.Where(IsToRun).Select(cell => cell.Cell.Id)];

    /// <summary>Sets levers; what depends on them is stale from now on.</summary>
    /// <param name="values">Values by the name of the lever, as <see cref="Lever.Parse"/> reads them.</param>
    /// <exception cref="NotebookException">There is no such lever, or it does not take the value; nothing has changed then.</exception>
    public void Set(IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var parsed = values.ToDictionary(
            value => value.Key,
            value => (levers.FirstOrDefault(lever => lever.Name == value.Key) ?? throw new NotebookException($"{value.Key}: no such lever")).Parse(value.Value));
        string[] changed = [.. parsed.Where(value => !settings[value.Key].Equals(value.Value)).Select(value => value.Key)];
        foreach (string name in changed)
        {
            settings[name] = parsed[name];
        }

        Apply(changed);
        MarkStale(cell => cell.Shipped.Levers.Intersect(changed).Any());
    }

    /// <summary>Takes some cells for stale, because their host wants to see them anew.</summary>
    /// <param name="ids">The identities of the cells.</param>
    public void Renew(IReadOnlyCollection<string> ids) => MarkStale(cell => ids.Contains(cell.Cell.Id));

    /// <summary>Runs one cell that is stale, or that a stale one needs.</summary>
    /// <param name="wanted">
    /// The identities of the cells whose outputs are wanted first; the others follow. What took longer when it last ran comes
    /// later; otherwise the wanted come in this order, and the others in the order of the notebook.
    /// </param>
    /// <returns>The cell and what it showed; <see langword="null"/> if nothing is stale.</returns>
    public async Task<RanCell?> RunNextAsync(IReadOnlyList<string> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (Next(wanted) is not { } next)
        {
            return null;
        }

        if (next.Shipped.Needs.Any(need => cells[need].Error is not null))
        {
            next.Error = CellFailedAbove;
            next.IsStale = false;
            return new(next.Cell, [], next.Error);
        }

        var outputs = await RunAsync(next).ConfigureAwait(false);
        return new(next.Cell, outputs, next.Error);
    }

    /// <summary>Whether outputs are no longer right.</summary>
    /// <param name="ids">The identities of the cells that show them.</param>
    public bool IsStale(IReadOnlyCollection<string> ids) => cells.Exists(cell => ids.Contains(cell.Cell.Id) && IsToRun(cell));

    /// <summary>How long it took, when all of it last ran, to make outputs that are no longer right, and what they need.</summary>
    /// <param name="ids">The identities of the cells that show them.</param>
    /// <returns>The time in milliseconds; 0 if none of them is stale, or without a clock.</returns>
    public double StaleTake(IReadOnlyCollection<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var needed = new HashSet<RunningCell>();
        void Need(RunningCell cell)
        {
            if (cell.IsStale && needed.Add(cell))
            {
                foreach (int need in cell.Shipped.Needs)
                {
                    Need(cells[need]);
                }
            }
        }

        foreach (var cell in cells.Where(cell => ids.Contains(cell.Cell.Id) && IsToRun(cell)))
        {
            Need(cell);
        }

        return needed.Sum(cell => cell.Takes);
    }

    /// <summary>Takes in that the last run of a cell was a rough one: its outputs, and those of whoever needs it, do until <see cref="Sharpen"/>.</summary>
    /// <param name="id">The identity of the cell.</param>
    public void Roughen(string id)
    {
        var cell = cells.Single(cell => cell.Cell.Id == id);
        cell.IsRough = true;
        cell.Takes = Math.Max(cell.Takes, cell.TookBefore);
    }

    /// <summary>Takes what rough runs have made for stale.</summary>
    public void Sharpen()
    {
        foreach (var cell in cells.Where(cell => cell.IsRough))
        {
            (cell.IsRough, cell.IsStale) = (false, true);
        }

        MarkStale(_ => false);
    }

    /// <summary>How long the cell that runs next took when it last ran.</summary>
    /// <param name="wanted">As for <see cref="RunNextAsync"/>.</param>
    /// <returns>The time in milliseconds; 0 if nothing is stale, if the cell has not run yet, or without a clock.</returns>
    public double NextTakes(IReadOnlyList<string> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return Next(wanted)?.Takes ?? 0;
    }

    /// <summary>
    /// Runs one cell that has not run yet, with the levers as they are: so that what others need of it is there, and that its
    /// code is warm, when a lever moves. Its outputs are right already.
    /// </summary>
    /// <param name="wanted">The identities of the cells that are to have run.</param>
    /// <returns>The cell and what it showed; <see langword="null"/> if all of them have run, or if something is stale and comes first.</returns>
    public async Task<RanCell?> WarmNextAsync(IReadOnlyList<string> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        bool isCold(RunningCell cell) => cell is { HasRun: false, Shipped: { StillBecause: null, Error: null, Program: not null } };
        if (cells.Exists(cell => cell.IsStale) || cells.Find(cell => wanted.Contains(cell.Cell.Id) && isCold(cell)) is not { } target)
        {
            return null;
        }

        var next = FirstToRun(target);
        return new(next.Cell, await RunAsync(next).ConfigureAwait(false), next.Error);
    }

    private RunningCell? Next(IReadOnlyList<string> wanted)
    {
        var stale = cells.Where(IsToRun).ToArray();
        var first = wanted.Select(id => Array.Find(stale, cell => cell.Cell.Id == id)).OfType<RunningCell>().MinBy(Cost);
        return (first ?? stale.MinBy(Cost)) is { } target ? FirstToRun(target) : null;
    }

    private bool IsToRun(RunningCell cell) => cell.IsStale && shown?.Contains(cell.Cell.Id) != false;

    private static double Cost(RunningCell cell) => Math.Floor(cell.Takes / SameCost);

    private void Take(ShippedNotebook notebook)
    {
        var byId = notebook.Document.Cells.ToDictionary(cell => cell.Id);
        cells = [.. notebook.Cells.Select(shipped => new RunningCell(byId[shipped.Id], shipped))];
    }

    private static CellError CellFailedAbove { get; } = new("Skipped", "This was not computed again, because a cell above it failed.", null, null, []);

    // What a cell needs comes before the cell.
    private RunningCell FirstToRun(RunningCell target) =>
        target.Shipped.Needs.Select(need => cells[need]).FirstOrDefault(need => need.IsStale || need is { HasRun: false, Error: null }) is { } need ? FirstToRun(need) : target;

    private async Task<IReadOnlyList<Output>> RunAsync(RunningCell cell)
    {
        var recorder = new OutputRecorder();
        var shown = new LimitedSink(recorder);
        var context = new CellContext(shown, displayIds);
        ConsoleCapture.EnsureInstalled();
        CellContext.Current = context;
        cell.Error = cell.Shipped.Error;
        CellLine.Next(0);

        // A lever that moves while the cell waits for something makes it stale again.
        cell.IsStale = false;
        cell.IsRough = cell.Shipped.Needs.Any(need => cells[need].IsRough);
        long start = clock?.GetTimestamp() ?? 0;
        try
        {
            if (cell.Shipped.Program is { } program)
            {
                cell.Run ??= Load(program);
                object? value = await cell.Run(states).ConfigureAwait(false);
                if (cell.Shipped.ResultLine is not null && formatter.Format(value) is { } forms)
                {
                    context.Write(new ResultOutput(forms, [], null));
                }
            }
        }
        catch (Exception e)
        {
            // There are no symbols here, but edited cells have their lines marked.
            int number = cells.IndexOf(cell) + 1;
            cell.Error = ExceptionReport.Of(e, CellName.Of(number), CellLine.Of(e, number));
        }
        finally
        {
            // There is no way to bring output to the page once its cell has been told.
            context.Close();
            CellContext.Current = null;
        }

        cell.Error ??= shown.Breach;
        cell.HasRun = true;
        cell.TookBefore = cell.Takes;
        cell.Takes = clock?.GetElapsedTime(start).TotalMilliseconds ?? 0;
        if (cell.Cell.HasTag(LeverCell.Tag))
        {
            Apply(settings.Keys);
        }

        return recorder.Outputs;
    }

    private Func<object?[], Task<object?>> Load(CellProgram program)
    {
        using var assembly = new MemoryStream(program.Assembly);
        return assemblies.LoadFromStream(assembly)
            .GetType(program.EntryType, throwOnError: true)!
            .GetMethod(program.EntryMethod, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
    }

    private void Apply(IEnumerable<string> names)
    {
        if (cells.Find(cell => cell.Cell.HasTag(LeverCell.Tag)) is not { Run: { } run, HasRun: true })
        {
            return; // they are set when the cell has run
        }

        object state = states.First(state => state?.GetType().Assembly == run.Method.DeclaringType!.Assembly)!;
        foreach (string name in names)
        {
            state.GetType().GetField(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!.SetValue(state, settings[name]);
        }
    }

    private void MarkStale(Func<RunningCell, bool> isTouched)
    {
        for (int place = 0; place < cells.Count; place++)
        {
            var cell = cells[place];
            cell.IsStale |= isTouched(cell) || cell.Shipped.Needs.Any(need => cells[need].IsStale);
        }
    }

    private sealed class RunningCell(Cell cell, ShippedCell shipped)
    {
        public Cell Cell { get; } = cell;

        public ShippedCell Shipped { get; } = shipped;

        public Func<object?[], Task<object?>>? Run { get; set; }

        public bool HasRun { get; set; }

        // Milliseconds, when it last ran and was not cut down.
        public double Takes { get; set; }

        public double TookBefore { get; set; }

        // Whether it shows, or has from another cell, what a rough run made.
        public bool IsRough { get; set; }

        // What cannot run here keeps what it showed in the notebook.
        public bool IsStale
        {
            get;
            set => field = value && Shipped.StillBecause is null;
        }

        public CellError? Error { get; set; }
    }
}

/// <summary>A cell that has run.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Outputs">What it showed.</param>
/// <param name="Error">What ended it; <see langword="null"/> if it ran to its end.</param>
public sealed record RanCell(Cell Cell, IReadOnlyList<Output> Outputs, CellError? Error);
