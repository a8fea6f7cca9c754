using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.MultiRegion;

namespace InteractiveArticle.Simulation.SitesVersusCloud;

/// <summary>
/// The same sites in two worlds: each on a server of its own, or all on one cloud.
/// </summary>
/// <remarks>
/// The server of one's own is <see cref="OwnServer"/>, an assumption; the outages of the cloud are those on record,
/// <see cref="CloudOutages"/>. That each takes half of the sites, and how often a single site fails on the cloud, are
/// assumptions: no source gives them, and most outages on record took far fewer.
/// </remarks>
public sealed record SitesVersusCloudOptions : ModelOptions
{
    /// <summary>The sites, from 1 to 10 000.</summary>
    [Parameter("number of sites", Unit = "sites", Minimum = 1, Maximum = 10_000)]
    public int Sites { get; init; } = 1000;

    /// <summary>The mean time between failures of a site on its own server, from 100 to 10⁶ hours.</summary>
    [Parameter("mean time between failures of a site on its own server", Unit = "h", Minimum = 100, Maximum = 1e6)]
    public double OwnMtbf { get; init; } = OwnServer.Mtbf;

    /// <summary>The mean time until such a site is back, from 0.01 to 10⁴ hours.</summary>
    [Parameter("mean time until such a site is back", Unit = "h", Minimum = 0.01, Maximum = 10_000)]
    public double OwnMttr { get; init; } = OwnServer.Mttr;

    /// <summary>The mean time between failures of a single site on the cloud, from 100 to 10⁶ hours.</summary>
    [Parameter("mean time between failures of a single site on the cloud", Unit = "h", Minimum = 100, Maximum = 1e6)]
    public double CloudMtbf { get; init; } = 8000;

    /// <summary>The mean time until such a site is back, from 0.01 to 10⁴ hours.</summary>
    [Parameter("mean time until a single site on the cloud is back", Unit = "h", Minimum = 0.01, Maximum = 10_000)]
    public double CloudMttr { get; init; } = 1;

    /// <summary>The outages of the cloud, from 0 to 100 in a year without one.</summary>
    [Parameter("outages of the cloud", Unit = "1/year", Minimum = 0, Maximum = 100)]
    public double OutageRate { get; init; } = CloudOutages.PerYear;

    /// <summary>The mean length of an outage of the cloud, from 0.01 to 1000 hours.</summary>
    [Parameter("mean length of an outage of the cloud", Unit = "h", Minimum = 0.01, Maximum = 1000)]
    public double OutageHours { get; init; } = CloudOutages.MeanHours;

    /// <summary>The probability that an outage takes a given site down, from 0 to 1.</summary>
    [Parameter("share of sites that an outage of the cloud takes down", Minimum = 0, Maximum = 1)]
    public double OutageShare { get; init; } = 0.5;

    /// <summary>What counts as many sites down at once, as a share of all, from 0 to 1.</summary>
    [Parameter("share of sites down at once that counts as many", Minimum = 0, Maximum = 1)]
    public double Many { get; init; } = 0.1;

    /// <summary>The time that a replication simulates, from 0.1 to 10 000 years.</summary>
    [Parameter("years that are simulated, per replication", Unit = "years", Minimum = 0.1, Maximum = 10_000)]
    public double Years { get; init; } = 5;

    /// <summary>The sites on servers of their own: failures are independent, and nothing takes several down at once.</summary>
    internal World Own => new(OwnMtbf, OwnMttr, double.PositiveInfinity, OutageHours, 0);

    /// <summary>The sites on the cloud.</summary>
    internal World Cloud => new(CloudMtbf, CloudMttr, TimeUnits.HoursPerYear / OutageRate, OutageHours, OutageShare);
}
