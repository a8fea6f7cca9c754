using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Hypervisor;

/// <summary>
/// Virtual machines of one virtual CPU each, on the cores of one host. One of them is yours; the others are neighbours,
/// some of which may be noisy and never rest.
/// </summary>
public sealed record HypervisorOptions : ModelOptions
{
    /// <summary>The cores of the host, from 1 to 128.</summary>
    [Parameter("cores of the host", Unit = "cores", Minimum = 1, Maximum = 128)]
    public int Cores { get; init; } = 8;

    /// <summary>The virtual machines on the host, yours among them, from 1 to 512. More of them than cores is overcommitment.</summary>
    [Parameter("virtual machines on the host, yours among them", Unit = "machines", Minimum = 1, Maximum = 512)]
    public int Machines { get; init; } = 24;

    /// <summary>The neighbours that always want to run, from 0 to 511.</summary>
    [Parameter("neighbours that always want to run", Unit = "machines", Minimum = 0, Maximum = 511)]
    public int NoisyNeighbours { get; init; }

    /// <summary>The share of a core that your machine would use if it never had to wait, from 0.01 to 0.99.</summary>
    [Parameter("share of a core that your machine would use if it never waited", Minimum = 0.01, Maximum = 0.99)]
    public double YourDemand { get; init; } = 0.25;

    /// <summary>The share of a core that an ordinary neighbour would use if it never had to wait, from 0.01 to 0.99.</summary>
    [Parameter("share of a core that an ordinary neighbour would use if it never waited", Minimum = 0.01, Maximum = 0.99)]
    public double NeighbourDemand { get; init; } = 0.25;

    /// <summary>The weight of your machine, from 0.1 to 10: its share of a contested core against a neighbour's weight of 1.</summary>
    [Parameter("weight of your machine against a neighbour's 1", Minimum = 0.1, Maximum = 10)]
    public double Weight { get; init; } = 1;

    /// <summary>The mean work of a burst, from 1 to 1000 ms of a core; exponential. Between bursts a machine sleeps.</summary>
    [Parameter("mean work of a burst", Unit = "ms", Minimum = 1, Maximum = 1000)]
    public double BurstMilliseconds { get; init; } = 20;

    /// <summary>The time slice: how long a machine runs before it is another's turn, from 1 to 100 ms.</summary>
    [Parameter("time slice", Unit = "ms", Minimum = 1, Maximum = 100)]
    public double SliceMilliseconds { get; init; } = 5;

    /// <summary>The time that a replication simulates, from 1 to 3600 s.</summary>
    [Parameter("time that is simulated, per replication", Unit = "s", Minimum = 1, Maximum = 3600)]
    public double Seconds { get; init; } = 60;

    /// <inheritdoc/>
    protected internal override IEnumerable<ModelRule> Rules =>
    [
        new(
            "noisyNeighbours < machines",
            NoisyNeighbours < Machines,
            $"noisyNeighbours = {NoisyNeighbours}: not allowed with machines = {Machines}; one of the machines is yours, so give at most {Machines - 1}"),
    ];
}
