namespace InteractiveArticle.Simulation.Cascade;

/// <summary>
/// One service of a web, and what became of it.
/// </summary>
/// <param name="Layer">Its layer, from 0 for the lowest.</param>
/// <param name="Hop">How many dependencies away what failed is: 0 for what failed itself; null for a service that is not dark.</param>
/// <param name="Cause">The service, by its place in the web, whose loss put it in the dark; null when it failed itself or is not dark.</param>
/// <param name="IsDegraded">Whether it is not dark but lost a soft dependency.</param>
/// <param name="Home">Where it runs.</param>
public readonly record struct WebService(int Layer, int? Hop, int? Cause, bool IsDegraded, ServiceHome Home)
{
    /// <summary>Whether it is dark.</summary>
    public bool IsDark => Hop is not null;
}
