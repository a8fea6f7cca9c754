using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.SharedLink;

/// <summary>How the sizes of pages vary.</summary>
public enum PageSizes
{
    /// <summary>Log-normal with coefficient of variation 2: many small pages and a few very large ones.</summary>
    Lognormal,

    /// <summary>Exponential.</summary>
    Exponential,

    /// <summary>All pages are equal.</summary>
    Equal,
}

/// <summary>
/// A link that all its transfers share equally: people fetch pages over it, and beside them a crawler does nothing else.
/// </summary>
/// <remarks>
/// That Stanford's connection suffered is on record (J. Battelle, "The Birth of Google", Wired, August 2005); its
/// bandwidth and the crawler's habits are not, and all numbers here are assumptions.
/// </remarks>
public sealed record SharedLinkOptions : ModelOptions
{
    /// <summary>The bandwidth of the link, from 0.1 to 100 000 Mbit/s.</summary>
    [Parameter("bandwidth of the link", Unit = "Mbit/s", Minimum = 0.1, Maximum = 100_000)]
    public double Bandwidth { get; init; } = 10;

    /// <summary>The rate at which people ask for pages, from 0.01 to 10 000 a second.</summary>
    [Parameter("pages that people ask for", Unit = "1/s", Minimum = 0.01, Maximum = 10_000)]
    public double ArrivalRate { get; init; } = 10;

    /// <summary>The mean size of a page, from 1 to 100 000 kB.</summary>
    [Parameter("mean size of a page, in units of 1000 bytes", Unit = "kB", Minimum = 1, Maximum = 100_000)]
    public double PageKilobytes { get; init; } = 60;

    /// <summary>How the sizes of pages vary.</summary>
    [Parameter("how the sizes of pages vary; log-normal ones with coefficient of variation 2")]
    public PageSizes Sizes { get; init; }

    /// <summary>The connections that the crawler keeps open at once, from 0 (no crawler) to 500.</summary>
    [Parameter("connections that the crawler keeps open, 0 for no crawler", Unit = "connections", Minimum = 0, Maximum = 500)]
    public int CrawlerConnections { get; init; } = 10;

    /// <summary>The crawler's politeness: how long each of its connections rests after a page, from 0 to 600 s.</summary>
    [Parameter("politeness: fixed rest of each crawler connection after a page", Unit = "s", Minimum = 0, Maximum = 600)]
    public double CrawlerPause { get; init; }

    /// <summary>When the crawler starts, from 0 to 600 min after the beginning.</summary>
    [Parameter("when the crawler starts, on all its connections at once", Unit = "min", Minimum = 0, Maximum = 600)]
    public double CrawlerStart { get; init; }

    /// <summary>How long is simulated once the crawler runs, from 1 to 10 000 min; the first tenth is not measured.</summary>
    [Parameter("time that is simulated with the crawler, per replication; its first tenth is not measured", Unit = "min", Minimum = 1, Maximum = 10_000)]
    public double Minutes { get; init; } = 20;

    /// <summary>The share of the link that people's pages need: arrival rate × page size / bandwidth.</summary>
    public double PeopleLoad => ArrivalRate * PageSeconds;

    /// <summary>The time that a mean page takes alone on the link; s.</summary>
    public double PageSeconds => PageKilobytes * 8 / 1000 / Bandwidth;

    /// <inheritdoc/>
    protected internal override IEnumerable<ModelRule> Rules =>
    [
        new(
            "arrivalRate · pageKilobytes · 8 / 1000 < bandwidth: transfers would pile up for ever",
            Rounding.Exceeds(1, PeopleLoad),
            $"arrivalRate = {ArrivalRate}: not allowed with pageKilobytes = {PageKilobytes} and bandwidth = {Bandwidth}; transfers would pile up for ever, so give less than {ArrivalRate / PeopleLoad}"),
    ];
}
