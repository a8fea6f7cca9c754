namespace InteractiveArticle.Simulation.Tests.Queueing;

/// <summary>The simulated queues against theory, over families and loads.</summary>
public class SteadyStateTests
{
    public static TheoryData<string> Points => [.. SteadyStatePoints.Names];

    [Theory]
    [MemberData(nameof(Points))]
    public void Queue_LiesWithinTwoHalfWidthsOfTheory(string point)
    {
        var (simulated, theory) = SteadyStatePoints.Find(point);

        Assert.InRange(theory, simulated.Mean - (2 * simulated.HalfWidth), simulated.Mean + (2 * simulated.HalfWidth));
    }

    [Fact]
    public void Queues_OutsideTheirInterval_AreAsManyAsFivePerCentAllows()
    {
        string[] points = [.. SteadyStatePoints.Names];

        string[] outside = [.. points.Where(point =>
        {
            var (simulated, theory) = SteadyStatePoints.Find(point);
            return !simulated.Covers(theory);
        })];

        Assert.InRange(outside.Length, 0, Binomial.UpperBound(points.Length, 0.05, 0.001));
    }

    // An interval that is far too wide would pass every test above.
    [Fact]
    public void Intervals_AreNarrow()
    {
        string[] wide = [.. SteadyStatePoints.Names.Where(point =>
        {
            var (simulated, theory) = SteadyStatePoints.Find(point);
            return theory > 0.01 && simulated.HalfWidth > 0.25 * theory;
        })];

        Assert.Empty(wide);
    }
}
