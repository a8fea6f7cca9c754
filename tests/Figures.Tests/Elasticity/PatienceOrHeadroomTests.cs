using InteractiveArticle.Figures.Elasticity;
using InteractiveArticle.Simulation.Elasticity;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Figures.Tests.Elasticity;

/// <summary>The answer of the chapter, at the ends of its levers and between them.</summary>
public sealed class PatienceOrHeadroomTests
{
    private const double LowestTarget = 0.3;

    private static readonly Experiment TenTimes = new() { Replications = 10 };

    public static MatrixTheoryData<double, double> Levers => new([0.3, 0.35, 0.5, 0.7, 0.95, 1], [0, 29, 97, 810, 1800]);

    [Theory]
    [MemberData(nameof(Levers))]
    public void WhatItSays_IsTrue(double target, double bootSeconds)
    {
        var site = new ElasticityOptions { Days = 2, SpikeDay = 1.5, MonthlyGrowth = 0, ForecastGrowth = 0, TargetUtilisation = target, BootSeconds = bootSeconds };
        double easier = Math.Max(LowestTarget, target - 0.2);
        var present = ElasticitySimulation.Run(site, TenTimes);
        var instant = ElasticitySimulation.Run(site with { BootSeconds = 0 }, TenTimes);
        var roomy = ElasticitySimulation.Run(site with { TargetUtilisation = easier }, TenTimes);

        var answer = PatienceOrHeadroom.Answer(site, LowestTarget, TenTimes);

        string text = string.Join(' ', answer.Plain);
        Assert.Contains(Words(present), text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        if (target == LowestTarget)
        {
            // It claims room for the whole rush, and that there is something to wait for above.
            Assert.True(1 / target > site.Spike);
            Assert.True(present.ElasticRefusedShare.Mean < 0.005);
            return;
        }

        Assert.True(roomy.ElasticRefusedShare.Mean <= present.ElasticRefusedShare.Mean);
        Assert.True(roomy.ElasticCost.Mean > present.ElasticCost.Mean);
        Assert.Equal(bootSeconds == 0, text.Contains("though its servers boot in no time", StringComparison.Ordinal));
        if (bootSeconds == 0)
        {
            Assert.Contains(Words(roomy), text, StringComparison.Ordinal);
            return;
        }

        Assert.Contains(Words(instant), text, StringComparison.Ordinal);
        double worth = target;
        var slow = present;
        for (int n = 1; slow.ElasticRefusedShare.Mean > instant.ElasticRefusedShare.Mean && Math.Round(target - (0.05 * n), 2) >= LowestTarget; n++)
        {
            worth = Math.Round(target - (0.05 * n), 2);
            slow = ElasticitySimulation.Run(site with { TargetUtilisation = worth }, TenTimes);
        }

        Assert.Contains(
            slow.ElasticRefusedShare.Mean > instant.ElasticRefusedShare.Mean ? "No target from 30 % up is worth as much"
            : worth == target ? "There is nothing that a lower target would have to make up for"
            : FormattableString.Invariant($"a target of {worth:P0} to do as well: {Words(slow)}."),
            text,
            StringComparison.Ordinal);
    }

    private static string Words(ElasticityResult run) => RefusedRequests.InWords(run.ElasticRefusedShare.Mean);
}
