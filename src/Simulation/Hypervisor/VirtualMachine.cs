using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.Hypervisor;

/// <summary>
/// A machine that works in bursts and sleeps in between; times in milliseconds.
/// </summary>
internal sealed class VirtualMachine(RandomStream bursts, RandomStream sleep, double meanBurst, double meanSleep, double weight)
{
    public bool IsNoisy => double.IsPositiveInfinity(meanBurst);

    public double Weight { get; } = weight;

    /// <summary>The time it has run, divided by its weight.</summary>
    public double VirtualTime { get; set; }

    /// <summary>What its burst still has to do.</summary>
    public double WorkLeft { get; set; }

    public double WokeAt { get; private set; }

    public double WaitsSince { get; set; }

    public double RunsSince { get; set; }

    public void StartBurst(double now)
    {
        WokeAt = now;
        WorkLeft = IsNoisy ? double.PositiveInfinity : bursts.NextExponential(meanBurst);
    }

    public double NextSleep() => sleep.NextExponential(meanSleep);
}
