using System.Collections.Concurrent;

namespace InteractiveArticle.Simulation.Tests.Modelling;

/// <summary>Keeps what is reported, at once and from any thread.</summary>
internal sealed class RecordedProgress : IProgress<double>
{
    public ConcurrentQueue<double> Shares { get; } = new();

    /// <summary>What to do after each report.</summary>
    public Action? Then { get; init; }

    public void Report(double value)
    {
        Shares.Enqueue(value);
        Then?.Invoke();
    }
}
