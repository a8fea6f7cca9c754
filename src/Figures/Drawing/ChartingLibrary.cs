using System.Reflection;
using System.Runtime.Loader;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Figures.Drawing;

/// <summary>
/// Finds the charting library, which stands in a folder of its own beside this assembly, and keeps it apart.
/// </summary>
/// <remarks>
/// The charting library is written in F#, and the process of a notebook's kernel may already hold another version of
/// F#'s own library (that of .NET Interactive does), which would then win for some assemblies and not for others. In a
/// load context of its own the charting library always meets exactly what it was built with.
/// </remarks>
internal static class ChartingLibrary
{
    // Charting.csproj fills it.
    private const string Folder = "charting";

    private static readonly Lazy<IFigurePainter> Painter = new(Load);

    /// <summary>Whether figures can be painted here. A page paints them with its own script instead.</summary>
    public static bool IsSupported => !OperatingSystem.IsBrowser();

    /// <inheritdoc cref="IFigurePainter.ToPlotlyJson"/>
    /// <exception cref="PlatformNotSupportedException">The cell runs in a browser.</exception>
    /// <exception cref="FileNotFoundException">The library has not been built.</exception>
    public static string ToPlotlyJson(Figure figure) => IsSupported
        ? Painter.Value.ToPlotlyJson(figure)
        : throw new PlatformNotSupportedException("A page has no form of a figure for plotly.js; it paints the figure itself.");

    private static IFigurePainter Load()
    {
        string folder = Path.Combine(Path.GetDirectoryName(typeof(Figure).Assembly.Location)!, Folder);

        // Of all assemblies in the folder only the charting library itself has a list of its dependencies.
        string list = (Directory.Exists(folder) ? Directory.GetFiles(folder, "*.deps.json") : []).SingleOrDefault()
            ?? throw new FileNotFoundException($"{folder}: the charting library is missing, so no figure can be drawn. Run 'dotnet build' in the folder of the solution.");
        string library = list[..^".deps.json".Length] + ".dll";
        var painter = new ChartingContext(library).LoadFromAssemblyPath(library).GetExportedTypes().Single(typeof(IFigurePainter).IsAssignableFrom);
        return (IFigurePainter)Activator.CreateInstance(painter)!;
    }

    private sealed class ChartingContext(string library) : AssemblyLoadContext(Folder)
    {
        // What both sides speak of must be the same types on both; everything else is the charting library's own.
        private static readonly Assembly[] Shared = [typeof(Figure).Assembly, typeof(PortableMath).Assembly];

        private readonly AssemblyDependencyResolver resolver = new(library);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            Shared.FirstOrDefault(assembly => assembly.GetName().Name == assemblyName.Name)
            ?? (resolver.ResolveAssemblyToPath(assemblyName) is { } resolved ? LoadFromAssemblyPath(resolved) : null);
    }
}
