using InteractiveArticle.Simulation.Engine;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Benchmarks.Workloads;

/// <summary>
/// The classical load of a future event list: take the earliest of n pending events, put one back an exponential time
/// later.
/// </summary>
internal sealed class HoldModel
{
    private readonly Simulator<int> simulator = new();
    private readonly RandomStream delays = new RandomStreams(20170228).Stream("delays");

    public HoldModel(int pending)
    {
        for (int i = 0; i < pending; i++)
        {
            simulator.Schedule(i, delays.NextExponential(1));
        }

        Run(pending);
    }

    public void Run(int events)
    {
        for (int i = 0; i < events; i++)
        {
            simulator.Next(out int which);
            simulator.Schedule(which, delays.NextExponential(1));
        }
    }
}
