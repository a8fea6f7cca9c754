using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using InteractiveArticle.Cells.Compiler;
using Microsoft.DotNet.Interactive.Formatting;

namespace InteractiveArticle.Cells.Running;

/// <summary>
/// Holds a notebook's cells and the libraries they name. What stands beside a named library is taken from there, so that a
/// notebook sees what it was compiled against whatever the host has loaded; only what cells and kernel must share comes from
/// the host. Not collectible, as later cells may need whatever an earlier one declared; see <see cref="LoadForNow"/> for those
/// that declare nothing.
/// </summary>
/// <remarks>
/// Libraries are loaded from where they stand, as some look for files beside themselves. A build meanwhile is safe on Linux and
/// macOS, where it puts new files in place of the old; on Windows the files are locked until the process ends.
/// </remarks>
internal sealed class CellLoadContext() : AssemblyLoadContext("notebook")
{
    // A formatter of the library and the formatting package must mean the same types.
    private static readonly HashSet<string?> Shared =
    [
        typeof(CellLoadContext).Assembly.GetName().Name,
        typeof(Formatter).Assembly.GetName().Name,
        .. typeof(Formatter).Assembly.GetReferencedAssemblies().Select(name => name.Name),
    ];

    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    // A cell's own threads may ask for assemblies at any time, hence collections that are replaced, never changed.
    private ImmutableDictionary<string, string> named = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);
    private ImmutableList<string> folders = [];

    /// <summary>Takes a library, and what stands beside it, for the cells to use.</summary>
    public void Add(string library)
    {
        var folder = Path.GetDirectoryName(library)!;
        if (folder == Framework)
        {
            return;
        }

        named = named.SetItem(AssemblyName.GetAssemblyName(library).Name!, library);
        folders = folders.Contains(folder) ? folders : folders.Add(folder);
    }

    /// <summary>Loads a compiled cell.</summary>
    /// <returns>What runs the cell: it takes the states of all cells and gives the cell's value.</returns>
    public Func<object?[], Task<object?>> Load(CellProgram program) => EntryOf(program, this);

    /// <summary>Loads a compiled cell that no later cell is compiled on top of. It goes when nothing of it is in use any more.</summary>
    /// <inheritdoc cref="Load(CellProgram)"/>
    public Func<object?[], Task<object?>> LoadForNow(CellProgram program) => EntryOf(program, new PassingContext(this));

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        if (Shared.Contains(name))
        {
            return null;
        }

        var path = named.GetValueOrDefault(name)
            ?? folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    private static Func<object?[], Task<object?>> EntryOf(CellProgram program, AssemblyLoadContext context)
    {
        using var assembly = new MemoryStream(program.Assembly);
        using var symbols = new MemoryStream(program.Symbols);
        return context.LoadFromStream(assembly, symbols)
            .GetType(program.EntryType, throwOnError: true)!
            .GetMethod(program.EntryMethod, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
    }

    private sealed class PassingContext(CellLoadContext cells) : AssemblyLoadContext("passing cell", isCollectible: true)
    {
        protected override Assembly Load(AssemblyName assemblyName) => cells.LoadFromAssemblyName(assemblyName);
    }
}
