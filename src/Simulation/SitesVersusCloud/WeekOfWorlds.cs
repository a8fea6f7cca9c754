using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.SitesVersusCloud;

/// <summary>
/// The worst moment of a week in both worlds.
/// </summary>
/// <param name="Year">When the week begins, in years from the start.</param>
/// <param name="Own">The most sites down at once, on servers of their own.</param>
/// <param name="Cloud">The most sites down at once, on one cloud.</param>
public sealed record WeekOfWorlds(
    [property: Measure("years")] double Year,
    [property: Measure("sites")] int Own,
    [property: Measure("sites")] int Cloud);
