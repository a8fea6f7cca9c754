using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.SitesVersusCloud;

/// <summary>
/// The same sites in two worlds, each on its own server or all on one cloud: how often is one down, and how many are
/// down at once?
/// </summary>
/// <remarks>Theory to hold it against: <see cref="DownAtOnce"/>.</remarks>
public static class SitesVersusCloudSimulation
{
    internal const int UsualReplications = 20;

    private const double TailStep = 1.03;

    /// <summary>Runs both worlds.</summary>
    /// <param name="options">The sites and how they fail.</param>
    /// <param name="experiment">Seed and replications; by default 20 replications.</param>
    /// <exception cref="ModelOptionsException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static SitesVersusCloudResult Run(SitesVersusCloudOptions options, Experiment? experiment = null) => Run(options, experiment, tracedSites: 0);

    /// <summary>Runs both worlds and records what becomes of some of the sites.</summary>
    /// <param name="options">The sites and how they fail.</param>
    /// <param name="experiment">Seed and replications; by default 20 replications.</param>
    /// <param name="tracedSites">Of how many sites, from the first on, the first replication is told event by event; if there are fewer, of all.</param>
    /// <exception cref="ModelOptionsException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static SitesVersusCloudResult Run(SitesVersusCloudOptions options, Experiment? experiment, int tracedSites)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();
        int traced = Math.Min(tracedSites, options.Sites);
        var (first, runs) = experiment.Replicate(
            UsualReplications,
            (streams, monitor) =>
            {
                var own = new History(options.Sites, options.Own, "own", streams, traced);
                var cloud = new History(options.Sites, options.Cloud, "cloud", streams, traced);
                own.Run(options.Years * TimeUnits.HoursPerYear, share => monitor.Reach(share / 2));
                cloud.Run(options.Years * TimeUnits.HoursPerYear, share => monitor.Reach((1 + share) / 2));
                return (Own: own, Cloud: cloud);
            },
            run => (Own: new Summary(options, run.Own), Cloud: new Summary(options, run.Cloud)));
        var own = new PooledWorld(options, options.Own, [.. runs.Select(run => run.Own)]);
        var cloud = new PooledWorld(options, options.Cloud, [.. runs.Select(run => run.Cloud)]);
        var ownInTheory = DownAtOnce.OnOwnServers(options);
        var cloudInTheory = DownAtOnce.OnTheCloud(options);
        return new SitesVersusCloudResult
        {
            OwnAvailability = own.Availability,
            CloudAvailability = cloud.Availability,
            OwnAvailabilityInTheory = 1 - options.Own.Down,
            CloudAvailabilityInTheory = 1 - options.Cloud.Down,
            OwnMeanDown = own.MeanDown,
            CloudMeanDown = cloud.MeanDown,
            OwnP99Down = own.P99,
            CloudP99Down = cloud.P99,
            OwnMostDown = own.Most,
            CloudMostDown = cloud.Most,
            OwnManyDown = own.ManyDown,
            CloudManyDown = cloud.ManyDown,
            OwnManyDownInTheory = DownAtOnce.Many(options, ownInTheory),
            CloudManyDownInTheory = DownAtOnce.Many(options, cloudInTheory),
            Tail = TailOf(options.Sites, own.AtLeast, DownAtOnce.AtLeast(ownInTheory), cloud.AtLeast, DownAtOnce.AtLeast(cloudInTheory)),
            Weeks =
            [
                .. from week in Enumerable.Range(0, Math.Min(History.WeeksKept, (int)Rounding.Down(options.Years * TimeUnits.WeeksPerYear)))
                   select new WeekOfWorlds(week / TimeUnits.WeeksPerYear, first.Own.MostInWeek[week], first.Cloud.MostInWeek[week]),
            ],
            Trace = first.Own.Trace is { } ownTrace && first.Cloud.Trace is { } cloudTrace ? new(traced, ownTrace, cloudTrace) : null,
            Events = runs.Sum(run => run.Own.Events + run.Cloud.Events),
        };
    }

    private static List<TailPoint> TailOf(
        int sites, IReadOnlyList<double> own, IReadOnlyList<double> ownInTheory, IReadOnlyList<double> cloud, IReadOnlyList<double> cloudInTheory)
    {
        var tail = new List<TailPoint>();
        for (int down = 0; down <= sites; down = Math.Max(down + 1, (int)(down * TailStep)))
        {
            tail.Add(new(down, own[down], ownInTheory[down], cloud[down], cloudInTheory[down]));
        }

        return tail;
    }

    /// <summary>One world in one replication.</summary>
    private sealed class Summary(SitesVersusCloudOptions options, History history)
    {
        public double MeanDown { get; } = history.Exactly.Select((share, down) => down * share).Sum();

        public double ManyDown { get; } = DownAtOnce.Many(options, history.Exactly);

        /// <summary>The share of time in which exactly so many sites were down, for the few numbers that occurred.</summary>
        public IReadOnlyList<(int Down, double Share)> Occurred { get; } =
            [.. history.Exactly.Select((share, down) => (down, share)).Where(exactly => exactly.share > 0)];

        public long Events { get; } = history.Events;
    }

    /// <summary>One world over all replications.</summary>
    private sealed class PooledWorld
    {
        public PooledWorld(SitesVersusCloudOptions options, World world, IReadOnlyList<Summary> histories)
        {
            MeanDown = Estimate.Of(histories.Select(history => history.MeanDown));
            Availability = Estimate.Of(histories.Select(history => 1 - (history.MeanDown / options.Sites)));
            ManyDown = Estimate.OfShares(histories.Select(history => history.ManyDown), options.Years * TimeUnits.HoursPerYear / (2 * world.RelaxationHours));
            var exactly = new double[options.Sites + 1];
            foreach (var (down, share) in histories.SelectMany(history => history.Occurred))
            {
                exactly[down] += share;
            }

            AtLeast = DownAtOnce.AtLeast(Array.ConvertAll(exactly, sum => sum / histories.Count));
            P99 = Enumerable.Range(0, options.Sites + 1).First(down => down == options.Sites || AtLeast[down + 1] <= 0.01);
            Most = Enumerable.Range(0, options.Sites + 1).Last(down => AtLeast[down] > 0);
        }

        public Estimate Availability { get; }

        public Estimate MeanDown { get; }

        public Estimate ManyDown { get; }

        /// <summary>For each k from 0 on, the share of time in which at least k sites were down.</summary>
        public IReadOnlyList<double> AtLeast { get; }

        public int P99 { get; }

        public int Most { get; }
    }
}
