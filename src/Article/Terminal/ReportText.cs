using System.Globalization;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Article.Terminal;

/// <summary>
/// The words in which a run and its numbers are told.
/// </summary>
internal static class ReportText
{
    /// <summary>The name under which an estimate's half-width stands beside it.</summary>
    public static string HalfWidthOf(ModelMeasure measure) => measure.Name + "HalfWidth";

    /// <summary>A number to six digits.</summary>
    public static string Short(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture) ?? "never";

    /// <summary>The parameters that differ from their defaults.</summary>
    public static string Changed(IEnumerable<ReportParameter> parameters)
    {
        string[] changed = [.. parameters.Where(parameter => parameter.Text != parameter.Parameter.DefaultText).Select(parameter => $"{parameter.Parameter.Name}={parameter.Text}")];
        return changed.Length == 0 ? "all parameters at their defaults" : string.Join(' ', changed);
    }

    /// <summary>Prints warnings below a table, or on the error stream where the output is for programs.</summary>
    public static void Warn(IEnumerable<string> warnings, TextWriter writer)
    {
        foreach (string warning in warnings)
        {
            writer.WriteLine($"warning: {warning}");
        }
    }
}
