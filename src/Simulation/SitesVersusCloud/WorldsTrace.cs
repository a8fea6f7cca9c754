namespace InteractiveArticle.Simulation.SitesVersusCloud;

/// <summary>
/// What became of the first sites of both worlds in the first replication, event by event.
/// </summary>
/// <param name="Sites">How many sites are told of: those from 0 on.</param>
/// <param name="Own">The sites on servers of their own.</param>
/// <param name="Cloud">The same sites on one cloud.</param>
public sealed record WorldsTrace(int Sites, WorldTrace Own, WorldTrace Cloud);

/// <summary>
/// What became of the sites of one world.
/// </summary>
/// <param name="Turns">When a site went down or came back, in the order of time; at the start all are up.</param>
/// <param name="Outages">The outages that took many at once, in the order of time.</param>
public sealed record WorldTrace(IReadOnlyList<SiteTurn> Turns, IReadOnlyList<OutagePeriod> Outages);

/// <summary>
/// A site goes down or comes back.
/// </summary>
/// <param name="Hours">When; hours from the start.</param>
/// <param name="Site">The site, from 0 on.</param>
/// <param name="IsDown">Whether it is down from then on.</param>
public readonly record struct SiteTurn(double Hours, int Site, bool IsDown);

/// <summary>
/// An outage that takes many sites at once.
/// </summary>
/// <param name="Begins">When it begins; hours from the start.</param>
/// <param name="Ends">When it ends; hours from the start, no later than the simulation.</param>
public readonly record struct OutagePeriod(double Begins, double Ends);
