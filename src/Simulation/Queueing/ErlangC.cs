namespace InteractiveArticle.Simulation.Queueing;

/// <summary>
/// Erlang's delay formula: Poisson arrivals, c servers with exponential service, endless room to wait (M/M/c).
/// </summary>
/// <remarks>Erlang 1917, as for <see cref="ErlangB"/>; L. Kleinrock, "Queueing Systems", volume 1, 1975, section 3.5.</remarks>
public static class ErlangC
{
    /// <summary>The probability that an arriving customer has to wait.</summary>
    /// <param name="arrivalRate">The arrival rate λ; at least 0 and below cμ.</param>
    /// <param name="serviceRate">The service rate μ of one server; above 0.</param>
    /// <param name="servers">The number of servers c; at least 1.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The load is not below 1: there is no steady state.</exception>
    public static double WaitProbability(double arrivalRate, double serviceRate, int servers)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(arrivalRate, servers * serviceRate);
        double utilisation = arrivalRate / (servers * serviceRate);
        double loss = ErlangB.LossProbability(arrivalRate / serviceRate, servers);
        return loss / (1 - (utilisation * (1 - loss)));
    }

    /// <summary>The mean wait before service.</summary>
    /// <param name="arrivalRate">The arrival rate λ; at least 0 and below cμ.</param>
    /// <param name="serviceRate">The service rate μ of one server; above 0.</param>
    /// <param name="servers">The number of servers c; at least 1.</param>
    /// <returns>A time in the unit of 1/μ.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The load is not below 1: there is no steady state.</exception>
    public static double MeanWait(double arrivalRate, double serviceRate, int servers) =>
        WaitProbability(arrivalRate, serviceRate, servers) / ((servers * serviceRate) - arrivalRate);
}
