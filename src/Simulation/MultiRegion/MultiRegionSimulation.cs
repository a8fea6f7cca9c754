using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.MultiRegion;

/// <summary>
/// Many years of a company: outages come at random, each is lived through once with one region and once with two.
/// </summary>
/// <remarks>Theory to hold it against: <see cref="ExpectedLoss"/>.</remarks>
public static class MultiRegionSimulation
{
    internal const int UsualReplications = 20;

    private const int QuantileSteps = 200;

    /// <summary>Runs the years.</summary>
    /// <param name="options">The company.</param>
    /// <param name="experiment">Seed and replications; by default 20 replications.</param>
    /// <exception cref="ModelOptionsException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static MultiRegionResult Run(MultiRegionOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();
        double[] shares = [.. Enumerable.Range(1, QuantileSteps - 1).Select(step => (double)step / QuantileSteps)];
        var runs = experiment.Replicate(UsualReplications, streams =>
        {
            var run = RunOnce(options, streams, experiment.Cancellation);
            return new
            {
                run.WithOne,
                run.WithTwo,
                run.AnyOutage,
                P95WithOne = run.QuantilesWithOne.Quantile(0.95),
                P95WithTwo = run.QuantilesWithTwo.Quantile(0.95),
                QuantilesWithOne = Array.ConvertAll(shares, run.QuantilesWithOne.Quantile),
                QuantilesWithTwo = Array.ConvertAll(shares, run.QuantilesWithTwo.Quantile),
                run.Outages,
            };
        });
        double loss = options.LossPerHour;
        double secondRegion = ExpectedLoss.SecondRegionCost(options);
        return new MultiRegionResult
        {
            OneRegionLoss = Estimate.Of(runs.Select(run => run.WithOne.Mean * loss)),
            TwoRegionsLoss = Estimate.Of(runs.Select(run => run.WithTwo.Mean * loss)),
            OneRegionLossInTheory = ExpectedLoss.OneRegion(options),
            TwoRegionsLossInTheory = ExpectedLoss.TwoRegions(options),
            SecondRegionCost = secondRegion,
            ExtraCost = Estimate.Of(runs.Select(run => secondRegion - ((run.WithOne.Mean - run.WithTwo.Mean) * loss))),
            BreakEvenRate = ExpectedLoss.BreakEvenRate(options),
            BreakEvenLoss = ExpectedLoss.BreakEvenLoss(options),
            AnyOutage = Estimate.Of(runs.Select(run => run.AnyOutage.Mean)),
            OneRegionDeviation = Estimate.Of(runs.Select(run => run.WithOne.StandardDeviation * loss)),
            TwoRegionsDeviation = Estimate.Of(runs.Select(run => run.WithTwo.StandardDeviation * loss)),
            OneRegionP95 = Estimate.Of(runs.Select(run => run.P95WithOne * loss)),
            TwoRegionsP95 = Estimate.Of(runs.Select(run => run.P95WithTwo * loss)),
            Quantiles =
            [
                .. shares.Select((share, i) => new LossQuantile(
                    share,
                    runs.Average(run => run.QuantilesWithOne[i]) * loss,
                    runs.Average(run => run.QuantilesWithTwo[i]) * loss)),
            ],
            Events = runs.Sum(run => run.Outages),
        };
    }

    private static Observation RunOnce(MultiRegionOptions options, RandomStreams streams, CancellationToken cancellation)
    {
        var arrivals = streams.Stream("arrivals");
        var durations = streams.Stream("durations");
        var common = streams.Stream("common causes");
        var failovers = streams.Stream("failovers");
        double failoverHours = ExpectedLoss.FailoverHours(options);
        var seen = new Observation();

        // The time until the next outage is counted in outages, not years, so that a rate of zero needs no exception.
        double next = arrivals.NextExponential(1);
        for (int year = 1; year <= options.Years; year++)
        {
            double withOne = 0;
            double withTwo = 0;
            bool any = false;
            for (; next < year * options.OutageRate; next += arrivals.NextExponential(1))
            {
                double hours = durations.NextLogNormal(options.MeanHours, options.DurationCv);
                bool bothOut = common.NextBernoulli(options.CommonShare);
                bool failoverFails = failovers.NextBernoulli(options.FailoverFails);
                withOne += hours;
                withTwo += bothOut || failoverFails ? hours : Math.Min(hours, failoverHours);
                any = true;
                seen.Outages++;
            }

            seen.Add(withOne, withTwo, any);
            if ((year & 0xFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }

        return seen;
    }

    /// <summary>The years of one replication, by their hours without service.</summary>
    private sealed class Observation
    {
        public Tally WithOne { get; } = new();

        public Tally WithTwo { get; } = new();

        public Tally AnyOutage { get; } = new();

        public QuantileHistogram QuantilesWithOne { get; } = new();

        public QuantileHistogram QuantilesWithTwo { get; } = new();

        public long Outages { get; set; }

        public void Add(double withOne, double withTwo, bool any)
        {
            WithOne.Add(withOne);
            WithTwo.Add(withTwo);
            QuantilesWithOne.Add(withOne);
            QuantilesWithTwo.Add(withTwo);
            AnyOutage.Add(any ? 1 : 0);
        }
    }
}
