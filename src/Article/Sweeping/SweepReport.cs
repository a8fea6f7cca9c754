using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Article.Sweeping;

/// <summary>What a sweep reports.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="Points">The points that are finished, at least one, in their order.</param>
/// <param name="Expected">How many points there are in all.</param>
/// <param name="Seconds">How long it took on the wall clock.</param>
internal sealed record SweepReport(Sweep Sweep, IReadOnlyList<SweepPoint> Points, int Expected, double Seconds)
{
    /// <summary>The parameters that are the same at all points.</summary>
    public IEnumerable<ReportParameter> Fixed => Points[0].Report.Parameters.Where(parameter => Sweep.Ranges.All(range => range.Parameter.Name != parameter.Parameter.Name));

    /// <summary>What a reader should know before he trusts the numbers: of all points together, the same line only once.</summary>
    public IEnumerable<string> Warnings
    {
        get
        {
            if (Points.Count < Expected)
            {
                yield return $"stopped after {Points.Count} of {Expected} points";
            }

            foreach (var same in Points.SelectMany(point => point.Report.Warnings.Select(line => (point, line))).GroupBy(warning => warning.line, warning => warning.point))
            {
                string others = same.Count() == 1 ? "" : $" and {same.Count() - 1} more";
                yield return $"{string.Join(' ', Sweep.Ranges.Zip(same.First().Values, (range, value) => $"{range.Parameter.Name}={value}"))}{others}: {same.Key}";
            }
        }
    }
}

/// <summary>One point of a sweep.</summary>
/// <param name="Values">The value of each swept parameter.</param>
/// <param name="Fingerprint">The fingerprint of the run, its series included.</param>
/// <param name="Report">What the run reports, without its series.</param>
internal sealed record SweepPoint(IReadOnlyList<string> Values, string Fingerprint, ModelReport Report);
