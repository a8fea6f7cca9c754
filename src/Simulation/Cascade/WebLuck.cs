using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.Cascade;

/// <summary>
/// All that is random in one web. What fails, how large the providers are, how many have a second home and how much
/// services lean on one another only decides what becomes of it.
/// </summary>
internal sealed class WebLuck
{
    private readonly HomeLuck[] homes;
    private readonly Link[] links;
    private readonly int[] firstLinks;

    /// <summary>Draws a web.</summary>
    /// <param name="options">Its make; it can do for any that differs in other things than its layers, or has fewer dependencies.</param>
    /// <param name="plan">Its layers.</param>
    /// <param name="streams">Where the numbers come from.</param>
    /// <param name="monitor">Is told how far it is.</param>
    public WebLuck(CascadeOptions options, WebPlan plan, RandomStreams streams, ReplicationMonitor monitor)
    {
        var luck = streams.Stream("homes");
        var draws = new DependencyDraws(options, plan);
        var drawn = new List<Link>();
        homes = new HomeLuck[options.Services];
        firstLinks = new int[options.Services + 1];
        int below = 0;
        int first = 0;
        for (int layer = 0; layer < plan.Sizes.Count; layer++)
        {
            for (int service = first; service < first + plan.Sizes[layer]; service++)
            {
                monitor.Reach((double)service / options.Services);
                homes[service] = new(luck.NextUniform(), luck.NextUniform(), luck.NextUniform());
                if (layer > 0)
                {
                    drawn.AddRange(draws.Of(service, layer - 1, below, streams.Stream("links", service)));
                }

                firstLinks[service + 1] = drawn.Count;
            }

            below = first;
            first += plan.Sizes[layer];
        }

        links = [.. drawn];
    }

    /// <summary>Where a service may run.</summary>
    /// <param name="service">The service, by its place in the web.</param>
    public HomeLuck Home(int service) => homes[service];

    /// <summary>What a service may depend on, in the order in which more dependencies add it.</summary>
    /// <param name="service">The service, by its place in the web.</param>
    public ReadOnlySpan<Link> Links(int service) => links.AsSpan(firstLinks[service]..firstLinks[service + 1]);
}

/// <summary>
/// Three uniform numbers that say where a service runs.
/// </summary>
/// <param name="Provider">Points at the provider.</param>
/// <param name="Region">Points at the region.</param>
/// <param name="Second">Points at where else it runs, if anywhere.</param>
internal readonly record struct HomeLuck(double Provider, double Region, double Second);
