using InteractiveArticle.Simulation.Cascade;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.Tests.Cascade;

/// <summary>
/// The web once more, in the plainest way and with random numbers of its own: a service that has been drawn is struck
/// from the list of those that can be drawn.
/// </summary>
internal static class PlainWeb
{
    /// <summary>The share of the services that is dark when the largest region of AWS fails and nobody has a second home.</summary>
    public static double DarkShare(CascadeOptions options, IReadOnlyList<int> sizes, ulong seed)
    {
        var random = new RandomStreams(seed).Stream("a plain web");
        double failing = options.Aws / Enumerable.Range(1, options.Regions).Sum(rank => 1.0 / rank);
        bool[] below = [];
        int dark = 0;
        foreach (int size in sizes)
        {
            bool[] layer = [.. Enumerable.Range(0, size).Select(_ => random.NextUniform() < failing | LosesAHardOne(below, options, random))];
            dark += layer.Count(isDark => isDark);
            below = layer;
        }

        return (double)dark / options.Services;
    }

    private static bool LosesAHardOne(bool[] below, CascadeOptions options, RandomStream random)
    {
        var left = Enumerable.Range(0, below.Length).Select(place => (Place: place, Weight: Math.Pow(place + 1, -options.Fame))).ToList();
        bool isLost = false;
        for (int count = Poisson(options.Dependencies, random); count > 0 && left.Count > 0; count--)
        {
            double point = random.NextUniform() * left.Sum(item => item.Weight);
            int drawn = 0;
            while (drawn < left.Count - 1 && point >= left[drawn].Weight)
            {
                point -= left[drawn++].Weight;
            }

            isLost |= random.NextUniform() < options.HardShare && below[left[drawn].Place];
            left.RemoveAt(drawn);
        }

        return isLost;
    }

    // D. E. Knuth's way: how many uniform numbers can be multiplied before the product falls below e⁻ᵐ.
    private static int Poisson(double mean, RandomStream random)
    {
        int count = 0;
        for (double product = random.NextUniform(); product > Math.Exp(-mean); product *= random.NextUniform())
        {
            count++;
        }

        return count;
    }
}
