using InteractiveArticle.Figures.Outage;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Tests.Scenes;
using InteractiveArticle.Simulation.Outage;
using Xunit;

namespace InteractiveArticle.Figures.Tests.Outage;

public class FrontSceneTests
{
    public static TheoryData<double, double> Days => new() { { 0.45, 0.25 }, { 0.04, 0.25 }, { 0, 0.25 }, { 0.41, 0.25 }, { 1, 0 }, { 0.45, 1 }, { 0.4567, 0.5 } };

    [Theory]
    [MemberData(nameof(Days))]
    public void EveryScene_IsSoundAtEitherSize(double removed, double tolerant) => SceneChecks.Check(FrontScene.Of(Day(removed, tolerant), removed));

    [Theory]
    [MemberData(nameof(Days))]
    public void AsManyWindowsAreLit_AsTheTraceSays(double removed, double tolerant)
    {
        var day = Day(removed, tolerant);
        var scene = FrontScene.Of(day, removed);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = scene.Draw(size);
            Assert.Equal(FrontScene.Sites, stage.Actors.Count());
            Assert.All(SceneChecks.Moments(scene), film => Assert.Equal(SiteWall.Lit(day.Minutes, FrontScene.Sites, scene.Time.Story(film)), SceneChecks.CountsAt(stage, film).GetValueOrDefault(ActorState.Lit)));
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void TheCounters_EndWhereTheTraceIsThen(double removed, double tolerant)
    {
        var day = Day(removed, tolerant);
        var scene = FrontScene.Of(day, removed);
        double end = scene.Time.End;
        double loss = SiteWall.At(day.Minutes, end, minute => minute.LossMillions);
        string[] last = [.. scene.Draw(SceneSize.Wide).Parts.OfType<Reading>().Select(reading => reading.Tellings[^1].Text)];
        Assert.Contains(FormattableString.Invariant($"{SiteWall.Lit(day.Minutes, FrontScene.Sites, end)} of {FrontScene.Sites}"), last);
        Assert.Contains(loss == 0 ? "$0" : FormattableString.Invariant($"${loss:N1} million"), last);
    }

    [Fact]
    public void TheMarks_AreGreenUntilTheDayTurnsThem_WhichIsTheEnd()
    {
        var day = Day(0.45, 0.25);
        var scene = FrontScene.Of(day, 0.45);
        double turns = scene.Time.Film(day.Typical.DashboardMinutes);
        Assert.InRange(scene.Duration - turns, 0.5, 2);
        Assert.Equal(turns, scene.Captions[^1].At);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var page = scene.Draw(size).Parts.OfType<Shown>().ToArray();
            Assert.True(Says(page, "normal", 0));
            Assert.False(Says(page, "we are looking into it", 0));
            foreach (double film in (double[])[turns - 0.1, turns, scene.Duration])
            {
                Assert.Equal(film < turns, Says(page, "normal", film));
                Assert.Equal(film < turns, Says(page, "we are looking into it", film));
                Assert.Equal(film >= turns, Says(page, "errors", film));
            }
        }
    }

    [Fact]
    public void TheCounter_StandsAtWhatIsSaid_WhenTheMarksTurn()
    {
        var day = Day(0.45, 0.25);
        var scene = FrontScene.Of(day, 0.45);
        double loss = SiteWall.At(day.Minutes, day.Typical.DashboardMinutes, minute => minute.LossMillions);

        Assert.Contains(FormattableString.Invariant($"{loss:N0} million dollars"), scene.Captions[^1].Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Captions.SkipLast(1), caption => caption.Detail.Contains("million", StringComparison.Ordinal));
        Assert.InRange(SiteWall.At(day.Minutes, scene.Time.End, minute => minute.LossMillions), loss, loss + 0.1);
    }

    [Theory]
    [InlineData(0.45, 0.25, "Nine in ten of all sites work again 6 h 14 min after the command, and the whole day costs 311 million dollars.")]
    [InlineData(0.45, 0.95, "The storage works again 4 h 17 min after the command, and the whole day costs")]
    [InlineData(0.45, 1, "The storage works again 4 h 17 min after the command. Times are")]
    [InlineData(0, 0.25, "no request fails. Times are Pacific: 9:37 in Seattle is 12:37 at the servers in Virginia.")]
    public void WhatTheFilmDoesNotReach_IsToldBesideIt(double removed, double tolerant, string words) =>
        Assert.Contains(words, FrontScene.Of(Day(removed, tolerant), removed).Finding, StringComparison.Ordinal);

    [Fact]
    public void WhenTheMarksTurn_ItIsToldWhenTheSitesAreWell()
    {
        var day = Day(0.45, 0.25);

        Assert.EndsWith($"nine in ten sites are well at {OutageClock.At(day.Typical.DependantsMinutes)}.", FrontScene.Of(day, 0.45).Captions[^1].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void TheDarkness_BeginsWithEnter(double removed, double tolerant)
    {
        var scene = FrontScene.Of(Day(removed, tolerant), removed);

        Assert.StartsWith("Enter.", scene.Captions.Single(caption => caption.At == scene.Time.Film(0)).Headline, StringComparison.Ordinal);
        Assert.All(scene.Draw(SceneSize.Wide).Actors, actor => Assert.All(actor.Turns, turn => Assert.True(turn.At >= scene.Time.Film(0))));
    }

    [Theory]
    [InlineData(0.45, "45", "One key too many.")]
    [InlineData(1, "100", "Another number.")]
    [InlineData(0.4, "40", "One key too many.")]
    public void WhatWasTyped_StandsInTheTerminal_AndIsSaid(double removed, string typed, string said)
    {
        var scene = FrontScene.Of(Day(removed, 0.25), removed);
        Assert.Equal(said, scene.Captions[1].Headline);
        Assert.Contains(typed, scene.Captions[1].Detail, StringComparison.Ordinal);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            Assert.Contains(scene.Draw(size).Parts.OfType<Reading>(), reading => reading.At(scene.Time.Film(0)) == typed);
        }
    }

    private static bool Says(IEnumerable<Shown> page, string words, double film) =>
        page.Any(shown => shown.At(film) && shown.Parts.OfType<Word>().Any(word => word.Text == words));

    private static OutageResult Day(double removed, double tolerant) => OutageSimulation.Run(new() { Removed = removed, Tolerant = tolerant }, new() { Replications = 1 });
}
