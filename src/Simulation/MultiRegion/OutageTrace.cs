namespace InteractiveArticle.Simulation.MultiRegion;

/// <summary>
/// One outage of a company's first region, phase by phase.
/// </summary>
/// <param name="Hours">How long it lasts.</param>
/// <param name="IsCommon">Whether it takes the second region as well.</param>
/// <param name="FailoverFails">Whether failing over fails.</param>
/// <param name="Phases">What the regions do from the beginning of the outage to its end, in the order of time.</param>
public sealed record OutageTrace(double Hours, bool IsCommon, bool FailoverFails, IReadOnlyList<OutagePhase> Phases)
{
    /// <summary>What the company loses, in hours of its whole service.</summary>
    public double HoursLost => Phases.Sum(phase => (phase.Ends - phase.Begins) * (1 - phase.First.Served - phase.Second.Served));
}

/// <summary>
/// A part of an outage in which nothing changes.
/// </summary>
/// <param name="Begins">When it begins; hours from the beginning of the outage.</param>
/// <param name="Ends">When it ends; hours from the beginning of the outage.</param>
/// <param name="First">The region that is out.</param>
/// <param name="Second">The other region.</param>
public readonly record struct OutagePhase(double Begins, double Ends, RegionLoad First, RegionLoad Second);

/// <summary>
/// What is asked of a region, and what it does of it. Loads are shares of the company's, from 0 to 1.
/// </summary>
/// <param name="Capacity">What it has room for.</param>
/// <param name="Offered">What is asked of it.</param>
/// <param name="Served">What it serves.</param>
/// <param name="IsUp">Whether it is up.</param>
public readonly record struct RegionLoad(double Capacity, double Offered, double Served, bool IsUp)
{
    /// <summary>The two regions while both are up.</summary>
    /// <param name="options">The company.</param>
    public static (RegionLoad First, RegionLoad Second) WhileBothAreUp(MultiRegionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        RegionLoad with(double load) => new(load + (options.Headroom * (1 - load)), load, load, IsUp: true);
        return (with(1 - options.SecondRegionLoad), with(options.SecondRegionLoad));
    }

    /// <summary>The region when it is out and still asked for as much.</summary>
    internal RegionLoad Out => this with { Served = 0, IsUp = false };
}
