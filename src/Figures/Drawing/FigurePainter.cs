using System.Reflection;
using System.Runtime.Loader;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Figures.Drawing;

/// <summary>
/// Finds the charting library and keeps it apart.
/// </summary>
/// <remarks>
/// The charting library is written in F#, and a host may already hold another version of F#'s own library, which then
/// wins for some assemblies and not for others. In a load context of its own the charting library always meets exactly
/// what it was built with. The browser has one context only, and there everything is built together.
/// </remarks>
internal static class FigurePainter
{
    private const string Charting = "InteractiveArticle.Charting";
    private const string Folder = "charting";

    // There the painter is part of the program that runs the cells.
    private const string InTheBrowser = "InteractiveArticle.Live";

    private static readonly Lazy<IFigurePainter> Painter = new(Load);

    public static string ToPlotlyJson(Figure figure) => Painter.Value.ToPlotlyJson(figure);

    private static IFigurePainter Load()
    {
        var charting = OperatingSystem.IsBrowser()
            ? Assembly.Load(InTheBrowser)
            : new ChartingContext(ChartingPath()).LoadFromAssemblyName(new AssemblyName(Charting));
        var type = charting.GetExportedTypes().Single(typeof(IFigurePainter).IsAssignableFrom);
        return (IFigurePainter)Activator.CreateInstance(type)!;
    }

    private static string ChartingPath()
    {
        string home = Path.GetDirectoryName(typeof(Figure).Assembly.Location)!;
        string path = Path.Combine(home, Folder, Charting + ".dll");
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException($"{path} is missing, so no figure can be drawn. Run 'dotnet build' in the folder of the solution.");
    }

    private sealed class ChartingContext(string path) : AssemblyLoadContext(Charting)
    {
        // What both sides speak of must be the same types on both; everything else is the charting library's own.
        private static readonly Assembly[] Shared = [typeof(Figure).Assembly, typeof(PortableMath).Assembly];

        private readonly AssemblyDependencyResolver resolver = new(path);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            Shared.FirstOrDefault(assembly => assembly.GetName().Name == assemblyName.Name)
            ?? (resolver.ResolveAssemblyToPath(assemblyName) is { } resolved ? LoadFromAssemblyPath(resolved) : null);
    }
}
