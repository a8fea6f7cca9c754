using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Availability;

/// <summary>
/// A redundant system: n machines of which k have to work, with fewer repair crews than machines, and failures that
/// take all of them at once.
/// </summary>
/// <remarks>
/// The defaults are assumptions, and round: a machine that is away for an hour in a hundred, so that nines are easy to count.
/// </remarks>
public sealed record AvailabilityOptions : ModelOptions
{
    /// <summary>The number of machines n, from 1 to 50.</summary>
    [Parameter("machines", Minimum = 1, Maximum = 50)]
    public int N { get; init; } = 3;

    /// <summary>The number of machines k that have to work, from 1 to n.</summary>
    [Parameter("machines that have to work", Minimum = 1, Maximum = 50)]
    public int K { get; init; } = 2;

    /// <summary>The mean time between failures of a machine, from 0.001 to 10⁹ hours.</summary>
    [Parameter("mean time between failures of a machine", Unit = "h", Minimum = 0.001, Maximum = 1e9)]
    public double Mtbf { get; init; } = 1000;

    /// <summary>The mean time to repair a machine, once a crew is there, from 0.001 to 10⁹ hours.</summary>
    [Parameter("mean time to repair a machine", Unit = "h", Minimum = 0.001, Maximum = 1e9)]
    public double Mttr { get; init; } = 10;

    /// <summary>The number of repair crews, from 1 to 50.</summary>
    [Parameter("repair crews", Minimum = 1, Maximum = 50)]
    public int Crews { get; init; } = 1;

    /// <summary>The beta factor, from 0 to 1: the share of a machine's failures that have a cause common to all.</summary>
    [Parameter("beta factor: share of failures with a common cause", Minimum = 0, Maximum = 1)]
    public double Beta { get; init; }

    /// <summary>The failures of machines that a replication simulates, from 100 to 10⁸.</summary>
    [Parameter("failures that are simulated, per replication", Unit = "failures", Minimum = 100, Maximum = 100_000_000)]
    public int Failures { get; init; } = 50_000;

    /// <inheritdoc/>
    protected internal override IEnumerable<ModelRule> Rules =>
    [
        new(
            "k ≤ n",
            K <= N,
            $"k = {K}: not allowed with n = {N}; no more machines can have to work than there are, so give at most {N}"),
    ];
}
