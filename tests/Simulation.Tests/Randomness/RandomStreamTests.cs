using System.Numerics;
using InteractiveArticle.Simulation.Numerics;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.Tests.Randomness;

public class RandomStreamTests
{
    private const int Draws = 200_000;

    [Fact]
    public void NextBits_FollowsThePublishedDefinition()
    {
        // The stream's own seed is a hash of seed, replication and name, all by SplitMix64; then xoshiro256++.
        ulong seed = Mix(42, 7);
        foreach (char letter in "arrivals")
        {
            seed = Mix(seed, letter);
        }

        ulong state = Mix(seed, 3);
        ulong[] s = [SplitMix(ref state), SplitMix(ref state), SplitMix(ref state), SplitMix(ref state)];
        var stream = new RandomStreams(42, 7).Stream("arrivals", 3);
        for (int i = 0; i < 1000; i++)
        {
            Assert.Equal(Xoshiro256PlusPlus(s), stream.NextBits());
        }
    }

    [Fact]
    public void SplitMix_OfThisTest_GivesThePublishedWords()
    {
        ulong state = 1234567;

        Assert.Equal(6457827717110365317UL, SplitMix(ref state));
        Assert.Equal(3203168211198807973UL, SplitMix(ref state));
        Assert.Equal(9817491932198370423UL, SplitMix(ref state));
    }

    [Fact]
    public void Xoshiro_OfThisTest_GivesThePublishedWords()
    {
        ulong[] s = [1, 2, 3, 4];

        Assert.Equal(41943041UL, Xoshiro256PlusPlus(s));
        Assert.Equal(58720359UL, Xoshiro256PlusPlus(s));
        Assert.Equal(3588806011781223UL, Xoshiro256PlusPlus(s));
    }

    // A stream may work exponentials out ahead, but it may not show.
    [Fact]
    public void NextExponential_InAnyMixtureOfDraws_TakesExactlyTheNextWord()
    {
        var random = new Random(1);
        var words = Stream();
        var mixture = Stream();
        for (int i = 0; i < 10_000; i++)
        {
            ulong word = words.NextBits();
            if (random.Next(2) == 0)
            {
                Assert.Equal(word, mixture.NextBits());
            }
            else
            {
                double uniform = ((word >> 12) + 0.5) / Math.ScaleB(1, 52);
                Assert.Equal(-3 * PortableMath.Log(uniform), mixture.NextExponential(3));
            }
        }
    }

    [Fact]
    public void NextUniform_StaysStrictlyBetweenZeroAndOne()
    {
        var stream = Stream();
        for (int i = 0; i < Draws; i++)
        {
            double u = stream.NextUniform();
            Assert.True(u is > 0 and < 1);
        }
    }

    [Fact]
    public void NextUniform_HasTheMomentsOfItsRange() => AssertMoments(stream => stream.NextUniform(-2, 4), mean: 1, variance: 3, fourth: 16.2);

    [Fact]
    public void NextUniform_PassesKolmogorovSmirnov() =>
        KolmogorovSmirnov.AssertFollows(Sample(stream => stream.NextUniform()), x => x);

    [Theory]
    [InlineData(0.25)]
    [InlineData(1)]
    [InlineData(1000)]
    public void NextExponential_HasItsMoments(double mean) =>
        AssertMoments(stream => stream.NextExponential(mean), mean, mean * mean, 9 * Math.Pow(mean, 4));

    [Fact]
    public void NextExponential_PassesKolmogorovSmirnov() =>
        KolmogorovSmirnov.AssertFollows(Sample(stream => stream.NextExponential(2)), x => 1 - Math.Exp(-x / 2));

    [Fact]
    public void NextNormal_HasItsMoments() => AssertMoments(stream => stream.NextNormal(), mean: 0, variance: 1, fourth: 3);

    [Fact]
    public void NextNormal_PassesKolmogorovSmirnov() =>
        KolmogorovSmirnov.AssertFollows(Sample(stream => stream.NextNormal()), NormalProbability);

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(3, 1)]
    public void NextLogNormal_HasItsMoments(double mean, double cv)
    {
        // With w = 1 + cv², the kurtosis of a log-normal is w⁴ + 2w³ + 3w² − 3.
        double w = 1 + (cv * cv);
        double variance = mean * mean * cv * cv;
        AssertMoments(stream => stream.NextLogNormal(mean, cv), mean, variance, variance * variance * (Math.Pow(w, 4) + (2 * Math.Pow(w, 3)) + (3 * w * w) - 3));
    }

    [Fact]
    public void NextLogNormal_PassesKolmogorovSmirnov()
    {
        double sigma = Math.Sqrt(Math.Log(1 + (2 * 2)));
        KolmogorovSmirnov.AssertFollows(
            Sample(stream => stream.NextLogNormal(5, 2)),
            x => NormalProbability((Math.Log(x / 5) + (sigma * sigma / 2)) / sigma));
    }

    [Fact]
    public void NextLogNormal_WithoutVariation_IsItsMean() => Assert.Equal(5, Stream().NextLogNormal(5, 0), 1e-12);

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(3)]
    public void NextWeibull_PassesKolmogorovSmirnov(double shape) =>
        KolmogorovSmirnov.AssertFollows(Sample(stream => stream.NextWeibull(7, shape)), x => 1 - Math.Exp(-Math.Pow(x / 7, shape)));

    [Fact]
    public void NextIndex_TakesEveryOutcomeAlike()
    {
        const int Outcomes = 7;
        var stream = Stream();
        int[] counts = new int[Outcomes];
        for (int i = 0; i < Draws; i++)
        {
            counts[stream.NextIndex(Outcomes)]++;
        }

        double expected = (double)Draws / Outcomes;
        double chiSquare = counts.Sum(count => (count - expected) * (count - expected) / expected);
        Assert.True(chiSquare < 22.46, $"chi-square {chiSquare} with 6 degrees of freedom lies beyond 1 in 1000");
        Assert.Equal(0, stream.NextIndex(1));
        Assert.InRange(stream.NextIndex(int.MaxValue), 0, int.MaxValue - 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void NextBernoulli_IsTrueWithItsProbability(double probability)
    {
        double standardError = Math.Sqrt(probability * (1 - probability) / Draws);

        double share = Sample(stream => stream.NextBernoulli(probability) ? 1 : 0).Average();

        Assert.InRange(share, probability - (4 * standardError), probability + (4 * standardError));
    }

    [Fact]
    public void EveryVariate_DrawsAsManyNumbersWhateverItsParameters()
    {
        var one = Stream();
        var other = Stream();
        Assert.Equal(one.NextExponential(1) * 10, other.NextExponential(10), 1e-12);
        one.NextLogNormal(1, 0.1);
        other.NextLogNormal(9, 3);
        one.NextWeibull(1, 0.5);
        other.NextWeibull(4, 2);

        Assert.Equal(one.NextBits(), other.NextBits());
    }

    private static RandomStream Stream() => new RandomStreams(20170228).Stream("test");

    private static double[] Sample(Func<RandomStream, double> variate)
    {
        var stream = Stream();
        double[] sample = new double[Draws];
        for (int i = 0; i < Draws; i++)
        {
            sample[i] = variate(stream);
        }

        return sample;
    }

    // Mean and variance within 4 standard errors; that of the variance follows from the fourth central moment.
    private static void AssertMoments(Func<RandomStream, double> variate, double mean, double variance, double fourth)
    {
        double[] sample = Sample(variate);
        double sampleMean = sample.Average();
        double sampleVariance = sample.Sum(x => (x - mean) * (x - mean)) / Draws;
        double errorOfMean = Math.Sqrt(variance / Draws);
        double errorOfVariance = Math.Sqrt((fourth - (variance * variance)) / Draws);
        Assert.InRange(sampleMean, mean - (4 * errorOfMean), mean + (4 * errorOfMean));
        Assert.InRange(sampleVariance, variance - (4 * errorOfVariance), variance + (4 * errorOfVariance));
    }

    // Simpson's rule on the density, far finer than the test needs.
    private static double NormalProbability(double x)
    {
        double end = Math.Min(Math.Abs(x), 9);
        const int Steps = 64;
        double h = end / Steps;
        double sum = 0;
        for (int i = 0; i <= Steps; i++)
        {
            double weight = i is 0 or Steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.Exp(-h * i * h * i / 2);
        }

        double half = sum * h / 3 / Math.Sqrt(2 * Math.PI);
        return x < 0 ? 0.5 - half : 0.5 + half;
    }

    private static ulong Mix(ulong state, ulong value)
    {
        ulong mixed = state ^ (value * 0xD6E8_FEB8_6659_FD93);
        return SplitMix(ref mixed);
    }

    private static ulong SplitMix(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static ulong Xoshiro256PlusPlus(ulong[] s)
    {
        ulong result = BitOperations.RotateLeft(s[0] + s[3], 23) + s[0];
        ulong t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = BitOperations.RotateLeft(s[3], 45);
        return result;
    }
}
