using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Composition;

/// <summary>
/// An application stapled together from services: a chain of them that all have to work, each in a number of copies,
/// and a step that waits for the slowest of many parallel answers.
/// </summary>
public sealed record CompositionOptions : ModelOptions
{
    /// <summary>The availability of one copy of a service, from 0 to 1.</summary>
    [Parameter("availability of one copy of a service", Minimum = 0, Maximum = 1)]
    public double ServiceAvailability { get; init; } = 0.999;

    /// <summary>The services in series, from 1 to 1000: the application works when all of them do.</summary>
    [Parameter("services in series", Unit = "services", Minimum = 1, Maximum = 1000)]
    public int InSeries { get; init; } = 10;

    /// <summary>The independent copies of each service, from 1 to 20: a service works when any of them does.</summary>
    [Parameter("independent copies of each service", Unit = "copies", Minimum = 1, Maximum = 20)]
    public int Copies { get; init; } = 1;

    /// <summary>The answers that one step waits for, from 1 to 10 000.</summary>
    [Parameter("parallel answers that one step waits for", Unit = "answers", Minimum = 1, Maximum = 10_000)]
    public int FanOut { get; init; } = 100;

    /// <summary>The mean latency of one answer, from 0.001 to 10⁶ milliseconds.</summary>
    [Parameter("mean latency of one answer", Unit = "ms", Minimum = 0.001, Maximum = 1e6)]
    public double MeanLatency { get; init; } = 10;

    /// <summary>How the latency of one answer is distributed: how heavy its tail is.</summary>
    [Parameter("how the latency of one answer is distributed")]
    public LatencyDistribution Latency { get; init; }

    /// <summary>The coefficient of variation of a log-normal latency, from 0.1 to 10; an exponential one has 1. An assumption.</summary>
    [Parameter("coefficient of variation of a log-normal latency", Minimum = 0.1, Maximum = 10)]
    public double LognormalCv { get; init; } = 2;

    /// <summary>The shape of a Pareto latency, from 1.1 to 100: the smaller, the heavier its tail, and up to 2 it has no variance. An assumption.</summary>
    [Parameter("shape of a Pareto latency; the smaller, the heavier its tail", Minimum = 1.1, Maximum = 100)]
    public double ParetoShape { get; init; } = 2.5;

    /// <summary>The share of first answers that are waited for before the question goes to a second copy as well, from 0 (at once) to 1 (never): 0.95 asks again at the 95th percentile.</summary>
    [Parameter("percentile of the latency at which a second copy is asked, as a share; 1 asks no second one", Minimum = 0, Maximum = 1)]
    public double HedgeQuantile { get; init; } = 1;

    /// <summary>The time within which a request should have all its answers, from 0.001 to 10⁹ milliseconds; by default about what one exponential answer in a hundred exceeds.</summary>
    [Parameter("time within which a request should have all its answers", Unit = "ms", Minimum = 0.001, Maximum = 1e9)]
    public double Deadline { get; init; } = 46;

    /// <summary>The requests that a replication simulates, from 100 to 10⁷.</summary>
    [Parameter("requests that are simulated, per replication", Unit = "requests", Minimum = 100, Maximum = 10_000_000)]
    public int Requests { get; init; } = 5_000;
}
