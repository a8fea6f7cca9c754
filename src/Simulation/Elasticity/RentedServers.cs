using InteractiveArticle.Simulation.Engine;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Elasticity;

/// <summary>
/// The rented servers: each boots, warms up and answers until it is given back.
/// </summary>
/// <remarks>
/// Servers are stacked: the newest is the first to go, whether or not it has booted. When it goes its place starts a
/// new life, so that events of the old one are void.
/// </remarks>
/// <param name="options">Boot, warm-up and the most servers.</param>
/// <param name="simulator">The clock on which they boot and warm up, in minutes.</param>
internal sealed class RentedServers(ElasticityOptions options, Simulator<ElasticityEvent> simulator)
{
    private readonly double bootMinutes = options.BootSeconds / TimeUnits.SecondsPerMinute;
    private readonly double warmUpMinutes = options.WarmUpSeconds / TimeUnits.SecondsPerMinute;
    private readonly Place[] places = new Place[options.MaximumServers];

    private enum ServerState
    {
        Booting,
        WarmingUp,
        Warm,
    }

    /// <summary>What they answer, refuse and cost.</summary>
    public Fleet Fleet { get; } = new(options.WarmUpSeconds / TimeUnits.SecondsPerMinute);

    /// <summary>The most servers there were at once.</summary>
    public int Most { get; private set; }

    /// <summary>Begins with servers that are up: the site is older than the simulation.</summary>
    /// <param name="servers">How many; from 0 to the most there may be.</param>
    public void StartWith(int servers)
    {
        for (int place = 0; place < servers; place++)
        {
            places[place].State = ServerState.Warm;
        }

        Fleet.Paid = servers;
        Fleet.Warm = servers;
        Most = servers;
    }

    /// <summary>Rents servers or gives some back until there are as many as asked for.</summary>
    /// <param name="servers">How many; from 0 to the most there may be.</param>
    public void Resize(int servers)
    {
        while (Fleet.Paid < servers)
        {
            Rent(Fleet.Paid++);
        }

        while (Fleet.Paid > servers)
        {
            GiveBack(--Fleet.Paid);
        }

        Most = Math.Max(Most, Fleet.Paid);
    }

    /// <summary>A server has booted, unless it is gone by now.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="life">The life of the place in which it began to boot.</param>
    public void OnBooted(int place, int life)
    {
        ref var server = ref places[place];
        if (server.Life != life)
        {
            return;
        }

        if (warmUpMinutes == 0)
        {
            server.State = ServerState.Warm;
            Fleet.Warm++;
            return;
        }

        server.State = ServerState.WarmingUp;
        server.BootedAt = simulator.Now;
        Fleet.StartWarmUp();
        simulator.Schedule(new(ElasticityEventKind.WarmedUp, place, life), warmUpMinutes);
    }

    /// <summary>A server has reached its full capacity, unless it is gone by now.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="life">The life of the place in which it began to boot.</param>
    public void OnWarmedUp(int place, int life)
    {
        ref var server = ref places[place];
        if (server.Life == life)
        {
            server.State = ServerState.Warm;
            Fleet.EndWarmUp(capacityReached: 1);
            Fleet.Warm++;
        }
    }

    private void Rent(int place)
    {
        places[place].State = ServerState.Booting;
        simulator.Schedule(new(ElasticityEventKind.Booted, place, places[place].Life), bootMinutes);
    }

    private void GiveBack(int place)
    {
        ref var server = ref places[place];
        server.Life++;
        switch (server.State)
        {
            case ServerState.WarmingUp:
                Fleet.EndWarmUp((simulator.Now - server.BootedAt) / warmUpMinutes);
                break;

            case ServerState.Warm:
                Fleet.Warm--;
                break;
        }
    }

    private struct Place
    {
        public int Life;
        public ServerState State;
        public double BootedAt;
    }
}
