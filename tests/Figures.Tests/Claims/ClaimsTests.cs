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

        Assert.Equal((1, 1, 1), (ledger.Count(Verdict.Holds), ledger.Count(Verdict.Loose), ledger.Count(Verdict.Wrong)));
        Assert.Equal("half", ledger.Furthest.Words);
        Assert.Equal(2, ledger.NumberOf(ledger.Furthest));
        Assert.Equal("1 holds, 1 is loose and 1 is wrong", ledger.Summary);
        Assert.Equal("Of 3 numbers 1 is wrong.", ledger.Wrongs);
        Assert.Equal("Of 3 numbers 1 is wrong; of 14 other claims 2 are.", (ledger with { Others = 14, OthersWrong = 2 }).Wrongs);
    }

    [Fact]
    public void ARange_IsJudgedByItsMiddle_AndTold()
    {
        var claim = Claim.AtLeast("over", 300, 235, "M$", "x") with { FoundRange = "160 to 310 M$", Note = "They may overlap." };
        using var writer = new StringWriter();
        var html = new ClaimCardForms().CreateTypeFormatters().Cast<InteractiveArticle.Figures.Display.TypeFormatter<ClaimCards>>().First();
        Assert.True(html.Format(new ClaimsLedger(0.1, claim).ToCards(), writer));

        Assert.Equal(Verdict.Loose, claim.Judge(0.1));
        Assert.Equal((Verdict.Wrong, Verdict.Loose), (claim.Judge(0.05), (claim with { ReachesSaid = true }).Judge(0.05)));
        Assert.Contains("found 160 to 310 M$", writer.ToString(), StringComparison.Ordinal);
        Assert.Contains("They may overlap. The middle of what is found is 21.7 % less than was said.", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AComparison_IsMetByLess_AndNamesWhatItIsComparedWith()
    {
        var met = Claim.LessThan("alone", "fewer servers", 17.1, 11.7, "servers", "our model");
        var missed = Claim.LessThan("on one’s own", "down less", 5, 7.5, "h", "our model");

        Assert.Equal("less than alone (17.1 servers)", met.SaidInWords);
        Assert.Equal(Verdict.Holds, met.Judge(0));
        Assert.Equal(0.5, missed.Deviation, tolerance: 1e-12);
    }

    [Fact]
    public void AClaimOnTheLine_IsOneThatAStricterJudgeSeesOtherwise()
    {
        var claim = Claim.About("a share", 0.3, 0.33, "%", "a source");
        var exact = Claim.About("exactly", 7, 7, "", "a source");

        Assert.Equal([claim], new ClaimsLedger(0.1, claim, Six, exact).OnTheLine);
        Assert.Equal(Verdict.Loose, claim.Judge(0.0999));
        Assert.Equal([claim], new ClaimsLedger(0.1 / 3, claim, Six, exact).OnTheLine);
        Assert.Empty(new ClaimsLedger(0.2, claim, Six, exact).OnTheLine);
        Assert.Empty(new ClaimsLedger(0, claim, Six, exact).OnTheLine);
    }

    [Fact]
    public void ACard_TellsVerdictNumbersAndSource_InEveryForm()
    {
        var cards = new ClaimsLedger(0.1, Claim.About("a <share>", 0.3, 0.33, "%", "a source", "https://example.org/a"), Claim.AtMost("under", 60, 26, "s", "our model")).ToCards();
        string[] forms = [.. new ClaimCardForms().CreateTypeFormatters().Select(formatter =>
        {
            using var writer = new StringWriter();
            Assert.True(((InteractiveArticle.Figures.Display.TypeFormatter<ClaimCards>)formatter).Format(cards, writer));
            return writer.ToString();
        })];

        Assert.Equal(3, forms.Length);
        Assert.All(forms, form => Assert.Contains("said about 30 %, found 33 %", form, StringComparison.Ordinal));
        Assert.All(forms, form => Assert.Contains("said at most 60 s, our model: 26 s", form, StringComparison.Ordinal));
        Assert.Contains("<details class=\"card card-holds\"><summary><strong>✓ holds</strong> <span>1. a &lt;share&gt;</span>", forms[0], StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org/a\">a source</a>", forms[0], StringComparison.Ordinal);
        Assert.Contains("What is found is 10 % more than was said. With 10 % allowed, that is near enough. After [a source](https://example.org/a).", forms[1], StringComparison.Ordinal);
        Assert.Contains("What the model finds keeps to it. After our model.", forms[1], StringComparison.Ordinal);
    }

    [Fact]
    public void OwnServers_AtTheEvenTimeBetweenFailures_AreAsAvailableAsTheCloud()
    {
        var options = new SitesVersusCloudOptions();
        var even = SitesVersusCloudSimulation.Run(options with { OwnMtbf = ReliabilityFigures.EvenMtbf(options) }, new() { Replications = 2 });

        Assert.Equal(even.CloudAvailabilityInTheory, even.OwnAvailabilityInTheory, tolerance: 1e-9);
        Assert.Contains("the two are even.", ReliabilityFigures.OwnAgainstCloud(options).Finding, StringComparison.Ordinal);
    }
}
