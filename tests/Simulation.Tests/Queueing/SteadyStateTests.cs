namespace InteractiveArticle.Simulation.Tests.Queueing;

/// <summary>The simulated queues against theory, over families and loads.</summary>
public class SteadyStateTests
{
    public static TheoryData<string> Points => [.. SteadyStatePoints.Names];

    [Theory]
    [MemberData(nameof(Points))]
    public void Queue_LiesWithinTwoHalfWidthsOfTheory(string point) => TheoryGrid.AssertNear(SteadyStatePoints.Find(point));

    [Fact]
    public void Queues_OutsideTheirInterval_AreAsManyAsFivePerCentAllows() => TheoryGrid.AssertAgreement(SteadyStatePoints.Names.Select(SteadyStatePoints.Find));

    // An interval that is far too wide would pass every test above.
    [Fact]
    public void Intervals_AreNarrow() =>
        Assert.DoesNotContain(SteadyStatePoints.Names.Select(SteadyStatePoints.Find), point => point.Theory > 0.01 && point.Simulated.HalfWidth > 0.25 * point.Theory);
}
