using InteractiveArticle.Simulation.Outage;

namespace InteractiveArticle.Simulation.Tests.Outage;

public sealed class BlastRadiusTests
{
    private static readonly OutageOptions TenCells = new() { Variability = 0, Cells = 10 };

    [Theory]
    [InlineData(0.001, 0.1)]
    [InlineData(0.1, 0.1)]
    [InlineData(0.11, 0.2)]
    [InlineData(0.3, 0.3)]
    [InlineData(1, 1)]
    public void OnlyTheCellsThatAreHit_Fail(double cellsHit, double share)
    {
        var result = Days.Run(TenCells with { CellsHit = cellsHit });
        var worst = result.Minutes.Single(minute => minute.Minute == 30);

        Assert.Equal(1 - share, worst.GetSuccess, tolerance: 1e-9);
        Assert.Equal(1 - share, worst.IndexCapacity, tolerance: 1e-9);
        Assert.Equal(1 - (share * (1 - TenCells.Tolerant)), worst.DependantsNormal, tolerance: 1e-9);
    }

    [Fact]
    public void Losses_GrowWithTheShareThatIsHit_AndNotFaster()
    {
        var all = Days.Run(TenCells);
        var one = Days.Run(TenCells with { CellsHit = 0.1 });

        Assert.Equal(all.GetMinutesLost / 10, one.GetMinutesLost, tolerance: 1e-6);
        Assert.True(one.Typical.LossMillions <= all.Typical.LossMillions / 10);
        Assert.True(one.Typical.PutFullMinutes < all.Typical.PutFullMinutes);
    }

    [Fact]
    public void OneCell_IsTheWholeRegion_WhateverShareIsAskedFor() =>
        Assert.Equal(Days.Run(new()).Typical, Days.Run(new() { CellsHit = 0.3 }).Typical);

    [Fact]
    public void AHitTenth_LeavesNineInTenDependantsNormal() =>
        Assert.Equal(0, Days.Run(TenCells with { CellsHit = 0.1, Tolerant = 0 }).Typical.DependantsMinutes);
}
