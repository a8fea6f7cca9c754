namespace InteractiveArticle.Simulation.MultiRegion;

/// <summary>
/// How often the cloud is out and for how long: what every model of it takes as its default.
/// </summary>
/// <remarks>
/// Those of us-east-1 from 2011 to 2025 in <see cref="RecordedOutages"/>, rounded. Only notable outages are on record, so
/// the rate is a lower bound and the mean length an upper one.
/// </remarks>
public static class CloudOutages
{
    /// <summary>Outages in a year.</summary>
    public const double PerYear = 0.8;

    /// <summary>The mean length of an outage; hours.</summary>
    public const double MeanHours = 16;

    /// <summary>The coefficient of variation of the lengths: their standard deviation over their mean.</summary>
    public const double DurationCv = 1.6;
}
