using InteractiveArticle.Simulation.Elasticity;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Figures.Elasticity;

/// <summary>
/// The beginning of a rush, as far as it is recorded minute by minute, and its worst hour: what each fleet refuses.
/// </summary>
public sealed class Rush
{
    private const double Rounding = 1e-9; // days
    private const double Visible = 0.005;

    private readonly IReadOnlyList<ElasticityMoment> beginning;

    /// <summary>Looks at the rush of a site.</summary>
    /// <param name="result">The simulated fleets.</param>
    /// <param name="options">The options they were run with.</param>
    public Rush(ElasticityResult result, ElasticityOptions options)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        bool isOver(double day) => day >= options.SpikeDay + (options.SpikeHours / TimeUnits.HoursPerDay) - Rounding;
        bool isOn(double day) => day >= options.SpikeDay - Rounding && !isOver(day);

        // What is recorded holds for the minute that follows.
        beginning = [.. result.SpikeMinutes.Where(minute => isOn(minute.Day)).SkipLast(1)];
        WorstHourOfBought = result.Hours
            .Where(hour => beginning.Count > 0 && isOn(hour.Day) && hour.Demand > 0)
            .Select(hour => ((double Day, double Refused)?)(hour.Day, (hour.Demand - hour.Bought) / hour.Demand))
            .Where(hour => hour!.Value.Refused >= Visible)
            .MaxBy(hour => hour!.Value.Refused);
    }

    /// <summary>How long its recorded beginning is; minutes.</summary>
    public int Minutes => beginning.Count;

    /// <summary>The share of the requests of these minutes that the bought fleet refuses; from 0 to 1.</summary>
    public double RefusedByBought => Refused(minute => minute.Bought);

    /// <summary>The share of the requests of these minutes that the rented fleet refuses; from 0 to 1.</summary>
    public double RefusedByRented => Refused(minute => minute.Elastic);

    /// <summary>At which hour, on what day, the bought fleet refuses the largest share, and which; null where it hardly refuses any.</summary>
    public (double Day, double Refused)? WorstHourOfBought { get; }

    private double Refused(Func<ElasticityMoment, double> capacity)
    {
        double asked = beginning.Sum(minute => minute.Demand);
        return asked > 0 ? beginning.Sum(minute => Math.Max(0, minute.Demand - capacity(minute))) / asked : 0;
    }
}
