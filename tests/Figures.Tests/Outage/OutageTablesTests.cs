using InteractiveArticle.Figures.Outage;
using InteractiveArticle.Simulation.Outage;

namespace InteractiveArticle.Figures.Tests.Outage;

public sealed class OutageTablesTests
{
    [Fact]
    public void TheFit_NamesTheNumberBehindEachTime()
    {
        var options = new OutageOptions();
        var table = OutageTables.Fit(OutageSimulation.Run(options, new() { Replications = 1 }).Typical, options);

        Assert.Equal("Three numbers fitted, and one copied", table.Caption);
        Assert.Equal(4, table.Rows.Count);
        Assert.Equal(["GET, LIST and DELETE begin", "12:26", "12:26", "doors open when 71 % of the index is serving"], table.Rows[1]);
        Assert.Equal("75 min for the check of placement", table.Rows[3][3]);
    }

    [Fact]
    public void TheFit_OfAHarmlessDay_SaysThatNothingHappened()
    {
        var options = new OutageOptions { Removed = 0 };
        var table = OutageTables.Fit(OutageSimulation.Run(options, new() { Replications = 1 }).Typical, options);

        Assert.Equal("Your day against the recorded one", table.Caption);
        Assert.Equal(["milestone", "AWS, 28 February 2017", "your day"], table.Headings);
        Assert.All(table.Rows, row => Assert.Equal("nothing happened", row[2]));
    }

    [Fact]
    public void TheFit_OfADayOnWhichSomeRequestsAreRefused_SaysThatTheyFailed()
    {
        var options = new OutageOptions { Shedding = LoadShedding.Random };
        var table = OutageTables.Fit(OutageSimulation.Outline(options).Milestones, options);

        Assert.Equal("S3 never closed, but requests failed", table.Rows[1][2]);
        Assert.All(table.Rows, row => Assert.NotEqual("nothing happened", row[2]));
    }

    [Fact]
    public void TheHoldOut_ShowsTheMisfit()
    {
        var table = OutageTables.HoldOut();

        Assert.Equal(["decision to restart", "112", "given", ""], table.Rows[0]);
        Assert.Equal(("442", "498"), (table.Rows[1][1], table.Rows[2][1]));
        Assert.All(table.Rows.Skip(1), row => Assert.Matches(@"^−\d+ \(−\d+ %\)$", row[3]));
    }

    [Fact]
    public void TheHoldOut_SaysWhatTheModelLacks()
    {
        string finding = Assert.Single(OutageTables.HoldOutFinding().Plain);

        Assert.Contains("The model fails this test", finding, StringComparison.Ordinal);
        Assert.Contains("33 minutes to stop the servers and 3 h 15 min more", finding, StringComparison.Ordinal);
    }
}
