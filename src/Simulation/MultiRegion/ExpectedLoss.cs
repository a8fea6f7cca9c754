using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.MultiRegion;

/// <summary>
/// What outages cost in a year, in theory.
/// </summary>
/// <remarks>
/// Outages come as a Poisson process and each costs its duration, so a year's loss is compound Poisson: with a rate λ
/// and a loss X each, its mean is λ E[X] and its variance λ E[X²] (S. Asmussen and H. Albrecher, "Ruin Probabilities",
/// second edition, 2010, chapter 1). With two regions there are three such processes, whose means and variances add up:
/// outages of both at the rate β λ, where β is the beta factor (K. N. Fleming, "A reliability model for common mode
/// failures in redundant safety systems", General Atomic report GA-A13284, 1975), each of which costs the whole of D;
/// and outages of the one and of the other at the rate (1 − β) λ each. Those cost the region's share a of the load for
/// the whole of D where failing over fails; otherwise a min(D, t) until it is done after the time t, and from then on
/// the share u that the survivor does not serve: a min(D, t) + u (D − t)⁺. Each outage is counted by itself, as if it
/// never overlapped with another.
/// </remarks>
public static class ExpectedLoss
{
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
        double square = OutageDurations.MeanSquare(options.MeanHours, options.DurationCv);
        double one = MeanSquareLost(options, FailedRegion.First(options)) + MeanSquareLost(options, FailedRegion.Second(options));
        double both = (options.CommonShare * square) + ((1 - options.CommonShare) * one);
        return options.LossPerHour * Math.Sqrt(options.OutageRate * both);
    }

    /// <summary>The probability that a year has any outage of the first region.</summary>
    /// <param name="options">The company.</param>
    /// <returns>1 − e^(−λ).</returns>
    public static double AnyOutage(MultiRegionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return 1 - PortableMath.Exp(-options.OutageRate);
    }

    /// <summary>What the regions' room for each other's load costs in a year.</summary>
    /// <param name="options">The company.</param>
    /// <returns>Dollars.</returns>
    /// <remarks>
    /// With loads 1 − w and w and room for the share h of each other's, two regions have the capacity
    /// (1 − w + h w) + (w + h (1 − w)) = 1 + h, whatever w is: the room is all that they have beyond one region's 1.
    /// </remarks>
    public static double HeadroomCost(MultiRegionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return TimeUnits.MonthsPerYear * options.HostingBill * options.SecondRegionShare * options.Headroom;
    }

    /// <summary>What the second region costs in a year: the headroom, and keeping the data in step.</summary>
    /// <param name="options">The company.</param>
    /// <returns>Dollars.</returns>
    public static double SecondRegionCost(MultiRegionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return HeadroomCost(options) + (TimeUnits.MonthsPerYear * options.TransferBill);
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

    // By outage of the first region; the second has as many of its own.
    private static double MeanHoursWithTwo(MultiRegionOptions options) =>
        (options.CommonShare * options.MeanHours)
        + ((1 - options.CommonShare) * (MeanHoursLost(options, FailedRegion.First(options)) + MeanHoursLost(options, FailedRegion.Second(options))));

    private static double MeanHoursLost(MultiRegionOptions options, FailedRegion region)
    {
        double untilTakenOver = OutageDurations.CutMean(options.MeanHours, options.DurationCv, FailoverHours(options));
        double withFailover = (region.Load * untilTakenOver) + (region.Unserved * (options.MeanHours - untilTakenOver));
        return (options.FailoverFails * region.Load * options.MeanHours) + ((1 - options.FailoverFails) * withFailover);
    }

    private static double MeanSquareLost(MultiRegionOptions options, FailedRegion region)
    {
        double failover = FailoverHours(options);
        double square = OutageDurations.MeanSquare(options.MeanHours, options.DurationCv);
        double squareUntil = OutageDurations.CutMeanSquare(options.MeanHours, options.DurationCv, failover);

        // Whatever is left after the failover began at its end: min(D, t) (D − t)⁺ = t (D − t)⁺.
        double cross = failover * (options.MeanHours - OutageDurations.CutMean(options.MeanHours, options.DurationCv, failover));
        double squareAfter = square - squareUntil - (2 * cross);
        double withFailover = (region.Load * region.Load * squareUntil)
            + (2 * region.Load * region.Unserved * cross)
            + (region.Unserved * region.Unserved * squareAfter);
        return (options.FailoverFails * region.Load * region.Load * square) + ((1 - options.FailoverFails) * withFailover);
    }
}
