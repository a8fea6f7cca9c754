using InteractiveArticle.Figures.Text;
using InteractiveArticle.Simulation.Elasticity;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Figures.Elasticity;

/// <summary>
/// Two ways to survive a rush, compared: servers that boot in no time, and servers that are less busy to begin with.
/// </summary>
public static class PatienceOrHeadroom
{
    private const double Step = 0.2;

    // A few replications cannot tell apart what differs by less.
    private const double SameWithin = 1.25;

    /// <summary>Which of the two refuses less, and what it costs.</summary>
    /// <param name="site">A site with a rush, at the present target and boot.</param>
    /// <param name="lowestTarget">The lowest target that a reader can choose, from 0.05 to 1.</param>
    /// <param name="experiment">Seed and replications of every run.</param>
    public static Passage Answer(ElasticityOptions site, double lowestTarget, Experiment experiment)
    {
        ArgumentNullException.ThrowIfNull(site);
        double target = site.TargetUtilisation;
        double easier = Math.Max(lowestTarget, target - Step);
        var present = ElasticitySimulation.Run(site, experiment);
        if (target - easier < Step / 20)
        {
            return Narration.Answer(
                $"At a target of {target:P0} the fleet is made for {1 / target:0.0} times the demand that it sees, and the rush asks for {site.Spike:0.#} times as much: over the {site.Days} days it refuses {Refused(present)}. Raise the target, and it begins to matter how fast the servers come.");
        }

        var instant = ElasticitySimulation.Run(site with { BootSeconds = 0 }, experiment);
        var roomy = ElasticitySimulation.Run(site with { TargetUtilisation = easier }, experiment);
        FormattableString refused = site.BootSeconds == 0
            ? $"At a target of {target:P0} the fleet refuses {Refused(present)} over the {site.Days} days, though its servers boot in no time. With a target of {easier:P0} it refuses {Refused(roomy)}."
            : (FormattableString)$"At a target of {target:P0} the fleet refuses {Refused(present)} over the {site.Days} days. With servers that boot in no time it refuses {Refused(instant)}; with a target of {easier:P0} and the present boot, {Refused(roomy)}. {Better(instant, roomy)}";
        return Narration.Answer(
            refused,
            $"Headroom works against everything and is paid for all day: a target of {easier:P0} instead of {target:P0} costs {roomy.ElasticCost.Mean / present.ElasticCost.Mean:0.0#} times as much. A faster boot is paid for once, by whoever makes it.");
    }

    private static string Refused(ElasticityResult run) => RefusedRequests.InWords(run.ElasticRefusedShare.Mean);

    private static string Better(ElasticityResult instant, ElasticityResult roomy)
    {
        double patience = instant.ElasticRefusedShare.Mean;
        double headroom = roomy.ElasticRefusedShare.Mean;
        return Math.Max(patience, headroom) <= SameWithin * Math.Min(patience, headroom) ? "Here both are worth about the same."
            : headroom < patience ? "Here headroom buys more."
            : "Here the faster boot buys more.";
    }
}
