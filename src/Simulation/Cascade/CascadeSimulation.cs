using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Cascade;

/// <summary>
/// Webs of services drawn at random, one thing in them fails, and the dark goes upwards from layer to layer.
/// </summary>
/// <remarks>
/// The dependencies of a service are drawn one after the other, the well-known ones more often, and none twice
/// (<see cref="SuccessiveSampling"/>). Theory to hold it against: <see cref="LayeredWeb"/>.
/// </remarks>
public static class CascadeSimulation
{
    internal const int UsualReplications = 50;

    /// <summary>Draws the webs and lets the failure spread.</summary>
    /// <param name="options">The make of the webs, and what fails.</param>
    /// <param name="experiment">Seed and replications; by default 50 webs.</param>
    /// <exception cref="ModelOptionsException">An option is out of range, or shares add up to more than 1.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static CascadeResult Run(CascadeOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();
        var plan = new WebPlan(options);
        var (first, damages) = experiment.Replicate(
            UsualReplications,
            (streams, monitor) => Suffer(options, plan, new WebLuck(options, plan, streams, monitor)),
            web => new Damage(plan, web));
        return Sum(options, plan, first, damages);
    }

    /// <summary>The share of all services that is dark in theory, as a run tells it, without a web being drawn.</summary>
    /// <param name="options">The make of the webs, and what fails.</param>
    /// <exception cref="ModelOptionsException">An option is out of range, or shares add up to more than 1.</exception>
    public static double DarkInTheory(CascadeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var plan = new WebPlan(options);
        return OfAll(options, plan, InTheory(options, plan));
    }

    /// <summary>Lets the failure spread through webs that have been drawn.</summary>
    /// <param name="options">What fails, in webs of this make.</param>
    /// <param name="drawn">The webs; at least one.</param>
    internal static CascadeResult RunDrawn(CascadeOptions options, IEnumerable<WebLuck> drawn)
    {
        var plan = new WebPlan(options);
        WebService[][] webs = [.. drawn.Select(luck => Suffer(options, plan, luck))];
        return Sum(options, plan, webs[0], [.. webs.Select(web => new Damage(plan, web))]);
    }

    private static CascadeResult Sum(CascadeOptions options, WebPlan plan, WebService[] first, IReadOnlyList<Damage> damages)
    {
        double[] theory = InTheory(options, plan);
        double inTheory = OfAll(options, plan, theory);
        int longest = damages.Max(damage => damage.LongestChain);
        Estimate Over(Func<Damage, double> quantity) => Estimate.Of(damages.Select(quantity));
        Estimate Share(Func<Damage, double> services, double looksEach) => Estimate.OfShares(damages.Select(damage => services(damage) / options.Services), looksEach);
        double[] dark = [.. damages.Select(damage => (double)damage.Dark / options.Services)];
        return new CascadeResult
        {
            DarkDirectly = Share(damage => damage.ByHop[0], looksEach: options.Services),
            DarkThroughOthers = Share(damage => damage.Dark - damage.ByHop[0], looksEach: 1),
            Degraded = Share(damage => damage.Degraded, looksEach: 1),
            BlastRadius = Over(damage => damage.Dark),
            DarkEach = dark,
            LongestChain = Over(damage => damage.LongestChain),
            DarkInTheory = inTheory,
            Waves = [.. Enumerable.Range(0, longest + 1).Select(hop => new CascadeWave(hop, damages.Average(damage => damage.ByHop[hop])))],
            ByLayer = [.. plan.Sizes.Select((size, layer) => new CascadeLayer(layer, size, damages.Average(damage => (double)damage.ByLayer[layer] / size), theory[layer]))],
            Web = first,
            Warnings = Warnings(options, Estimate.Of(dark), inTheory),
        };
    }

    // In the lowest layers theory is exact, and only chance parts it from the simulation.
    private static IReadOnlyList<string> Warnings(CascadeOptions options, Estimate dark, double inTheory)
    {
        int exactLayers = options.Failure == Failure.Service ? 3 : 2;
        return options.Layers > exactLayers && inTheory - dark.Mean > dark.HalfWidth
            ? [FormattableString.Invariant($"darkInTheory = {inTheory:F3} is above the simulated {dark.Mean:F3} ± {dark.HalfWidth:F3}: it takes the services of a layer to go dark independently of one another, but many of them go dark together, with a well-known service on which they all depend")]
            : [];
    }

    // Layer by layer from below: when a service's turn comes, the fate of all that it depends on is known.
    private static WebService[] Suffer(CascadeOptions options, WebPlan plan, WebLuck luck)
    {
        var web = new WebService[options.Services];
        int first = 0;
        for (int layer = 0; layer < plan.Sizes.Count; layer++)
        {
            for (int service = first; service < first + plan.Sizes[layer]; service++)
            {
                var home = HomeOf(options, plan, luck.Home(service));
                web[service] = Fate(options, web, layer, Fails(options, service, home), home, luck.Links(service));
            }

            first += plan.Sizes[layer];
        }

        return web;
    }

    private static ServiceHome HomeOf(CascadeOptions options, WebPlan plan, HomeLuck luck)
    {
        var second = luck.Second < options.MultiCloud ? SecondHome.OtherProvider
            : luck.Second < options.MultiCloud + options.MultiRegion ? SecondHome.OtherRegion
            : SecondHome.None;
        return new(plan.ProviderAt(luck.Provider), plan.RegionAt(luck.Region), second);
    }

    private static bool Fails(CascadeOptions options, int service, ServiceHome home)
    {
        bool isAtProvider = home.Provider == (int)options.Provider;
        return options.Failure switch
        {
            Failure.Service => service == 0,
            Failure.Region => isAtProvider && home.Region == 0 && home.Second == SecondHome.None,
            _ => isAtProvider && home.Second != SecondHome.OtherProvider,
        };
    }

    private static WebService Fate(CascadeOptions options, WebService[] web, int layer, bool fails, ServiceHome home, ReadOnlySpan<Link> links)
    {
        int? hop = fails ? 0 : null;
        int? cause = null;
        bool lostSoftOne = false;
        for (int i = 0; i < links.Length && links[i].From < options.Dependencies; i++)
        {
            int on = links[i].On;
            bool isHard = links[i].Softness < options.HardShare;
            lostSoftOne |= !isHard && web[on].IsDark;
            if (isHard && web[on].Hop + 1 < (hop ?? int.MaxValue))
            {
                hop = web[on].Hop + 1;
                cause = on;
            }
        }

        return new WebService(layer, hop, cause, IsDegraded: hop is null && lostSoftOne, home);
    }

    private static double OfAll(CascadeOptions options, WebPlan plan, double[] theory) =>
        plan.Sizes.Select((size, layer) => theory[layer] * size).Sum() / options.Services;

    // The share of each layer.
    private static double[] InTheory(CascadeOptions options, WebPlan plan)
    {
        double direct = options.Failure switch
        {
            Failure.Service => 0,
            Failure.Region => plan.ProviderShare * plan.LargestRegion * Math.Max(0, 1 - options.MultiCloud - options.MultiRegion),
            _ => plan.ProviderShare * (1 - options.MultiCloud),
        };
        bool oneFails = options.Failure == Failure.Service;
        double[] theory = new double[plan.Sizes.Count];
        for (int layer = 0; layer < theory.Length; layer++)
        {
            theory[layer] = (layer, oneFails) switch
            {
                (0, true) => 1.0 / plan.Sizes[0],
                (0, false) => direct,

                // One service of the lowest layer is one of many by number, but more than that by the dependencies on it.
                (1, true) => options.HardShare * SuccessiveSampling.InclusionOfTheHeaviest(plan.Weights(0), options.Dependencies),
                _ => LayeredWeb.DarkShare(direct, theory[layer - 1], options.Dependencies, options.HardShare, plan.Sizes[layer - 1]),
            };
        }

        return theory;
    }

    /// <summary>What became of one web, in numbers of services.</summary>
    private sealed class Damage
    {
        public Damage(WebPlan plan, WebService[] web)
        {
            // With every hop a chain goes down by a layer, so it has fewer hops than there are layers.
            ByHop = new int[plan.Sizes.Count];
            ByLayer = new int[plan.Sizes.Count];
            foreach (var service in web)
            {
                Degraded += service.IsDegraded ? 1 : 0;
                if (service.Hop is { } hop)
                {
                    Dark++;
                    ByHop[hop]++;
                    ByLayer[service.Layer]++;
                    LongestChain = Math.Max(LongestChain, hop);
                }
            }
        }

        public int Dark { get; }

        public int Degraded { get; }

        public int LongestChain { get; }

        /// <summary>The dark services for each number of dependencies between them and what failed.</summary>
        public int[] ByHop { get; }

        /// <summary>The dark services of each layer.</summary>
        public int[] ByLayer { get; }
    }
}
