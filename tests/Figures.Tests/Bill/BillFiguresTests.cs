using InteractiveArticle.Figures.Bill;
using InteractiveArticle.Figures.Tests.Drawing;
using InteractiveArticle.Simulation.Bill;

namespace InteractiveArticle.Figures.Tests.Bill;

public sealed class BillFiguresTests
{
    public static TheoryData<BillOptions> Settings =>
    [
        new BillOptions(),
        new BillOptions { Users = 1, MegabytesPerUser = 0, RequestsPerUser = 0 },
        new BillOptions { Users = 1_000_000_000 },
        new BillOptions { Burstiness = 5, StaffShare = 100_000 },
        new BillOptions { Burstiness = 0, DailySwing = 0, ServerPrice = 1, StaffShare = 0, Watts = 0 },
        new BillOptions { Instance = Instance.T3Micro },
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void EveryFigure_AtEverySetting_IsSound(BillOptions site)
    {
        var month = BillSimulation.Run(site, new() { Replications = 2 });

        FigureRules.Check(BillFigures.Lines(month));
        FigureRules.Check(BillFigures.Week(month, site));
        FigureRules.Check(BillFigures.BreakEven(month, site, [month, BillSimulation.Run(site with { Burstiness = 1 }, new() { Replications = 2 })]));
    }

    [Fact]
    public void Lines_NamesTheLargest()
    {
        var month = BillSimulation.Run(new());

        Assert.Contains("largest line is traffic out, 46 % of the bill", BillFigures.Lines(month).Finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_000_000, 4, "owned ones come 4 to a server, so 84 have to stand there")]
    [InlineData(1_000_000, 1, "of owned ones, 84 have to stand there")]
    [InlineData(1, 1, "of owned ones, 1 has to stand there")]
    public void Week_TellsHowManyHaveToBeOwned(int users, int perServer, string words)
    {
        var site = new BillOptions { Users = users, InstancesPerServer = perServer };

        Assert.Contains(words, BillFigures.Week(BillSimulation.Run(site), site).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void NextToNothing_IsNotNothing()
    {
        var site = new BillOptions { Users = 500 };
        var month = BillSimulation.Run(site);

        Assert.Contains("in this month they are used at under 1 %.", BillFigures.Week(month, site).Finding, StringComparison.Ordinal);
        Assert.EndsWith("used at under 1 %.", BillFigures.BreakEven(month, site, [month]).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void LittleUse_IsNotRoundedUp()
    {
        var site = new BillOptions { Users = 1000 };
        var month = BillSimulation.Run(site);

        Assert.EndsWith("used at 0.6 %.", BillFigures.Week(month, site).Finding, StringComparison.Ordinal);
        Assert.EndsWith("used at 0.6 %.", BillFigures.BreakEven(month, site, [month]).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void BreakEven_ShowsEveryMonth_HoweverWild()
    {
        BillResult[] months = [.. new[] { 0, 1, 3.0 }.Select(bursts => BillSimulation.Run(new() { Burstiness = bursts }, new() { Replications = 2 }))];

        Assert.Equal(months.Select(Owning.Utilisation), BillFigures.BreakEven(months[0], new(), months).Series.Single(series => series.Name == "owned").X);
    }

    [Fact]
    public void BreakEven_LeavesTheUtilisationToBeRead_OrTellsThatThereIsNone()
    {
        BillOptions dear = new() { StaffShare = 1000 };
        string finding = BillFigures.BreakEven(BillSimulation.Run(new()), new(), []).Finding;
        Assert.Contains("cost the same where the lines cross", finding, StringComparison.Ordinal);
        Assert.StartsWith("One server costs 191 dollars a month, the 4 rented machines that it replaces 280.", finding, StringComparison.Ordinal);
        Assert.DoesNotContain("68 %", finding, StringComparison.Ordinal);
        Assert.Contains("even if it never rests", BillFigures.BreakEven(BillSimulation.Run(dear), dear, []).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Prices_HoldWhatIsOnTheBill() =>
        Assert.Equal(["m5.large", "S3 storage", "S3 PUT", "S3 GET", "traffic that leaves the cloud"], BillFigures.Prices().Rows.Select(row => row[0].Split(':')[0]));
}
