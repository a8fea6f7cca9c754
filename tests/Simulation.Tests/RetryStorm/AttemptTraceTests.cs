using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.RetryStorm;

namespace InteractiveArticle.Simulation.Tests.RetryStorm;

public sealed class AttemptTraceTests
{
    public static TheoryData<StormCure> Cures() => [.. Enum.GetValues<StormCure>()];

    [Theory]
    [MemberData(nameof(Cures))]
    public void TheTraceOfARun_CountsToItsVerySeconds(StormCure cure)
    {
        var options = new RetryStormOptions { Horizon = 110 }.With(cure);
        var attempts = RetryStormSimulation.Trace(options, Experiment.WithSeed(3));
        var seconds = RetryStormSimulation.Run(options, new Experiment { Seed = 3, Replications = 1 }).Seconds;
        int[] PerSecond(IEnumerable<double> times)
        {
            var counts = new int[seconds.Count];
            foreach (double time in times.Where(time => time < options.Horizon))
            {
                counts[(int)time]++;
            }

            return counts;
        }

        Assert.Equal(seconds.Select(second => second.Offered), PerSecond(attempts.Where(attempt => attempt.Fate != AttemptFate.HeldBack).Select(attempt => attempt.SentAt)));
        Assert.Equal(seconds.Select(second => second.HeldBack), PerSecond(attempts.Where(attempt => attempt.Fate == AttemptFate.HeldBack).Select(attempt => attempt.SentAt)));
        Assert.Equal(seconds.Select(second => second.Goodput), PerSecond(attempts.Where(attempt => attempt.Fate == AttemptFate.Answered).Select(attempt => attempt.OverAt!.Value)));
        Assert.Equal(seconds.Select(second => second.Wasted), PerSecond(attempts.Where(attempt => attempt.IsWasted).Select(attempt => attempt.ServiceEndedAt!.Value)));
        Assert.Equal(seconds.Select(second => second.Queue), seconds.Select(second => attempts.Count(attempt => attempt.IsInLine(second.Second - 1e-9))));
    }

    [Fact]
    public void ATracedRun_IsTheRunAndItsTrace()
    {
        var options = new RetryStormOptions { Horizon = 110 };
        var (result, attempts) = RetryStormSimulation.RunTraced(options);

        Assert.Equal(RetryStormSimulation.Run(options, new Experiment { Replications = 1 }).Seconds, result.Seconds);
        Assert.Equal(RetryStormSimulation.Trace(options), attempts);
    }

    [Fact]
    public void Workers_NeverDoMoreThanTheyAre_AndDoNothingOnceTheyHaveStalled()
    {
        var options = new RetryStormOptions { Horizon = 110 };
        var attempts = RetryStormSimulation.Trace(options);
        int Busy(double time) => attempts.Count(attempt => attempt.IsInService(time));

        Assert.All(Enumerable.Range(1, 100), second => Assert.InRange(Busy(second + 0.5), 0, options.Workers));
        Assert.Equal(0, Busy(options.TriggerEnd - 0.1));
        Assert.Equal(options.Workers, Busy(options.TriggerEnd + 1));
    }
}
