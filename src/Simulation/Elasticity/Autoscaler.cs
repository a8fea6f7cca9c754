using InteractiveArticle.Simulation.Numerics;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.Elasticity;

/// <summary>
/// The program that follows demand: so many servers that each is used as much as the target says, within a minimum and
/// a maximum.
/// </summary>
/// <remarks>
/// It decides at moments of its own, which have nothing to do with the day or the spike: the first is drawn at random and
/// each of the others comes one cooldown later, whether or not the last one changed anything. So no lever moves them,
/// and two runs that differ in one lever stay paired: with a lower target no replication ever has fewer servers. Were
/// the cooldown to begin with changes only, every lever would also decide by chance how soon the spike is seen.
/// </remarks>
/// <param name="options">Target, minimum, maximum, cooldown, and what the autoscaler sees of demand.</param>
/// <param name="servers">The servers that it rents and gives back.</param>
/// <param name="moments">Draws the moments of its decisions.</param>
internal sealed class Autoscaler(ElasticityOptions options, RentedServers servers, RandomStream moments)
{
    private readonly DemandMetric metric = new(options.MetricDelayMinutes, options.MetricWindowMinutes);
    private readonly RecentMaximum highest = new(options.ScaleInDelayMinutes);

    // Demand is known once a minute, so there is nothing to decide in between.
    private readonly double minutesBetweenDecisions = Math.Max(1, options.CooldownMinutes);
    private double nextDecision = moments.NextUniform(0, Math.Max(1, options.CooldownMinutes));
    private long decisions;
    private long cappedDecisions;

    /// <summary>The share of the decisions that want more servers than the maximum.</summary>
    public double CappedShare => (double)cappedDecisions / decisions;

    /// <summary>Begins with the servers that the demand of the first minute wants.</summary>
    /// <param name="demand">The demand in requests a second.</param>
    public void Start(double demand) => servers.StartWith(ServersFor(demand));

    /// <summary>Looks at the demand of one more minute and, where a decision is due, rents servers or gives some back.</summary>
    /// <param name="now">The time in whole minutes.</param>
    /// <param name="demand">The demand in requests a second.</param>
    public void Observe(double now, double demand)
    {
        double seen = highest.Add(metric.Record(demand));
        if (now >= nextDecision)
        {
            nextDecision += minutesBetweenDecisions;
            servers.Resize(ServersFor(seen));
        }
    }

    private int ServersFor(double demand)
    {
        double wanted = Rounding.Up(demand / (options.ServerCapacity * options.TargetUtilisation));
        decisions++;
        cappedDecisions += wanted > options.MaximumServers ? 1 : 0;
        return (int)Math.Max(options.MinimumServers, Math.Min(wanted, options.MaximumServers));
    }
}
