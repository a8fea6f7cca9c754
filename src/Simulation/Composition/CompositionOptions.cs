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

    /// <summary>The mean latency of one answer, which is exponential, from 0.001 to 10⁶ milliseconds.</summary>
    [Parameter("mean latency of one answer", Unit = "ms", Minimum = 0.001, Maximum = 1e6)]
    public double MeanLatency { get; init; } = 10;

    /// <summary>The requests that a replication simulates, from 100 to 10⁷.</summary>
    [Parameter("requests that are simulated, per replication", Unit = "requests", Minimum = 100, Maximum = 10_000_000)]
    public int Requests { get; init; } = 5_000;
}
