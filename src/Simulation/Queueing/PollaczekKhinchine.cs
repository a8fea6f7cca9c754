namespace InteractiveArticle.Simulation.Queueing;

/// <summary>
/// The mean wait with one server and any distribution of service times (M/G/1).
/// </summary>
/// <remarks>
/// F. Pollaczek, "Über eine Aufgabe der Wahrscheinlichkeitstheorie", Mathematische Zeitschrift 32, 1930; A. Khinchine,
/// "Mathematical theory of a stationary queue", Matematicheskii Sbornik 39, 1932.
/// </remarks>
public static class PollaczekKhinchine
{
    /// <summary>The mean wait before service: ρ (1 + c²) / (2 (1 − ρ)) mean service times.</summary>
    /// <param name="arrivalRate">The arrival rate λ; at least 0 and below μ.</param>
    /// <param name="serviceRate">The service rate μ; above 0.</param>
    /// <param name="coefficientOfVariation">That of the service times, c; at least 0: 0 for M/D/1, 1 for M/M/1.</param>
    /// <returns>A time in the unit of 1/μ.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The load is not below 1: there is no steady state.</exception>
    public static double MeanWait(double arrivalRate, double serviceRate, double coefficientOfVariation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(arrivalRate, serviceRate);
        double utilisation = arrivalRate / serviceRate;
        return utilisation * (1 + (coefficientOfVariation * coefficientOfVariation)) / (2 * (1 - utilisation)) / serviceRate;
    }
}
