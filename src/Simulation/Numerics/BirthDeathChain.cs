namespace InteractiveArticle.Simulation.Numerics;

/// <summary>
/// A birth–death process in continuous time on the states 0 to n: a Markov chain that moves up and down one state at a
/// time. On request it also leaps from any state below n straight to n.
/// </summary>
/// <remarks>
/// W. Feller, "An Introduction to Probability Theory and Its Applications", volume 1, 1968, section XVII.5. Both results
/// come from recursions that only add, multiply and divide positive numbers (as in W. K. Grassmann, M. I. Taksar and
/// D. P. Heyman, "Regenerative analysis and steady state distributions for Markov chains", Operations Research 33,
/// 1985), so that nothing cancels, and weights that would leave the range of a number carry an exponent of their own.
/// </remarks>
/// <param name="last">The last state n; at least 0.</param>
/// <param name="birthRate">The rate from a state to the one above; asked for 0 to n − 1, at least 0.</param>
/// <param name="deathRate">The rate from a state to the one below; asked for 1 to n, above 0.</param>
/// <param name="leapRate">The rate from each state below n straight to n, besides the births; at least 0.</param>
public sealed class BirthDeathChain(int last, Func<int, double> birthRate, Func<int, double> deathRate, double leapRate = 0)
{
    // Far from both ends of the range of a number, so that one step of a weight cannot leave it.
    private const int LargestExponent = 500;

    /// <summary>The long-run probability of each state.</summary>
    /// <returns>n + 1 probabilities that add up to 1; those below about 10⁻³⁰⁸ are 0.</returns>
    /// <remarks>
    /// In the long run as much crosses the cut between two neighbouring states upwards as downwards. That gives the weight
    /// of each state from those below it.
    /// </remarks>
    public IReadOnlyList<double> StateProbabilities()
    {
        // The weight of state k is weights[k] · 2^exponents[k].
        var weights = new double[last + 1];
        var exponents = new int[last + 1];
        double weight = weights[0] = 1;
        double below = 1; // the weight of all states so far, from which the chain may leap
        int exponent = 0;
        for (int state = 1; state <= last; state++)
        {
            double upwards = (weight * birthRate(state - 1)) + (leapRate > 0 ? below * leapRate : 0);
            weight = upwards / deathRate(state);
            below += weight;
            if (weight > 0 && Math.Abs(Math.ILogB(weight)) > LargestExponent)
            {
                // By a power of two, which changes no digit.
                int shift = Math.ILogB(weight);
                weight = Math.ScaleB(weight, -shift);
                below = Math.ScaleB(below, -shift);
                exponent += shift;
            }

            (weights[state], exponents[state]) = (weight, exponent);
        }

        // The heaviest states have the largest exponent, or nearly: beside them the others do not overflow.
        int largest = exponents.Max();
        double total = 0;
        for (int state = 0; state <= last; state++)
        {
            weights[state] = Math.ScaleB(weights[state], exponents[state] - largest);
            total += weights[state];
        }

        return Array.ConvertAll(weights, scaled => scaled / total);
    }

    /// <summary>The mean time from state 0 until the chain is first in a given state or above it.</summary>
    /// <param name="state">From 0 to n.</param>
    /// <returns>A time in the unit of the rates; infinite where it is never reached, or takes more than a number holds.</returns>
    /// <remarks>
    /// From state k on, let h be the mean time until the chain is above k for the first time, and l the probability that it
    /// gets there by a leap. With h′ and l′ those of the state below, and λ, μ and γ the rates of a birth, a death and a
    /// leap, h = (1 + μ h′) / (λ + γ + μ l′) and l = (γ + μ l′) / (λ + γ + μ l′).
    /// </remarks>
    public double MeanTimeToReach(int state)
    {
        double time = 0;
        double share = 1; // the probability of coming to this state without a leap
        double above = 0;
        double leaps = 0;
        for (int k = 0; k < state && share > 0; k++)
        {
            double birth = birthRate(k);
            double death = k == 0 ? 0 : deathRate(k);
            double onwards = birth + leapRate + (death * leaps);
            if (onwards == 0)
            {
                return double.PositiveInfinity;
            }

            above = (1 + (death * above)) / onwards;
            leaps = (leapRate + (death * leaps)) / onwards;
            time += share * above;
            share *= birth / onwards;
        }

        return time;
    }
}
