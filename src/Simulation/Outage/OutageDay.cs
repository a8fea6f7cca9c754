using InteractiveArticle.Simulation.Engine;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// One day, event by event.
/// </summary>
/// <remarks>
/// <code>
/// command ─► servers go ─► overload or lost quorum ─► collapse ─► decision ─► boot ─► check ─► serve
///                 │                                                                     │
///                 └─► alarm ─► people act: stop the tool, put servers back              └─ placement's check
///                                          update the dashboard (if its console works)     reads the index
///
/// S3 fails ─► the work of its dependants fails or waits ─► S3 is back ─► what waited is worked off
/// </code>
/// </remarks>
internal sealed class OutageDay
{
    private const int PartitionsOfARegion = 240;
    private const double ToleratedLossOfQuorum = 0.05;
    private const double ShortestReplay = 300;

    // A page of the dashboard's console makes a dozen requests to S3; it completes half of the time when 95 % succeed.
    private const double ConsoleNeeds = 0.95;

    private readonly OutageOptions options;
    private readonly RandomStreams streams;
    private readonly bool recordsMinutes;
    private readonly Simulator<Happening> simulator = new();
    private readonly Subsystem index;
    private readonly Subsystem placement;
    private readonly List<OutageMinute> minutes = [];
    private readonly TimeWeighted getFailures = new();
    private readonly TimeWeighted putFailures = new();
    private readonly Dependants dependants;

    // What everybody outside sees of the region, since the last event that changed it.
    private double getSuccess = 1;
    private double putSuccess = 1;

    private int cellsStarted;
    private bool everFailed;
    private bool getStopped;
    private bool consoleWanted;
    private bool dashboardUpdated;
    private double dashboardMinutes;
    private double getFirstMinutes;
    private double getFullMinutes;
    private double putFullMinutes;

    public OutageDay(OutageOptions options, RandomStreams streams, bool recordsMinutes)
    {
        this.options = options;
        this.streams = streams;
        this.recordsMinutes = recordsMinutes;
        double demand = options.Utilisation * options.Servers;
        index = new(0, options.Servers, options.Cells * PartitionsOfACell, demand);
        placement = new(1, options.Servers, PartitionsOfARegion, demand) { Open = true };
        dependants = new(options);
    }

    private enum Step
    {
        RemoveServer,
        PeopleAct,
        ServersReturn,
        ServerGivesWay,
        RestartDecided,
        Booted,
        PartitionChecked,
        PartitionServes,
        ConsoleMoved,
        Observe,
    }

    public OutageMilestones Milestones => new()
    {
        DashboardMinutes = dashboardMinutes,
        GetFirstMinutes = getFirstMinutes,
        GetFullMinutes = getFullMinutes,
        PutFullMinutes = putFullMinutes,
        DependantsMinutes = dependants.NineInTenNormal,
        LossMillions = dependants.FailedMinutes * (1 - options.Deferred) * options.WorthPerHour / TimeUnits.MinutesPerHour,
    };

    public double GetMinutesLost => getFailures.Mean(simulator.Now) * simulator.Now;

    public double PutMinutesLost => putFailures.Mean(simulator.Now) * simulator.Now;

    public IReadOnlyList<OutageMinute> Minutes => minutes;

    public long Events => simulator.Events;

    private int PartitionsOfACell => Math.Max(1, PartitionsOfARegion / options.Cells);

    // Letting the whole demand onto a part of the fleet must not overload that part again.
    private double OpeningShare => Math.Min(1, options.Utilisation / options.SafeUtilisation);

    public void Run()
    {
        simulator.Schedule(new(Step.RemoveServer, index, ServersToRemove), 0);
        simulator.Schedule(new(Step.RemoveServer, placement, ServersToRemove), 0);
        if (recordsMinutes)
        {
            simulator.Schedule(new(Step.Observe, index), 0);
        }

        while (simulator.Next(out var happening))
        {
            Happen(happening);
            Notice();
        }

        dependants.Advance(simulator.Now, getSuccess, putSuccess);
        dependants.Drain();
    }

    private int ServersToRemove => (int)Math.Min(
        Math.Round(options.Removed * options.Servers),
        options.Servers - Math.Ceiling(options.Guard * options.Servers));

    private void Happen(Happening happening)
    {
        var subsystem = happening.Subsystem;
        switch (happening.Step)
        {
            case Step.RemoveServer when happening.Count > 0 && !subsystem.RemovalStopped && !subsystem.Collapsed:
                subsystem.Working--;
                FeelTheLoss(subsystem);
                simulator.Schedule(happening with { Count = happening.Count - 1 }, 1 / (options.RemovalRate * options.Servers));
                break;

            case Step.PeopleAct:
                subsystem.RemovalStopped = true;
                simulator.Schedule(new(Step.ServersReturn, subsystem), Vary("return", subsystem.Number, options.BootMinutes));
                AskForTheDashboard();
                break;

            case Step.ServersReturn when !subsystem.Collapsed:
                subsystem.Working = subsystem.Servers;
                break;

            case Step.ServerGivesWay:
                subsystem.GivingWay = false;
                if (subsystem.Overloaded)
                {
                    subsystem.Working--;
                    FeelTheLoss(subsystem);
                }

                break;

            case Step.RestartDecided:
                simulator.Schedule(new(Step.Booted, subsystem), Vary("boot", subsystem.Number, options.BootMinutes));
                break;

            case Step.Booted:
                subsystem.Booted = true;
                if (subsystem == index)
                {
                    StartCells();
                }
                else
                {
                    StartPlacementCheck();
                }

                break;

            case Step.PartitionChecked:
                simulator.Schedule(new(Step.PartitionServes, subsystem), options.ActivationMinutes);
                if (happening.Count > 1)
                {
                    CheckPartition(happening with { Count = happening.Count - 1 });
                }
                else if (subsystem == index)
                {
                    StartCells();
                }

                break;

            case Step.PartitionServes:
                subsystem.ServingPartitions++;
                if (!index.Open && index.Capacity >= OpeningShare)
                {
                    index.Open = true;
                    StartPlacementCheck();
                }

                break;

            case Step.ConsoleMoved:
                dashboardUpdated = true;
                break;

            case Step.Observe:
                Observe();
                break;
        }
    }

    private void FeelTheLoss(Subsystem subsystem)
    {
        if (!subsystem.Alarmed && subsystem.Demand > options.SafeUtilisation * subsystem.Working)
        {
            Alarm(subsystem);
        }

        bool collapses = options.Trigger == CollapseTrigger.Quorum
            ? subsystem.PartitionsWithoutQuorum > ToleratedLossOfQuorum
            : subsystem.Working == 0;
        if (collapses)
        {
            Collapse(subsystem);
        }
        else if (options.Trigger == CollapseTrigger.Overload && subsystem.Overloaded && !subsystem.GivingWay)
        {
            // Each of w servers gives way at the rate (u − 1) / patience, and w (u − 1) is the demand left unserved.
            subsystem.GivingWay = true;
            double untilNext = options.PatienceMinutes / (subsystem.Demand - subsystem.Working);
            simulator.Schedule(new(Step.ServerGivesWay, subsystem), untilNext);
        }
    }

    private void Alarm(Subsystem subsystem)
    {
        subsystem.Alarmed = true;
        simulator.Schedule(new(Step.PeopleAct, subsystem), Vary("reaction", 0, options.ReactionMinutes));
    }

    private void Collapse(Subsystem subsystem)
    {
        if (!subsystem.Alarmed)
        {
            Alarm(subsystem);
        }

        subsystem.Collapsed = true;
        simulator.Schedule(new(Step.RestartDecided, subsystem), Vary("decision", 0, options.DecisionMinutes));
    }

    private void StartCells()
    {
        // Called once after the boot and once after each finished cell, so that as many stay under way as allowed.
        int wanted = cellsStarted == 0 ? options.RestartParallelism : 1;
        for (; wanted > 0 && cellsStarted < options.Cells; wanted--)
        {
            double pass = Vary("check", cellsStarted++, TimeUnits.MinutesPerHour * options.Objects / options.Cells / options.CheckRate);
            CheckPartition(new(Step.PartitionChecked, index, PartitionsOfACell, pass / PartitionsOfACell));
        }
    }

    private void StartPlacementCheck()
    {
        // Placement can be rebuilt only by asking the index, so it waits for both.
        if (placement.Collapsed && placement.Booted && index.Success > 0)
        {
            double pass = Vary("placement check", 0, options.PlacementCheckMinutes);
            CheckPartition(new(Step.PartitionChecked, placement, placement.Partitions, pass / placement.Partitions));
        }
    }

    // A half-open index answers only its share of placement's questions, which stretches the check.
    private void CheckPartition(Happening check) =>
        simulator.Schedule(check, check.Subsystem == index ? check.Minutes : check.Minutes / index.Success);

    private void AskForTheDashboard()
    {
        if (!consoleWanted)
        {
            consoleWanted = true;
            bool elsewhere = options.DashboardRegions > 1;
            double minutesToMove = elsewhere ? options.FailoverMinutes : options.WorkaroundMinutes;
            simulator.Schedule(new(Step.ConsoleMoved, index), Vary("console", 0, minutesToMove));
        }
    }

    private void Notice()
    {
        double now = simulator.Now;
        double get = index.Success;
        double put = get * placement.Success;
        if (get != getSuccess || put != putSuccess)
        {
            dependants.Advance(now, getSuccess, putSuccess);
            (getSuccess, putSuccess) = (get, put);
            NoticeSuccess(now);
        }

        getStopped |= index.Collapsed && !index.Open;
        if (getFirstMinutes == 0 && getStopped && index.Open)
        {
            getFirstMinutes = now;
        }

        dashboardUpdated |= consoleWanted && get >= ConsoleNeeds;
        if (dashboardMinutes == 0 && everFailed && dashboardUpdated)
        {
            dashboardMinutes = now;
        }
    }

    private void NoticeSuccess(double now)
    {
        getFailures.Set(now, 1 - getSuccess);
        putFailures.Set(now, 1 - putSuccess);
        everFailed |= putSuccess < 1;
        getFullMinutes = WhenLast(getSuccess < 1, getFullMinutes);
        putFullMinutes = WhenLast(putSuccess < 1, putFullMinutes);

        // Not a number while requests fail; then the moment of recovery.
        double WhenLast(bool failing, double recorded) => failing ? double.NaN : double.IsNaN(recorded) ? now : recorded;
    }

    private void Observe()
    {
        double now = simulator.Now;
        dependants.Advance(now, getSuccess, putSuccess);
        double backlog = dependants.Backlog;
        minutes.Add(new(now, index.Capacity, placement.Capacity, getSuccess, putSuccess, everFailed && !dashboardUpdated ? 0 : 1, dependants.Normal, backlog));
        if (now < ShortestReplay || simulator.Pending > 0 || backlog > 0)
        {
            // A day that drags on is recorded ever more coarsely.
            simulator.Schedule(new(Step.Observe, index), Math.Max(1, Math.Floor(now / ShortestReplay)));
        }
    }

    private double Vary(string step, int number, double meanMinutes) =>
        streams.Stream(step, number).NextLogNormal(meanMinutes, options.Variability);

    private readonly record struct Happening(Step Step, Subsystem Subsystem, int Count = 0, double Minutes = 0);
}
