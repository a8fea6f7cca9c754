using InteractiveArticle.Figures.Text;
using InteractiveArticle.Simulation.Elasticity;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Figures.Elasticity;

/// <summary>
/// Two ways to survive a rush, compared by what is refused while it begins: servers that boot in no time, and servers that are
/// less busy to begin with.
/// </summary>
public static class PatienceOrHeadroom
{
    private const double Ease = 0.2;
    private const double Step = 0.05;
    private const double Rounding = 1e-9;

    /// <summary>Which target is worth as much as servers that boot in no time, and what it costs.</summary>
    /// <param name="site">A site with a rush that is recorded, at the present target and boot.</param>
    /// <param name="lowestTarget">The lowest target that a reader can choose, from 0.05 to 1.</param>
    /// <param name="experiment">Seed and replications of every run; what is refused is told of the first.</param>
    public static Passage Answer(ElasticityOptions site, double lowestTarget, Experiment experiment)
    {
        ArgumentNullException.ThrowIfNull(site);
        double target = site.TargetUtilisation;
        double easier = Math.Max(lowestTarget, target - Ease);
        var present = ElasticitySimulation.Run(site, experiment);
        int minutes = new Rush(present, site).Minutes;
        if (target - easier < Step / 2)
        {
            return Narration.Answer(
                $"At a target of {target:P0} the fleet is made for {1 / target:0.0} times the demand that it sees, and the rush asks for {site.Spike:0.#} times as much: in its first {minutes} minutes the fleet refuses {Words(present)}. Raise the target, and it begins to matter how fast the servers come.");
        }

        if (site.BootSeconds == 0)
        {
            var roomy = At(easier);
            return Narration.Answer(
                $"At a target of {target:P0} the fleet refuses {Words(present)} in the first {minutes} minutes of the rush, though its servers boot in no time. With a target of {easier:P0} it refuses {Words(roomy)}.",
                Price(easier, roomy));
        }

        var instant = ElasticitySimulation.Run(site with { BootSeconds = 0 }, experiment);
        var (worth, slow) = AsGoodAs(instant);
        FormattableString found = Refused(slow) > Refused(instant)
            ? $"No target from {lowestTarget:P0} up is worth as much with the present boot; at {worth:P0} it still refuses {Words(slow)}."
            : worth == target ? (FormattableString)$"There is nothing that a lower target would have to make up for."
            : $"With the present boot it takes a target of {worth:P0} to do as well: {Words(slow)}.";
        var (priced, cheap) = worth == target ? (easier, At(easier)) : (worth, slow);
        return Narration.Answer(
            $"At a target of {target:P0} the fleet refuses {Words(present)} in the first {minutes} minutes of the rush. With servers that boot in no time it refuses {Words(instant)}.",
            found,
            Price(priced, cheap));

        ElasticityResult At(double easierTarget) => ElasticitySimulation.Run(site with { TargetUtilisation = easierTarget }, experiment);

        // A lower target never refuses more, so that the highest one that will do is found by halves; if none does, the lowest.
        (double Target, ElasticityResult Run) AsGoodAs(ElasticityResult wanted)
        {
            int tooHigh = -1;
            int lowEnough = (int)Math.Floor(((target - lowestTarget) / Step) + 0.5 + Rounding);
            var runs = new Dictionary<int, ElasticityResult> { [0] = present };
            while (lowEnough - tooHigh > 1)
            {
                int middle = tooHigh < 0 ? 0 : (tooHigh + lowEnough) / 2;
                if (Refused(Lowered(middle)) > Refused(wanted))
                {
                    tooHigh = middle;
                }
                else
                {
                    lowEnough = middle;
                }
            }

            return (TargetOf(lowEnough), Lowered(lowEnough));

            double TargetOf(int steps) => steps == 0 ? target : Math.Round(target - (Step * steps), 2);

            ElasticityResult Lowered(int steps)
            {
                if (!runs.TryGetValue(steps, out var run))
                {
                    run = At(TargetOf(steps));
                    runs[steps] = run;
                }

                return run;
            }
        }

        double Refused(ElasticityResult run) => new Rush(run, site).RefusedByRented;

        string Words(ElasticityResult run) => RefusedRequests.InWords(Refused(run));

        FormattableString Price(double easierTarget, ElasticityResult run) =>
            $"Headroom works against everything and is paid for all day: a target of {easierTarget:P0} instead of {target:P0} costs {run.ElasticCost.Mean / present.ElasticCost.Mean:0.0#} times as much. A faster boot is paid for once, by whoever makes it.";
    }
}
