namespace InteractiveArticle.Simulation.BareMetal;

/// <summary>Records what happens to a fleet.</summary>
internal sealed class FleetRecorder
{
    private readonly List<ServerTurn> servers = [];
    private readonly List<ZoneTurn> zones = [];
    private readonly List<MachineOrder> orders = [];
    private readonly List<ShelfLevel> shelf = [];

    /// <summary>What was recorded.</summary>
    public FleetTrace Trace => new() { Servers = servers, Zones = zones, Orders = orders, Shelf = shelf };

    /// <summary>Records what a server is from now on.</summary>
    public void Turn(double now, int server, ServerCondition condition) => servers.Add(new(now, server, condition));

    /// <summary>Records whether a zone is down from now on.</summary>
    public void Zone(double now, int zone, bool isDown) => zones.Add(new(now, zone, isDown));

    /// <summary>Records an order.</summary>
    public void Order(double now, double arrives) => orders.Add(new(now, arrives));

    /// <summary>Records how many machines lie on the shelf from now on.</summary>
    public void Shelf(double now, int machines) => shelf.Add(new(now, machines));
}
