using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.MultiRegion;

/// <summary>
/// The outages of one region, as a Poisson process.
/// </summary>
internal sealed class OutageStream
{
    private readonly MultiRegionOptions options;
    private readonly RandomStream arrivals;
    private readonly RandomStream durations;
    private readonly RandomStream common;
    private readonly RandomStream failovers;

    // Counted in outages, not years, so that a rate of zero needs no exception.
    private double next;

    /// <param name="options">The company.</param>
    /// <param name="streams">The replication's streams.</param>
    /// <param name="prefix">What the names of this region's streams begin with.</param>
    public OutageStream(MultiRegionOptions options, RandomStreams streams, string prefix)
    {
        this.options = options;
        arrivals = streams.Stream(prefix + "arrivals");
        durations = streams.Stream(prefix + "durations");
        common = streams.Stream(prefix + "common causes");
        failovers = streams.Stream(prefix + "failovers");
        next = arrivals.NextExponential(1);
    }

    /// <summary>The next outage, if it comes before a year is over.</summary>
    /// <param name="year">The year, from 1 on; never less than in the call before.</param>
    /// <param name="outage">The outage.</param>
    public bool TryNext(int year, out RegionOutage outage)
    {
        if (next >= year * options.OutageRate)
        {
            outage = default;
            return false;
        }

        outage = Draw();
        next += arrivals.NextExponential(1);
        return true;
    }

    /// <summary>The next outage, whenever it comes.</summary>
    public RegionOutage Draw() => new(
        durations.NextLogNormal(options.MeanHours, options.DurationCv),
        common.NextBernoulli(options.CommonShare),
        failovers.NextBernoulli(options.FailoverFails));
}
