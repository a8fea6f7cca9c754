namespace InteractiveArticle.Simulation.Queueing;

/// <summary>
/// How long a queue remembers: the time in which what is left of its starting state shrinks to 1/e, and over which waits
/// are alike.
/// </summary>
/// <remarks>
/// For M/M/1 exactly 1 / (μ (1 − √ρ)²): P. M. Morse, "Stochastic properties of waiting lines", Journal of the Operations
/// Research Society of America 3, 1955. More servers work it off c times as fast, and service times of another
/// coefficient of variation make it (1 + cv²) / 2 times as long, as in heavy traffic: W. Whitt, "Planning queueing
/// simulations", Management Science 35, 1989, who derives the length of a run from it.
/// </remarks>
public static class RelaxationTime
{
    private const double LeastWarmup = 3;
    private const double LeastMeasured = 10;

    /// <summary>The relaxation time.</summary>
    /// <param name="options">The queue; valid, and with more room than work: less than one arrival for each service that its servers can do.</param>
    /// <returns>In the unit of time of the options; infinite where arrivals keep all servers busy.</returns>
    public static double Of(QueueOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double serviceCv = options.Service switch
        {
            ServiceDistribution.Deterministic => 0,
            ServiceDistribution.Lognormal => options.ServiceCv,
            _ => 1,
        };
        double served = options.Servers * options.ServiceRate;
        double gap = 1 - Math.Sqrt(options.ArrivalRate / served);
        return gap > 0 ? (1 + (serviceCv * serviceCv)) / 2 / (served * gap * gap) : double.PositiveInfinity;
    }

    /// <summary>The mean number of arrivals in the relaxation time.</summary>
    /// <inheritdoc cref="Of" path="/param"/>
    internal static double InArrivals(QueueOptions options) => options.ArrivalRate * Of(options);

    /// <summary>What to say of a run that is too short for its queue: nothing, or one line with the lengths that would do.</summary>
    /// <remarks>A queue with little room forgets sooner than one with much, so of a queue with a capacity nothing is said.</remarks>
    internal static IReadOnlyList<string> Warnings(QueueOptions options)
    {
        double customers = InArrivals(options);
        return options.Capacity > 0 || (options.Warmup >= LeastWarmup * customers && options.Customers >= LeastMeasured * customers)
            ? []
            : [FormattableString.Invariant($"customers = {options.Customers}, warmup = {options.Warmup}: short for this queue, which remembers about {customers:0} arrivals; its waits are underestimated and their intervals too narrow, so give at least {Math.Ceiling(LeastMeasured * customers):0} and {Math.Ceiling(LeastWarmup * customers):0}")];
    }
}
