using InteractiveArticle.Figures.Claims;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Tests.Scenes;
using Xunit;

namespace InteractiveArticle.Figures.Tests.Claims;

public class LedgerSceneTests
{
    private const int MostClaims = 13; // as many as the chapter has
    private const double HighestNarrowStage = 640;
    private const double SmallestText = 12;

    private static readonly Claim[] Claims =
    [
        Claim.About("six hours", 6, 4.28, "h", "a source"),
        Claim.About("a share", 0.3, 0.33, "%", "a source"),
        Claim.AtMost("under a minute", 60, 25.8, "s", "a model"),
        Claim.AtLeast("at least as many", 60, 48, "machines", "a source") with { FoundTo = 54 },
        Claim.About("many times as much", 1, 50, "", "a model"),
        Claim.About("exactly", 7e6, 7e6, "GB", "arithmetic"),
    ];

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.1, false)]
    [InlineData(0.5, true)]
    public void EveryScene_IsSoundAtEitherSize(double generosity, bool isTold)
    {
        SceneChecks.Check(LedgerScene.Of(new(generosity, Claims), isTold));
        SceneChecks.Check(LedgerScene.Of(new(generosity, Claims[5]), isTold));
    }

    [Fact]
    public void AWholeLedger_FitsOnAPhone_AndCanBeReadThere()
    {
        var stage = LedgerScene.Of(new(0.05, [.. Enumerable.Repeat(Claims[0], MostClaims)])).Draw(SceneSize.Narrow);

        Assert.InRange(stage.Height, 0, HighestNarrowStage);
        Assert.DoesNotContain(stage.Parts.OfType<Word>(), word => word.Text == "as said"); // there is no room for more than "said"
        Assert.All(stage.Parts.SelectMany(part => part.All).OfType<Word>(), word => Assert.True(word.Style.Size >= SmallestText, word.Text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    public void Verdicts_ComeAfterTheJudge_AndAreThoseOfTheLedger(double generosity)
    {
        var scene = LedgerScene.Of(new(generosity, Claims));
        double judge = scene.Captions[^2].At;
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var verdicts = scene.Draw(size).Parts.OfType<Shown>().Where(shown => shown.Parts is [Box, Word]).ToArray();

            Assert.Equal(
                Claims.Select(claim => size == SceneSize.Wide ? $"{SignOf(claim.Judge(generosity))} {WordOf(claim.Judge(generosity))}" : SignOf(claim.Judge(generosity))),
                verdicts.Select(shown => ((Word)shown.Parts[1]).Text));
            Assert.All(verdicts, verdict => Assert.True(verdict.From > judge && verdict.At(scene.Captions[^1].At)));
        }
    }

    [Fact]
    public void AClaimHolds_WhereItsMarkEndsInTheBand()
    {
        var stage = LedgerScene.Of(new(0.1, Claims)).Draw(SceneSize.Wide);
        var marks = MarksOf(stage);
        var band = Assert.Single(stage.Parts.OfType<Level>(), level => level.Paint == Paint.Checked).Area;

        Assert.Equal(Claims.Length, marks.Length);
        Assert.All(marks.Zip(Claims), pair =>
        {
            double x = pair.First.Places[^1].X;
            Assert.Equal(pair.Second.Judge(0.1) == ClaimVerdict.Holds, x > band.X - 1e-6 && x < band.Right + 1e-6);
        });
    }

    [Fact]
    public void EveryMark_StartsWhereNothingIsOff_AndNoneLeavesTheLine()
    {
        var marks = MarksOf(LedgerScene.Of(new(0.1, Claims)).Draw(SceneSize.Narrow));
        double said = marks[5].Places[^1].X;

        Assert.All(marks, mark => Assert.Equal(said, mark.Places[0].X));
        Assert.True(marks[0].Places[^1].X < said);
        Assert.True(marks[4].Places[^1].X > said);
        Assert.All(marks, mark => Assert.InRange(mark.Places[^1].X, 0, Stage.NarrowWidth));
    }

    [Fact]
    public void ARange_IsABar_AndWhatTheLineHasNoRoomFor_AnArrow()
    {
        var parts = LedgerScene.Of(new(0.1, Claims)).Draw(SceneSize.Wide).Parts.SelectMany(part => part.All).ToArray();

        Assert.Single(parts.OfType<Box>(), box => box.Fill == Paint.Edge);
        Assert.Single(parts.OfType<Line>(), line => line.Fill == Paint.Ink);
        Assert.Single(parts.OfType<Word>(), word => word.Text == "×50");
    }

    [Fact]
    public void WhatTheJudgeLetsPass_IsNamed()
    {
        var ledger = new ClaimsLedger(0.05, Claims);

        Assert.Equal(["holds", "loose to 15 %"], NamesOf(ledger, SceneSize.Wide));
        Assert.Equal(["holds", "loose"], NamesOf(ledger, SceneSize.Narrow));
        Assert.Equal(["holds", "loose to 30 %"], NamesOf(ledger with { Generosity = 0.1 }, SceneSize.Wide));
        Assert.Equal(["holds"], NamesOf(ledger with { Generosity = 0.2 }, SceneSize.Wide));
        Assert.Empty(NamesOf(ledger with { Generosity = 0 }, SceneSize.Wide));

        static string[] NamesOf(ClaimsLedger judged, SceneSize size) =>
            [.. LedgerScene.Of(judged).Draw(size).Parts.SelectMany(part => part.All).OfType<Word>().Select(word => word.Text).Where(text => text is "holds" or "loose" || text.StartsWith("loose to", StringComparison.Ordinal))];
    }

    [Fact]
    public void AKeptLimit_StandsWhereNothingIsOff_AndTheFirstCaptionSaysSo()
    {
        var scene = LedgerScene.Of(new(0.05, Claims));
        var marks = MarksOf(scene.Draw(SceneSize.Wide));

        Assert.Equal(marks[5].Places[^1].X, marks[2].Places[^1].X);
        Assert.Contains("a kept limit stands in the middle", scene.Captions[0].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "Of 6 claims 2 hold, none is loose and 4 are wrong, if nothing may be off. Furthest off is number 5: 50, where 1 was said.")]
    [InlineData(0.1, "Of 6 claims 3 hold, 2 are loose and 1 is wrong, if each may be 10 % off. Furthest off is number 5: 50, where 1 was said.")]
    public void TheFinding_CountsTheVerdicts(double generosity, string finding) => Assert.Equal(finding, LedgerScene.Of(new(generosity, Claims)).Finding);

    [Fact]
    public void WhereAllHold_TheFindingSaysHowMany() =>
        Assert.Equal("All 2 claims hold, if each may be 50 % off. Not one of them is off.", LedgerScene.Of(new(0.5, Claims[2], Claims[5])).Finding);

    [Fact]
    public void WhatAModelFinds_IsHollow_AndTheHeadSaysSo()
    {
        var modelled = new ClaimsLedger(0.05, Claims[0], Claim.LessThan("alone", "fewer servers", 17, 11.7, "servers", "our model"));
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            Assert.Equal([Paint.Write, Paint.Paper], MarksOf(LedgerScene.Of(modelled).Draw(size)).Select(mark => mark.Moving.OfType<Box>().Single().Fill));
            Assert.Equal([true, false], new ClaimsLedger[] { modelled, new(0.05, Claims) }.Select(ledger => LedgerScene.Of(ledger).Draw(size).Parts.OfType<Word>().Any(word => word.Text.Contains("hollow", StringComparison.Ordinal))));
        }
    }

    [Fact]
    public void WhatIsToldAlready_StandsWhereItIsFound_AndTheJudgeComesAtOnce()
    {
        var whole = LedgerScene.Of(new(0.2, Claims));
        var told = LedgerScene.Of(new(0.2, Claims), isTold: true);

        Assert.Equal(Claims.Length + 3, whole.Captions.Count);
        Assert.Equal(whole.Captions.TakeLast(2).Select(caption => caption.Headline), told.Captions.Select(caption => caption.Headline));
        Assert.Equal(0, told.Captions[0].At);
        Assert.All(MarksOf(told.Draw(SceneSize.Wide)), mark => Assert.Equal(mark.Places[^1].X, mark.Places[0].X));
    }

    [Fact]
    public void OfAComparison_NobodySaidTheNumber()
    {
        var scene = LedgerScene.Of(new(0.05, Claim.LessThan("on one’s own", "down less", 34.9, 48.6, "h", "our model")));

        Assert.Equal("Furthest off is number 1: 48.6 h, on one’s own 34.9.", scene.Captions[^1].Detail);
    }

    [Fact]
    public void Hands_AreHighEnoughForAThumb() =>
        Assert.All(LedgerScene.Of(new(0.1, Claims)).Draw(SceneSize.Narrow).Hands, hand => Assert.Equal(32, hand.Area.Height));

    [Fact]
    public void Hands_SetHowMuchANumberMayBeOff() =>
        Assert.Equal(["0", "0.02", "0.05", "0.2"], LedgerScene.Of(new(0.1, Claims)).Draw(SceneSize.Narrow).Hands.Select(hand => hand.Value));

    private static Mover[] MarksOf(Stage stage) => [.. stage.Parts.OfType<Shown>().SelectMany(shown => shown.Parts).OfType<Mover>()];

    private static string WordOf(ClaimVerdict verdict) => verdict switch { ClaimVerdict.Holds => "holds", ClaimVerdict.Loose => "loose", _ => "wrong" };

    private static string SignOf(ClaimVerdict verdict) => verdict switch { ClaimVerdict.Holds => "✓", ClaimVerdict.Loose => "≈", _ => "✕" };
}
