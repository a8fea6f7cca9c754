using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.MultiRegion;

/// <summary>
/// Many years of a company: outages come at random, each is lived through once with one region, once with two, and once
/// with two that have no room for each other's load.
/// </summary>
/// <remarks>Theory to hold it against: <see cref="ExpectedLoss"/>.</remarks>
public static class MultiRegionSimulation
{
    internal const int UsualReplications = 20;

    private const int MostDraws = 1000;
    private const int QuantileSteps = 200;
    private const double MostOfAYear = 0.05; // of which about as large a part overlaps

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
        var allWithOne = new QuantileHistogram();
        var allWithTwo = new QuantileHistogram();
        var (_, runs) = experiment.Replicate(
            UsualReplications,
            (streams, monitor) => RunOnce(options, streams, monitor),
            run =>
            {
                allWithOne.Add(run.QuantilesWithOne);
                allWithTwo.Add(run.QuantilesWithTwo);
                return new
                {
                    run.WithOne,
                    run.WithTwo,
                    run.WithoutHeadroom,
                    run.YearsWithOutage,
                    P95WithOne = run.QuantilesWithOne.Quantile(0.95),
                    P95WithTwo = run.QuantilesWithTwo.Quantile(0.95),
                    run.Outages,
                };
            });
        double loss = options.LossPerHour;
        double secondRegion = ExpectedLoss.SecondRegionCost(options);
        return new MultiRegionResult
        {
            OneRegionLoss = Estimate.Of(runs.Select(run => run.WithOne.Mean * loss)),
            TwoRegionsLoss = Estimate.Of(runs.Select(run => run.WithTwo.Mean * loss)),
            NoHeadroomLoss = Estimate.Of(runs.Select(run => run.WithoutHeadroom.Mean * loss)),
            OneRegionLossInTheory = ExpectedLoss.OneRegion(options),
            TwoRegionsLossInTheory = ExpectedLoss.TwoRegions(options),
            NoHeadroomLossInTheory = ExpectedLoss.TwoRegions(options with { Headroom = 0 }),
            IndependentLossInTheory = ExpectedLoss.TwoRegions(options with { CommonShare = 0 }),
            HeadroomCost = ExpectedLoss.HeadroomCost(options),
            SecondRegionCost = secondRegion,
            ExtraCost = Estimate.Of(runs.Select(run => secondRegion - ((run.WithOne.Mean - run.WithTwo.Mean) * loss))),
            BreakEvenRate = ExpectedLoss.BreakEvenRate(options),
            BreakEvenLoss = ExpectedLoss.BreakEvenLoss(options),
            AnyOutage = Estimate.OfShare(runs.Sum(run => run.YearsWithOutage), (long)runs.Count * options.Years),
            OneRegionDeviation = Estimate.Of(runs.Select(run => run.WithOne.StandardDeviation * loss)),
            TwoRegionsDeviation = Estimate.Of(runs.Select(run => run.WithTwo.StandardDeviation * loss)),
            OneRegionP95 = Estimate.Pooled(allWithOne.Quantile(0.95) * loss, runs.Select(run => run.P95WithOne * loss)),
            TwoRegionsP95 = Estimate.Pooled(allWithTwo.Quantile(0.95) * loss, runs.Select(run => run.P95WithTwo * loss)),
            Quantiles =
            [
                .. from step in Enumerable.Range(1, QuantileSteps - 1)
                   let share = (double)step / QuantileSteps
                   select new LossQuantile(share, allWithOne.Quantile(share) * loss, allWithTwo.Quantile(share) * loss),
            ],
            Warnings = WarningsOf(options),
            Events = runs.Sum(run => run.Outages),
        };
    }

    /// <summary>Lives through one outage of the first region and tells what the regions do: the first one, in the first replication, that leaves the second region up.</summary>
    /// <param name="options">The company; how often outages come plays no part.</param>
    /// <param name="experiment">The seed.</param>
    /// <returns>The outage; one that takes both regions where hardly any other comes.</returns>
    /// <exception cref="ModelOptionsException">An option is out of range.</exception>
    public static OutageTrace FirstOutage(MultiRegionOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();
        var outages = new OutageStream(options, new RandomStreams(experiment.Seed), "");
        var outage = outages.Draw();
        for (int draws = 1; outage.IsCommon && draws < MostDraws; draws++)
        {
            outage = outages.Draw();
        }

        return new(outage.Hours, outage.IsCommon, outage.FailoverFails, PhasesOf(outage, options));
    }

    private static OutagePhase[] PhasesOf(RegionOutage outage, MultiRegionOptions options)
    {
        var (first, second) = RegionLoad.WhileBothAreUp(options);
        double failover = outage.IsCommon || outage.FailoverFails ? outage.Hours : Math.Min(outage.Hours, ExpectedLoss.FailoverHours(options));
        double unserved = FailedRegion.First(options).Unserved;
        var survivor = second with { Offered = 1, Served = 1 - unserved, IsUp = !(options.SurvivorFails && unserved > 0) };
        OutagePhase[] phases =
        [
            new(0, failover, first.Out, outage.IsCommon ? second.Out : second),
            new(failover, outage.Hours, first.Out with { Offered = 0 }, survivor),
        ];
        return [.. phases.Where(phase => phase.Ends > phase.Begins)];
    }

    private static IReadOnlyList<string> WarningsOf(MultiRegionOptions options)
    {
        double filled = options.OutageRate * options.MeanHours / TimeUnits.HoursPerYear;
        return filled > MostOfAYear
            ? [FormattableString.Invariant($"Outages fill {filled:P0} of a year: many would overlap, but the model counts each by itself, so that it overstates the losses.")]
            : [];
    }

    private static Replication RunOnce(MultiRegionOptions options, RandomStreams streams, ReplicationMonitor monitor)
    {
        var replication = new Replication(options, streams);
        for (int year = 1; year <= options.Years; year++)
        {
            replication.LiveThrough(year);
            if ((year & 0xFFF) == 0)
            {
                monitor.Reach((double)year / options.Years);
            }
        }

        return replication;
    }

    /// <summary>The years of one replication, by their hours without service.</summary>
    private sealed class Replication
    {
        private readonly MultiRegionOptions options;
        private readonly double failoverHours;
        private readonly FailedRegion[] regions;
        private readonly FailedRegion[] withoutHeadroom;
        private readonly OutageStream[] outages;

        public Replication(MultiRegionOptions options, RandomStreams streams)
        {
            this.options = options;
            failoverHours = ExpectedLoss.FailoverHours(options);
            var bare = options with { Headroom = 0 };
            regions = [FailedRegion.First(options), FailedRegion.Second(options)];
            withoutHeadroom = [FailedRegion.First(bare), FailedRegion.Second(bare)];
            outages = [new OutageStream(options, streams, ""), new OutageStream(options, streams, "second ")];
        }

        public Tally WithOne { get; } = new();

        public Tally WithTwo { get; } = new();

        public Tally WithoutHeadroom { get; } = new();

        public QuantileHistogram QuantilesWithOne { get; } = new();

        public QuantileHistogram QuantilesWithTwo { get; } = new();

        public long YearsWithOutage { get; private set; }

        public long Outages { get; private set; }

        public void LiveThrough(int year)
        {
            double withOne = 0;
            double withTwo = 0;
            double bare = 0;
            bool any = false;
            while (outages[0].TryNext(year, out var outage))
            {
                any = true;
                Outages++;
                withOne += outage.Hours;
                withTwo += outage.IsCommon ? outage.Hours : regions[0].HoursLost(outage, failoverHours);
                bare += outage.IsCommon ? outage.Hours : withoutHeadroom[0].HoursLost(outage, failoverHours);
            }

            // What is common to both has been counted with the first region's outages.
            while (options.SecondRegionLoad > 0 && outages[1].TryNext(year, out var outage))
            {
                Outages++;
                withTwo += outage.IsCommon ? 0 : regions[1].HoursLost(outage, failoverHours);
                bare += outage.IsCommon ? 0 : withoutHeadroom[1].HoursLost(outage, failoverHours);
            }

            WithOne.Add(withOne);
            WithTwo.Add(withTwo);
            WithoutHeadroom.Add(bare);
            QuantilesWithOne.Add(withOne);
            QuantilesWithTwo.Add(withTwo);
            YearsWithOutage += any ? 1 : 0;
        }
    }
}
