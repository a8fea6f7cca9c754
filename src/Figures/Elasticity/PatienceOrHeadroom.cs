using InteractiveArticle.Figures.Text;
using InteractiveArticle.Simulation.Elasticity;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Figures.Elasticity;

/// <summary>
/// Two ways to survive a rush, compared: servers that boot in no time, and servers that are less busy to begin with.
/// </summary>
public static class PatienceOrHeadroom
{
    private const double Ease = 0.2;
    private const double Step = 0.05;

    /// <summary>Which target is worth as much as servers that boot in no time, and what it costs.</summary>
    /// <param name="site">A site with a rush, at the present target and boot.</param>
    /// <param name="lowestTarget">The lowest target that a reader can choose, from 0.05 to 1.</param>
    /// <param name="experiment">Seed and replications of every run.</param>
    public static Passage Answer(ElasticityOptions site, double lowestTarget, Experiment experiment)
    {
        ArgumentNullException.ThrowIfNull(site);
        double target = site.TargetUtilisation;
        double easier = Math.Max(lowestTarget, target - Ease);
        var present = ElasticitySimulation.Run(site, experiment);
        if (target - easier < Step / 2)
        {
            return Narration.Answer(
                $"At a target of {target:P0} the fleet is made for {1 / target:0.0} times the demand that it sees, and the rush asks for {site.Spike:0.#} times as much: over the {site.Days} days it refuses {Refused(present)}. Raise the target, and it begins to matter how fast the servers come.");
        }

        if (site.BootSeconds == 0)
        {
            var roomy = At(easier);
            return Narration.Answer(
                $"At a target of {target:P0} the fleet refuses {Refused(present)} over the {site.Days} days, though its servers boot in no time. With a target of {easier:P0} it refuses {Refused(roomy)}.",
                Price(easier, roomy));
        }

        var instant = ElasticitySimulation.Run(site with { BootSeconds = 0 }, experiment);
        double worth = target;
        var slow = present;
        while (slow.ElasticRefusedShare.Mean > instant.ElasticRefusedShare.Mean && worth - Step >= lowestTarget - (Step / 2))
        {
            worth = Math.Round(worth - Step, 2);
            slow = At(worth);
        }

        FormattableString found = slow.ElasticRefusedShare.Mean > instant.ElasticRefusedShare.Mean
            ? $"No target from {lowestTarget:P0} up is worth as much with the present boot; at {worth:P0} it still refuses {Refused(slow)}."
            : worth == target ? (FormattableString)$"There is nothing that a lower target would have to make up for."
            : $"With the present boot it takes a target of {worth:P0} to do as well: {Refused(slow)}.";
        var (priced, cheap) = worth == target ? (easier, At(easier)) : (worth, slow);
        return Narration.Answer(
            $"At a target of {target:P0} the fleet refuses {Refused(present)} over the {site.Days} days. With servers that boot in no time it refuses {Refused(instant)}.",
            found,
            Price(priced, cheap));

        ElasticityResult At(double easierTarget) => ElasticitySimulation.Run(site with { TargetUtilisation = easierTarget }, experiment);

        FormattableString Price(double easierTarget, ElasticityResult run) =>
            $"Headroom works against everything and is paid for all day: a target of {easierTarget:P0} instead of {target:P0} costs {run.ElasticCost.Mean / present.ElasticCost.Mean:0.0#} times as much. A faster boot is paid for once, by whoever makes it.";
    }

    private static string Refused(ElasticityResult run) => RefusedRequests.InWords(run.ElasticRefusedShare.Mean);
}
