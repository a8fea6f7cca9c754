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
    public static double HiddenCapacity(double capacity, int retries) => capacity / (1 + retries);

    /// <summary>The attempts that reach the bottom of a stack whose layers all retry, when the bottom fails.</summary>
    /// <param name="attempts">The attempts k that a layer makes for each one it receives; at least 1.</param>
    /// <param name="layers">The layers L; at least 0.</param>
    /// <returns>kᴸ for each request at the top.</returns>
    public static double ThroughLayers(double attempts, int layers) => PortableMath.Pow(attempts, layers);
}
