using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.Cascade;

/// <summary>
/// Draws what the services of one web depend on: a Poisson number of services of the layer below, all different, the
/// well-known ones more often.
/// </summary>
/// <param name="options">The make of the web.</param>
/// <param name="plan">Its layers.</param>
internal sealed class DependencyDraws(CascadeOptions options, WebPlan plan)
{
    private readonly int[] lastDrawnBy = new int[options.Services];

    /// <summary>The dependencies of one service.</summary>
    /// <param name="service">The service, by its place in the web; not of the lowest layer.</param>
    /// <param name="layer">The layer below it.</param>
    /// <param name="first">The best-known service of that layer, by its place in the web.</param>
    /// <param name="links">A stream of its own: with more dependencies it keeps those it had.</param>
    /// <returns>The services that it depends on, in the order in which more dependencies add them.</returns>
    public IEnumerable<Link> Of(int service, int layer, int first, RandomStream links)
    {
        // Points of a Poisson process up to the mean number are as many as a Poisson number.
        double passed = links.NextExponential(1);
        for (int drawn = 0; drawn < plan.Sizes[layer] && passed < options.Dependencies; drawn++)
        {
            yield return new(NotYetDrawn(service, layer, first, links), passed, links.NextUniform());
            passed += links.NextExponential(1);
        }
    }

    private int NotYetDrawn(int service, int layer, int first, RandomStream links)
    {
        int on;
        do
        {
            on = first + plan.Pick(layer, links.NextUniform());
        }
        while (lastDrawnBy[on] == service);

        lastDrawnBy[on] = service;
        return on;
    }
}
