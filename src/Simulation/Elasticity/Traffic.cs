using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.Elasticity;

/// <summary>
/// The demand on a site, minute by minute: growth, a daily rhythm, noise, and one spike.
/// </summary>
/// <remarks>
/// The noise multiplies demand by a log-normal factor of mean 1 whose logarithm is a first-order autoregression, AR(1),
/// from minute to minute, stationary from the first; its correlation falls to 1/e within half an hour.
/// </remarks>
internal sealed class Traffic
{
    /// <summary>The time in which the noise is forgotten.</summary>
    public const double NoiseCorrelationMinutes = 30;

    private const double DaysOfGrowth = 30; // options give growth for 30 days

    private readonly ElasticityOptions options;
    private readonly RandomStream noise;
    private readonly double growthPerMinute;
    private readonly double noiseMemory = PortableMath.Exp(-1 / NoiseCorrelationMinutes);
    private readonly double noiseInnovation;
    private readonly double noiseVariance;
    private readonly double noiseDeviation;
    private double noiseLevel;

    public Traffic(ElasticityOptions options, RandomStream noise)
    {
        this.options = options;
        this.noise = noise;
        growthPerMinute = PortableMath.Log(1 + options.MonthlyGrowth) / (DaysOfGrowth * TimeUnits.MinutesPerDay);
        noiseInnovation = Math.Sqrt(1 - (noiseMemory * noiseMemory));
        noiseVariance = PortableMath.Log(1 + (options.NoiseCv * options.NoiseCv));
        noiseDeviation = Math.Sqrt(noiseVariance);
        noiseLevel = noise.NextNormal();
    }

    /// <summary>The demand of a minute, in requests a second; to be asked for minute after minute.</summary>
    public double DemandAt(double minute)
    {
        double demand = options.MeanDemand
            * (1 + (options.DailySwing * PortableMath.SineOfTurns((minute / TimeUnits.MinutesPerDay) - ((options.PeakHour - 6) / TimeUnits.HoursPerDay))))
            * PortableMath.Exp((growthPerMinute * minute) + (noiseDeviation * noiseLevel) - (noiseVariance / 2))
            * SpikeAt(minute);
        noiseLevel = (noiseMemory * noiseLevel) + (noiseInnovation * noise.NextNormal());
        return demand;
    }

    /// <summary>The highest daily peak that a planner expects within some time, who knows today's usual peak and believes in a growth.</summary>
    public double ForecastPeak(double now, double minutesAhead)
    {
        double forecastPerMinute = PortableMath.Log(1 + options.ForecastGrowth) / (DaysOfGrowth * TimeUnits.MinutesPerDay);
        double growth = Math.Max(0, forecastPerMinute * minutesAhead);
        return options.MeanDemand * (1 + options.DailySwing) * PortableMath.Exp((growthPerMinute * now) + growth);
    }

    private double SpikeAt(double minute)
    {
        double since = minute - options.SpikeMinute;
        if (since < 0 || since >= Rounding.Settle(options.SpikeHours * TimeUnits.MinutesPerHour))
        {
            return 1;
        }

        double risen = options.SpikeRiseMinutes > 0 ? Math.Min(1, since / options.SpikeRiseMinutes) : 1;
        return 1 + ((options.Spike - 1) * risen);
    }
}
