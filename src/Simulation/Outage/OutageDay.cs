using InteractiveArticle.Simulation.Engine;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;
using InteractiveArticle.Simulation.Randomness;

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
/// The two subsystems are those of the cells that the command hits; the rest of the region works all day.
/// </remarks>
internal sealed class OutageDay
{
    private const int PartitionsOfARegion = 240;
    private const double ShortestReplay = 300;

    // How close the demand has to be to the usual one to count as such, and the steps in which it falls.
    private const double UsualAgain = 0.01;
    private const double LongestDemandStep = 1;
    private const double StepsInADecay = 10;

    private readonly OutageOptions options;
    private readonly RandomStreams streams;
    private readonly bool recordsMinutes;
    private readonly OutageTraceRecorder? trace;
    private readonly Simulator<ModelEvent> simulator = new();
    private readonly Subsystem index;
    private readonly Subsystem placement;
    private readonly DayRecord record;
    private readonly List<OutageMinute> minutes = [];

    // What is checked of placement's next partition, in minutes with the whole index.
    private readonly FluidLevel placementCheck = new();
    private readonly int cellsHit;
    private int cellsStarted;
    private bool placementCheckStarted;
    private int placementPartitionsLeft;
    private double placementPartitionMinutes;
    private double reopened;

    // Events in the list that a later plan has replaced.
    private int outdated;

    public OutageDay(OutageOptions options, RandomStreams streams, bool recordsMinutes, OutageTraceRecorder? trace = null)
    {
        this.options = options;
        this.streams = streams;
        this.recordsMinutes = recordsMinutes;
        this.trace = trace;
        cellsHit = Math.Max(1, (int)Rounding.Up(options.CellsHit * options.Cells));
        HitShare = (double)cellsHit / options.Cells;
        index = new(0, cellsHit * PartitionsOfACell, options);
        placement = new(1, PartitionsOfARegion, options);
        record = new(options, HitShare);
    }

    private enum EventKind
    {
        ServerRemoved,
        PeopleAct,
        ServersReturn,
        ServerGivesWay,
        WaitLimitReached,
        RestartDecided,
        Booted,
        PartitionChecked,
        PlacementPartitionChecked,
        PartitionServes,
        DemandChanges,
        ConsoleMoved,
        Observe,
    }

    public OutageMilestones Milestones => record.Milestones(simulator.Now);

    public double GetMinutesLost => record.GetMinutesLost(simulator.Now);

    public double PutMinutesLost => record.PutMinutesLost(simulator.Now);

    public double LongestWaitMinutes => record.LongestWait;

    public int IndexCollapses => index.Collapses;

    public int IndexPartitions => index.Partitions;

    public int PlacementPartitions => placement.Partitions;

    public IReadOnlyList<OutageMinute> Minutes => minutes;

    public long Events => simulator.Events;

    /// <summary>The share of the region's cells that the command hits.</summary>
    private double HitShare { get; }

    private int PartitionsOfACell => Math.Max(1, PartitionsOfARegion / options.Cells);

    // Letting the whole demand onto a part of the fleet must not overload that part again.
    private double OpeningShare => Math.Min(1, options.Utilisation / options.SafeUtilisation);

    private double ServersToRemove => Math.Min(options.Removed, 1 - options.Guard) * options.Servers;

    private bool IsAnythingToCome => simulator.Pending > outdated;

    public void Run(ReplicationMonitor monitor)
    {
        RemoveNext(index, ServersToRemove);
        RemoveNext(placement, ServersToRemove);
        if (recordsMinutes)
        {
            simulator.Schedule(new(EventKind.Observe, index.Number), 0);
        }

        while (IsAnythingToCome && simulator.Next(out var modelEvent))
        {
            Handle(modelEvent);
            record.See(simulator.Now, index, placement);
            trace?.See(simulator.Now, index, placement, record);
            ContinuePlacementCheck();
            if ((simulator.Events & 0xFFF) == 0)
            {
                monitor.Pause();
            }
        }
    }

    private void Handle(ModelEvent modelEvent)
    {
        var subsystem = modelEvent.Subsystem == index.Number ? index : placement;
        switch (modelEvent.Kind)
        {
            case EventKind.ServerRemoved when !subsystem.RemovalStopped && subsystem.State == SubsystemState.Running:
                double taken = Math.Min(1, modelEvent.Amount);
                subsystem.Lose(taken);
                trace?.Add(simulator.Now, OutageEventKind.ServersRemoved, subsystem, taken);
                RemoveNext(subsystem, modelEvent.Amount - 1);
                OnCapacityChanged(subsystem);
                break;

            case EventKind.PeopleAct:
                StopRemoval(subsystem);
                simulator.Schedule(new(EventKind.ServersReturn, subsystem.Number), Vary("return", subsystem.Number, options.UndoMinutes));
                AskForTheDashboard();
                break;

            case EventKind.ServersReturn when subsystem.State != SubsystemState.Down:
                if (subsystem.Lost > 0)
                {
                    trace?.Add(simulator.Now, OutageEventKind.ServersReturned, subsystem);
                }

                subsystem.PutServersBack(simulator.Now);
                OnCapacityChanged(subsystem);
                break;

            case EventKind.ServerGivesWay:
                if (IsLatest(subsystem.Strain, modelEvent))
                {
                    subsystem.Strain.SetLevel(simulator.Now, 0);
                    subsystem.Lose(1);
                    trace?.Add(simulator.Now, OutageEventKind.ServerGaveWay, subsystem, 1);
                    OnCapacityChanged(subsystem);
                }

                break;

            case EventKind.WaitLimitReached:
                if (IsLatest(subsystem.Wait, modelEvent))
                {
                    subsystem.ReachWaitLimit(simulator.Now);
                    OnCapacityChanged(subsystem);
                }

                break;

            case EventKind.RestartDecided:
                trace?.Add(simulator.Now, OutageEventKind.RestartDecided, subsystem);
                simulator.Schedule(new(EventKind.Booted, subsystem.Number), Vary("boot", subsystem.Number, options.BootMinutes));
                break;

            case EventKind.Booted:
                subsystem.Boot();
                trace?.Add(simulator.Now, OutageEventKind.Booted, subsystem);
                if (subsystem == index)
                {
                    StartCells(options.RestartParallelism);
                }

                break;

            case EventKind.PartitionChecked when modelEvent.Version == index.Collapses:
                CheckNextPartition(modelEvent);
                break;

            case EventKind.PlacementPartitionChecked:
                if (IsLatest(placementCheck, modelEvent))
                {
                    FinishPlacementPartition();
                }

                break;

            case EventKind.PartitionServes when modelEvent.Version == subsystem.Collapses:
                subsystem.ServeOnePartitionMore();
                trace?.Add(simulator.Now, OutageEventKind.PartitionServes, subsystem, partition: modelEvent.Partition);
                OnCapacityChanged(subsystem);
                OpenTheDoors();
                break;

            case EventKind.DemandChanges when modelEvent.Version == index.Collapses:
                SetReopeningDemand();
                break;

            case EventKind.ConsoleMoved:
                record.Dashboard.MoveConsole();
                break;

            case EventKind.Observe:
                Observe();
                break;
        }
    }

    private void RemoveNext(Subsystem subsystem, double left)
    {
        subsystem.NextRemoval = double.PositiveInfinity;
        if (left > 0)
        {
            double delay = Math.Min(1, left) / (options.RemovalRate * options.Servers);
            subsystem.NextRemoval = simulator.Now + delay;
            simulator.Schedule(new(EventKind.ServerRemoved, subsystem.Number, left), delay);
        }
    }

    private void StopRemoval(Subsystem subsystem)
    {
        subsystem.RemovalStopped = true;
        if (double.IsFinite(subsystem.NextRemoval) && subsystem.State == SubsystemState.Running)
        {
            // What was not planned because of that removal is planned now.
            subsystem.NextRemoval = double.PositiveInfinity;
            OnCapacityChanged(subsystem);
        }
    }

    private void OnCapacityChanged(Subsystem subsystem)
    {
        if (!subsystem.Alarmed && subsystem.Load > options.SafeUtilisation * subsystem.Working && subsystem.Lost > 0)
        {
            Alarm(subsystem);
        }

        if (subsystem.MustCollapse)
        {
            Collapse(subsystem);
        }

        double now = simulator.Now;
        subsystem.Strain.SetRate(now, subsystem.GivingWayRate);
        double nextChange = subsystem.State == SubsystemState.Running ? subsystem.NextRemoval : double.PositiveInfinity;
        Plan(new(EventKind.ServerGivesWay, subsystem.Number), subsystem.Strain, target: 1, nextChange);

        var wait = subsystem.Wait;
        wait.SetRate(now, subsystem.WaitingRate);
        bool nearsTheLimit = subsystem.WaitsTooLong ? wait.Rate < 0 : wait.Rate > 0;
        Plan(new(EventKind.WaitLimitReached, subsystem.Number), wait, nearsTheLimit ? subsystem.WaitLimit : double.PositiveInfinity, Math.Min(nextChange, subsystem.Strain.PlannedFor));
    }

    // The hazard or the speed has changed: the event moves to where the level now reaches the target. It is left out where
    // another event comes before that and moves it again: thousands would be planned in vain.
    private void Plan(ModelEvent modelEvent, FluidLevel level, double target, double nextChange = double.PositiveInfinity)
    {
        if (level.IsPlanned)
        {
            outdated++;
        }

        double delay = level.Until(target, simulator.Now);
        double time = simulator.Now + delay;
        int plan = level.Replan(time <= nextChange ? time : double.PositiveInfinity);
        if (level.IsPlanned)
        {
            simulator.Schedule(modelEvent with { Version = plan }, delay);
        }
    }

    private bool IsLatest(FluidLevel level, ModelEvent modelEvent)
    {
        if (modelEvent.Version != level.Plan)
        {
            outdated--;
            return false;
        }

        level.Reached();
        return true;
    }

    private void Alarm(Subsystem subsystem)
    {
        subsystem.Alarmed = true;
        simulator.Schedule(new(EventKind.PeopleAct, subsystem.Number), Vary("reaction", 0, options.ReactionMinutes));
    }

    private void Collapse(Subsystem subsystem)
    {
        if (!subsystem.Alarmed)
        {
            Alarm(subsystem);
        }

        subsystem.Collapse(simulator.Now);
        trace?.Add(simulator.Now, OutageEventKind.Collapsed, subsystem);
        if (subsystem == index)
        {
            index.Open = false;
            cellsStarted = 0;
        }

        simulator.Schedule(new(EventKind.RestartDecided, subsystem.Number), Vary("decision", 0, options.DecisionMinutes));
    }

    private void StartCells(int wanted)
    {
        // As many as allowed after the boot, and one more after each finished cell.
        for (; wanted > 0 && cellsStarted < cellsHit; wanted--)
        {
            int first = cellsStarted * PartitionsOfACell;
            double pass = Vary("check", cellsStarted++, TimeUnits.MinutesPerHour * options.Objects / options.Cells / options.CheckRate);
            double ofAPartition = pass / PartitionsOfACell;
            simulator.Schedule(new(EventKind.PartitionChecked, index.Number, ofAPartition, first, index.Collapses), ofAPartition);
        }
    }

    private void CheckNextPartition(ModelEvent check)
    {
        trace?.Add(simulator.Now, OutageEventKind.PartitionChecked, index, partition: check.Partition);
        simulator.Schedule(new(EventKind.PartitionServes, index.Number, Partition: check.Partition, Version: index.Collapses), options.ActivationMinutes);
        int next = check.Partition + 1;
        if (next % PartitionsOfACell > 0)
        {
            simulator.Schedule(check with { Partition = next }, check.Amount);
        }
        else
        {
            StartCells(1);
        }
    }

    private void OpenTheDoors()
    {
        if (index.Open || index.Capacity < OpeningShare)
        {
            return;
        }

        index.Open = true;
        reopened = simulator.Now;
        if (index.Collapses == 1)
        {
            // After a second collapse people let the demand in little by little.
            SetReopeningDemand();
        }
    }

    private void SetReopeningDemand()
    {
        double excess = (options.ReopeningDemand - 1) * PortableMath.Exp(-(simulator.Now - reopened) / options.ReopeningDecayMinutes);
        bool isUsual = excess < UsualAgain;
        if (isUsual && index.DemandFactor == 1)
        {
            return;
        }

        index.DemandFactor = isUsual ? 1 : 1 + excess;
        OnCapacityChanged(index);
        if (isUsual)
        {
            simulator.Schedule(new(EventKind.ServersReturn, index.Number), Vary("return", index.Number, options.UndoMinutes));
        }
        else
        {
            double step = Math.Min(LongestDemandStep, options.ReopeningDecayMinutes / StepsInADecay);
            simulator.Schedule(new(EventKind.DemandChanges, index.Number, Version: index.Collapses), step);
        }
    }

    // Placement can be rebuilt only by asking the index, so it waits for both; and an index that answers a share of the
    // questions stretches the check.
    private void ContinuePlacementCheck()
    {
        double now = simulator.Now;
        if (!placementCheckStarted && placement.State == SubsystemState.Restarted && record.Get > 0)
        {
            placementCheckStarted = true;
            placementPartitionsLeft = placement.Partitions;
            placementPartitionMinutes = HitShare * Vary("placement check", 0, options.PlacementCheckMinutes) / placement.Partitions;
        }

        if (placementPartitionsLeft > 0 && placementCheck.Rate != record.Get)
        {
            placementCheck.SetRate(now, record.Get);
            PlanPlacementPartition();
        }
    }

    private void FinishPlacementPartition()
    {
        int partition = placement.Partitions - placementPartitionsLeft;
        trace?.Add(simulator.Now, OutageEventKind.PartitionChecked, placement, partition: partition);
        simulator.Schedule(new(EventKind.PartitionServes, placement.Number, Partition: partition, Version: placement.Collapses), options.ActivationMinutes);
        placementPartitionsLeft--;
        placementCheck.SetLevel(simulator.Now, 0);
        if (placementPartitionsLeft > 0)
        {
            PlanPlacementPartition();
        }
    }

    private void PlanPlacementPartition() => Plan(new(EventKind.PlacementPartitionChecked, placement.Number), placementCheck, placementPartitionMinutes);

    private void AskForTheDashboard()
    {
        if (!record.Dashboard.IsWanted)
        {
            record.Dashboard.IsWanted = true;
            bool elsewhere = options.DashboardRegions > 1;
            double minutesToMove = elsewhere ? options.FailoverMinutes : options.WorkaroundMinutes;
            simulator.Schedule(new(EventKind.ConsoleMoved, index.Number), Vary("console", 0, minutesToMove));
        }
    }

    private void Observe()
    {
        double now = simulator.Now;
        var dependants = record.Dependants;
        minutes.Add(new(
            now,
            record.OfTheRegion(index.Capacity),
            record.OfTheRegion(placement.Capacity),
            record.OfTheRegion(record.Get),
            record.OfTheRegion(record.Put),
            record.HasFailed && !record.Dashboard.CanTellTheTruth ? 0 : 1,
            dependants.NormalAt(now),
            dependants.BacklogAt(now),
            record.LossMillionsBy(now)));
        if (now < ShortestReplay || IsAnythingToCome || now < dependants.AllNormalFrom)
        {
            // A day that drags on is recorded ever more coarsely.
            simulator.Schedule(new(EventKind.Observe, index.Number), Math.Max(1, Math.Floor(now / ShortestReplay)));
        }
    }

    private double Vary(string step, int number, double meanMinutes) =>
        streams.Stream(step, number).NextLogNormal(meanMinutes, options.Variability);

    /// <summary>What happens next.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Subsystem">To which subsystem, by its number: the event list moves numbers faster than references.</param>
    /// <param name="Amount">Servers still to remove, or minutes that the check of a partition takes.</param>
    /// <param name="Partition">The partition that is checked or that serves, from 0 on; those of a cell follow each other.</param>
    /// <param name="Version">The plan or the restart that the event belongs to; one that is no longer the latest happens in vain.</param>
    private readonly record struct ModelEvent(EventKind Kind, int Subsystem, double Amount = 0, int Partition = 0, int Version = 0);
}
