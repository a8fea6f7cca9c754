using InteractiveArticle.Cells.Compiler;
using InteractiveArticle.Cells.Completion;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InteractiveArticle.Cells.Shipping;

/// <summary>
/// Compiles the edited cells of a shipped notebook where it runs. The host brings the assemblies that cells may use, as
/// a browser has no files to look for them in.
/// </summary>
public sealed class CellEditor
{
    private readonly CellCompiler compiler;

    /// <summary>Takes the assemblies in.</summary>
    /// <param name="assemblies">Their contents by their file names, the core library among them.</param>
    /// <param name="helpers">The full names of static classes whose methods cells call by their bare names.</param>
    public CellEditor(IReadOnlyDictionary<string, byte[]> assemblies, IReadOnlyList<string> helpers)
    {
        ArgumentNullException.ThrowIfNull(assemblies);

        // One thread, as a browser has no other.
        var references = assemblies.ToDictionary(assembly => assembly.Key, assembly => MetadataReference.CreateFromImage(assembly.Value));
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: CellImports.ClassName,
            usings: CellImports.With(helpers),
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            concurrentBuild: false,
            deterministic: true,
            metadataReferenceResolver: new ShippedReferences(references));
        compiler = new(options, [.. references.Values], marksLines: true);
    }

    /// <summary>Puts another source into a cell and compiles it, and with it every cell below that means something else now.</summary>
    /// <param name="notebook">The notebook so far.</param>
    /// <param name="id">The cell.</param>
    /// <param name="source">Its new source.</param>
    /// <returns>The changed notebook, in which cells that no longer compile say so; or why the edited cell itself does not compile.</returns>
    /// <exception cref="NotebookException">There is no such code cell.</exception>
    public (ShippedNotebook? Notebook, CellError? Error) Edit(ShippedNotebook notebook, string id, string source)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var before = Find(notebook, id);
        var document = notebook.Document with
        {
            Cells = [.. notebook.Document.Cells.Select(cell => cell.Id == id ? cell with { Source = source } : cell)],
        };
        var chain = new CellChain(compiler, LeverCell.Find(document)?.Levers ?? [], notebook.Revision + 1);
        var names = CellNames.All;
        var changed = new HashSet<int>();
        foreach (var (place, cell) in document.Cells.Where(cell => cell.Kind == CellKind.Code).Index())
        {
            var known = notebook.Cells[place];
            bool isBelow = changed.Count > 0;
            if (cell.Id != id && !(isBelow && (known.Error is not null || known.Needs.Any(changed.Contains) || names.ConcernAny(cell.Source))))
            {
                chain.Keep(cell, known);
                continue;
            }

            changed.Add(place);
            if (chain.Add(cell, known.StillBecause) is { } error && cell.Id == id)
            {
                return (null, error);
            }

            // Where there is a program now and there was none, or the other way round, the places of the states of all cells below have moved.
            if (cell.Id == id && chain.Cells[place].Program is null == (known.Program is null))
            {
                names = CellNames.Changed(before.Source, source);
            }
        }

        return (new(document, chain.Cells) { Revision = notebook.Revision + 1 }, null);
    }

    /// <summary>What could be written at a place of a cell.</summary>
    /// <param name="notebook">The notebook so far.</param>
    /// <param name="id">The cell.</param>
    /// <param name="source">Its source so far.</param>
    /// <param name="position">The place in it, in UTF-16 code units from 0.</param>
    /// <returns>The completions; none inside of comments and texts.</returns>
    /// <exception cref="NotebookException">There is no such code cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The source has no such place.</exception>
    public CellCompletions Complete(ShippedNotebook notebook, string id, string source, int position)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var edited = Find(notebook, id);
        var chain = new CellChain(compiler, [], notebook.Revision + 1);
        foreach (var (cell, known) in notebook.Document.Cells.Where(cell => cell.Kind == CellKind.Code).Zip(notebook.Cells).TakeWhile(pair => pair.First != edited))
        {
            chain.Keep(cell, known);
        }

        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, source.Length);
        var draft = chain.Draft(source);
        var tree = draft.SyntaxTrees.Single();
        return new CompletionSearch(tree, draft.GetSemanticModel(tree), position).Run();
    }

    private static Cell Find(ShippedNotebook notebook, string id) =>
        notebook.Document.Cells.FirstOrDefault(cell => cell.Id == id && cell.Kind == CellKind.Code) ?? throw new NotebookException($"{id}: no such code cell");
}
