using System.Globalization;
using InteractiveArticle.Figures.Outage;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Tests.Scenes;
using InteractiveArticle.Simulation.Outage;
using Xunit;

namespace InteractiveArticle.Figures.Tests.Outage;

public class MorningSceneTests
{
    // Of millions with one decimal, and a little more.
    private const double Rounding = 0.0501;

    public static TheoryData<double, double> Days => new() { { 0.45, 0.25 }, { 0.45, 0 }, { 0.45, 0.6 }, { 0.45, 0.99 }, { 0.45, 1 }, { 0, 0.25 }, { 0.41, 0.25 }, { 1, 0 } };

    [Theory]
    [MemberData(nameof(Days))]
    public void EveryScene_IsSoundAtEitherSize(double removed, double tolerant) => SceneChecks.Check(Scene(Day(removed, tolerant), tolerant));

    [Theory]
    [MemberData(nameof(Days))]
    public void AWindow_IsLit_IffItsPlaceInTheLineIsAmongThoseThatTheTraceSaysAreNormal(double removed, double tolerant)
    {
        var day = Day(removed, tolerant);
        var scene = Scene(day, tolerant);
        string[] line = [.. SiteWall.Line(MorningScene.Sites, SiteWall.Names.Count).Select(site => $"site {site}")];
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = scene.Draw(size);
            Assert.Equal(MorningScene.Sites, stage.Actors.Count());
            foreach (double film in SceneChecks.Moments(scene))
            {
                int normal = SiteWall.Lit(SiteWall.Minutes(day), MorningScene.Sites, scene.Time.Story(film));
                string[] lit = [.. stage.Actors.Where(actor => actor.StateAt(film) == ActorState.Lit).Select(actor => actor.Id)];
                Assert.Equal(line.Take(normal).Order(), lit.Order());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void TheCounters_SayWhatTheTraceSays(double removed, double tolerant)
    {
        var day = Day(removed, tolerant);
        var scene = Scene(day, tolerant);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var readings = scene.Draw(size).Parts.OfType<Reading>().ToArray();
            var sites = Assert.Single(readings, reading => reading.Tellings[0].Text == $"{MorningScene.Sites} of {MorningScene.Sites}");
            var dollars = Assert.Single(readings, reading => reading.Tellings[0].Text == "$0");
            foreach (var (film, text) in sites.Tellings)
            {
                Assert.Equal($"{SiteWall.Lit(SiteWall.Minutes(day), MorningScene.Sites, scene.Time.Story(film))} of {MorningScene.Sites}", text);
            }

            foreach (var (film, text) in dollars.Tellings)
            {
                double minute = scene.Time.Story(film);
                var before = day.Minutes.LastOrDefault(one => one.Minute <= minute, day.Minutes[0]);
                var after = day.Minutes.FirstOrDefault(one => one.Minute >= minute, day.Minutes[^1]);
                Assert.InRange(Dollars(text), before.LossMillions - Rounding, after.LossMillions + Rounding);
            }

            Assert.Equal(day.Typical.LossMillions == 0 ? "$0" : string.Create(CultureInfo.InvariantCulture, $"${day.Typical.LossMillions:N1} million"), dollars.Tellings[^1].Text);
        }
    }

    [Fact]
    public void EveryNamedSite_IsThere_AndSaysWhatWasWanted_WhileItIsDark()
    {
        var scene = Scene(Day(0.45, 0.25), 0.25);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = scene.Draw(size);
            var named = stage.Actors.Where(actor => actor.Label.Length > 0).ToArray();
            Assert.Equal(SiteWall.Names.Order(), named.Select(actor => actor.Label).Order());
            Assert.All(named, actor => Assert.Equal(ActorState.Dark, actor.StateAt(scene.StillAt)));
            foreach (double film in SceneChecks.Moments(scene))
            {
                Assert.Equal(named.Count(actor => actor.StateAt(film) == ActorState.Dark), stage.Parts.OfType<Shown>().Count(voice => voice.Parts is [Word { Text: ['“', ..] }] && voice.At(film)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void WhatIsSaidOfTheLights_IsSoThen(double removed, double tolerant)
    {
        // Minutes within which lights come back because of what is said.
        const double Soon = 2;
        var day = Day(removed, tolerant);
        var scene = Scene(day, tolerant);
        int lit(double minute) => SiteWall.Lit(SiteWall.Minutes(day), MorningScene.Sites, minute);
        int fewest = day.Minutes.Min(minute => lit(minute.Minute));
        foreach (var caption in scene.Captions)
        {
            double minute = scene.Time.Story(caption.At);
            if (caption.Headline.Contains("nothing has changed", StringComparison.Ordinal) || caption.Headline.EndsWith("files can be fetched again.", StringComparison.Ordinal))
            {
                Assert.Equal(fewest, lit(minute - 1));
            }

            if (caption.Headline.StartsWith("Nine in ten", StringComparison.Ordinal))
            {
                Assert.InRange(lit(minute), MorningScene.Sites * 9 / 10, MorningScene.Sites);
            }

            if (caption.Detail.StartsWith("No light comes back", StringComparison.Ordinal))
            {
                Assert.Equal(fewest, lit(minute + Soon));
            }

            if (caption.Detail.StartsWith("The first light", StringComparison.Ordinal))
            {
                Assert.Equal(caption.Detail.StartsWith("The first lights come", StringComparison.Ordinal), lit(minute + Soon) > fewest + 1);
                Assert.True(lit(minute + Soon) > fewest);
            }
        }
    }

    [Fact]
    public void TheDay_IsToldAtItsTurningPoints_EachLongEnoughToBeRead()
    {
        const double Readable = 1.5;
        var scene = Scene(Day(0.45, 0.25), 0.25);

        Assert.Equal(["9:36", "9:37", "9:38", "11:37", "12:26", "13:19", "13:54", "15:51"], scene.Captions.SkipLast(1).Select(caption => scene.Time.Words(scene.Time.Story(caption.At))));
        Assert.All(scene.Captions.Zip(scene.Captions.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At > Readable, pair.First.Headline));
    }

    [Theory]
    [InlineData(0.45, 0.25)]
    [InlineData(1, 0)]
    public void WhatIsLostWhenNothingHasChanged_IsWhatTheFrontPageTells(double removed, double tolerant)
    {
        var day = Day(removed, tolerant);
        var nothing = Assert.Single(Scene(day, tolerant).Captions, caption => caption.Headline.Contains("nothing has changed", StringComparison.Ordinal));

        Assert.Equal(Told(Assert.Single(FrontScene.Of(day, removed).Captions, caption => caption.Headline.StartsWith("The status page turns red", StringComparison.Ordinal)).Detail), Told(nothing.Detail));

        static string Told(string words) => Assert.Single(words.Split(' '), word => int.TryParse(word, CultureInfo.InvariantCulture, out _));
    }

    [Theory]
    [InlineData(0, "None of the hundred sites on S3 keeps a copy")]
    [InlineData(0.01, "1 % of the hundred sites on S3 keeps a copy")]
    [InlineData(0.25, "25 % of the hundred sites on S3 keep a copy")]
    [InlineData(0.76, "76 % of the hundred sites on S3 keep a copy")]
    [InlineData(1, "every window stays lit")]
    public void WhoKeepsACopy_IsToldAsTheLeverTellsIt(double tolerant, string words) => Assert.Contains(words, Scene(Day(0.45, tolerant), tolerant).Finding, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Days))]
    public void TheFilm_EndsWhenTheLastLightIsBack(double removed, double tolerant)
    {
        var scene = Scene(Day(removed, tolerant), tolerant);
        var actors = scene.Draw(SceneSize.Wide).Actors.ToArray();
        double last = actors.SelectMany(actor => actor.Turns).Select(turn => turn.At).DefaultIfEmpty().Max();

        Assert.All(actors, actor => Assert.Equal(ActorState.Lit, actor.StateAt(scene.Duration)));
        Assert.InRange(last, 0, scene.Duration - 1.5);
        Assert.Equal(last > 0, scene.Captions[^1].Headline.EndsWith("light is back.", StringComparison.Ordinal));
    }

    [Fact]
    public void ItsHands_LetTenthsOfTheSitesKeepACopy()
    {
        var hands = Scene(Day(0.45, 0.25), 0.25).Draw(SceneSize.Narrow).Hands;
        Assert.All(hands, hand => Assert.Equal("tolerant", hand.Lever));
        Assert.Equal(["0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1"], hands.Select(hand => hand.Value));
        Assert.All(hands, hand => Assert.True(hand.Area is { Width: >= 24, Height: >= 24 }, hand.Label));
    }

    private static OutageResult Day(double removed, double tolerant) => OutageSimulation.Run(new() { Removed = removed, Tolerant = tolerant }, new() { Replications = 1 });

    private static Scene Scene(OutageResult day, double tolerant) => MorningScene.Of(day, tolerant);

    private static double Dollars(string text) => double.Parse(text.TrimStart('$').Split(' ')[0], CultureInfo.InvariantCulture);
}
