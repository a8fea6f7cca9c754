using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// The state of the index or of the placement subsystem in the cells that the command hit: its servers, the partitions of
/// its metadata, and the load on them.
/// </summary>
/// <remarks>
/// Servers are measured in the worth of one, and the last one to go may go in part, so that a fleet of ten behaves as one
/// of a thousand does, up to the size of one server.
/// </remarks>
internal sealed class Subsystem
{
    private const double ToleratedLossOfQuorum = 0.05;

    private readonly OutageOptions options;

    public Subsystem(int number, int partitions, OutageOptions options)
    {
        this.options = options;
        (Number, Partitions, ServingPartitions) = (number, partitions, partitions);
        OnChange();
    }

    /// <summary>Tells the two apart, in events and where their steps vary independently.</summary>
    public int Number { get; }

    public double Servers => options.Servers;

    public int Partitions { get; }

    public SubsystemState State { get; private set; }

    /// <summary>How often it has collapsed.</summary>
    public int Collapses { get; private set; }

    public bool Alarmed { get; set; }

    public bool RemovalStopped { get; set; }

    /// <summary>When the tool takes the next server away; infinite when it takes no more.</summary>
    public double NextRemoval { get; set; } = double.PositiveInfinity;

    /// <summary>Whether requests are let in; people close the doors of a fallen index and open them when enough of it serves.</summary>
    public bool Open
    {
        get;
        set
        {
            field = value;
            OnChange();
        }
    } = true;

    /// <summary>Partitions that serve: all before a collapse, and after it those that are checked and warm.</summary>
    public int ServingPartitions { get; private set; }

    /// <summary>Servers' worth of capacity that was removed or has given way.</summary>
    public double Lost { get; private set; }

    /// <summary>The demand as a multiple of the usual one.</summary>
    public double DemandFactor
    {
        get;
        set
        {
            field = value;
            OnChange();
        }
    } = 1;

    /// <summary>The chance, summed over time, that the next server has had to give way; at 1 it does.</summary>
    public FluidLevel Strain { get; } = new();

    /// <summary>How long the request that is served next has waited; minutes.</summary>
    public FluidLevel Wait { get; } = new();

    /// <summary>Whether <see cref="Wait"/> has reached <see cref="WaitLimit"/>.</summary>
    public bool WaitsTooLong { get; private set; }

    /// <summary>Servers' worth of capacity that is up and checked.</summary>
    public double Working { get; private set; }

    /// <summary>The demand on what serves, in servers' worth; requests to the rest are turned away before they cost anything.</summary>
    public double Load { get; private set; }

    public double Capacity => Working / Servers;

    public bool IsOverloaded => Load - Working > Rounding.Tolerance * Servers;

    /// <summary>Whether nearly nothing is left for a demand that exceeds it, or too many partitions have lost their quorum.</summary>
    public bool MustCollapse => State != SubsystemState.Down && Lost > 0
        && ((options.Trigger != CollapseTrigger.Overload && PartitionsWithoutQuorum > ToleratedLossOfQuorum)
            || (options.Trigger != CollapseTrigger.Quorum && Working <= Rounding.Tolerance * Servers));

    /// <summary>The longest wait that the subsystem or its clients bear; minutes.</summary>
    public double WaitLimit => options.Shedding == LoadShedding.ByAge ? options.ClientPatienceMinutes / 2 : options.ClientPatienceMinutes;

    /// <summary>The share of requests that succeed.</summary>
    public double Success { get; private set; }

    /// <summary>
    /// The rate at which servers give way. Each of w servers whose utilisation u exceeds 1 gives way at the rate
    /// (u − 1) / patience, so all together at the work that they cannot do over the patience.
    /// </summary>
    public double GivingWayRate
    {
        get
        {
            if (options.Trigger == CollapseTrigger.Quorum || !IsOverloaded)
            {
                return 0;
            }

            // Who sheds load is overloaded only once the refusals alone are too much.
            double work = options.Shedding == LoadShedding.None ? Load : RefusalCost * Load;
            return Math.Max(0, work - Working) / options.PatienceMinutes;
        }
    }

    /// <summary>
    /// How fast <see cref="Wait"/> changes: for a queue served first come, first served, with steady flows, by the share of
    /// the arriving work that is not served.
    /// </summary>
    public double WaitingRate => options.Shedding switch
    {
        LoadShedding.None => UnservedShare,
        LoadShedding.ByAge => WaitsTooLong ? Math.Min(0, UnservedShare) : UnservedShare,
        _ => 0,
    };

    private double UsualDemand => options.Utilisation * options.Servers;

    // Two of three replicas are gone with the probability 3r²(1 − r) + r³ where a random share r of the servers is.
    private double PartitionsWithoutQuorum
    {
        get
        {
            double gone = Lost / Servers;
            return gone * gone * (3 - (2 * gone));
        }
    }

    private double UnservedShare => Load > 0 ? 1 - (Working / Load) : 0;

    private double RefusalCost => options.Shedding == LoadShedding.LastInFirstOut ? 0 : options.RefusalCost;

    // The share of the load that gets its answer while somebody waits for it.
    private double ServedInTime
    {
        get
        {
            double served = IsOverloaded ? Working / Load : 1;
            bool refuses = options.Shedding is LoadShedding.Random || (options.Shedding is LoadShedding.ByAge && WaitsTooLong);
            return options.Shedding switch
            {
                LoadShedding.None => WaitsTooLong ? 0 : served,

                // Of the work w, s serves and c (load − s) refuses.
                _ when refuses && IsOverloaded => Math.Max(0, (served - RefusalCost) / (1 - RefusalCost)),
                _ => served,
            };
        }
    }

    public void Lose(double servers)
    {
        Lost = Math.Min(Servers, Lost + servers);
        OnChange();
    }

    /// <summary>Puts back what is lost; people also drop the requests that nobody waits for any more.</summary>
    public void PutServersBack(double now)
    {
        Lost = 0;
        EmptyTheQueue(now);
    }

    public void Collapse(double now)
    {
        State = SubsystemState.Down;
        Collapses++;
        ServingPartitions = 0;
        DemandFactor = 1;
        Strain.SetLevel(now, 0);
        EmptyTheQueue(now);
    }

    public void Boot()
    {
        State = SubsystemState.Restarted;
        Lost = 0;
        OnChange();
    }

    public void ServeOnePartitionMore()
    {
        ServingPartitions++;
        OnChange();
    }

    /// <summary>Says that <see cref="Wait"/> reaches <see cref="WaitLimit"/>, from below or from above.</summary>
    public void ReachWaitLimit(double now)
    {
        Wait.SetLevel(now, WaitLimit);
        WaitsTooLong = !WaitsTooLong;
        OnChange();
    }

    private void EmptyTheQueue(double now)
    {
        Wait.SetLevel(now, 0);
        WaitsTooLong = false;
        OnChange();
    }

    // Computed once, when the state changes: each of the thousands of events of a day reads all of this of both subsystems.
    private void OnChange()
    {
        Working = Math.Max(0, (Servers * ServingPartitions / Partitions) - Lost);
        Load = UsualDemand * DemandFactor * ServingPartitions / Partitions;
        Success = Open ? (double)ServingPartitions / Partitions * ServedInTime : 0;
    }
}
