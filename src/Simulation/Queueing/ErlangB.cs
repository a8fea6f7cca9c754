namespace InteractiveArticle.Simulation.Queueing;

/// <summary>
/// Erlang's loss formula: Poisson arrivals, c servers, no room to wait (M/M/c/c, and by insensitivity M/G/c/c).
/// </summary>
/// <remarks>
/// A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in automatic telephone
/// exchanges", Post Office Electrical Engineers' Journal 10, 1917.
/// </remarks>
public static class ErlangB
{
    /// <summary>The probability that an arriving customer is lost.</summary>
    /// <param name="offeredLoad">The offered load a = λ/μ in erlangs; at least 0.</param>
    /// <param name="servers">The number of servers c; at least 0.</param>
    /// <returns>From 0 to 1.</returns>
    public static double LossProbability(double offeredLoad, int servers)
    {
        // The recursion B(0) = 1, B(k) = a B(k − 1) / (k + a B(k − 1)) needs no factorial and cannot overflow.
        double loss = 1;
        for (int k = 1; k <= servers; k++)
        {
            loss = offeredLoad * loss / (k + (offeredLoad * loss));
        }

        return loss;
    }
}
