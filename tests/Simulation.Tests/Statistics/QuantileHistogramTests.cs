using FsCheck;
using FsCheck.Fluent;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Statistics;

public class QuantileHistogramTests
{
    [Fact]
    public void WithoutObservations_NothingIsKnown() => Assert.Equal(double.NaN, new QuantileHistogram().Quantile(0.5));

    [Fact]
    public void AnyQuantile_LiesWithinItsStatedErrorOfTheExactOne()
    {
        // Values over 20 orders of magnitude, and zeros.
        var value = Gen.Choose(-10_000, 10_000).Select(power => power % 7 == 0 ? 0 : Math.Pow(10, power / 1000.0));
        var values = Gen.Choose(1, 200).SelectMany(length => Gen.ArrayOf(value, length));
        var share = Gen.Choose(0, 1000).Select(thousandths => thousandths / 1000.0);
        var cases = values.SelectMany(list => share.Select(s => (Values: list, Share: s))).ToArbitrary();

        Prop.ForAll(cases, sample =>
        {
            var histogram = new QuantileHistogram();
            foreach (double observation in sample.Values)
            {
                histogram.Add(observation);
            }

            int rank = Math.Max(1, (int)Math.Ceiling(sample.Share * sample.Values.Length));
            double exact = sample.Values.Order().ElementAt(rank - 1);
            double answer = histogram.Quantile(sample.Share);
            Assert.Equal(sample.Values.Length, histogram.Count);
            Assert.InRange(answer, exact * (1 - (1.0 / 256)), exact * (1 + (1.0 / 256)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(20170228UL, 937UL));
    }

    [Theory]
    [InlineData(1e-13, 0)]
    [InlineData(0, 0)]
    [InlineData(1e13, 1099511627776)]
    [InlineData(double.PositiveInfinity, 1099511627776)]
    public void ValuesBeyondTheRange_CountAsItsEnds(double value, double expected)
    {
        var histogram = new QuantileHistogram();
        histogram.Add(value);

        Assert.Equal(expected, histogram.Quantile(0.5), expected / 256);
    }

    [Fact]
    public void Quantile_NeverDecreasesWithTheShare()
    {
        var random = new Random(3);
        var histogram = new QuantileHistogram();
        for (int i = 0; i < 1000; i++)
        {
            histogram.Add(-Math.Log(1 - random.NextDouble()));
        }

        double before = 0;
        for (double share = 0; share <= 1; share += 0.001)
        {
            double quantile = histogram.Quantile(share);
            Assert.True(quantile >= before);
            before = quantile;
        }
    }

    [Fact]
    public void Add_OfAnotherHistogram_GivesTheQuantilesOfAllObservations()
    {
        var stream = new RandomStreams(5).Stream("observations");
        QuantileHistogram one = new(), other = new(), all = new();
        for (int i = 0; i < 2000; i++)
        {
            double value = i % 10 == 0 ? 0 : stream.NextExponential(i % 3 == 0 ? 1 : 100);
            (i % 3 == 0 ? one : other).Add(value);
            all.Add(value);
        }

        one.Add(other);

        Assert.Equal(all.Count, one.Count);
        Assert.All(Enumerable.Range(0, 101), percent => Assert.Equal(all.Quantile(percent / 100.0), one.Quantile(percent / 100.0)));
    }
}
