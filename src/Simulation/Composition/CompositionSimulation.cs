using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Composition;

/// <summary>
/// Requests to an application stapled together from services: does every service work, and how long does the slowest
/// of the parallel answers take?
/// </summary>
/// <remarks>Theory to hold it against: <see cref="SeriesParallel"/> and <see cref="FanOutTail"/>.</remarks>
public static class CompositionSimulation
{
    internal const int UsualReplications = 20;

    /// <summary>Runs the requests.</summary>
    /// <param name="options">The application.</param>
    /// <param name="experiment">Seed and replications; by default 20 replications.</param>
    /// <exception cref="ModelOptionsException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static CompositionResult Run(CompositionOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();
        var runs = experiment.Replicate(UsualReplications, streams =>
        {
            var run = RunOnce(options, streams, experiment.Cancellation);
            return new { Availability = run.Served.Mean, MeanSlowest = run.Slowest.Mean, P99Slowest = run.SlowestQuantiles.Quantile(0.99) };
        });
        return new CompositionResult
        {
            Availability = Estimate.Of(runs.Select(run => run.Availability)),
            MeanSlowest = Estimate.Of(runs.Select(run => run.MeanSlowest)),
            P99Slowest = Estimate.Of(runs.Select(run => run.P99Slowest)),
            AvailabilityInTheory = SeriesParallel.InSeries(SeriesParallel.InParallel(options.ServiceAvailability, options.Copies), options.InSeries),
            MeanSlowestInTheory = FanOutTail.Mean(options.MeanLatency, options.FanOut),
            P99SlowestInTheory = FanOutTail.Quantile(options.MeanLatency, options.FanOut, 0.99),
        };
    }

    private static Observation RunOnce(CompositionOptions options, RandomStreams streams, CancellationToken cancellation)
    {
        var outages = streams.Stream("outages");
        var latencies = streams.Stream("latencies");
        var seen = new Observation();
        for (int request = 0; request < options.Requests; request++)
        {
            cancellation.ThrowIfCancellationRequested();
            seen.Served.Add(EveryServiceWorks(options, outages) ? 1 : 0);

            double slowest = 0;
            for (int answer = 0; answer < options.FanOut; answer++)
            {
                slowest = Math.Max(slowest, latencies.NextExponential(options.MeanLatency));
            }

            seen.Slowest.Add(slowest);
            seen.SlowestQuantiles.Add(slowest);
        }

        return seen;
    }

    private static bool EveryServiceWorks(CompositionOptions options, RandomStream outages)
    {
        bool all = true;

        // Every copy is asked even when the outcome is clear, so that each request draws the same numbers whatever the
        // availability is set to.
        for (int service = 0; service < options.InSeries; service++)
        {
            bool any = false;
            for (int copy = 0; copy < options.Copies; copy++)
            {
                any |= outages.NextBernoulli(options.ServiceAvailability);
            }

            all &= any;
        }

        return all;
    }

    private sealed class Observation
    {
        public Tally Served { get; } = new();

        public Tally Slowest { get; } = new();

        public QuantileHistogram SlowestQuantiles { get; } = new();
    }
}
