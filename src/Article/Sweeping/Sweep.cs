using System.Diagnostics;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Article.Sweeping;

/// <summary>
/// One run of a model for every combination of the values of one or two parameters.
/// </summary>
internal sealed class Sweep
{
    private const int MostRanges = 2;

    private readonly IReadOnlyDictionary<string, string> values;
    private readonly IReadOnlyList<IReadOnlyList<string>> points;

    /// <summary>Prepares a sweep and checks all of its points.</summary>
    /// <param name="model">The model.</param>
    /// <param name="values">The parameters that stay, as typed.</param>
    /// <param name="ranges">The ranges of the others, each of the form name=from:to:step; the last one changes fastest.</param>
    /// <exception cref="ModelOptionsException">A range cannot be read, there are too many of them or too many points, or the model does not take one of the points.</exception>
    public Sweep(Model model, IReadOnlyDictionary<string, string> values, IReadOnlyList<string> ranges)
    {
        if (ranges.Count > MostRanges)
        {
            throw new ModelOptionsException($"--sweep {ranges[MostRanges]}: at most {MostRanges} parameters can be swept at once; give the others by --set");
        }

        (Model, this.values) = (model, values);
        Ranges = [.. ranges.Select(range => SweepRange.Read(range, model))];
        foreach (var (index, range) in Ranges.Index())
        {
            if (values.ContainsKey(range.Parameter.Name))
            {
                throw new ModelOptionsException($"--sweep {ranges[index]}: {range.Parameter.Name} is set, too; give it once, by --set or by --sweep");
            }

            if (Ranges.Take(index).Any(other => other.Parameter.Name == range.Parameter.Name))
            {
                throw new ModelOptionsException($"--sweep {ranges[index]}: {range.Parameter.Name} is swept twice; give it once");
            }
        }

        long count = Ranges.Aggregate(1L, (product, range) => product * range.Values.Count);
        if (count > SweepRange.MostPoints)
        {
            throw new ModelOptionsException($"--sweep: {string.Join(" × ", Ranges.Select(range => range.Values.Count))} = {count} points are more than {SweepRange.MostPoints}; give longer steps");
        }

        points = Ranges.Aggregate<SweepRange, IReadOnlyList<IReadOnlyList<string>>>([[]], (combinations, range) => [.. from before in combinations from value in range.Values select (IReadOnlyList<string>)[.. before, value]]);
        foreach (var point in points)
        {
            model.Check(ValuesAt(point));
        }
    }

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>What is swept.</summary>
    public IReadOnlyList<SweepRange> Ranges { get; }

    /// <summary>Runs all points on all cores, each as it would run alone.</summary>
    /// <param name="experiment">Seed and replications of every point. If it is cancelled, the points that are finished by then are given.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled before any point was finished.</exception>
    public SweepReport Run(Experiment experiment)
    {
        var watch = Stopwatch.StartNew();
        var finished = new SweepPoint?[points.Count];
        var progress = experiment.Progress is { } whole ? new CombinedProgress(whole, points.Count) : null;
        void RunOne(int index)
        {
            var report = Model.Run(ValuesAt(points[index]), experiment with { Progress = progress?.OfOnePart() });
            finished[index] = new(points[index], report.Fingerprint, report with { Series = [] });
        }

        try
        {
            AllCores.For(points.Count, RunOne, experiment.Cancellation);
        }
        catch (OperationCanceledException) when (finished.Any(point => point is not null))
        {
        }

        return new(this, [.. finished.OfType<SweepPoint>()], points.Count, watch.Elapsed.TotalSeconds);
    }

    private Dictionary<string, string> ValuesAt(IReadOnlyList<string> point) =>
        new(values.Concat(Ranges.Zip(point, (range, value) => KeyValuePair.Create(range.Parameter.Name, value))));
}
