using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.BareMetal;

/// <summary>
/// A site on servers that were bought: for a forecast that turns out wrong, repaired by a small crew, with a few spares
/// on the shelf and weeks until new ones arrive.
/// </summary>
/// <remarks>
/// All numbers are assumptions of the kind a small site makes. That lifetimes are not exponential is measured (B.
/// Schroeder and G. A. Gibson, "Disk failures in the real world", FAST 2007): hence the Weibull shape below 1.
/// </remarks>
public sealed record BareMetalOptions : ModelOptions
{
    /// <summary>The forecast of demand at the busiest hour of the day, from 1 to 10⁶ requests a second.</summary>
    [Parameter("forecast of the demand at the busiest hour", Unit = "requests/s", Minimum = 1, Maximum = 1e6)]
    public double Forecast { get; init; } = 1000;

    /// <summary>What is bought beyond the forecast, as a share of it, from 0 to 10.</summary>
    [Parameter("what is bought beyond the forecast, as a share of it", Minimum = 0, Maximum = 10)]
    public double Headroom { get; init; } = 0.3;

    /// <summary>The requests that a server can answer, from 0.1 to 10 000 a second; with the forecast and the headroom it gives at most 5000 servers.</summary>
    [Parameter("what a server can answer", Unit = "requests/s", Minimum = 0.1, Maximum = 10_000)]
    public double ServerCapacity { get; init; } = 10;

    /// <summary>By how much the true demand differs from the forecast, as a share of it, from −0.9 to 5.</summary>
    [Parameter("by how much demand differs from the forecast, as a share of it", Minimum = -0.9, Maximum = 5)]
    public double ForecastError { get; init; } = 0.1;

    /// <summary>How deep the night is: the share of the busiest hour's demand that is missing at the quietest, from 0 to 1.</summary>
    [Parameter("how deep the night is, as a share of the busiest hour", Minimum = 0, Maximum = 1)]
    public double NightDepth { get; init; } = 0.7;

    /// <summary>The surprise: demand that comes on top for some hours, as a share of the busiest hour's, from 0 to 20.</summary>
    [Parameter("surprise: demand on top, as a share of the busiest hour", Minimum = 0, Maximum = 20)]
    public double SpikeSize { get; init; } = 1;

    /// <summary>How long the surprise lasts, from 0 to 168 h.</summary>
    [Parameter("how long the surprise lasts", Unit = "h", Minimum = 0, Maximum = 168)]
    public double SpikeHours { get; init; } = 12;

    /// <summary>The mean time between failures of a server, from 10 to 10⁶ h.</summary>
    [Parameter("mean time between failures of a server", Unit = "h", Minimum = 10, Maximum = 1e6)]
    public double Mtbf { get; init; } = 4000;

    /// <summary>The Weibull shape of a server's life, from 0.3 to 5: below 1 the young fail most, at 1 lives are exponential, above 1 the old fail most.</summary>
    [Parameter("Weibull shape of a server's life; 1 is exponential", Minimum = 0.3, Maximum = 5)]
    public double LifeShape { get; init; } = 0.7;

    /// <summary>The people who repair, from 1 to 100; each works on one server at a time.</summary>
    [Parameter("people who repair", Unit = "people", Minimum = 1, Maximum = 100)]
    public int Crew { get; init; } = 1;

    /// <summary>The mean time to repair, once a person and the part are there, from 0.1 to 1000 h; exponential.</summary>
    [Parameter("mean time to repair, once person and part are there", Unit = "h", Minimum = 0.1, Maximum = 1000)]
    public double Mttr { get; init; } = 12;

    /// <summary>The share of failures that need a new machine from the shelf, from 0 to 1.</summary>
    [Parameter("share of failures that need a new machine", Minimum = 0, Maximum = 1)]
    public double PartShare { get; init; } = 0.3;

    /// <summary>The spares: new machines on the shelf at the beginning, from 0 to 1000. One is ordered for each that is taken.</summary>
    [Parameter("spare machines on the shelf", Unit = "machines", Minimum = 0, Maximum = 1000)]
    public int Spares { get; init; } = 2;

    /// <summary>The lead time: days until an ordered machine arrives, from 0 to 365.</summary>
    [Parameter("delivery lead time", Unit = "days", Minimum = 0, Maximum = 365)]
    public double LeadTimeDays { get; init; } = 28;

    /// <summary>The days that a replication simulates, from 1 to 3650. The surprise begins at noon after half of them.</summary>
    [Parameter("days that are simulated, per replication", Unit = "days", Minimum = 1, Maximum = 3650)]
    public int Days { get; init; } = 90;

    /// <summary>The servers that are bought: enough for the forecast and the headroom.</summary>
    public int Servers => (int)Math.Ceiling(Forecast * (1 + Headroom) / ServerCapacity);

    /// <summary>When the surprise begins; hours from the beginning.</summary>
    public double SpikeStart => (TimeUnits.HoursPerDay * (Days / 2)) + (TimeUnits.HoursPerDay / 2);

    /// <inheritdoc/>
    protected override string? Contradiction() => Forecast * (1 + Headroom) / ServerCapacity > 5000
        ? FormattableString.Invariant($"serverCapacity = {ServerCapacity}: not allowed with forecast = {Forecast} and headroom = {Headroom}; more than 5000 servers would be needed, so give at least {Forecast * (1 + Headroom) / 5000}")
        : null;
}
