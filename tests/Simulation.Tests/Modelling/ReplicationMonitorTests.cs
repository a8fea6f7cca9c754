using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Tests.Modelling;

public class ReplicationMonitorTests
{
    // All but the models whose replications are over in milliseconds: a month's bill, a market, a day of the outage.
    private static readonly Dictionary<string, string> Long = new()
    {
        ["queue"] = "customers=1e6",
        ["bare-metal"] = "days=3650 mtbf=10 mttr=1 crew=100 partShare=0",
        ["shared-link"] = "minutes=300",
        ["hypervisor"] = "seconds=600",
        ["placement"] = "lives=100",
        ["elasticity"] = "days=400",
        ["pooling"] = "hours=1000",
        ["composition"] = "requests=10000",
        ["cascade"] = "services=2000",
        ["retry-storm"] = "horizon=100",
        ["availability"] = "failures=1e6",
        ["sites-vs-cloud"] = "years=100",
        ["multi-region"] = "years=100000",
    };

    public static TheoryData<string> Models => [.. Long.Keys];

    [Theory]
    [MemberData(nameof(Models))]
    public void OneReplication_SaysHowFarItIs(string name)
    {
        var progress = new RecordedProgress();

        Run(name, new() { Replications = 1, Progress = progress });

        double[] shares = [.. progress.Shares];
        Assert.InRange(shares.Length, 10, 101);
        Assert.Equal(shares.Order(), shares);
        Assert.InRange(shares[0], 0.001, 0.1);
        Assert.InRange(shares.Last(share => share < 1), 0.9, 1);
        Assert.Equal(1, shares[^1]);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void OneReplication_CanBeCancelledOnItsWay(string name)
    {
        using var source = new CancellationTokenSource();
        var progress = new RecordedProgress { Then = source.Cancel };

        Assert.ThrowsAny<OperationCanceledException>(() => Run(name, new() { Replications = 1, Progress = progress, Cancellation = source.Token }));

        Assert.True(Assert.Single(progress.Shares) < 1);
    }

    [Fact]
    public void Progress_IsToldInSteps_HoweverOftenAReplicationPauses()
    {
        var progress = new RecordedProgress();
        var monitor = new ReplicationMonitor(CancellationToken.None, progress);

        for (int moment = 0; moment < 1_000_000; moment++)
        {
            monitor.Reach(moment / 1e6);
        }

        Assert.InRange(progress.Shares.Count, 98, 99);
    }

    [Fact]
    public void ACancelledRun_EndsAtTheNextPause()
    {
        var monitor = new ReplicationMonitor(new CancellationToken(canceled: true));

        Assert.ThrowsAny<OperationCanceledException>(monitor.Pause);
        Assert.ThrowsAny<OperationCanceledException>(() => monitor.Reach(0.5));
    }

    [Fact]
    public void TheProgressOfParts_IsThatOfTheWhole_AndNeverGoesBack()
    {
        var progress = new RecordedProgress();
        var all = new CombinedProgress(progress, parts: 4);
        var (first, second) = (all.OfOnePart(), all.OfOnePart());

        first.Report(0.5);
        second.Report(1);
        first.Report(0.25);
        first.Report(1);

        Assert.Equal([0.125, 0.375, 0.375, 0.5], progress.Shares);
    }

    private static void Run(string name, Experiment experiment) =>
        ModelCatalog.Find(name).Run(Long[name].Split(' ').Select(setting => setting.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]), experiment);
}
