using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.Placement;

/// <summary>
/// A few machines that come one after another and stay. The pool's policy puts each on a host before it knows the next one; who
/// places them by hand may have looked ahead.
/// </summary>
/// <remarks>
/// Bin packing <em>online</em>, with two resources: A. Fiat and G. J. Woeginger (eds.), "Online Algorithms: The State of the
/// Art", Springer, 1998, chapter 7.
/// </remarks>
public static class OnlinePacking
{
    /// <summary>The most machines for which the best placement is searched; more would take too long.</summary>
    public const int MostMachines = 12;

    /// <summary>The first machines that customers ask for.</summary>
    /// <param name="options">The pool and its customers. The policy has no part in it.</param>
    /// <param name="count">How many; 0 or more.</param>
    /// <param name="experiment">Its seed; the machines are those of <see cref="PlacementSimulation.Trace"/>.</param>
    /// <exception cref="ModelOptionsException">The options are out of range or contradict each other.</exception>
    public static IReadOnlyList<VirtualMachine> Arrivals(PlacementOptions options, int count, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        options.Check();
        var mix = new MachineMix(options, new RandomStreams((experiment ?? new Experiment()).Seed, 0));
        return [.. Enumerable.Range(0, count).Select(_ => mix.Next())];
    }

    /// <summary>Places all machines by the pool's policy. The hour of a step is the number of its machine.</summary>
    /// <param name="options">The pool.</param>
    /// <param name="arrivals">The machines in the order in which they come.</param>
    /// <exception cref="ModelOptionsException">The options are out of range or contradict each other.</exception>
    public static IReadOnlyList<PlacementStep> ByRule(PlacementOptions options, IReadOnlyList<VirtualMachine> arrivals)
    {
        var (pool, steps) = Begin(options, arrivals);
        foreach (var machine in arrivals)
        {
            steps.Add(Put(pool, steps.Count + 1, machine, pool.Choose(machine)));
        }

        return steps;
    }

    /// <summary>
    /// Places machines by hand, as far as it has been said where they go. A machine for which no host has room is refused
    /// without being asked about; so is one that is sent to a host without room. The hour of a step is the number of its machine.
    /// </summary>
    /// <param name="options">The pool; its policy has no part in it.</param>
    /// <param name="arrivals">The machines in the order in which they come.</param>
    /// <param name="hosts">The numbers, from 1, of the hosts for those machines for which there is room somewhere; a number that is no host's refuses the machine.</param>
    /// <exception cref="ModelOptionsException">The options are out of range or contradict each other.</exception>
    public static IReadOnlyList<PlacementStep> ByHand(PlacementOptions options, IReadOnlyList<VirtualMachine> arrivals, IReadOnlyList<int> hosts)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        var (pool, steps) = Begin(options, arrivals);
        int said = 0;
        foreach (var machine in arrivals)
        {
            int host = -1;
            if (Enumerable.Range(0, options.Hosts).Any(each => pool.HasRoom(each, machine)))
            {
                if (said == hosts.Count)
                {
                    break;
                }

                int wanted = hosts[said++] - 1;
                host = wanted >= 0 && wanted < options.Hosts && pool.HasRoom(wanted, machine) ? wanted : -1;
            }

            steps.Add(Put(pool, steps.Count + 1, machine, host));
        }

        return steps;
    }

    /// <summary>How many of the machines fit at most, for somebody who knows them all and may refuse any: by trying what there is to try.</summary>
    /// <param name="options">The pool; its policy has no part in it.</param>
    /// <param name="arrivals">The machines; at most <see cref="MostMachines"/>.</param>
    /// <exception cref="ModelOptionsException">The options are out of range or contradict each other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too many machines.</exception>
    public static int MostThatFit(PlacementOptions options, IReadOnlyList<VirtualMachine> arrivals)
    {
        var (pool, _) = Begin(options, arrivals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(arrivals.Count, MostMachines, nameof(arrivals));
        int most = 0;
        Try(0, 0);
        return most;

        void Try(int next, int placed)
        {
            most = Math.Max(most, placed);
            if (placed + arrivals.Count - next <= most)
            {
                return;
            }

            var machine = arrivals[next];
            for (int host = 0; host < options.Hosts; host++)
            {
                if (pool.HasRoom(host, machine))
                {
                    pool.Add(host, machine);
                    Try(next + 1, placed + 1);
                    pool.Remove(host, machine);
                }
            }

            Try(next + 1, placed);
        }
    }

    private static (HostPool Pool, List<PlacementStep> Steps) Begin(PlacementOptions options, IReadOnlyList<VirtualMachine> arrivals)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(arrivals);
        options.Check();
        return (new HostPool(options), []);
    }

    private static PlacementStep Put(HostPool pool, int number, VirtualMachine machine, int host)
    {
        if (host >= 0)
        {
            pool.Add(host, machine);
        }

        return new(number, host < 0 ? PlacementStepKind.Refused : PlacementStepKind.Placed, number, machine.Cpu, machine.Memory, host + 1, pool.HostsInUse, pool.Fragmentation);
    }
}
