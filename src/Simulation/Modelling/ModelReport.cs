using System.Collections;
using System.Reflection;
using System.Text.Json;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Modelling;

/// <summary>An option of a run and the value it had.</summary>
/// <param name="Parameter">The option.</param>
/// <param name="Text">Its value, as it would be typed.</param>
public sealed record ReportParameter(ModelParameter Parameter, string Text);

/// <summary>One number that a run reports.</summary>
/// <param name="Name">Its name in camelCase.</param>
/// <param name="Value">Its value; null where the thing never happened.</param>
/// <param name="HalfWidth">The half-width of its 95 % interval; null where it is not an estimate.</param>
/// <param name="Unit">Its unit; empty for a pure number.</param>
public sealed record ReportValue(string Name, double? Value, double? HalfWidth, string Unit);

/// <summary>One table that a run reports, such as a time series.</summary>
/// <param name="Name">Its name in camelCase.</param>
/// <param name="Columns">The names of its columns in camelCase.</param>
/// <param name="Rows">Its rows, each as long as the columns.</param>
public sealed record ReportSeries(string Name, IReadOnlyList<string> Columns, IReadOnlyList<double[]> Rows);

/// <summary>
/// What a run of any model reports, ready to be printed as a table, JSON or CSV.
/// </summary>
/// <param name="Model">The model's name.</param>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Replications">How many replications were run.</param>
/// <param name="Parameters">Every option with its value.</param>
/// <param name="Results">The numbers.</param>
/// <param name="Series">The tables.</param>
/// <param name="Warnings">What a reader should know before he trusts the numbers, one plain line each; such as a run that is too short.</param>
/// <param name="Events">How many simulated events happened, over all replications; 0 for a model without events.</param>
/// <param name="Seconds">How long the run took on the wall clock; the only part that is not reproducible.</param>
public sealed record ModelReport(
    string Model,
    ulong Seed,
    int Replications,
    IReadOnlyList<ReportParameter> Parameters,
    IReadOnlyList<ReportValue> Results,
    IReadOnlyList<ReportSeries> Series,
    IReadOnlyList<string> Warnings,
    long Events,
    double Seconds)
{
    private const string EventsProperty = "Events";
    private const string WarningsProperty = "Warnings";

    /// <summary>16 hexadecimal digits that two runs share when they agree in every bit of every number, the series included.</summary>
    public string Fingerprint
    {
        get
        {
            var fingerprint = new Fingerprint();
            fingerprint.Add((ulong)Events);
            foreach (var result in Results)
            {
                fingerprint.Add(result.Value);
                fingerprint.Add(result.HalfWidth);
            }

            foreach (double number in Series.SelectMany(series => series.Rows).SelectMany(row => row))
            {
                fingerprint.Add(number);
            }

            return fingerprint.ToString();
        }
    }

    internal static ModelReport Of(string model, ulong seed, int replications, IReadOnlyList<ReportParameter> parameters, object result, double seconds)
    {
        var values = new List<ReportValue>();
        var series = new List<ReportSeries>();
        foreach (var (property, measure) in MeasuresOf(result.GetType()))
        {
            string name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            switch (property.GetValue(result))
            {
                case Estimate estimate:
                    values.Add(new(name, Finite(estimate.Mean), Finite(estimate.HalfWidth), measure.Unit));
                    break;
                case IEnumerable rows:
                    series.Add(SeriesOf(name, rows, property.PropertyType.GetGenericArguments()[0]));
                    break;
                case var value:
                    values.Add(new(name, Finite(Number(value)), null, measure.Unit));
                    break;
            }
        }

        long events = result.GetType().GetProperty(EventsProperty)?.GetValue(result) is long count ? count : 0;
        var warnings = result.GetType().GetProperty(WarningsProperty)?.GetValue(result) as IReadOnlyList<string> ?? [];
        return new(model, seed, replications, parameters, values, series, warnings, events, seconds);
    }

    private static IEnumerable<(PropertyInfo Property, MeasureAttribute Measure)> MeasuresOf(Type type) =>
        from property in type.GetProperties()
        let measure = property.GetCustomAttribute<MeasureAttribute>()
        where measure is not null
        select (property, measure);

    private static ReportSeries SeriesOf(string name, IEnumerable rows, Type rowType)
    {
        var columns = MeasuresOf(rowType).Select(column => column.Property).ToArray();
        return new(
            name,
            [.. columns.Select(column => JsonNamingPolicy.CamelCase.ConvertName(column.Name))],
            [.. rows.Cast<object>().Select(row => Array.ConvertAll(columns, column => Number(column.GetValue(row))))]);
    }

    private static double Number(object? value) => value switch
    {
        null => double.NaN,
        bool flag => flag ? 1 : 0,
        _ => Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
