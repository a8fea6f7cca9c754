namespace InteractiveArticle.Simulation.Tests.Randomness;

/// <summary>The largest distance between a sample's distribution and the one it should follow.</summary>
internal static class KolmogorovSmirnov
{
    // √n times the distance exceeds this in 1 sample of 1000, for large n.
    private const double OneInAThousand = 1.949;

    public static void AssertFollows(double[] sample, Func<double, double> distribution)
    {
        Array.Sort(sample);
        double distance = 0;
        for (int i = 0; i < sample.Length; i++)
        {
            double probability = distribution(sample[i]);
            distance = Math.Max(distance, Math.Max(((i + 1.0) / sample.Length) - probability, probability - ((double)i / sample.Length)));
        }

        Assert.True(distance * Math.Sqrt(sample.Length) < OneInAThousand, $"distance {distance} over {sample.Length} draws");
    }
}
