using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Composition;

/// <summary>
/// Requests to an application stapled together from services: does every service work, and how long does the slowest
/// of the parallel answers take?
/// </summary>
/// <remarks>Theory to hold it against: <see cref="SeriesParallel"/>, <see cref="FanOutTail"/> and <see cref="HedgedAnswer"/>.</remarks>
public static class CompositionSimulation
{
    internal const int UsualReplications = 20;

    private const double P99 = 0.99;

    // Up to here a Pareto latency has no variance, and the mean of a run no normal distribution.
    private const double LargestShapeWithoutVariance = 2;

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
        var allSlowest = new QuantileHistogram();
        var (_, runs) = experiment.Replicate(
            UsualReplications,
            (streams, monitor) => RunOnce(options, streams, monitor),
            run =>
            {
                allSlowest.Add(run.SlowestQuantiles);
                return new { run.Served, run.Late, run.ExtraRequests, MeanSlowest = run.Slowest.Mean, P99Slowest = run.SlowestQuantiles.Quantile(P99) };
            });
        long requests = (long)options.Requests * runs.Count;
        var answer = new HedgedAnswer(options);
        double slow = answer.LongerThan(options.Deadline);
        return new CompositionResult
        {
            Availability = Estimate.OfShare(runs.Sum(run => run.Served), requests),
            MeanSlowest = Estimate.Of(runs.Select(run => run.MeanSlowest)),
            P99Slowest = Estimate.Pooled(allSlowest.Quantile(P99), runs.Select(run => run.P99Slowest)),
            LateShare = Estimate.OfShare(runs.Sum(run => run.Late), requests),
            ExtraLoadShare = Estimate.OfShare(runs.Sum(run => run.ExtraRequests), requests * options.FanOut),
            AvailabilityInTheory = SeriesParallel.InSeries(SeriesParallel.InParallel(options.ServiceAvailability, options.Copies), options.InSeries),
            MeanSlowestInTheory = FanOutTail.Mean(answer, options.FanOut),
            P99SlowestInTheory = FanOutTail.Quantile(answer, options.FanOut, P99),
            LateShareInTheory = FanOutTail.AtLeastOneSlow(slow, options.FanOut),
            OneAnswerLateInTheory = slow,
            Warnings = Warnings(options),
        };
    }

    // The first of two answers has a tail that falls twice as fast, and so a variance.
    private static IReadOnlyList<string> Warnings(CompositionOptions options) =>
        options is { Latency: LatencyDistribution.Pareto, ParetoShape: <= LargestShapeWithoutVariance, HedgeQuantile: 1 }
            ? [FormattableString.Invariant($"paretoShape = {options.ParetoShape}: such a latency has no variance, so that the interval of meanSlowest covers the truth less often than 95 times in 100; percentiles and shares are not affected")]
            : [];

    /// <summary>Gives the first requests of the first replication one by one: some of those that <see cref="Run"/> counts.</summary>
    /// <param name="options">The application.</param>
    /// <param name="requests">How many; from 0 to the requests of a replication.</param>
    /// <param name="experiment">The seed.</param>
    /// <exception cref="ModelOptionsException">An option is out of range.</exception>
    public static IReadOnlyList<TracedRequest> Trace(CompositionOptions options, int requests, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        ArgumentOutOfRangeException.ThrowIfNegative(requests);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(requests, options.Requests);
        var application = new Application(options, new RandomStreams((experiment ?? new Experiment()).Seed));
        return
        [
            .. Enumerable.Range(0, requests).Select(_ =>
                new TracedRequest([.. Enumerable.Range(0, options.InSeries).Select(_ => application.NextServiceWorks())], [.. Enumerable.Range(0, options.FanOut).Select(_ => application.NextAnswer())])),
        ];
    }

    private static Observation RunOnce(CompositionOptions options, RandomStreams streams, ReplicationMonitor monitor)
    {
        var application = new Application(options, streams);
        var seen = new Observation();
        for (int request = 0; request < options.Requests; request++)
        {
            monitor.Reach((double)request / options.Requests);
            bool isServed = true;

            // Every service is asked even when the outcome is clear, so that each request draws the same numbers whatever
            // the availability is set to.
            for (int service = 0; service < options.InSeries; service++)
            {
                isServed &= application.NextServiceWorks();
            }

            seen.Served += isServed ? 1 : 0;
            double slowest = 0;
            for (int n = 0; n < options.FanOut; n++)
            {
                var answer = application.NextAnswer();
                seen.ExtraRequests += answer.Second is null ? 0 : 1;
                slowest = Math.Max(slowest, answer.Latency);
            }

            seen.Late += slowest > options.Deadline ? 1 : 0;
            seen.Slowest.Add(slowest);
            seen.SlowestQuantiles.Add(slowest);
        }

        return seen;
    }

    /// <summary>The application with its chance: what the next service does, and when the next answer comes.</summary>
    private sealed class Application(CompositionOptions options, RandomStreams streams)
    {
        private readonly RandomStream outages = streams.Stream("outages");
        private readonly RandomStream latencies = streams.Stream("latencies");
        private readonly RandomStream secondLatencies = streams.Stream("second latencies");
        private readonly AnswerLatency latency = new(options);
        private readonly double delay = new HedgedAnswer(options).Delay;

        // Every copy is asked even when the outcome is clear, for the same reason.
        public bool NextServiceWorks()
        {
            bool any = false;
            for (int copy = 0; copy < options.Copies; copy++)
            {
                any |= outages.NextBernoulli(options.ServiceAvailability);
            }

            return any;
        }

        public TracedAnswer NextAnswer()
        {
            double first = latency.Next(latencies);
            return new(first, first > delay ? delay + latency.Next(secondLatencies) : null);
        }
    }

    private sealed class Observation
    {
        public long Served { get; set; }

        public long Late { get; set; }

        public long ExtraRequests { get; set; }

        public Tally Slowest { get; } = new();

        public QuantileHistogram SlowestQuantiles { get; } = new();
    }
}
