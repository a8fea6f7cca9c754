using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.Hypervisor;

/// <summary>
/// A machine that works in bursts and sleeps in between; times in whole nanoseconds, which add up without rounding.
/// </summary>
/// <param name="bursts">The work of its bursts.</param>
/// <param name="sleep">The sleep between them.</param>
/// <param name="meanBurst">The mean work of a burst, in nanoseconds; infinite for a machine that never sleeps.</param>
/// <param name="meanSleep">The mean sleep, in nanoseconds.</param>
/// <param name="weight">Its weight, above 0.</param>
internal sealed class VirtualMachine(RandomStream bursts, RandomStream sleep, double meanBurst, double meanSleep, double weight)
{
    private double virtualTimeAtWaking;
    private long ranSinceWaking;

    public bool IsNoisy => double.IsPositiveInfinity(meanBurst);

    /// <summary>Where it stood when it woke, and the time it has run since then, divided by its weight.</summary>
    /// <remarks>One division of a whole number: what two equal machines have run alike makes two equal virtual times.</remarks>
    public double VirtualTime => virtualTimeAtWaking + (ranSinceWaking / weight);

    /// <summary>All the work of its burst.</summary>
    public long Work { get; private set; }

    /// <summary>What its burst still has to do.</summary>
    public long WorkLeft { get; private set; }

    public long WokeAt { get; private set; }

    public long WaitsSince { get; set; }

    public long RunsSince { get; set; }

    /// <summary>Begins a burst.</summary>
    /// <param name="now">The time.</param>
    /// <param name="virtualTime">The virtual time of the machines that kept running: whoever slept does not start behind it.</param>
    public void Wake(long now, double virtualTime)
    {
        WokeAt = now;
        Work = WorkLeft = IsNoisy ? long.MaxValue : Math.Max(1, (long)bursts.NextExponential(meanBurst));
        virtualTimeAtWaking = Math.Max(VirtualTime, virtualTime);
        ranSinceWaking = 0;
    }

    /// <summary>Charges a turn that is over.</summary>
    /// <param name="turn">How long it was planned for, which is how long it took.</param>
    public void Charge(long turn)
    {
        ranSinceWaking += turn;
        WorkLeft -= turn;
    }

    public long NextSleep() => (long)sleep.NextExponential(meanSleep);
}
