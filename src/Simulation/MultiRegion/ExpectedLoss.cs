using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.MultiRegion;

/// <summary>
/// What outages cost in a year, in theory.
/// </summary>
/// <remarks>
/// Outages come as a Poisson process and each costs its duration, so a year's loss is compound Poisson: with a rate λ
/// and a loss X each, its mean is λ E[X] and its variance λ E[X²] (S. Asmussen and H. Albrecher, "Ruin Probabilities",
/// second edition, 2010, chapter 1). With a second region an outage of duration D costs the whole of D if it takes both
/// regions or failing over fails, and otherwise no more than the time to fail over.
/// </remarks>
public static class ExpectedLoss
{
    /// <summary>The probability that an outage lasts to its end in spite of a second region.</summary>
    /// <param name="options">The company.</param>
    /// <returns>From 0 to 1.</returns>
    public static double LostInSpite(MultiRegionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.CommonShare + ((1 - options.CommonShare) * options.FailoverFails);
    }

    /// <summary>The mean loss in a year with one region.</summary>
    /// <param name="options">The company.</param>
    /// <returns>Dollars.</returns>
    public static double OneRegion(MultiRegionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.OutageRate * options.MeanHours * options.LossPerHour;
    }

    /// <summary>The mean loss in a year with two regions.</summary>
    /// <param name="options">The company.</param>
    /// <returns>Dollars.</returns>
    public static double TwoRegions(MultiRegionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.OutageRate * MeanHoursWithTwo(options) * options.LossPerHour;
    }

    /// <summary>The standard deviation of a year's loss with one region.</summary>
    /// <param name="options">The company.</param>
    /// <returns>Dollars.</returns>
    public static double DeviationWithOneRegion(MultiRegionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.LossPerHour * Math.Sqrt(options.OutageRate * OutageDurations.MeanSquare(options.MeanHours, options.DurationCv));
    }

    /// <summary>The standard deviation of a year's loss with two regions.</summary>
    /// <param name="options">The company.</param>
    /// <returns>Dollars.</returns>
    public static double DeviationWithTwoRegions(MultiRegionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double inSpite = LostInSpite(options);
        double square = (inSpite * OutageDurations.MeanSquare(options.MeanHours, options.DurationCv))
            + ((1 - inSpite) * OutageDurations.CutMeanSquare(options.MeanHours, options.DurationCv, FailoverHours(options)));
        return options.LossPerHour * Math.Sqrt(options.OutageRate * square);
    }

    /// <summary>The probability that a year has any outage.</summary>
    /// <param name="options">The company.</param>
    /// <returns>1 − e^(−λ).</returns>
    public static double AnyOutage(MultiRegionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return 1 - PortableMath.Exp(-options.OutageRate);
    }

    /// <summary>What the second region costs in a year.</summary>
    /// <param name="options">The company.</param>
    /// <returns>Dollars.</returns>
    public static double SecondRegionCost(MultiRegionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return TimeUnits.MonthsPerYear * ((options.HostingBill * options.SecondRegionShare) + options.TransferBill);
    }

    /// <summary>The outages a year from which on a second region pays for itself.</summary>
    /// <param name="options">The company; its own outage rate plays no part.</param>
    /// <returns>At least 0; infinite where the second region saves nothing.</returns>
    public static double BreakEvenRate(MultiRegionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double savedPerOutage = (options.MeanHours - MeanHoursWithTwo(options)) * options.LossPerHour;
        return savedPerOutage > 0 ? SecondRegionCost(options) / savedPerOutage : double.PositiveInfinity;
    }

    /// <summary>The loss in an hour of outage from which on a second region pays for itself.</summary>
    /// <param name="options">The company; its own loss plays no part.</param>
    /// <returns>Dollars an hour, at least 0; infinite where the second region saves nothing.</returns>
    public static double BreakEvenLoss(MultiRegionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double savedHours = options.OutageRate * (options.MeanHours - MeanHoursWithTwo(options));
        return savedHours > 0 ? SecondRegionCost(options) / savedHours : double.PositiveInfinity;
    }

    /// <summary>How long failing over takes.</summary>
    internal static double FailoverHours(MultiRegionOptions options) => options.FailoverMinutes / TimeUnits.MinutesPerHour;

    private static double MeanHoursWithTwo(MultiRegionOptions options)
    {
        double inSpite = LostInSpite(options);
        return (inSpite * options.MeanHours)
            + ((1 - inSpite) * OutageDurations.CutMean(options.MeanHours, options.DurationCv, FailoverHours(options)));
    }
}
