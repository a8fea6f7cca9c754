using InteractiveArticle.Figures.Claims;
using InteractiveArticle.Simulation.SitesVersusCloud;

namespace InteractiveArticle.Figures.Tests.Claims;

public sealed class ClaimsTests
{
    private static readonly Claim Six = Claim.About("six", 6, 4.5, "h", "a source");

    [Theory]
    [InlineData(0.25, Verdict.Holds)]
    [InlineData(0.1, Verdict.Loose)]
    [InlineData(0.08, Verdict.Wrong)]
    [InlineData(0, Verdict.Wrong)]
    public void AVerdict_DependsOnHowMuchMayBeOff(double generosity, Verdict verdict) => Assert.Equal(verdict, Six.Judge(generosity));

    // In binary fractions 0.33 / 0.3 − 1 is a little more than 0.1.
    [Theory]
    [InlineData(0.3, 0.33, 0.1, Verdict.Holds)]
    [InlineData(60, 54, 0.1, Verdict.Holds)]
    [InlineData(0.3, 0.3301, 0.1, Verdict.Loose)]
    public void ANumberThatIsOffByExactlyTheTolerance_IsWithinIt(double said, double found, double generosity, Verdict verdict) =>
        Assert.Equal(verdict, Claim.About("some share", said, found, "%", "a source").Judge(generosity));

    [Fact]
    public void ALimit_IsMetOnItsOwnSide()
    {
        Assert.Equal(0, Claim.AtMost("under", 60, 26, "s", "x").Deviation);
        Assert.Equal(0, Claim.AtLeast("over", 300, 310, "M$", "x").Deviation);
        Assert.Equal(0.5, Claim.AtMost("under", 60, 90, "s", "x").Deviation, tolerance: 1e-12);
        Assert.Equal(0.5, Claim.AtLeast("over", 300, 150, "M$", "x").Deviation, tolerance: 1e-12);
    }

    [Fact]
    public void TheLedger_CountsTheVerdicts_AndNamesTheFurthest()
    {
        var ledger = new ClaimsLedger(0.1, Six, Claim.About("half", 1, 0.05, "%", "y"), Claim.AtMost("under", 60, 26, "s", "z"));
        var figure = ledger.ToFigure();

        Assert.Equal((1, 1, 1), (ledger.Count(Verdict.Holds), ledger.Count(Verdict.Loose), ledger.Count(Verdict.Wrong)));
        Assert.Equal("half", ledger.Furthest.Words);
        Assert.Contains("Of 3 numbers 1 hold, 1 are loose and 1 wrong", figure.Finding, StringComparison.Ordinal);
        Assert.Equal(["3. under", "at most 60 s", "26 s", "z", "holds"], ledger.ToTable().Rows[2]);
        Assert.All(figure.Series, series => Assert.All(series.Y, value => Assert.InRange(value, 0, 2.1)));
    }

    [Fact]
    public void OwnServers_AtTheEvenTimeBetweenFailures_AreAsAvailableAsTheCloud()
    {
        var options = new SitesVersusCloudOptions();
        var even = SitesVersusCloudSimulation.Run(options with { OwnMtbf = ReliabilityFigures.EvenMtbf(options) }, new() { Replications = 2 });

        Assert.Equal(even.CloudAvailabilityInTheory, even.OwnAvailabilityInTheory, tolerance: 1e-9);
        Assert.Contains("The two are even at", ReliabilityFigures.OwnAgainstCloud(options).Finding, StringComparison.Ordinal);
    }
}
