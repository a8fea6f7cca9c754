using InteractiveArticle.Figures.Claims;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.SitesVersusCloud;

namespace InteractiveArticle.Figures.Tests.Claims;

public sealed class ClaimsTests
{
    private static readonly Claim Six = Claim.About("six", 6, 4.5, "h", "a source");

    [Theory]
    [InlineData(0.25, ClaimVerdict.Holds)]
    [InlineData(0.1, ClaimVerdict.Loose)]
    [InlineData(0.08, ClaimVerdict.Wrong)]
    [InlineData(0, ClaimVerdict.Wrong)]
    public void AVerdict_DependsOnHowMuchMayBeOff(double generosity, ClaimVerdict verdict) => Assert.Equal(verdict, Six.Judge(generosity));

    // In binary fractions 0.33 / 0.3 − 1 is a little more than 0.1.
    [Theory]
    [InlineData(0.3, 0.33, 0.1, ClaimVerdict.Holds)]
    [InlineData(60, 54, 0.1, ClaimVerdict.Holds)]
    [InlineData(0.3, 0.3301, 0.1, ClaimVerdict.Loose)]
    public void ANumberThatIsOffByExactlyTheTolerance_IsWithinIt(double said, double found, double generosity, ClaimVerdict verdict) =>
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

        Assert.Equal((1, 1, 1), (ledger.Count(ClaimVerdict.Holds), ledger.Count(ClaimVerdict.Loose), ledger.Count(ClaimVerdict.Wrong)));
        Assert.Equal("half", ledger.Furthest.Words);
        Assert.Equal(2, ledger.NumberOf(ledger.Furthest));
        Assert.Equal("1 holds, 1 is loose and 1 is wrong", ledger.Summary);
        Assert.Equal("all hold", (ledger with { Generosity = 0.95 }).Summary);
    }

    [Fact]
    public void TheLeastGenerosity_IsWhatNoClaimFaresWorseWith()
    {
        var ledger = new ClaimsLedger(0.05, Six, Claim.About("a range", 9, 6, "%", "x") with { FoundTo = 12 }, Claim.About("a far range", 9, 1, "%", "x") with { FoundTo = 9 });

        Assert.Equal(Six, ledger.LastWrong);
        Assert.Equal("a far range", ledger.Furthest.Words);
        Assert.Equal((9.0, 45.0), (ledger.LeastPerCent(ClaimVerdict.Loose), ledger.LeastPerCent(ClaimVerdict.Holds)));
        Assert.All(
            [(0.08, ClaimVerdict.Wrong), (0.09, ClaimVerdict.Loose), (0.44, ClaimVerdict.Loose), (0.45, ClaimVerdict.Holds)],
            ((double Generosity, ClaimVerdict Worst) pair) => Assert.Equal(pair.Worst, ledger.Claims.Max(claim => claim.Judge(pair.Generosity))));
    }

    [Fact]
    public void ARange_IsJudgedByItsMiddle_AndTold()
    {
        var claim = Claim.AtLeast("over", 300, 160, "M$", "x", "https://example.org/x") with { FoundTo = 310, Also = ("y", null), Note = "They may overlap." };
        using var writer = new StringWriter();
        var html = new ClaimCardForms().CreateTypeFormatters().Cast<InteractiveArticle.Figures.Display.TypeFormatter<ClaimCards>>().First();
        Assert.True(html.Format(new ClaimsLedger(0.05, claim).ToCards(), writer));

        Assert.Equal(ClaimVerdict.Loose, claim.Judge(0.1));
        Assert.Equal((ClaimVerdict.Loose, ClaimVerdict.Wrong), (claim.Judge(0.05), (claim with { FoundTo = 290 }).Judge(0.05)));
        Assert.Equal(-7.0 / 15, claim.OffRange.From, tolerance: 1e-12);
        Assert.Equal(1.0 / 30, claim.OffRange.To, tolerance: 1e-12);
        Assert.Contains("<em>21.7 % off in the middle</em>", writer.ToString(), StringComparison.Ordinal);
        Assert.Contains("<p>Said: at least 300 M$. Found: 160–310 M$. The range reaches what was said. They may overlap.</p>", writer.ToString(), StringComparison.Ordinal);
        Assert.Contains("<p>By <a href=\"https://example.org/x\">x</a> and y.</p>", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralNumbers_AreToldAsTheyWereSaid()
    {
        var claim = Claim.AtLeast("as many", 100, 48, "a host", "x") with { SaidAs = "60 or 100 a host", FoundTo = 192 };

        Assert.Equal(("60 or 100 a host", "60 or 100 a host", "48–192 a host"), (claim.SaidInWords, claim.SaidBriefly, claim.FoundAmount));
        Assert.Equal("not off in the middle", claim.OffInWords);
        Assert.Equal(("at least 300 M$", "6 h"), (Claim.AtLeast("over", 300, 310, "M$", "x").SaidBriefly, Six.SaidBriefly));
    }

    [Theory]
    [InlineData(0, "Nothing may be off.")]
    [InlineData(0.02, "That is more than three times the 2 % allowed.")]
    [InlineData(0.1, "That is more than the 10 % allowed.")]
    public void ACard_SaysByWhichRule(double generosity, string rule)
    {
        using var writer = new StringWriter();
        var html = new ClaimCardForms().CreateTypeFormatters().Cast<InteractiveArticle.Figures.Display.TypeFormatter<ClaimCards>>().First();
        Assert.True(html.Format(new ClaimsLedger(generosity, Six).ToCards(), writer));

        Assert.Contains($"Found: 4.5 h. {rule}</p>", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AComparison_IsMetByLess_AndNamesWhatItIsComparedWith()
    {
        var met = Claim.LessThan("alone", "fewer servers", 17.1, 11.7, "servers", "our model");
        var missed = Claim.LessThan("on one’s own", "down less", 5, 7.5, "h", "our model");

        // Nobody said the number, so it stands among what is found.
        Assert.Equal(("less than alone", "less", "11.7 servers, alone 17.1"), (met.SaidInWords, met.SaidBriefly, met.FoundAmount));
        Assert.Equal(ClaimVerdict.Holds, met.Judge(0));
        Assert.Equal(0.5, missed.Deviation, tolerance: 1e-12);
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
        Assert.All(forms, form => Assert.Contains("Said: 30 %. Found: 33 %.", form, StringComparison.Ordinal));
        Assert.All(forms, form => Assert.Contains("Said: at most 60 s. In the model: 26 s.", form, StringComparison.Ordinal));
        Assert.Contains("<details class=\"card card-holds\"><summary><strong>✓ holds</strong> <span>1. a &lt;share&gt;</span> <em>10 % off</em>", forms[0], StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org/a\">a source</a>", forms[0], StringComparison.Ordinal);
        Assert.Contains("Found: 33 %. By [a source](https://example.org/a).", forms[1], StringComparison.Ordinal);
        Assert.Contains("In the model: 26 s. By our model.", forms[1], StringComparison.Ordinal);
    }

    [Fact]
    public void OwnServers_AtTheEvenTimeBetweenFailures_AreAsAvailableAsTheCloud()
    {
        var options = new SitesVersusCloudOptions();
        var even = SitesVersusCloudSimulation.Run(options with { OwnMtbf = ReliabilityFigures.EvenMtbf(options) }, new() { Replications = 2 });

        Assert.Equal(even.CloudAvailabilityInTheory, even.OwnAvailabilityInTheory, tolerance: 1e-9);
        Assert.Equal(options.OwnMtbf, ReliabilityFigures.EvenMtbf(options with { OwnMttr = ReliabilityFigures.EvenMttr(options) }), tolerance: 1e-6);
    }

    [Fact]
    public void WhereOneIs_AndWhereTheTwoAreEven_IsMarkedInDays()
    {
        var options = new SitesVersusCloudOptions();
        double even = ReliabilityFigures.EvenMtbf(options);
        var far = ReliabilityFigures.OwnAgainstCloud(options);
        var near = ReliabilityFigures.OwnAgainstCloud(options with { OwnMtbf = 2 * even });

        Assert.Equal(390, ReliabilityFigures.EvenDays(options));
        Assert.Equal(8.1, ReliabilityFigures.EvenDays(options with { OwnMttr = options.OwnMttr * 8.13 * 24 / even }), tolerance: 1e-9);
        Assert.Contains("at 9,356 hours or about 390 days, the two are even.", far.Finding, StringComparison.Ordinal);
        Assert.Equal(["you are here:\n83 days", "even:\n390 days"], far.Marks.Select(mark => mark.Text));
        Assert.Equal(even / 24, far.Marks[1].At);

        // Two marks as close as that would have no room for their words.
        Assert.Equal("you are here: 780 days;\neven: 390 days", Assert.Single(near.Marks).Text);
    }

    [Fact]
    public void TheTwoWorlds_HaveTheColoursOfTheChapterBefore() =>
        Assert.Equal([ColorRole.Main, ColorRole.Contrast], ReliabilityFigures.OwnAgainstCloud(new()).Series.Select(series => series.Color));

    [Theory]
    [InlineData(500)]
    [InlineData(100_000)]
    public void TheMarkOfOnesOwnServer_StandsWithinTheChart_AtEitherEndOfTheLever(double mtbf)
    {
        var figure = ReliabilityFigures.OwnAgainstCloud(new() { OwnMtbf = mtbf });

        Assert.Equal(mtbf / 24, figure.Marks[0].At);
        Assert.All(figure.Marks, mark => Assert.InRange(mark.At, figure.X.Minimum!.Value, figure.X.Maximum!.Value));
    }
}
