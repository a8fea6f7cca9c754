namespace InteractiveArticle.Simulation.Elasticity;

/// <summary>
/// The fleet that follows demand: so many servers that each is used as much as the target says, within a minimum and a
/// maximum, with a pause after every change.
/// </summary>
/// <remarks>
/// Servers are stacked: the newest is the first to go, whether or not it has booted. When it goes its place starts a
/// new life, so that news of an earlier boot is void.
/// </remarks>
/// <param name="options">Target, minimum, maximum and pause.</param>
/// <param name="fleet">The fleet that is started and stopped.</param>
/// <param name="boot">Is told the place and the life of every server that starts.</param>
internal sealed class Autoscaler(ElasticityOptions options, Fleet fleet, Action<int, int> boot)
{
    private readonly int[] lives = new int[options.MaximumServers];
    private readonly bool[] booted = new bool[options.MaximumServers];
    private double quietUntil;

    /// <summary>The most servers there were at once.</summary>
    public int Most { get; private set; }

    /// <summary>Looks at demand and starts or stops servers.</summary>
    /// <param name="now">The time in minutes.</param>
    /// <param name="demand">The demand in requests a second.</param>
    public void Decide(double now, double demand)
    {
        double wanted = Math.Ceiling(demand / (options.ServerCapacity * options.TargetUtilisation));
        int servers = (int)Math.Max(options.MinimumServers, Math.Min(wanted, options.MaximumServers));
        if (servers == fleet.Paid || now < quietUntil)
        {
            return;
        }

        quietUntil = now + options.CooldownMinutes;
        while (fleet.Paid < servers)
        {
            boot(fleet.Paid, lives[fleet.Paid]);
            fleet.Paid++;
        }

        while (fleet.Paid > servers)
        {
            fleet.Paid--;
            lives[fleet.Paid]++;
            fleet.Running -= booted[fleet.Paid] ? 1 : 0;
            booted[fleet.Paid] = false;
        }

        Most = Math.Max(Most, fleet.Paid);
    }

    /// <summary>A server has booted, unless it is gone by now.</summary>
    public void Booted(int place, int life)
    {
        if (lives[place] == life)
        {
            booted[place] = true;
            fleet.Running++;
        }
    }
}
