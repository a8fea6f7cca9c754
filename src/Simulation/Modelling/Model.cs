using System.Diagnostics;

namespace InteractiveArticle.Simulation.Modelling;

/// <summary>
/// A model of the library as the command line sees it: text in, report out.
/// </summary>
public abstract class Model
{
    private protected Model(string name, string summary, int usualReplications, ModelOptions defaults)
    {
        Name = name;
        Summary = summary;
        UsualReplications = usualReplications;
        Parameters = ModelParameter.Of(defaults);
    }

    /// <summary>The name under which it is run, such as "retry-storm".</summary>
    public string Name { get; }

    /// <summary>What it models, in one line.</summary>
    public string Summary { get; }

    /// <summary>How many replications it runs when nobody says.</summary>
    public int UsualReplications { get; }

    /// <summary>Its options.</summary>
    public IReadOnlyList<ModelParameter> Parameters { get; }

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

    /// <summary>Runs the model.</summary>
    /// <param name="values">Options by name, as typed; those left out keep their defaults.</param>
    /// <param name="experiment">Seed and replications.</param>
    /// <exception cref="ModelOptionsException">An option is unknown, ill-typed, out of range or in contradiction.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public abstract ModelReport Run(IReadOnlyDictionary<string, string> values, Experiment experiment);

    private sealed class Typed<TOptions, TResult>(string name, string summary, int usualReplications, Func<TOptions, Experiment, TResult> run)
        : Model(name, summary, usualReplications, new TOptions())
        where TOptions : ModelOptions, new()
        where TResult : notnull
    {
        public override ModelReport Run(IReadOnlyDictionary<string, string> values, Experiment experiment)
        {
            ArgumentNullException.ThrowIfNull(values);
            ArgumentNullException.ThrowIfNull(experiment);
            var options = new TOptions();
            foreach (var (key, text) in values)
            {
                var parameter = Parameters.FirstOrDefault(parameter => parameter.Name == key)
                    ?? throw new ModelOptionsException($"{key}: {Name} has no such parameter; it has {string.Join(", ", Parameters.Select(p => p.Name))}");
                parameter.Set(options, text);
            }

            var watch = Stopwatch.StartNew();
            var result = run(options, experiment);
            return ModelReport.Of(
                Name,
                experiment.Seed,
                experiment.Replications == 0 ? UsualReplications : experiment.Replications,
                [.. Parameters.Select(parameter => new ReportParameter(parameter, parameter.TextOf(options)))],
                result,
                watch.Elapsed.TotalSeconds);
        }
    }
}
