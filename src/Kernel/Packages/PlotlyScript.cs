namespace InteractiveArticle.Kernel.Packages;

/// <summary>The whole of plotly.js, as Plotly.NET brings it along for charts of any kind.</summary>
public static class PlotlyScript
{
    private const string Ending = ".min.js";

    /// <summary>Reads the script.</summary>
    /// <returns>The file.</returns>
    public static byte[] Read()
    {
        var library = typeof(Plotly.NET.GenericChart).Assembly;
        using var script = library.GetManifestResourceStream(library.GetManifestResourceNames().Single(name => name.EndsWith(Ending, StringComparison.Ordinal)))!;
        using var content = new MemoryStream();
        script.CopyTo(content);
        return content.ToArray();
    }
}
