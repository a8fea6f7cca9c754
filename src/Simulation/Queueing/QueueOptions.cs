using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Queueing;

/// <summary>How service times vary.</summary>
public enum ServiceDistribution
{
    /// <summary>Exponential: memoryless, coefficient of variation 1.</summary>
    Exponential,

    /// <summary>Deterministic: every service takes the same time.</summary>
    Deterministic,

    /// <summary>Log-normal with a coefficient of variation of one's choice.</summary>
    Lognormal,
}

/// <summary>
/// A queue: Poisson arrivals, one line, some servers.
/// </summary>
public sealed record QueueOptions : ModelOptions
{
    /// <summary>The arrival rate λ, in customers per unit of time; above 0, at most 10⁶.</summary>
    [Parameter("arrival rate", Unit = "1/time", Minimum = 1e-6, Maximum = 1e6)]
    public double ArrivalRate { get; init; } = 0.8;

    /// <summary>The service rate μ of one server, in customers per unit of time; above 0, at most 10⁶.</summary>
    [Parameter("service rate of one server", Unit = "1/time", Minimum = 1e-6, Maximum = 1e6)]
    public double ServiceRate { get; init; } = 1;

    /// <summary>The number of servers c, from 1 to 10 000.</summary>
    [Parameter("number of servers", Minimum = 1, Maximum = 10_000)]
    public int Servers { get; init; } = 1;

    /// <summary>The most customers in the system at once, waiting or in service; 0 for no limit, otherwise at least the number of servers.</summary>
    [Parameter("most customers in the system at once, 0 for no limit", Unit = "customers", Minimum = 0, Maximum = 1_000_000)]
    public int Capacity { get; init; }

    /// <summary>How service times vary.</summary>
    [Parameter("how service times vary")]
    public ServiceDistribution Service { get; init; }

    /// <summary>The coefficient of variation of log-normal service times, from 0 to 20; other distributions ignore it.</summary>
    [Parameter("coefficient of variation of log-normal service times", Minimum = 0, Maximum = 20)]
    public double ServiceCv { get; init; } = 1;

    /// <summary>The number of arrivals that are measured in a replication, from 100 to 10⁸.</summary>
    [Parameter("arrivals that are measured, per replication", Unit = "customers", Minimum = 100, Maximum = 100_000_000)]
    public int Customers { get; init; } = 200_000;

    /// <summary>The number of arrivals before measuring starts, from 0 to 10⁸: the queue starts empty and needs to fill.</summary>
    [Parameter("arrivals before measuring starts, per replication", Unit = "customers", Minimum = 0, Maximum = 100_000_000)]
    public int Warmup { get; init; } = 20_000;

    /// <inheritdoc/>
    protected internal override IEnumerable<ModelRule> Rules =>
    [
        new(
            "capacity = 0 or capacity ≥ servers",
            Capacity == 0 || Capacity >= Servers,
            $"capacity = {Capacity}: not allowed with servers = {Servers}; capacity counts the customers in service too, so give at least {Servers}, or 0 for no limit"),
        new(
            "capacity > 0 or arrivalRate < servers · serviceRate: a queue with endless room would grow for ever",
            Capacity > 0 || Rounding.Exceeds(1, ArrivalRate / (Servers * ServiceRate)),
            $"arrivalRate = {ArrivalRate}: not allowed with servers = {Servers} and serviceRate = {ServiceRate}; the queue would grow for ever, so give less than {Servers * ServiceRate}, or a capacity"),
    ];
}
