using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Notebook.Outputs;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;
using Plotly.NET.Interactive;

namespace InteractiveArticle.Kernel.Packages;

/// <summary>
/// Charts that a cell makes with Plotly.NET: drawn by Plotly.NET.Interactive in notebook front ends, and given as data too, so
/// that a page can draw them with the plotly.js that it has.
/// </summary>
internal static partial class PlotlyCharts
{
    // By the names that a kernel has given, of which each kernel has its own.
    private static readonly ConditionalWeakTable<DisplayIds, Dictionary<string, int>> Shown = [];

    private static Task? registered;

    /// <summary>Registers the forms of charts, once in a process.</summary>
    /// <param name="root">The kernel.</param>
    public static Task RegisterAsync(Microsoft.DotNet.Interactive.Kernel root) => registered ??= DoRegisterAsync(root);

    private static async Task DoRegisterAsync(Microsoft.DotNet.Interactive.Kernel root)
    {
        await ((IKernelExtension)new FormatterKernelExtension()).OnLoadAsync(root).ConfigureAwait(false);
        var formatter = Formatter.GetPreferredFormatterFor(typeof(GenericChart), MimeTypes.Html);
        Formatter.Register<GenericChart>(chart => WithFixedNames(chart.ToDisplayString(formatter)) + WithoutScripts(chart), MimeTypes.Html);
        Formatter.Register<GenericChart>(GenericChart.toFigureJson, MimeTypes.Plotly);
        Formatter.Register<GenericChart>(chart => InWords(GenericChart.toFigureJson(chart)), PlainTextFormatter.MimeType);
        Formatter.SetPreferredMimeTypesFor(typeof(GenericChart), MimeTypes.Html, MimeTypes.Plotly);
    }

    // JupyterLab prefers HTML and takes the scripts out of it in a notebook that nobody has trusted yet: of a chart nothing would be left.
    private static string WithoutScripts(GenericChart chart) =>
        $"<noscript>{HtmlEncoder.Default.Encode(InWords(GenericChart.toFigureJson(chart)))}, which is drawn by a script: trust this notebook to see it.</noscript>";

    private static string InWords(string chart)
    {
        string[] names = [.. JsonNode.Parse(chart)!["data"]!.AsArray().Select(trace => trace!["name"]?.ToString()).OfType<string>()];
        return names.Length > 0 ? $"A chart of {string.Join("; ", names)}" : "A chart of Plotly.NET";
    }

    // The library names each chart by chance; here a chart has the same name in every run, and another when it is shown again.
    private static string WithFixedNames(string html)
    {
        string anonymous = RandomName().Replace(html, "");
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{anonymous}{TimesShown(anonymous)}"));
        string name = new Guid(hash.AsSpan(0, 16)).ToString();
        return RandomName().Replace(html, match => match.Value.Contains('-', StringComparison.Ordinal) ? name : name.Replace("-", "", StringComparison.Ordinal));
    }

    private static int TimesShown(string chart)
    {
        if (CellContext.Current is not { } cell)
        {
            return 0;
        }

        var shown = Shown.GetOrCreateValue(cell.DisplayIds);
        lock (shown)
        {
            return shown[chart] = shown.GetValueOrDefault(chart) + 1;
        }
    }

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")]
    private static partial Regex RandomName();
}
