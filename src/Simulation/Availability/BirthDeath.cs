using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Availability;

/// <summary>
/// The redundant system as a Markov chain on the number of failed machines: they fail one by one, all at once from a
/// common cause, and are repaired one by one by a limited number of crews.
/// </summary>
/// <remarks>
/// Birth–death with repair: R. E. Barlow and F. Proschan, "Mathematical Theory of Reliability", 1965, chapter 5. The
/// beta factor: K. N. Fleming, "A reliability model for common mode failures in redundant safety systems", General
/// Atomic report GA-A13284, 1975: a machine fails at the rate 1/MTBF, of which the share β has a cause that takes all
/// machines at once.
/// </remarks>
public static class BirthDeath
{
    /// <summary>The long-run share of time in which at least k machines work.</summary>
    /// <param name="options">The system; its simulation settings play no part.</param>
    /// <returns>From 0 to 1.</returns>
    public static double Availability(AvailabilityOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return FailedMachines(options).StateProbabilities().Take(options.N - options.K + 1).Sum();
    }

    /// <summary>The mean time from all machines working to the first moment with fewer than k.</summary>
    /// <param name="options">The system; its simulation settings play no part.</param>
    /// <returns>Hours; infinite where they are more than a number holds.</returns>
    public static double MeanTimeToFailure(AvailabilityOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return FailedMachines(options).MeanTimeToReach(options.N - options.K + 1);
    }

    private static BirthDeathChain FailedMachines(AvailabilityOptions options) => new(
        options.N,
        failed => (options.N - failed) * (1 - options.Beta) / options.Mtbf,
        failed => Math.Min(failed, options.Crews) / options.Mttr,
        leapRate: options.Beta / options.Mtbf);
}
