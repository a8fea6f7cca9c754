namespace InteractiveArticle.Simulation.MultiRegion;

/// <summary>
/// One simulated outage of a region.
/// </summary>
/// <param name="Hours">How long it lasts.</param>
/// <param name="IsCommon">Whether it takes both regions.</param>
/// <param name="FailoverFails">Whether failing over fails, where there is something to fail over to.</param>
internal readonly record struct RegionOutage(double Hours, bool IsCommon, bool FailoverFails);
