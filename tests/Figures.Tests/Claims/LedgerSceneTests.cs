using System.Globalization;
using InteractiveArticle.Figures.Claims;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Tests.Scenes;
using Xunit;

namespace InteractiveArticle.Figures.Tests.Claims;

public class LedgerSceneTests
{
    private static readonly Claim[] Claims =
    [
        Claim.About("six hours", 6, 4.28, "h", "a source"),
        Claim.About("a share", 0.3, 0.33, "%", "a source"),
        Claim.AtMost("under a minute", 60, 25.8, "s", "a model"),
        Claim.AtLeast("at least as many", 60, 48, "machines", "a source"),
        Claim.About("many times as much", 1, 50, "", "a model"),
        Claim.About("exactly", 7e6, 7e6, "GB", "arithmetic"),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    public void EveryScene_IsSoundAtEitherSize(double generosity)
    {
        SceneChecks.Check(LedgerScene.Of(new(generosity, Claims)));
        SceneChecks.Check(LedgerScene.Of(new(generosity, Claims[5])));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    public void TheTally_CountsTheVerdictsThatAreShown_AtEveryMoment(double generosity)
    {
        var ledger = new ClaimsLedger(generosity, Claims);
        var scene = LedgerScene.Of(ledger);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = scene.Draw(size);
            Reading[] tallies = [.. stage.Parts.OfType<Reading>()];
            Shown[] verdicts = [.. stage.Parts.OfType<Shown>().Where(shown => shown.Parts is [Word, Box, Word])];
            Assert.Equal(Claims.Length, verdicts.Length);
            foreach (double film in SceneChecks.Moments(scene).Append(scene.Duration))
            {
                foreach (var verdict in Enum.GetValues<Verdict>())
                {
                    int shown = verdicts.Index().Count(item => item.Item.At(film) && Claims[item.Index].Judge(generosity) == verdict);
                    Assert.Equal(shown.ToString(CultureInfo.InvariantCulture), tallies[(int)verdict].At(film));
                }
            }
        }
    }

    [Fact]
    public void AVerdictHolds_WhereTheNumberEndsInTheGreen()
    {
        var stage = LedgerScene.Of(new(0.1, Claims)).Draw(SceneSize.Wide);
        Mover[] numbers = [.. stage.Parts.OfType<Mover>().Where(mover => mover.Moving is [Box { Fill: Paint.Write }])];
        Box[] greens = [.. stage.Parts.OfType<Box>().Where(box => box.Fill == Paint.Checked)];
        Assert.Equal(Claims.Length, numbers.Length);
        for (int n = 0; n < Claims.Length; n++)
        {
            double x = numbers[n].Places[^1].X;
            Assert.Equal(Claims[n].Judge(0.1) == Verdict.Holds, x > greens[n].Area.X - 1e-6 && x < greens[n].Area.Right + 1e-6);
        }
    }

    [Fact]
    public void Hands_SetHowMuchANumberMayBeOff() =>
        Assert.Equal(["0", "0.05", "0.2", "0.3", "0.5"], LedgerScene.Of(new(0.1, Claims)).Draw(SceneSize.Narrow).Hands.Select(hand => hand.Value));
}
