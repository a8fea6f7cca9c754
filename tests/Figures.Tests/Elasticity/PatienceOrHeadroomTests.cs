using InteractiveArticle.Figures.Elasticity;
using InteractiveArticle.Simulation.Elasticity;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Figures.Tests.Elasticity;

/// <summary>The answer of the chapter, at the ends of its levers and between them.</summary>
public sealed class PatienceOrHeadroomTests
{
    private const double LowestTarget = 0.3;

    private static readonly Experiment Once = new() { Replications = 1 };

    public static MatrixTheoryData<double, double> Levers => new([0.3, 0.35, 0.5, 0.7, 0.95, 1], [0, 29, 97, 810, 1800]);

    [Theory]
    [MemberData(nameof(Levers))]
    public void WhatItSays_IsTrue(double target, double bootSeconds)
    {
        var site = new ElasticityOptions { Days = 41, TargetUtilisation = target, BootSeconds = bootSeconds };
        double easier = Math.Max(LowestTarget, target - 0.2);
        var present = ElasticitySimulation.Run(site, Once);
        var instant = ElasticitySimulation.Run(site with { BootSeconds = 0 }, Once);
        var roomy = ElasticitySimulation.Run(site with { TargetUtilisation = easier }, Once);

        var answer = PatienceOrHeadroom.Answer(site, LowestTarget, Once);

        string text = string.Join(' ', answer.Plain);
        Assert.Contains(Words(present), text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        if (target == LowestTarget)
        {
            // It claims room for the whole rush, and that there is something to wait for above.
            Assert.True(1 / target > site.Spike);
            Assert.True(Refused(present) < 0.08);
            return;
        }

        Assert.True(Refused(roomy) <= Refused(present));
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
        for (int n = 1; Refused(slow) > Refused(instant) && Math.Round(target - (0.05 * n), 2) >= LowestTarget; n++)
        {
            worth = Math.Round(target - (0.05 * n), 2);
            slow = ElasticitySimulation.Run(site with { TargetUtilisation = worth }, Once);
        }

        Assert.Contains(
            Refused(slow) > Refused(instant) ? "No target from 30 % up is worth as much"
            : worth == target ? "There is nothing that a lower target would have to make up for"
            : FormattableString.Invariant($"a target of {worth:P0} to do as well: {Words(slow)}."),
            text,
            StringComparison.Ordinal);

        double Refused(ElasticityResult run) => new Rush(run, site).RefusedByRented;

        string Words(ElasticityResult run) => RefusedRequests.InWords(Refused(run));
    }
}
