using System.Diagnostics;
using InteractiveArticle.Parameters;

namespace InteractiveArticle.Simulation.Modelling;

/// <summary>
/// A model of the library as the command line sees it: text in, report out.
/// </summary>
public abstract class Model
{
    // Only when somebody asks: in a browser every look at an attribute keeps memory.
    private readonly Lazy<IReadOnlyList<ModelMeasure>> results;
    private readonly Lazy<IReadOnlyList<ModelSeries>> series;

    private protected Model(string name, string summary, int usualReplications, ModelOptions defaults, Type result)
    {
        Name = name;
        Summary = summary;
        UsualReplications = usualReplications;
        Parameters = ModelParameter.Of(defaults);
        Rules = [.. defaults.Rules.Select(rule => rule.Words)];
        results = new(() => ModelMeasure.Of(result));
        series = new(() => ModelSeries.Of(result));
    }

    /// <summary>The name under which it is run, such as "retry-storm".</summary>
    public string Name { get; }

    /// <summary>What it models, in one line.</summary>
    public string Summary { get; }

    /// <summary>How many replications it runs when nobody says.</summary>
    public int UsualReplications { get; }

    /// <summary>Its options.</summary>
    public IReadOnlyList<ModelParameter> Parameters { get; }

    /// <summary>What its options have to fulfil together, a few words each.</summary>
    public IReadOnlyList<string> Rules { get; }

    /// <summary>The numbers that it reports.</summary>
    public IReadOnlyList<ModelMeasure> Results => results.Value;

    /// <summary>The tables that it reports, such as the first replication hour by hour.</summary>
    public IReadOnlyList<ModelSeries> Series => series.Value;

    /// <summary>Declares a model.</summary>
    /// <typeparam name="TOptions">Its options.</typeparam>
    /// <typeparam name="TResult">Its result: an immutable record whose reported properties carry <see cref="MeasureAttribute"/>.</typeparam>
    /// <param name="name">The name under which it is run.</param>
    /// <param name="summary">What it models, in one line.</param>
    /// <param name="usualReplications">How many replications it runs when nobody says; at least 1.</param>
    /// <param name="run">The simulation.</param>
    internal static Model Of<TOptions, TResult>(string name, string summary, int usualReplications, Func<TOptions, Experiment, TResult> run)
        where TOptions : ModelOptions, new()
        where TResult : notnull =>
        new Typed<TOptions, TResult>(name, summary, usualReplications, run);

    /// <summary>Checks options without running the model.</summary>
    /// <param name="values">Options by name, as typed; those left out keep their defaults.</param>
    /// <exception cref="ModelOptionsException">An option is unknown, ill-typed, out of range or in contradiction.</exception>
    public abstract void Check(IReadOnlyDictionary<string, string> values);

    /// <summary>Its option of some name.</summary>
    /// <param name="name">The name in camelCase.</param>
    /// <exception cref="ModelOptionsException">There is no such option.</exception>
    public ModelParameter Parameter(string name) =>
        Parameters.FirstOrDefault(parameter => parameter.Name == name)
        ?? throw new ModelOptionsException(
            $"{name}: {Name} has no such parameter{KnownNames.DidYouMean(name, Parameters.Select(parameter => parameter.Name))}; it has {string.Join(", ", Parameters.Select(parameter => parameter.Name))}");

    /// <summary>Runs the model.</summary>
    /// <param name="values">Options by name, as typed; those left out keep their defaults.</param>
    /// <param name="experiment">Seed and replications. If it keeps what is finished and is cancelled, a warning says how many replications the report is made of.</param>
    /// <exception cref="ModelOptionsException">An option is unknown, ill-typed, out of range or in contradiction.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public abstract ModelReport Run(IReadOnlyDictionary<string, string> values, Experiment experiment);

    private sealed class Typed<TOptions, TResult>(string name, string summary, int usualReplications, Func<TOptions, Experiment, TResult> run)
        : Model(name, summary, usualReplications, new TOptions(), typeof(TResult))
        where TOptions : ModelOptions, new()
        where TResult : notnull
    {
        public override void Check(IReadOnlyDictionary<string, string> values) => Read(values).Check();

        public override ModelReport Run(IReadOnlyDictionary<string, string> values, Experiment experiment)
        {
            ArgumentNullException.ThrowIfNull(experiment);
            var options = Read(values);
            int replications = experiment.Replications == 0 ? UsualReplications : experiment.Replications;
            int finished = replications;
            var watch = Stopwatch.StartNew();
            var result = run(options, experiment with { CutShort = kept => finished = kept });
            string[] cutShort = finished == replications ? [] : [$"stopped after {finished} of {replications} replications; all numbers are of these {finished}"];
            return new(
                Name,
                experiment.Seed,
                finished,
                [.. Parameters.Select(parameter => new ReportParameter(parameter, parameter.TextOf(options)))],
                [.. Results.Select(measure => measure.ValueOf(result))],
                [.. Series.Select(series => series.RowsOf(result))],
                [.. cutShort, .. ModelReport.WarningsOf(result)],
                ModelReport.EventsOf(result),
                watch.Elapsed.TotalSeconds);
        }

        private TOptions Read(IReadOnlyDictionary<string, string> values)
        {
            ArgumentNullException.ThrowIfNull(values);
            var options = new TOptions();
            foreach (var (key, text) in values)
            {
                Parameter(key).Set(options, text);
            }

            return options;
        }
    }
}
