using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Elasticity;

/// <summary>
/// A growing site with a daily rhythm and one wild day, served by a fleet that is bought and by a fleet that is rented
/// by an autoscaler.
/// </summary>
/// <remarks>
/// The rented hour costs what AWS asked for an m5.large. An owned hour is set to the same price, so that only the way
/// of buying differs. A boot takes 97 seconds, the mean that M. Mao and M. Humphrey measured for Linux ("A performance
/// study on the VM startup time in the cloud", IEEE CLOUD 2012). All else is an assumption; the autoscaler sees demand at
/// once and its servers warm up in no time until their levers say otherwise.
/// </remarks>
public sealed record ElasticityOptions : ModelOptions
{
    /// <summary>The days that are simulated, from 1 to 1000.</summary>
    [Parameter("days that are simulated", Unit = "d", Minimum = 1, Maximum = 1000)]
    public int Days { get; init; } = 84;

    /// <summary>The mean demand on the first day, from 1 to 10⁶ requests a second.</summary>
    [Parameter("mean demand on the first day", Unit = "requests/s", Minimum = 1, Maximum = 1e6)]
    public double MeanDemand { get; init; } = 10_000;

    /// <summary>What a server can answer, from 1 to 10⁶ requests a second.</summary>
    [Parameter("what a server can answer", Unit = "requests/s", Minimum = 1, Maximum = 1e6)]
    public double ServerCapacity { get; init; } = 200;

    /// <summary>How far demand swings about its mean every day, from 0 to 1: a sine. Day 0 begins at midnight.</summary>
    [Parameter("daily swing about the mean, as a share of it", Minimum = 0, Maximum = 1)]
    public double DailySwing { get; init; } = 0.6;

    /// <summary>When demand is highest, from 0 to 24 hours after midnight; it is lowest twelve hours before and after.</summary>
    [Parameter("hour of the day at which demand is highest; it is lowest twelve hours before and after", Unit = "h", Minimum = 0, Maximum = 24)]
    public double PeakHour { get; init; } = 20;

    /// <summary>The coefficient of variation of the noise in demand, from 0 to 1: a first-order autoregression with a correlation time of 30 minutes.</summary>
    [Parameter("coefficient of variation of the noise in demand, an AR(1) with a correlation time of 30 minutes", Minimum = 0, Maximum = 1)]
    public double NoiseCv { get; init; } = 0.1;

    /// <summary>The growth of demand in 30 days, from −0.5 to 2.</summary>
    [Parameter("growth of demand in 30 days", Minimum = -0.5, Maximum = 2)]
    public double MonthlyGrowth { get; init; } = 0.2;

    /// <summary>How many times the usual demand comes while the site is in the news, from 1 (nothing happens) to 20.</summary>
    [Parameter("demand during the spike, as a multiple of the usual", Minimum = 1, Maximum = 20)]
    public double Spike { get; init; } = 3;

    /// <summary>When the spike begins, from 0 to 1000 days after the first midnight; at .5 it is noon.</summary>
    [Parameter("when the spike begins; at .5 it is noon", Unit = "d", Minimum = 0, Maximum = 1000)]
    public double SpikeDay { get; init; } = 40.5;

    /// <summary>How long the spike lasts, from 0 to 1000 hours.</summary>
    [Parameter("how long the spike lasts", Unit = "h", Minimum = 0, Maximum = 1000)]
    public double SpikeHours { get; init; } = 12;

    /// <summary>The time over which the spike rises, from 0 to 1000 minutes.</summary>
    [Parameter("time over which the spike rises", Unit = "min", Minimum = 0, Maximum = 1000)]
    public double SpikeRiseMinutes { get; init; } = 5;

    /// <summary>Bought: the time from ordering servers to their first request, from 0 to 365 days.</summary>
    [Parameter("bought: time from order to delivery", Unit = "d", Minimum = 0, Maximum = 365)]
    public double LeadTimeDays { get; init; } = 21;

    /// <summary>Bought: the time between two orders, from 1 to 365 days. When the first of them goes out is drawn at random.</summary>
    [Parameter("bought: time between two orders", Unit = "d", Minimum = 1, Maximum = 365)]
    public double OrderEveryDays { get; init; } = 21;

    /// <summary>Bought: what the forecast takes the monthly growth to be, from −0.5 to 2.</summary>
    [Parameter("bought: growth in 30 days according to the forecast", Minimum = -0.5, Maximum = 2)]
    public double ForecastGrowth { get; init; } = 0.2;

    /// <summary>Bought: the reserve above the forecast of the usual daily peak, from 0 to 20.</summary>
    [Parameter("bought: reserve above the forecast peak, as a share of it", Minimum = 0, Maximum = 20)]
    public double Reserve { get; init; } = 0.25;

    /// <summary>Bought: what an owned server costs, from 0 to 1000 $/h, used or not.</summary>
    [Parameter("bought: what an owned server costs, used or not", Unit = "$/h", Minimum = 0, Maximum = 1000)]
    public double OwnedPrice { get; init; } = 0.096;

    /// <summary>Elastic: the time from the request for a server to its first answer, from 0 to 86 400 seconds; it is paid for meanwhile.</summary>
    [Parameter("elastic: time a server takes to boot", Unit = "s", Minimum = 0, Maximum = 86_400)]
    public double BootSeconds { get; init; } = 97;

    /// <summary>Elastic: the time over which the capacity of a server that has booted rises from nothing to the full, in a straight line, from 0 to 86 400 seconds.</summary>
    [Parameter("elastic: time a booted server takes to reach its full capacity", Unit = "s", Minimum = 0, Maximum = 86_400)]
    public double WarmUpSeconds { get; init; }

    /// <summary>Elastic: the time after a decision in which the autoscaler changes nothing, from 0 to 1440 minutes; it decides once a minute at most. When the first decision falls is drawn at random.</summary>
    /// <remarks>Five minutes is how often EC2 reports metrics where nobody asks for more (AWS documentation, "basic monitoring").</remarks>
    [Parameter("elastic: time from one decision of the autoscaler to the next", Unit = "min", Minimum = 0, Maximum = 1440)]
    public double CooldownMinutes { get; init; } = 5;

    /// <summary>Elastic: the delay of the metric, from 0 to 1440 whole minutes: the autoscaler sees demand as it was that long ago.</summary>
    [Parameter("elastic: delay with which the autoscaler sees demand", Unit = "min", Minimum = 0, Maximum = 1440)]
    public int MetricDelayMinutes { get; init; }

    /// <summary>Elastic: the minutes over whose demand the metric is a mean, from 1 (each minute by itself) to 60.</summary>
    [Parameter("elastic: minutes over which the demand that the autoscaler sees is averaged", Unit = "min", Minimum = 1, Maximum = 60)]
    public int MetricWindowMinutes { get; init; } = 1;

    /// <summary>Elastic: how long fewer servers have to be enough before any is given back, from 0 to 1440 whole minutes. New ones are rented at the next decision all the same.</summary>
    /// <remarks>
    /// The autoscaler acts on the highest demand that it saw in this time. Kubernetes calls it the stabilization window
    /// for scaling down, and sets it to 5 minutes (Kubernetes documentation, "Horizontal Pod Autoscaling").
    /// </remarks>
    [Parameter("elastic: how long fewer servers have to be enough before any is given back", Unit = "min", Minimum = 0, Maximum = 1440)]
    public int ScaleInDelayMinutes { get; init; }

    /// <summary>Elastic: the utilisation that the autoscaler aims at, from 0.05 to 1.</summary>
    [Parameter("elastic: utilisation that the autoscaler aims at", Minimum = 0.05, Maximum = 1)]
    public double TargetUtilisation { get; init; } = 0.7;

    /// <summary>Elastic: the fewest servers, from 0 to 100 000.</summary>
    [Parameter("elastic: fewest servers", Unit = "servers", Minimum = 0, Maximum = 100_000)]
    public int MinimumServers { get; init; } = 2;

    /// <summary>Elastic: the most servers, from 1 to 100 000: the maximum of the autoscaler or the quota of the account, whichever is lower. Requests for more are refused.</summary>
    [Parameter("elastic: most servers, by the autoscaler's maximum or the account's quota", Unit = "servers", Minimum = 1, Maximum = 100_000)]
    public int MaximumServers { get; init; } = 1000;

    /// <summary>Elastic: what a rented server costs, from 0 to 1000 $/h.</summary>
    [Parameter("elastic: what a rented server costs", Unit = "$/h", Minimum = 0, Maximum = 1000)]
    public double RentedPrice { get; init; } = 0.096;

    /// <summary>When the spike begins, in minutes after the first midnight.</summary>
    internal double SpikeMinute => Rounding.Settle(SpikeDay * TimeUnits.MinutesPerDay);

    /// <inheritdoc/>
    protected internal override IEnumerable<ModelRule> Rules =>
    [
        new(
            "minimumServers ≤ maximumServers",
            MinimumServers <= MaximumServers,
            $"minimumServers = {MinimumServers}: not allowed with maximumServers = {MaximumServers}; give at most {MaximumServers}"),
    ];
}
