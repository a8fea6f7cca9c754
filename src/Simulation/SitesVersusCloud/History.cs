using InteractiveArticle.Simulation.Engine;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.SitesVersusCloud;

/// <summary>
/// One world, event by event: sites fail and come back each by itself; an outage takes a random share of all of them
/// down until it ends.
/// </summary>
internal sealed class History
{
    /// <summary>For how many weeks the worst moments are kept: ten years.</summary>
    public const int WeeksKept = 520;

    private readonly World world;
    private readonly RandomStream failures;
    private readonly RandomStream repairs;
    private readonly RandomStream outages;
    private readonly RandomStream hits;
    private readonly Simulator<WorldEvent> simulator = new();
    private readonly bool[] failed;
    private readonly bool[] hit;
    private readonly double[] hoursWith;
    private readonly int[] mostInWeek = new int[WeeksKept];
    private readonly int tracedSites;
    private readonly List<SiteTurn> turns = [];
    private readonly List<OutagePeriod> outagePeriods = [];
    private bool outage;
    private double outageBegan;
    private int down;
    private double since;

    /// <param name="sites">How many sites there are.</param>
    /// <param name="world">How they fail.</param>
    /// <param name="name">The world's name, for random streams of its own.</param>
    /// <param name="streams">The replication's streams.</param>
    /// <param name="tracedSites">Of how many sites, from the first on, every turn is recorded.</param>
    public History(int sites, World world, string name, RandomStreams streams, int tracedSites)
    {
        this.world = world;
        this.tracedSites = tracedSites;
        failures = streams.Stream(name + " failures");
        repairs = streams.Stream(name + " repairs");
        outages = streams.Stream(name + " outages");
        hits = streams.Stream(name + " hits");
        failed = new bool[sites];
        hit = new bool[sites];
        hoursWith = new double[sites + 1];
    }

    private enum EventKind
    {
        Fails,
        IsBack,
        OutageBegins,
        OutageEnds,
    }

    public long Events => simulator.Events;

    /// <summary>For each k from 0 on, the share of time in which exactly k sites were down.</summary>
    public IReadOnlyList<double> Exactly { get; private set; } = [];

    /// <summary>For each of the first weeks, the most sites that were down at once; 0 beyond the simulated time.</summary>
    public IReadOnlyList<int> MostInWeek => mostInWeek;

    /// <summary>What became of the traced sites; null where there are none.</summary>
    public WorldTrace? Trace => tracedSites > 0 ? new(turns, outagePeriods) : null;

    /// <param name="hours">How long to watch it.</param>
    /// <param name="reach">Is told from time to time what share of it is over.</param>
    public void Run(double hours, Action<double> reach)
    {
        Begin();
        while (simulator.Next(out var next) && simulator.Now < hours)
        {
            StayUntil(simulator.Now);
            Handle(next);
            if ((simulator.Events & 0xFFF) == 0)
            {
                reach(simulator.Now / hours);
            }
        }

        StayUntil(hours);
        if (outage)
        {
            outagePeriods.Add(new(outageBegan, hours));
        }

        Exactly = Array.ConvertAll(hoursWith, time => time / hours);
    }

    private void StayUntil(double now)
    {
        hoursWith[down] += now - since;
        int lastWeek = (int)Math.Min(now / TimeUnits.HoursPerWeek, WeeksKept - 1);
        for (int week = (int)(since / TimeUnits.HoursPerWeek); week <= lastWeek; week++)
        {
            mostInWeek[week] = Math.Max(mostInWeek[week], down);
        }

        since = now;
    }

    // Exponential times are memoryless, so a world that begins in the state in which theory expects it needs no warming up.
    private void Begin()
    {
        for (int site = 0; site < failed.Length; site++)
        {
            failed[site] = failures.NextBernoulli(world.Failed);
            if (failed[site])
            {
                down++;
                Record(site, isDown: true);
            }

            PlanNext(site);
        }

        if (outages.NextBernoulli(world.Out))
        {
            BeginOutage();
        }
        else
        {
            PlanOutage();
        }
    }

    private void Record(int site, bool isDown)
    {
        if (site < tracedSites)
        {
            turns.Add(new(simulator.Now, site, isDown));
        }
    }

    private void Handle(WorldEvent next)
    {
        switch (next.Kind)
        {
            case EventKind.Fails or EventKind.IsBack:
                failed[next.Site] = next.Kind == EventKind.Fails;
                if (!(outage && hit[next.Site]))
                {
                    down += failed[next.Site] ? 1 : -1;
                    Record(next.Site, failed[next.Site]);
                }

                PlanNext(next.Site);
                break;

            case EventKind.OutageBegins:
                BeginOutage();
                break;

            case EventKind.OutageEnds:
                EndOutage();
                break;
        }
    }

    private void PlanNext(int site) => simulator.Schedule(
        new(failed[site] ? EventKind.IsBack : EventKind.Fails, site),
        failed[site] ? repairs.NextExponential(world.Mttr) : failures.NextExponential(world.Mtbf));

    private void BeginOutage()
    {
        outage = true;
        outageBegan = simulator.Now;
        for (int site = 0; site < hit.Length; site++)
        {
            hit[site] = hits.NextBernoulli(world.OutageShare);
            if (hit[site] && !failed[site])
            {
                down++;
                Record(site, isDown: true);
            }
        }

        simulator.Schedule(new(EventKind.OutageEnds), outages.NextExponential(world.OutageHours));
    }

    private void EndOutage()
    {
        outage = false;
        outagePeriods.Add(new(outageBegan, simulator.Now));
        for (int site = 0; site < hit.Length; site++)
        {
            if (hit[site] && !failed[site])
            {
                down--;
                Record(site, isDown: false);
            }
        }

        PlanOutage();
    }

    private void PlanOutage()
    {
        if (double.IsFinite(world.OutageGap))
        {
            simulator.Schedule(new(EventKind.OutageBegins), outages.NextExponential(world.OutageGap));
        }
    }

    /// <param name="Kind">What happens.</param>
    /// <param name="Site">To which site, where it is one.</param>
    private readonly record struct WorldEvent(EventKind Kind, int Site = 0);
}
