namespace InteractiveArticle.Simulation.BareMetal;

/// <summary>
/// What happened to a fleet, machine by machine, in one run. All hours are counted from its beginning.
/// </summary>
public sealed record FleetTrace
{
    /// <summary>The turns of the servers, in the order of time; each is whole at the beginning. Several may fall on one moment.</summary>
    public required IReadOnlyList<ServerTurn> Servers { get; init; }

    /// <summary>The turns of the zones, in the order of time; each is up before its first.</summary>
    public required IReadOnlyList<ZoneTurn> Zones { get; init; }

    /// <summary>The machines that were ordered, in the order of time; the last may arrive after the end.</summary>
    public required IReadOnlyList<MachineOrder> Orders { get; init; }

    /// <summary>How many machines lie on the shelf, from each change on, in the order of time.</summary>
    public required IReadOnlyList<ShelfLevel> Shelf { get; init; }
}

/// <summary>What a server of its own is, whether its zone is up or down.</summary>
public enum ServerCondition
{
    /// <summary>Not broken.</summary>
    Whole,

    /// <summary>Broken, and waiting for a new machine.</summary>
    WaitingForMachine,

    /// <summary>Broken, with a machine if it needs one, and waiting for a person.</summary>
    WaitingForPerson,

    /// <summary>Being repaired.</summary>
    InRepair,
}

/// <summary>A turn of a server.</summary>
/// <param name="Hour">When.</param>
/// <param name="Server">Which, from 0. It stands in the zone that has the number of its remainder when divided by the number of zones.</param>
/// <param name="Condition">What it is from then on.</param>
public readonly record struct ServerTurn(double Hour, int Server, ServerCondition Condition);

/// <summary>A turn of a zone.</summary>
/// <param name="Hour">When.</param>
/// <param name="Zone">Which, from 0.</param>
/// <param name="IsDown">Whether it is down from then on.</param>
public readonly record struct ZoneTurn(double Hour, int Zone, bool IsDown);

/// <summary>An order of a new machine.</summary>
/// <param name="Ordered">When it was ordered.</param>
/// <param name="Arrives">When it arrives.</param>
public readonly record struct MachineOrder(double Ordered, double Arrives);

/// <summary>How full the shelf is.</summary>
/// <param name="Hour">Since when.</param>
/// <param name="Machines">How many machines lie there.</param>
public readonly record struct ShelfLevel(double Hour, int Machines);
