using InteractiveArticle.Simulation.RetryStorm;

namespace InteractiveArticle.Simulation.Tests.RetryStorm;

/// <summary>Up to which load a fleet comes back by itself: theory beside the simulation.</summary>
public sealed class HiddenCapacityTests
{
    private const double Most = 85;

    // A fleet of 100 requests a second, with a trigger that fills any line.
    private static readonly RetryStormOptions Small = new() { Workers = 10, QueueLimit = 400, Clients = 50, TriggerLength = 20, Horizon = 500 };

    /// <summary>Those that can be asked well more than their hidden capacity and are still well before the trigger.</summary>
    public static TheoryData<string, RetryStormOptions> Stormy => [.. Cases.Where(row => 1.4 * RetryLoad.HiddenCapacity(row.Data.Item2) < Most)];

    public static TheoryData<string, RetryStormOptions> Cases => new()
    {
        { "a long line", Small },
        { "a long line, one retry", Small with { Retries = 1 } },
        { "a long line, ten retries", Small with { Retries = 10, LongestDelay = 5 } },
        { "no retries", Small with { Policy = RetryPolicy.None } },
        { "a budget", Small with { Budget = true } },
        { "a generous budget", Small with { Budget = true, BudgetRefill = 1 } },
        { "a budget of nothing", Small with { Budget = true, BudgetSize = 0, QueueLimit = 1_000_000 } },
        { "no line", Small with { QueueLimit = 0 } },
        { "a short line", Small with { QueueLimit = 50 } },
        { "a line almost as long as clients wait", Small with { QueueLimit = 85 } },
        { "a line a little too long", Small with { QueueLimit = 150 } },
        { "little patience", Small with { Timeout = 0.15, QueueLimit = 0 } },
        { "last in, first out", Small with { Discipline = QueueDiscipline.Lifo } },
        { "deadlines", Small with { DeadlinePropagation = true } },
        { "deadlines, last in, first out", Small with { DeadlinePropagation = true, Discipline = QueueDiscipline.Lifo } },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void JustBelowIt_TheFleetComesBack(string name, RetryStormOptions options)
    {
        var result = RetryStormSimulation.Run(options with { Load = 0.85 * RetryLoad.HiddenCapacity(options) });

        Assert.True(result.Outlived.Mean == 0, name);
    }

    [Theory]
    [MemberData(nameof(Stormy))]
    public void WellAboveIt_ItDoesNot(string name, RetryStormOptions options)
    {
        double load = Math.Min(Most, 1.8 * RetryLoad.HiddenCapacity(options));

        Assert.True(RetryStormSimulation.Run(options with { Load = load }).Outlived.Mean == 1, name);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(50, 100)]
    [InlineData(1000, 25)]
    public void ItGrowsFromWhatRetriesLeave_ToTheCapacity_AsTheLineGetsShorter(int queueLimit, double expected) =>
        Assert.Equal(expected, RetryLoad.HiddenCapacity(Small with { QueueLimit = queueLimit }), tolerance: 1);

    [Fact]
    public void ItIsNeverMoreThanTheCapacity_NorLessThanWhatRetriesLeave()
    {
        Assert.All(
            from queueLimit in new[] { 0, 10, 80, 95, 100, 105, 1000 }
            from retries in new[] { 0, 1, 3, 10 }
            from refill in new[] { 0, 0.1, 1 }
            from budget in new[] { true, false }
            select Small with { QueueLimit = queueLimit, Retries = retries, BudgetRefill = refill, Budget = budget },
            options => Assert.InRange(RetryLoad.HiddenCapacity(options), RetryLoad.HiddenCapacity(100, options.Retries), 100));
    }

    [Fact]
    public void ItIsUndefined_WhereNoFormulaIsKnown()
    {
        Assert.All(
            [Small with { Breaker = true }, Small with { Throttling = true }, Small with { Discipline = QueueDiscipline.Codel }],
            options => Assert.True(double.IsNaN(RetryStormSimulation.Run(options, new() { Replications = 1 }).HiddenCapacity)));
    }
}
