using InteractiveArticle.Simulation.Numerics;

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
    /// <returns>For each number from 0 to K a probability; they add up to 1, and the last one is the probability that a customer is lost.</returns>
    public static IReadOnlyList<double> StateProbabilities(double arrivalRate, double serviceRate, int servers, int capacity) =>
        new BirthDeathChain(capacity, _ => arrivalRate, customers => Math.Min(customers, servers) * serviceRate).StateProbabilities();

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
