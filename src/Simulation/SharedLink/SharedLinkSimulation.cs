using InteractiveArticle.Simulation.Engine;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.SharedLink;

/// <summary>
/// A link under processor sharing: of n transfers each moves at an n-th of the bandwidth.
/// </summary>
/// <remarks>
/// One clock counts what any one transfer has been given since the beginning. A page that arrives at reading V is complete
/// at reading V + size, whoever else comes or goes meanwhile, so transfers wait in the order of those readings and only the
/// next to finish needs an event. Theory to hold it against: <see cref="ProcessorSharing"/>.
/// </remarks>
public static class SharedLinkSimulation
{
    internal const int UsualReplications = 10;

    private const double P95 = 0.95;

    /// <summary>Runs the link.</summary>
    /// <param name="options">The link, its people and its crawler.</param>
    /// <param name="experiment">Seed and replications; by default 10 replications.</param>
    /// <exception cref="ModelOptionsException">The options are out of range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static SharedLinkResult Run(SharedLinkOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();
        var allPages = new QuantileHistogram();
        var (first, links) = experiment.Replicate(
            UsualReplications,
            (streams, monitor) =>
            {
                var link = new Link(options, streams);
                link.Run(monitor);
                return link;
            },
            link =>
            {
                allPages.Add(link.Quantiles);
                return new
                {
                    PageTime = link.PageTimes.Mean,
                    P95PageTime = link.Quantiles.Quantile(P95),
                    link.PageSeconds,
                    link.SecondsAlone,
                    link.Utilisation,
                    link.PeopleThroughput,
                    link.CrawlerThroughput,
                    link.Events,
                };
            });
        return new SharedLinkResult
        {
            PageTime = Estimate.Of(links.Select(link => link.PageTime)),
            P95PageTime = Estimate.Pooled(allPages.Quantile(P95), links.Select(link => link.P95PageTime)),
            Slowdown = Estimate.Pooled(links.Sum(link => link.PageSeconds) / links.Sum(link => link.SecondsAlone), links.Select(link => link.PageSeconds / link.SecondsAlone)),
            Utilisation = Estimate.Of(links.Select(link => link.Utilisation)),
            PeopleThroughput = Estimate.Of(links.Select(link => link.PeopleThroughput)),
            CrawlerThroughput = Estimate.Of(links.Select(link => link.CrawlerThroughput)),
            PageTimeWithoutPauseInTheory = ProcessorSharing.MeanTime(options.PageSeconds, options.PeopleLoad, options.CrawlerConnections),
            Timeline = first.Timeline,
            Events = links.Sum(link => link.Events),
        };
    }

    /// <summary>Records some seconds of a run, transfer by transfer: of the first replication of <see cref="Run"/>.</summary>
    /// <param name="options">The link, its people and its crawler.</param>
    /// <param name="from">When recording begins; seconds from the beginning of the run.</param>
    /// <param name="until">When it ends, at the latest with the run; seconds from the beginning of the run.</param>
    /// <param name="experiment">The seed.</param>
    /// <inheritdoc cref="Run" path="/exception"/>
    public static LinkTrace Trace(SharedLinkOptions options, double from, double until, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();
        var recorder = new LinkRecorder(from);
        new Link(options, new RandomStreams(experiment.Seed, 0), recorder).Run(new ReplicationMonitor(experiment.Cancellation), until);
        return recorder.Trace;
    }

    private enum Step
    {
        PersonAsks,
        CrawlerAsks,
        PageIsComplete,
    }

    /// <param name="Step">What happens.</param>
    /// <param name="Plan">For a page that is complete: the number of the plan it was expected by; a newer plan voids it.</param>
    private readonly record struct Happening(Step Step, long Plan = 0);

    private readonly record struct Transfer(bool IsPerson, double Since, double Megabits);

    private sealed class Link
    {
        private const double UnmeasuredShare = 0.1;

        private readonly SharedLinkOptions options;
        private readonly LinkRecorder? recorder;
        private readonly RandomStream arrivals;
        private readonly RandomStream peoplesPages;
        private readonly RandomStream crawlersPages;
        private readonly double meanMegabits;
        private readonly double start;
        private readonly double end;
        private readonly Simulator<Happening> simulator = new();
        private readonly EventQueue<Transfer> transfers = new(); // by the reading at which they are complete
        private readonly TimeWeighted inUse = new();
        private readonly Minute[] minutes;
        private double reading;
        private double readAt;
        private long plan;
        private double peoplesMegabits;
        private double crawlersMegabits;

        public Link(SharedLinkOptions options, RandomStreams streams, LinkRecorder? recorder = null)
        {
            this.options = options;
            this.recorder = recorder;
            arrivals = streams.Stream("arrivals");
            peoplesPages = streams.Stream("people's pages");
            crawlersPages = streams.Stream("crawler's pages");
            meanMegabits = options.PageKilobytes * 8 / 1000;
            end = TimeUnits.SecondsPerMinute * (options.CrawlerStart + options.Minutes);
            start = TimeUnits.SecondsPerMinute * (options.CrawlerStart + (UnmeasuredShare * options.Minutes));
            minutes = new Minute[(int)Math.Ceiling(end / TimeUnits.SecondsPerMinute)];
        }

        public Tally PageTimes { get; } = new();

        /// <summary>The time of all pages together; s.</summary>
        public double PageSeconds { get; private set; }

        /// <summary>The time that the same pages would have taken alone on the link; s.</summary>
        public double SecondsAlone { get; private set; }

        public QuantileHistogram Quantiles { get; } = new();

        public double Utilisation => inUse.Mean(end);

        public double PeopleThroughput => peoplesMegabits / (end - start);

        public double CrawlerThroughput => crawlersMegabits / (end - start);

        public long Events => simulator.Events;

        public IReadOnlyList<LinkMinute> Timeline =>
        [
            .. minutes.Select((minute, number) => new LinkMinute(
                number,
                minute.PageSeconds / minute.Pages,
                minute.PeoplesMegabits / TimeUnits.SecondsPerMinute,
                minute.CrawlersMegabits / TimeUnits.SecondsPerMinute)),
        ];

        public void Run(ReplicationMonitor monitor, double until = double.PositiveInfinity)
        {
            simulator.Schedule(new(Step.PersonAsks), arrivals.NextExponential(1 / options.ArrivalRate));
            for (int connection = 0; connection < options.CrawlerConnections; connection++)
            {
                simulator.Schedule(new(Step.CrawlerAsks), TimeUnits.SecondsPerMinute * options.CrawlerStart);
            }

            bool isMeasured = false;
            while (simulator.Next(out var happening) && simulator.Now < Math.Min(end, until))
            {
                if (!isMeasured && simulator.Now >= start)
                {
                    isMeasured = true;
                    inUse.Restart(start);
                }

                Happen(happening);
                if ((simulator.Events & 0xFFFF) == 0)
                {
                    monitor.Reach(simulator.Now / end);
                }
            }
        }

        private void Happen(Happening happening)
        {
            switch (happening.Step)
            {
                case Step.PersonAsks:
                    simulator.Schedule(happening, arrivals.NextExponential(1 / options.ArrivalRate));
                    Begin(isPerson: true, Size(peoplesPages));
                    break;

                case Step.CrawlerAsks:
                    Begin(isPerson: false, Size(crawlersPages));
                    break;

                case Step.PageIsComplete when happening.Plan == plan:
                    Complete();
                    break;
            }
        }

        private double Size(RandomStream pages) => options.Sizes switch
        {
            PageSizes.Exponential => pages.NextExponential(meanMegabits),
            PageSizes.Lognormal => pages.NextLogNormal(meanMegabits, 2),
            _ => meanMegabits,
        };

        private void Begin(bool isPerson, double megabits)
        {
            Read();
            transfers.Add(reading + megabits, new(isPerson, simulator.Now, megabits));
            recorder?.Begin(simulator.Now, isPerson, reading);
            PlanTheNext();
        }

        private void Complete()
        {
            transfers.Take(out reading, out var transfer);
            readAt = simulator.Now;
            Count(transfer);
            recorder?.Complete(new(transfer.IsPerson, transfer.Since, simulator.Now, transfer.Megabits, reading - transfer.Megabits), reading);
            if (!transfer.IsPerson)
            {
                simulator.Schedule(new(Step.CrawlerAsks), options.CrawlerPause);
            }

            PlanTheNext();
        }

        // Every transfer has been given the same since the clock was last read.
        private void Read()
        {
            if (transfers.Count > 0)
            {
                reading += (simulator.Now - readAt) * options.Bandwidth / transfers.Count;
            }

            readAt = simulator.Now;
        }

        private void PlanTheNext()
        {
            inUse.Set(simulator.Now, transfers.Count > 0 ? 1 : 0);
            plan++;
            if (transfers.Peek(out double due))
            {
                double seconds = Math.Max(0, due - reading) * transfers.Count / options.Bandwidth;
                simulator.Schedule(new(Step.PageIsComplete, plan), seconds);
            }
        }

        private void Count(Transfer transfer)
        {
            double seconds = simulator.Now - transfer.Since;
            bool isMeasured = simulator.Now >= start;
            ref var now = ref minutes[(int)(simulator.Now / TimeUnits.SecondsPerMinute)];
            if (transfer.IsPerson)
            {
                now.PeoplesMegabits += transfer.Megabits;
                peoplesMegabits += isMeasured ? transfer.Megabits : 0;
                ref var then = ref minutes[(int)(transfer.Since / TimeUnits.SecondsPerMinute)];
                then.Pages++;
                then.PageSeconds += seconds;
                if (transfer.Since >= start)
                {
                    PageTimes.Add(seconds);
                    PageSeconds += seconds;
                    SecondsAlone += transfer.Megabits / options.Bandwidth;
                    Quantiles.Add(seconds);
                }
            }
            else
            {
                now.CrawlersMegabits += transfer.Megabits;
                crawlersMegabits += isMeasured ? transfer.Megabits : 0;
            }
        }

        private struct Minute
        {
            public int Pages;
            public double PageSeconds;
            public double PeoplesMegabits;
            public double CrawlersMegabits;
        }
    }
}
