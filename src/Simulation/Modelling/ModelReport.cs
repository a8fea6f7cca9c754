namespace InteractiveArticle.Simulation.Modelling;

/// <summary>An option of a run and the value it had.</summary>
/// <param name="Parameter">The option.</param>
/// <param name="Text">Its value, as it would be typed.</param>
public sealed record ReportParameter(ModelParameter Parameter, string Text);

/// <summary>One number that a run reports.</summary>
/// <param name="Measure">What it is.</param>
/// <param name="Value">Its value; null where the thing never happened.</param>
/// <param name="HalfWidth">The half-width of its 95 % interval; null where it is not an estimate, or has no interval.</param>
/// <param name="LeftOut">How many replications had no value and are left out of its mean.</param>
public sealed record ReportValue(ModelMeasure Measure, double? Value, double? HalfWidth, int LeftOut)
{
    /// <summary>Its name in camelCase.</summary>
    public string Name => Measure.Name;

    /// <summary>Its unit; empty for a pure number.</summary>
    public string Unit => Measure.Unit;
}

/// <summary>One table that a run reports, such as a time series.</summary>
/// <param name="Declaration">What it is.</param>
/// <param name="Rows">Its rows, each as long as the columns; not-a-number where a row has no value.</param>
public sealed record ReportSeries(ModelSeries Declaration, IReadOnlyList<double[]> Rows)
{
    /// <summary>Its name in camelCase.</summary>
    public string Name => Declaration.Name;

    /// <summary>The names of its columns in camelCase.</summary>
    public IReadOnlyList<string> Columns => [.. Declaration.Columns.Select(column => column.Name)];
}

/// <summary>
/// What a run of any model reports, ready to be printed as a table, JSON or CSV.
/// </summary>
/// <param name="Model">The model's name.</param>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Replications">How many replications were run to their end.</param>
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

    /// <summary>How many simulated events a result counts.</summary>
    internal static long EventsOf(object result) => result.GetType().GetProperty(EventsProperty)?.GetValue(result) is long count ? count : 0;

    /// <summary>What a result warns of.</summary>
    internal static IReadOnlyList<string> WarningsOf(object result) => result.GetType().GetProperty(WarningsProperty)?.GetValue(result) as IReadOnlyList<string> ?? [];
}
