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
            Assert.All(SceneChecks.Moments(scene), film => Assert.Equal(SiteWall.Lit(SiteWall.Minutes(day), FrontScene.Sites, scene.Time.Story(film)), SceneChecks.CountsAt(stage, film).GetValueOrDefault(ActorState.Lit)));
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
        Assert.Contains(FormattableString.Invariant($"{SiteWall.Lit(SiteWall.Minutes(day), FrontScene.Sites, end)} of {FrontScene.Sites}"), last);
        Assert.Contains(loss == 0 ? "$0" : FormattableString.Invariant($"${loss:N1} million"), last);
    }

    [Fact]
    public void TheMarks_AreGreenUntilTheDayTurnsThem()
    {
        var day = Day(0.45, 0.25);
        var scene = FrontScene.Of(day, 0.45);
        double turns = scene.Time.Film(day.Typical.DashboardMinutes);
        double back = scene.Time.Film(day.Typical.PutFullMinutes);
        Assert.Equal(turns, Turning(scene).At);
        Assert.Equal(back, Assert.Single(scene.Captions, caption => caption.Headline.EndsWith("its mark is green.", StringComparison.Ordinal)).At);
        Assert.InRange(scene.StillAt, turns, back);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var page = scene.Draw(size).Parts.OfType<Shown>().ToArray();
            Assert.True(Says(page, "normal", 0));
            Assert.False(Says(page, "we are looking into it", 0));
            foreach (double film in (double[])[turns - 0.1, turns, scene.StillAt, back, scene.Duration])
            {
                bool isRed = film >= turns && film < back;
                Assert.Equal(!isRed, Says(page, "normal", film));
                Assert.Equal(isRed, Says(page, "errors", film));
                Assert.Equal(film < back, Says(page, "we are looking into it", film));
            }
        }
    }

    [Fact]
    public void BeforeTheMarksTurn_NoCaptionTellsWhenTheyDo()
    {
        var scene = FrontScene.Of(Day(0.45, 0.25), 0.45);

        Assert.DoesNotContain(scene.Captions.TakeWhile(caption => caption != Turning(scene)), caption => caption.Headline.Contains("2 h", StringComparison.Ordinal));
    }

    [Fact]
    public void TheCounter_StandsAtWhatIsSaid_WhenTheMarksTurn()
    {
        var day = Day(0.45, 0.25);
        var scene = FrontScene.Of(day, 0.45);
        double loss = SiteWall.At(day.Minutes, day.Typical.DashboardMinutes, minute => minute.LossMillions);

        Assert.Contains(FormattableString.Invariant($"{loss:N0} million dollars"), Turning(scene).Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Captions.Except([Turning(scene), scene.Captions[^1]]), caption => caption.Detail.Contains("million", StringComparison.Ordinal));
        Assert.InRange(SiteWall.At(day.Minutes, scene.Time.Story(scene.StillAt), minute => minute.LossMillions), loss, loss + 0.1);
    }

    [Theory]
    [InlineData(0.45, 0.25, "A command takes out 45 % of the servers, and 150 of 200 sites go dark; the other 50 are assumed to keep a copy elsewhere. The status page takes 2 h to say so. By the model nine in ten sites work again after 6 h 14 min, and the day costs 311 million dollars. Times are")]
    [InlineData(0.45, 0.95, "By the model the storage works again after 4 h 17 min, and the day costs")]
    [InlineData(0.45, 1, "every site can do without them. The status page takes 2 h to turn red. By the model the storage works again after 4 h 17 min. Times are")]
    [InlineData(0.45, 0, "and all 200 sites go dark. The status page")]
    [InlineData(0.04, 0.25, "A command takes out 4 % of the servers, and no request fails: up to 40 % the rest can carry the load.")]
    [InlineData(0, 0.25, "A command takes out no server, and no request fails. Times are Pacific;")]
    public void TheFinding_TellsWhatWasTyped_AndHowItEnds(double removed, double tolerant, string words) =>
        Assert.Contains(words, FrontScene.Of(Day(removed, tolerant), removed).Finding, StringComparison.Ordinal);

    [Theory]
    [InlineData(0.45, 0.25, "nine in ten sites work again.")]
    [InlineData(0.45, 0.95, "the storage works again.")]
    [InlineData(0.45, 1, "the storage works again.")]
    public void TheFilm_RunsUntilWhatItTellsWorksAgain(double removed, double tolerant, string words)
    {
        var day = Day(removed, tolerant);
        var scene = FrontScene.Of(day, removed);
        double again = day.Typical.DependantsMinutes > 0 ? day.Typical.DependantsMinutes : day.Typical.PutFullMinutes;

        Assert.Equal($"{OutageClock.At(again)}: {words}", scene.Captions[^1].Headline);
        Assert.Equal(again, scene.Time.Story(scene.Captions[^1].At), tolerance: 0.001);
        Assert.InRange(scene.Duration - scene.Captions[^1].At, 1, 2);
    }

    [Theory]
    [MemberData(nameof(Days))]
    [InlineData(0.41, 0)]
    [InlineData(0.6, 0.25)]
    [InlineData(0.8, 0.1)]
    [InlineData(1, 0.25)]
    [InlineData(1, 0.85)]
    [InlineData(0.45, 0.89)]
    public void WhenNineInTenWorkAgain_TheCounterSaysSo_ToTheEnd(double removed, double tolerant)
    {
        const double Tick = 0.1;
        const int NineInTen = FrontScene.Sites * 9 / 10;
        var scene = FrontScene.Of(Day(removed, tolerant), removed);
        foreach (var caption in scene.Captions.Where(caption => caption.Headline.Contains("nine in ten", StringComparison.Ordinal)))
        {
            foreach (var size in Enum.GetValues<SceneSize>())
            {
                var counter = Assert.Single(scene.Draw(size).Parts.OfType<Reading>(), reading => reading.Tellings[0].Text == $"{FrontScene.Sites} of {FrontScene.Sites}");
                Assert.All((double[])[caption.At + Tick, scene.Duration], film => Assert.InRange(int.Parse(counter.At(film).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), NineInTen, FrontScene.Sites));
            }
        }
    }

    [Theory]
    [InlineData(0.45, 0.25)]
    [InlineData(0.41, 0)]
    [InlineData(1, 0)]
    [InlineData(1, 0.6)]
    public void WhileAGreenMarkStands_NoCaptionCallsItRed(double removed, double tolerant)
    {
        var scene = FrontScene.Of(Day(removed, tolerant), removed);
        var page = scene.Draw(SceneSize.Wide).Parts.OfType<Shown>().ToArray();
        foreach (double film in SceneChecks.Moments(scene))
        {
            if (scene.Captions.Last(caption => caption.At <= film) == Turning(scene))
            {
                Assert.True(Says(page, "errors", film));
            }
        }
    }

    [Theory]
    [InlineData(0.25, "on these servers; 50 keep a copy elsewhere.")]
    [InlineData(0, "and nowhere else.")]
    [InlineData(1, "can do without these servers.")]
    public void WhenTheLightsGoOut_ItIsToldWhoseStayOn(double tolerant, string words)
    {
        var scene = FrontScene.Of(Day(0.45, tolerant), 0.45);

        Assert.EndsWith(words, Assert.Single(scene.Captions, caption => caption.Headline == "Enter.").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereNothingHappens_ItIsToldUpToWhere()
    {
        Assert.StartsWith("Up to 40 %", FrontScene.Of(Day(0.4, 0.25), 0.4).Captions[^1].Detail, StringComparison.Ordinal);
        Assert.NotEqual(0, Day(0.41, 0.25).Typical.PutFullMinutes);
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

    private static Caption Turning(Scene scene) => Assert.Single(scene.Captions, caption => caption.Headline.StartsWith("The status page turns red", StringComparison.Ordinal));

    private static bool Says(IEnumerable<Shown> page, string words, double film) =>
        page.Any(shown => shown.At(film) && shown.Parts.OfType<Word>().Any(word => word.Text == words));

    private static OutageResult Day(double removed, double tolerant) => OutageSimulation.Run(new() { Removed = removed, Tolerant = tolerant }, new() { Replications = 1 });
}
