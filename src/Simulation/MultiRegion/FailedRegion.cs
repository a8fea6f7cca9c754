namespace InteractiveArticle.Simulation.MultiRegion;

/// <summary>
/// What the company loses while one of its two regions is out and the other one is not.
/// </summary>
/// <remarks>
/// A system that has, before anything fails, the capacity that it needs after a failure is called statically stable (B.
/// Weiss and M. Furr, "Static stability using Availability Zones", Amazon Builders' Library).
/// </remarks>
/// <param name="Load">The share of the company's load that the region carried, from 0 to 1.</param>
/// <param name="Unserved">The share of the company's load that nobody serves once the other region has taken over, from 0 to 1.</param>
internal readonly record struct FailedRegion(double Load, double Unserved)
{
    /// <summary>The region in which the company began.</summary>
    public static FailedRegion First(MultiRegionOptions options) => Of(1 - options.SecondRegionLoad, options);

    /// <summary>The second one.</summary>
    public static FailedRegion Second(MultiRegionOptions options) => Of(options.SecondRegionLoad, options);

    /// <summary>The loss from an outage, in hours of the whole company.</summary>
    /// <param name="outage">The outage, of this region alone.</param>
    /// <param name="failoverHours">How long failing over takes; at least 0.</param>
    public double HoursLost(RegionOutage outage, double failoverHours) => outage.FailoverFails
        ? Load * outage.Hours
        : (Load * Math.Min(outage.Hours, failoverHours)) + (Unserved * Math.Max(0, outage.Hours - failoverHours));

    private static FailedRegion Of(double load, MultiRegionOptions options)
    {
        double excess = load * (1 - options.Headroom);
        return new(load, excess > 0 && options.SurvivorFails ? 1 : excess);
    }
}
