using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>
/// What retries do to a load, in the steady state.
/// </summary>
/// <remarks>
/// M. Brooker, "Fixing retries with token buckets and circuit breakers", 2022, for the attempts per request; the hidden
/// capacity and the layers follow from it. The name is in the spirit of N. Bronson et al., "Metastable failures in
/// distributed systems", HotOS 2021: it is the load up to which a system comes back by itself.
/// </remarks>
public static class RetryLoad
{
    /// <summary>The mean attempts for a request when every attempt fails with the same probability.</summary>
    /// <param name="failure">The probability p that an attempt fails, from 0 to 1.</param>
    /// <param name="retries">The retries N that a client makes at the most; at least 0.</param>
    /// <returns>1 + p + … + pᴺ = (1 − pᴺ⁺¹) / (1 − p); 1 + N when everything fails.</returns>
    public static double AttemptsPerRequest(double failure, int retries) => failure == 1
        ? 1 + retries
        : (1 - PortableMath.Pow(failure, retries + 1)) / (1 - failure);

    /// <summary>The load up to which a fleet works off what retries add when everything fails.</summary>
    /// <param name="capacity">What the fleet can serve, in requests a second.</param>
    /// <param name="retries">The retries N that a client makes at the most; at least 0.</param>
    /// <returns>C / (1 + N), in requests a second.</returns>
    /// <remarks>
    /// For a long line served in the order of arrival, and clients without a budget, breaker or throttling. Where some
    /// of that does not hold see <see cref="HiddenCapacity(RetryStormOptions)"/>.
    /// </remarks>
    public static double HiddenCapacity(double capacity, int retries) => capacity / (1 + retries);

    /// <summary>The load up to which a fleet comes back by itself, whatever the trigger; well past it a trigger that fills a long line leaves a storm.</summary>
    /// <param name="options">The fleet and its clients.</param>
    /// <returns>In requests a second, at most the capacity; not-a-number with circuit breakers, throttling or CoDel, which no formula here describes.</returns>
    /// <remarks>
    /// A storm keeps itself alive if, with the line full, at least as many attempts are sent as the capacity C. Of the
    /// answers that the busy fleet then gives, a share g comes in time (<see cref="ShareInTime"/>); so an attempt fails
    /// with probability 1 − g where just C attempts are sent a second, a request makes
    /// <see cref="AttemptsPerRequest"/>(1 − g, N) of them, and C divided by that is the hidden capacity. It is C / (1 + N)
    /// for a long line, where nothing is in time, and C for one so short that its wait stays well below the timeout.
    /// A retry budget that gains r tokens for each success allows at most r·g·C retries a second in the long run, once
    /// the tokens that clients start with are spent; so the load alone must exceed C·(1 − r·g) to keep the line full.
    /// All this is a balance of flows: it neglects how the wait varies about its mean, by about √Q / C in a line of Q
    /// requests. So near the hidden capacity, and where a full line holds little more than is served within the timeout, a
    /// storm dies by luck sooner or later.
    /// </remarks>
    public static double HiddenCapacity(RetryStormOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Breaker || options.Throttling || options.Discipline == QueueDiscipline.Codel)
        {
            return double.NaN;
        }

        double inTime = ShareInTime(options);
        double withRetries = options.Capacity / Math.Max(1, AttemptsPerRequest(1 - inTime, options.EffectiveRetries));
        double refill = options.BudgetSize == 0 ? 0 : options.BudgetRefill;
        double withBudget = options.Capacity * (1 - (refill * inTime));
        return options.Budget ? Math.Max(withRetries, withBudget) : withRetries;
    }

    /// <summary>The share of a busy fleet's answers that come in time while its line is full.</summary>
    /// <param name="options">The fleet and its clients.</param>
    /// <returns>
    /// 1 with deadlines that travel with the requests, since nothing else is answered; otherwise the probability that an
    /// exponential service ends within what the wait leaves of the timeout. The wait is Q / C in a line of Q requests, and
    /// next to nothing where the newest comes first.
    /// </returns>
    public static double ShareInTime(RetryStormOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.DeadlinePropagation)
        {
            return 1;
        }

        double wait = options.Discipline == QueueDiscipline.Lifo ? 0 : options.QueueLimit / options.Capacity;
        return 1 - PortableMath.Exp(-Math.Max(0, options.Timeout - wait) / options.ServiceTime);
    }

    /// <summary>The share of its requests that a client holds back under adaptive throttling.</summary>
    /// <param name="requests">What the client has asked for of late, whether or not it was sent; at least 0.</param>
    /// <param name="accepts">How many of these were answered; from 0 to <paramref name="requests"/>.</param>
    /// <param name="multiplier">The requests K that it makes for each one that is answered; at least 1.</param>
    /// <returns>
    /// max(0, (requests − K·accepts) / (requests + 1)). Where a client asks λ times a second and a answers come, it sends
    /// about min(λ, K·a) in the long run; where none come, one request in each window.
    /// </returns>
    /// <remarks>B. Beyer et al. (editors), "Site Reliability Engineering", 2016, chapter 21, "Handling overload".</remarks>
    public static double ThrottledShare(int requests, int accepts, double multiplier) =>
        Math.Max(0, (requests - (multiplier * accepts)) / (requests + 1));

    /// <summary>The attempts that reach the bottom of a stack whose layers all retry, when the bottom fails.</summary>
    /// <param name="attempts">The attempts k that a layer makes for each one it receives; at least 1.</param>
    /// <param name="layers">The layers L; at least 0.</param>
    /// <returns>kᴸ for each request at the top.</returns>
    public static double ThroughLayers(double attempts, int layers) => PortableMath.Pow(attempts, layers);
}
