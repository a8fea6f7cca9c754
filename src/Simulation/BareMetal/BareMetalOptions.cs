using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.BareMetal;

/// <summary>
/// A site on servers that were bought: for a forecast that turns out wrong, repaired by a small crew, with a few spares
/// on the shelf and weeks until new ones arrive.
/// </summary>
/// <remarks>
/// What is measured: of disks 2 to 4 % a year are commonly replaced, on some systems up to 13 %, more of them the older
/// they are, with no infant mortality worth the name (B. Schroeder and G. A. Gibson, "Disk failures in the real world",
/// FAST 2007); of servers 8 % a year need new hardware (K. V. Vishwanath and N. Nagappan, "Characterizing cloud computing
/// hardware reliability", SoCC 2010); and to repair a machine takes from less than an hour to more than a day, by site
/// (B. Schroeder and G. A. Gibson, "A large-scale study of failures in high-performance computing systems", DSN 2006).
/// The defaults lie within these ranges: a failure in three years, one in four of which needs a new machine, makes 8 % a
/// year. Each number by itself is an assumption, and so is the shape of 1, which neither ages nor rejuvenates a server.
/// The shape of 0.7 to 0.8 in the first of these papers is not that of a machine's life: it is fitted to the times
/// between replacements in a whole system, which come in clusters. Here it is a zone that makes failures come together.
/// </remarks>
public sealed record BareMetalOptions : ModelOptions
{
    /// <summary>The forecast of demand at the busiest hour of the day, 18:00, from 1 to 10⁶ requests a second.</summary>
    [Parameter("forecast of the demand at the busiest hour of the day, 18:00", Unit = "requests/s", Minimum = 1, Maximum = 1e6)]
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

    /// <summary>How deep the night is: the share of the busiest hour's demand that is missing at the quietest, 6:00, from 0 to 1.</summary>
    [Parameter("how deep the night is at 6:00, as a share of the busiest hour; demand follows a cosine, hour by hour", Minimum = 0, Maximum = 1)]
    public double NightDepth { get; init; } = 0.7;

    /// <summary>The surprise: demand that comes on top for some hours, as a share of the busiest hour's, from 0 to 20.</summary>
    [Parameter("surprise: demand on top from noon of the middle day on, as a share of the busiest hour", Minimum = 0, Maximum = 20)]
    public double SpikeSize { get; init; } = 1;

    /// <summary>How long the surprise lasts, from 0 to 168 h; demand goes by whole hours, so that a part of an hour counts as one.</summary>
    [Parameter("how long the surprise lasts, in hours begun", Unit = "h", Minimum = 0, Maximum = 168)]
    public double SpikeHours { get; init; } = 12;

    /// <summary>The mean time between failures of a server, from 10 to 10⁶ h.</summary>
    [Parameter("mean time between failures of a server", Unit = "h", Minimum = 10, Maximum = 1e6)]
    public double Mtbf { get; init; } = 26_000;

    /// <summary>The Weibull shape of a server's life, from 0.3 to 5: at 1 a server does not age, above 1 the old fail most, below 1 the young.</summary>
    [Parameter("Weibull shape of a server's life, new or repaired; 1 is exponential, above 1 wears out", Minimum = 0.3, Maximum = 5)]
    public double LifeShape { get; init; } = 1;

    /// <summary>The age that the servers have at the beginning, from 0 to 20 years; of no effect where the shape is 1.</summary>
    [Parameter("age of the servers at the beginning", Unit = "years", Minimum = 0, Maximum = 20)]
    public double AgeYears { get; init; }

    /// <summary>The zones that the servers stand in, from 1 to 100: racks, rooms, power feeds. Each has as many of them as the others, to within one.</summary>
    [Parameter("zones that the servers stand in, such as racks or power feeds", Unit = "zones", Minimum = 1, Maximum = 100)]
    public int Zones { get; init; } = 1;

    /// <summary>The common causes that take a zone down, from 0 to 100 a year while it is up. Its servers do not work meanwhile, and age and are repaired as ever.</summary>
    [Parameter("common causes that take a zone down, for each zone while it is up; it may be down at the beginning", Unit = "1/year", Minimum = 0, Maximum = 100)]
    public double ZoneOutageRate { get; init; }

    /// <summary>The mean time that a zone is down, from 0.01 to 1000 h; exponential.</summary>
    [Parameter("mean time that a zone is down, exponential; its servers still fail and are repaired", Unit = "h", Minimum = 0.01, Maximum = 1000)]
    public double ZoneOutageHours { get; init; } = 4;

    /// <summary>The people who repair, from 1 to 100; each works on one server at a time.</summary>
    [Parameter("people who repair", Unit = "people", Minimum = 1, Maximum = 100)]
    public int Crew { get; init; } = 1;

    /// <summary>The mean time to repair, once a person and the part are there, from 0.1 to 1000 h; exponential.</summary>
    [Parameter("mean time to repair, exponential, once person and part are there", Unit = "h", Minimum = 0.1, Maximum = 1000)]
    public double Mttr { get; init; } = 12;

    /// <summary>The share of failures that need a new machine from the shelf, from 0 to 1.</summary>
    [Parameter("share of failures that need a new machine", Minimum = 0, Maximum = 1)]
    public double PartShare { get; init; } = 0.25;

    /// <summary>The spares: new machines on the shelf at the beginning, from 0 to 1000. One is ordered for each that is taken.</summary>
    [Parameter("spare machines on the shelf at the beginning; each failure that needs one orders another", Unit = "machines", Minimum = 0, Maximum = 1000)]
    public int Spares { get; init; } = 2;

    /// <summary>The lead time: days until an ordered machine arrives, from 0 to 365.</summary>
    [Parameter("delivery lead time, the same for every order", Unit = "days", Minimum = 0, Maximum = 365)]
    public double LeadTimeDays { get; init; } = 28;

    /// <summary>The days that a replication simulates, from 1 to 3650. The surprise begins at noon after half of them.</summary>
    [Parameter("days that are simulated, per replication", Unit = "days", Minimum = 1, Maximum = 3650)]
    public int Days { get; init; } = 90;

    /// <summary>The share of time in which a zone is down.</summary>
    public double ZoneDownShare => ZoneOutageRate * ZoneOutageHours / (TimeUnits.HoursPerYear + (ZoneOutageRate * ZoneOutageHours));

    /// <summary>The servers that are bought: enough for the forecast and the headroom.</summary>
    public int Servers => (int)Rounding.Up(Forecast * (1 + Headroom) / ServerCapacity);

    /// <summary>When the surprise begins; hours from the beginning.</summary>
    public double SpikeStart => (TimeUnits.HoursPerDay * (Days / 2)) + (TimeUnits.HoursPerDay / 2);

    /// <inheritdoc/>
    protected internal override IEnumerable<ModelRule> Rules =>
    [
        new(
            "forecast · (1 + headroom) / serverCapacity ≤ 5000: more servers are not simulated",
            Servers <= 5000,
            $"serverCapacity = {ServerCapacity}: not allowed with forecast = {Forecast} and headroom = {Headroom}; more than 5000 servers would be needed, so give at least {Forecast * (1 + Headroom) / 5000}"),
    ];
}
