namespace InteractiveArticle.Simulation.Queueing;

/// <summary>
/// The queue with limited room, M/M/c/K, as a birth–death process.
/// </summary>
/// <remarks>L. Kleinrock, "Queueing Systems", volume 1, 1975, section 3.8; defined at any load, also above 1.</remarks>
public static class FiniteQueue
{
    /// <summary>The long-run probability of each number of customers in the system.</summary>
    /// <param name="arrivalRate">The arrival rate λ; at least 0.</param>
    /// <param name="serviceRate">The service rate μ of one server; above 0.</param>
    /// <param name="servers">The number of servers c; at least 1.</param>
    /// <param name="capacity">The most customers in the system, K; at least c.</param>
    /// <returns>K + 1 probabilities that add up to 1; the last one is the probability that a customer is lost.</returns>
    public static IReadOnlyList<double> StateProbabilities(double arrivalRate, double serviceRate, int servers, int capacity)
    {
        var weights = new double[capacity + 1];
        weights[0] = 1;
        double total = 1;
        for (int n = 1; n <= capacity; n++)
        {
            weights[n] = weights[n - 1] * arrivalRate / (Math.Min(n, servers) * serviceRate);
            total += weights[n];

            // A large K at a high load would overflow; only the ratios matter.
            if (total > 1e200)
            {
                for (int k = 0; k <= n; k++)
                {
                    weights[k] /= total;
                }

                total = 1;
            }
        }

        return Array.ConvertAll(weights, weight => weight / total);
    }

    /// <summary>The probability that an arriving customer finds no room.</summary>
    /// <inheritdoc cref="StateProbabilities"/>
    /// <returns>From 0 to 1.</returns>
    public static double LossProbability(double arrivalRate, double serviceRate, int servers, int capacity) =>
        StateProbabilities(arrivalRate, serviceRate, servers, capacity)[^1];

    /// <summary>The mean wait of an admitted customer, by Little's law.</summary>
    /// <inheritdoc cref="StateProbabilities"/>
    /// <returns>A time in the unit of 1/μ; not-a-number when nobody arrives.</returns>
    public static double MeanWait(double arrivalRate, double serviceRate, int servers, int capacity)
    {
        var states = StateProbabilities(arrivalRate, serviceRate, servers, capacity);
        double queueLength = 0;
        for (int n = servers + 1; n <= capacity; n++)
        {
            queueLength += (n - servers) * states[n];
        }

        return queueLength / (arrivalRate * (1 - states[^1]));
    }
}
