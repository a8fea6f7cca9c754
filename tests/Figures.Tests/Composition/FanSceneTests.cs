using System.Globalization;
using System.Text.RegularExpressions;
using InteractiveArticle.Figures.Composition;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Tests.Scenes;
using InteractiveArticle.Simulation.Composition;
using Xunit;

namespace InteractiveArticle.Figures.Tests.Composition;

public partial class FanSceneTests
{
    private static CompositionOptions Page(int answers, double hedge) => new() { InSeries = 1, FanOut = answers, HedgeQuantile = hedge };

    [Theory]
    [InlineData(100, 1)]
    [InlineData(100, 0.95)]
    [InlineData(1, 1)]
    [InlineData(1, 0.95)]
    [InlineData(2, 1)]
    [InlineData(1000, 1)]
    [InlineData(1000, 0.95)]
    public void EveryScene_IsSoundAtEitherSize(int answers, double hedge) => SceneChecks.Check(FanScene.Of(Page(answers, hedge)));

    [Theory]
    [InlineData(100, 1)]
    [InlineData(37, 0.95)]
    public void AsManyAnswersAreThere_AsTheTraceHasByThen(int answers, double hedge)
    {
        var scene = FanScene.Of(Page(answers, hedge));
        var page = CompositionSimulation.Trace(Page(answers, hedge), 1)[0];
        int ThereBy(double film) => page.Answers.Count(answer => scene.Time.Film(answer.Latency) <= film);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = scene.Draw(size);
            var arrived = stage.Parts.OfType<Shown>().Select(shown => (shown.From, Dots: shown.Parts.OfType<Line>().Where(line => line.Stroke == Paint.Answer).Sum(line => line.Path.Count(letter => letter == 'M'))));
            var count = stage.Parts.OfType<Reading>().Single(reading => reading.Tellings[0].Text.StartsWith("0 of", StringComparison.Ordinal));
            foreach (double film in SceneChecks.Moments(scene))
            {
                int shown = arrived.Where(group => group.From <= film).Sum(group => group.Dots);
                Assert.InRange(shown, ThereBy(film - 0.05), ThereBy(film + 0.05));
                int counted = int.Parse(count.At(film).Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
                Assert.InRange(counted, ThereBy(film - 0.05), ThereBy(film));
            }

            Assert.Equal($"{answers} of {answers}", count.At(scene.Duration));
        }
    }

    [Fact]
    public void TheLastAnswer_IsRinged_WhereTheAxisHasItsTime()
    {
        var scene = FanScene.Of(Page(100, 1));
        var page = CompositionSimulation.Trace(Page(100, 1), 1)[0];
        var stage = scene.Draw(SceneSize.Wide);
        var ring = stage.Parts.OfType<Shown>().Where(shown => shown.From == scene.Time.Film(page.Slowest)).SelectMany(shown => shown.Parts).OfType<Box>().Single(box => box.Outline == Paint.Ink);
        var tick = stage.Parts.SelectMany(part => part.All).OfType<Word>().Single(word => word.Text == "20 ms");
        double left = stage.Parts.OfType<Unveiled>().Single().Area.X;
        Assert.Equal((tick.X - left) / 20 * page.Slowest, ring.Area.CentreX - left, 6);
    }

    [Fact]
    public void TheFirstFrame_DoesNotTellHowLongTheLastAnswerTakes()
    {
        var scene = FanScene.Of(Page(100, 1));
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var seen = scene.Draw(size).Parts.Where(part => part is not Rail).SelectMany(part => part is Shown { From: > 0 } ? [] : part.All);
            Assert.DoesNotContain(seen.OfType<Word>(), word => Milliseconds().IsMatch(word.Text));
        }
    }

    [Fact]
    public void AskingTwice_MovesNeitherTheAxisNorTheFirstAnswers()
    {
        static double Tick(double hedge) => FanScene.Of(Page(100, hedge)).Draw(SceneSize.Wide).Parts.SelectMany(part => part.All).OfType<Word>().Single(word => word.Text == "20 ms").X;
        Assert.Equal(Tick(1), Tick(0.95));
        Assert.DoesNotMatch(AskedAgain(), FanScene.Of(Page(100, 1)).Finding);
        Assert.Matches(AskedAgain(), FanScene.Of(Page(100, 0.95)).Finding);
    }

    [Fact]
    public void AskingAgain_IsSaidWithItsTime_AskedOrNot() => Assert.All([1.0, 0.95], hedge =>
        Assert.Contains(FanScene.Of(Page(10, hedge)).Draw(SceneSize.Narrow).Parts.OfType<Word>(), word => word.Text == "ask again at 30 ms"));

    [Fact]
    public void APage_IsComparedWithItsLastAnswer_IfItHasMoreThanOne()
    {
        Assert.DoesNotContain("no faster", FanScene.Of(Page(1, 1)).Finding, StringComparison.Ordinal);
        Assert.Contains(" ms, and the page is no faster than that.", FanScene.Of(Page(2, 1)).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereNoAnswerIsLate_NoNumberSaysSo()
    {
        int[] answers = [1, 2, 3, 4, 5];
        Assert.All(answers, count => Assert.DoesNotContain("0 of the questions", FanScene.Of(Page(count, 0.95)).Finding, StringComparison.Ordinal));
        Assert.EndsWith("was not late. Computed, an answer takes 10 ms on average.", FanScene.Of(Page(1, 0.95)).Finding, StringComparison.Ordinal);
    }

    // But for what one answer takes and when a late one is asked for again.
    [GeneratedRegex("^(?!An answer takes 10 ms|ask again at 30 ms).*[0-9] ms")]
    private static partial Regex Milliseconds();

    [GeneratedRegex("second copy")]
    private static partial Regex AskedAgain();
}
