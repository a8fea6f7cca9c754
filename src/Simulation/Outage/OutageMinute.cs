using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// One moment of the replayed day. Shares go from 0 to 1.
/// </summary>
/// <param name="Minute">Minutes after the command.</param>
/// <param name="IndexCapacity">The share of the index's capacity that is up and checked.</param>
/// <param name="PlacementCapacity">The share of the placement subsystem's capacity that is up and checked.</param>
/// <param name="GetSuccess">The share of GET, LIST and DELETE requests that succeed.</param>
/// <param name="PutSuccess">The share of PUT requests that succeed.</param>
/// <param name="DashboardTruthful">1 when the dashboard can say what is going on, 0 while it is stuck.</param>
/// <param name="DependantsNormal">The share of dependants whose requests succeed and whose backlog is gone.</param>
/// <param name="Backlog">The work that waits at the dependants, in minutes of their normal demand.</param>
/// <param name="LossMillions">What the day has cost the dependants so far; M$.</param>
public readonly record struct OutageMinute(
    [property: Measure("min")] double Minute,
    [property: Measure] double IndexCapacity,
    [property: Measure] double PlacementCapacity,
    [property: Measure] double GetSuccess,
    [property: Measure] double PutSuccess,
    [property: Measure] int DashboardTruthful,
    [property: Measure] double DependantsNormal,
    [property: Measure("min")] double Backlog,
    double LossMillions);
