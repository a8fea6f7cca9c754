using System.Numerics;
using System.Runtime.CompilerServices;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Randomness;

/// <summary>
/// One reproducible stream of random numbers, for one source of randomness in a model.
/// </summary>
/// <remarks>
/// The generator is xoshiro256++ (D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM
/// Transactions on Mathematical Software 47, 2021). Every variate scales a standard one, so that changing a mean does
/// not change how many numbers are drawn: two runs that differ in one lever stay paired.
/// Streams come from <see cref="RandomStreams"/>. A stream is not safe for use by several threads at once.
/// </remarks>
public sealed class RandomStream
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;
    private double spareNormal = double.NaN;

    // What the coming bits would make as a standard exponential, worked out while the model is busy with the last one;
    // not-a-number where the bits were drawn for something else.
    private double comingExponential = double.NaN;

    internal RandomStream(ulong seed)
    {
        var mixer = new SplitMix64(seed);
        s0 = mixer.Next();
        s1 = mixer.Next();
        s2 = mixer.Next();
        s3 = mixer.Next();
    }

    /// <summary>The next 64 random bits.</summary>
    [MethodImpl(HotPath.Inlined)]
    public ulong NextBits()
    {
        ulong result = ComingBits();
        Step();
        comingExponential = double.NaN;
        return result;
    }

    /// <summary>A uniform number strictly between 0 and 1, on a grid of 2⁻⁵².</summary>
    [MethodImpl(HotPath.Inlined)]
    public double NextUniform() => Uniform(NextBits());

    /// <summary>A uniform number between <paramref name="low"/> and <paramref name="high"/>.</summary>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end, at least <paramref name="low"/>.</param>
    public double NextUniform(double low, double high) => low + ((high - low) * NextUniform());

    /// <summary>A uniform whole number from 0 to <paramref name="count"/> − 1.</summary>
    /// <param name="count">How many outcomes there are; at least 1.</param>
    public int NextIndex(int count) => (int)Math.BigMul(NextBits(), (ulong)count, out _);

    /// <summary>True with probability <paramref name="probability"/>.</summary>
    /// <param name="probability">From 0 to 1.</param>
    public bool NextBernoulli(double probability) => NextUniform() < probability;

    /// <summary>An exponential time.</summary>
    /// <param name="mean">Its mean, in the unit wanted; at least 0.</param>
    [MethodImpl(HotPath.Inlined)]
    public double NextExponential(double mean)
    {
        double standard = double.IsNaN(comingExponential) ? ComingExponential() : comingExponential;
        Step();
        comingExponential = ComingExponential();
        return mean * standard;
    }

    /// <summary>A normal number with mean 0 and standard deviation 1 (Marsaglia's polar method).</summary>
    public double NextNormal()
    {
        if (!double.IsNaN(spareNormal))
        {
            double spare = spareNormal;
            spareNormal = double.NaN;
            return spare;
        }

        double x, y, square;
        do
        {
            x = (2 * NextUniform()) - 1;
            y = (2 * NextUniform()) - 1;
            square = (x * x) + (y * y);
        }
        while (square >= 1 || square == 0);

        double factor = Math.Sqrt(-2 * PortableMath.Log(square) / square);
        spareNormal = y * factor;
        return x * factor;
    }

    /// <summary>A log-normal number, given by its own mean and coefficient of variation.</summary>
    /// <param name="mean">Its mean; greater than 0.</param>
    /// <param name="coefficientOfVariation">Standard deviation over mean; at least 0.</param>
    public double NextLogNormal(double mean, double coefficientOfVariation)
    {
        double variance = PortableMath.Log(1 + (coefficientOfVariation * coefficientOfVariation));
        return mean * PortableMath.Exp((Math.Sqrt(variance) * NextNormal()) - (variance / 2));
    }

    /// <summary>A Weibull time.</summary>
    /// <param name="scale">The scale; greater than 0.</param>
    /// <param name="shape">The shape; below 1 for early failures, 1 for exponential times, above 1 for wear-out.</param>
    public double NextWeibull(double scale, double shape) =>
        scale * PortableMath.Pow(-PortableMath.Log(NextUniform()), 1 / shape);

    [MethodImpl(HotPath.Inlined)]
    private static double Uniform(ulong bits) => ((long)(bits >> 12) + 0.5) * (1.0 / (1UL << 52));

    [MethodImpl(HotPath.Inlined)]
    private ulong ComingBits() => BitOperations.RotateLeft(s0 + s3, 23) + s0;

    [MethodImpl(HotPath.Inlined)]
    private double ComingExponential() => -PortableMath.Log(Uniform(ComingBits()));

    [MethodImpl(HotPath.Inlined)]
    private void Step()
    {
        ulong t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
    }
}
