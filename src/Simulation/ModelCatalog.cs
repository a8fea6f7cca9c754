using InteractiveArticle.Parameters;
using InteractiveArticle.Simulation.Availability;
using InteractiveArticle.Simulation.BareMetal;
using InteractiveArticle.Simulation.Bill;
using InteractiveArticle.Simulation.Cascade;
using InteractiveArticle.Simulation.Composition;
using InteractiveArticle.Simulation.Elasticity;
using InteractiveArticle.Simulation.Hypervisor;
using InteractiveArticle.Simulation.Market;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.MultiRegion;
using InteractiveArticle.Simulation.Outage;
using InteractiveArticle.Simulation.Placement;
using InteractiveArticle.Simulation.Pooling;
using InteractiveArticle.Simulation.Queueing;
using InteractiveArticle.Simulation.RetryStorm;
using InteractiveArticle.Simulation.SharedLink;
using InteractiveArticle.Simulation.SitesVersusCloud;

namespace InteractiveArticle.Simulation;

/// <summary>
/// Every model of the library by its name, in the order of the article.
/// </summary>
public static class ModelCatalog
{
    /// <summary>All models.</summary>
    public static IReadOnlyList<Model> All { get; } =
    [
        Model.Of<QueueOptions, QueueResult>(
            "queue", "customers wait in one line for servers: M/M/c, M/G/c, with or without room for all", QueueSimulation.UsualReplications, QueueSimulation.Run),
        Model.Of<BareMetalOptions, BareMetalResult>(
            "bare-metal", "a fleet bought for a forecast: failures, a crew, spares, deliveries, and a surprise", BareMetalSimulation.UsualReplications, BareMetalSimulation.Run),
        Model.Of<SharedLinkOptions, SharedLinkResult>(
            "shared-link", "people and a crawler fetch pages over one link that shares its bandwidth equally", SharedLinkSimulation.UsualReplications, SharedLinkSimulation.Run),
        Model.Of<HypervisorOptions, HypervisorResult>(
            "hypervisor", "virtual machines take turns on the cores of one host, some of them noisily", HypervisorSimulation.UsualReplications, HypervisorSimulation.Run),
        Model.Of<PlacementOptions, PlacementResult>(
            "placement", "virtual machines of three sizes come and go on a pool of hosts with CPU and memory", PlacementSimulation.UsualReplications, PlacementSimulation.Run),
        Model.Of<ElasticityOptions, ElasticityResult>(
            "elasticity", "one demand on a fleet that is bought ahead and on one that an autoscaler rents", ElasticitySimulation.UsualReplications, ElasticitySimulation.Run),
        Model.Of<PoolingOptions, PoolingResult>(
            "pooling", "customers with correlated demand, each on capacity of their own or all on one pool", PoolingSimulation.UsualReplications, PoolingSimulation.Run),
        Model.Of<BillOptions, BillResult>(
            "bill", "a month's bill by the hour, the gigabyte and the request, and what owning the servers would cost", BillSimulation.UsualReplications, BillSimulation.Run),
        Model.Of<CompositionOptions, CompositionResult>(
            "composition", "services in series and in parallel, and the slowest of many answers", CompositionSimulation.UsualReplications, CompositionSimulation.Run),
        Model.Of<MarketOptions, MarketResult>(
            "market", "how concentrated a market of a few large and many small providers is", usualReplications: 1, MarketModel.Run),
        Model.Of<CascadeOptions, CascadeResult>(
            "cascade", "a web of services on providers and regions: one fails, and what depends on it goes dark", CascadeSimulation.UsualReplications, CascadeSimulation.Run),
        Model.Of<OutageOptions, OutageResult>(
            "outage", "the S3 outage of 28 February 2017: a command, two subsystems, a restart in phases, a dashboard", OutageSimulation.UsualReplications, OutageSimulation.Run),
        Model.Of<RetryStormOptions, RetryStormResult>(
            "retry-storm", "clients that try again in front of a fleet that stalls for a few seconds, and whether it recovers", RetryStormSimulation.UsualReplications, RetryStormSimulation.Run),
        Model.Of<AvailabilityOptions, AvailabilityResult>(
            "availability", "n machines of which k have to work, with repair crews and common causes of failure", AvailabilitySimulation.UsualReplications, AvailabilitySimulation.Run),
        Model.Of<SitesVersusCloudOptions, SitesVersusCloudResult>(
            "sites-vs-cloud", "many sites on servers of their own or on one cloud, and how many are down at once", SitesVersusCloudSimulation.UsualReplications, SitesVersusCloudSimulation.Run),
        Model.Of<MultiRegionOptions, MultiRegionResult>(
            "multi-region", "what outages cost with one region and with two, and when the second one pays", MultiRegionSimulation.UsualReplications, MultiRegionSimulation.Run),
    ];

    /// <summary>The model of that name.</summary>
    /// <param name="name">Such as "queue".</param>
    /// <exception cref="ModelOptionsException">There is no such model.</exception>
    public static Model Find(string name) =>
        All.FirstOrDefault(model => model.Name == name)
        ?? throw new ModelOptionsException(
            $"{name}: no such model{KnownNames.DidYouMean(name, All.Select(model => model.Name))}; there are {string.Join(", ", All.Select(model => model.Name))}");
}
