using System.Globalization;
using System.Text.RegularExpressions;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.SitesVersusCloud;
using InteractiveArticle.Figures.Tests.Scenes;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.SitesVersusCloud;
using Xunit;

namespace InteractiveArticle.Figures.Tests.SitesVersusCloud;

public class TwoWorldsSceneTests
{
    private static readonly SitesVersusCloudOptions Usual = new() { Years = 10 };

    public static TheoryData<SitesVersusCloudOptions> Settings =>
    [
        Usual,
        Usual with { Sites = 10 },
        Usual with { Sites = 1, OutageRate = 0 },
        Usual with { Sites = 2000, OwnMtbf = 100, OwnMttr = 72 },
        Usual with { OwnMtbf = 100_000, OwnMttr = 0.5, OutageRate = 0 },
        Usual with { OutageRate = 6, OutageShare = 1 },
        Usual with { OutageRate = 6, OutageShare = 1, OwnMtbf = 100, OwnMttr = 72 },
        Usual with { OutageRate = 6, OutageShare = 0 },
        Usual with { OutageRate = 0.1, Years = 0.5 },
        Usual with { OutageRate = 0.1, OutageHours = 1000 },
    ];

    private static SitesVersusCloudResult Run(SitesVersusCloudOptions options) =>
        SitesVersusCloudSimulation.Run(options, new() { Replications = 1 }, TwoWorldsScene.MostLights);

    [Theory]
    [MemberData(nameof(Settings))]
    public void EveryScene_IsSoundAtEitherSize(SitesVersusCloudOptions options)
    {
        var scene = TwoWorldsScene.Of(Run(options), options);
        SceneChecks.Check(scene);
        Assert.InRange(scene.Duration, 10, 40);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void EveryPicture_ShowsWhoIsDownThen_AndCountsThem(SitesVersusCloudOptions options)
    {
        var result = Run(options);
        var scene = TwoWorldsScene.Of(result, options);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var parts = scene.Draw(size).Parts;
            Spots[] fields = [.. parts.OfType<Spots>()];
            FlipBook[] books = [.. parts.OfType<FlipBook>()];
            Reading[] counts = [.. parts.OfType<Reading>().Where(reading => reading.Style.Size == 24)];
            Assert.Equal(2, counts.Length);
            foreach (double film in SceneChecks.Moments(scene))
            {
                foreach (int world in new[] { 0, 1 })
                {
                    var page = books[world].Pages.Last(page => page.At <= film);
                    var dark = page.Parts.Cast<Spots>().SingleOrDefault()?.Places ?? [];
                    var trace = world == 0 ? result.Trace!.Own : result.Trace!.Cloud;
                    double hours = scene.Time.Story(page.At) * TimeUnits.HoursPerYear;
                    Assert.Equal(DownAt(trace, hours, result.Trace!.Sites).Length, int.Parse(counts[world].At(film), NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
                    int[] expected = DownAt(trace, hours, fields[world].Places.Count);
                    Assert.Equal(expected.Select(site => fields[world].Places[site]), dark);
                }
            }
        }
    }

    [Fact]
    public void WithTheUsualLevers_AllThousandSitesAreShown_AndEveryOutage()
    {
        var result = Run(Usual);
        var stage = TwoWorldsScene.Of(result, Usual).Draw(SceneSize.Wide);
        Assert.All(stage.Parts.OfType<Spots>(), field => Assert.Equal(1000, field.Places.Count));
        Assert.Equal(result.Trace!.Cloud.Outages.Count, stage.Parts.OfType<Shown>().Count(shown => shown.Parts is [Box { Fill: Paint.Write }]));
    }

    [Fact]
    public void TheLastWords_AreTheModels()
    {
        var result = Run(Usual);
        var scene = TwoWorldsScene.Of(result, Usual);
        Assert.Contains($"at the worst moment {result.CloudMostDown} sites are dark there", scene.Finding, StringComparison.Ordinal);
        Assert.Contains($"at the worst moment {result.CloudMostDown} were dark there", scene.Captions[^1].Detail, StringComparison.Ordinal);
        double hours = (1 - result.OwnAvailability.Mean) * Usual.Years * TimeUnits.HoursPerYear;
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"dark for {hours:0} h"), scene.Captions[^1].Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereNotEverySiteHasALight_TheNumbersAreForAll()
    {
        var options = Usual with { OutageRate = 6, OutageShare = 1 };
        var result = Run(options);
        var scene = TwoWorldsScene.Of(result, options);
        Assert.All(scene.Draw(SceneSize.Wide).Parts.OfType<Spots>(), field => Assert.True(field.Places.Count < 1000));
        Assert.Contains("of the 1,000 are drawn; the numbers are for all.", scene.Finding, StringComparison.Ordinal);
        Assert.Contains("of the 1,000 are drawn; the numbers are for all.", scene.Captions[0].Detail, StringComparison.Ordinal);
        Assert.Contains("at the worst moment 1,000 sites are dark there", scene.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFilm_LeavesTheWorstMomentOfTheOwnComputersToBeGuessed()
    {
        var result = Run(Usual);
        var scene = TwoWorldsScene.Of(result, Usual);
        string worst = string.Create(CultureInfo.InvariantCulture, $@"\b{result.OwnMostDown}\b");
        Assert.DoesNotMatch(worst, scene.Finding);
        Assert.DoesNotMatch(worst, scene.Captions[^1].Headline + scene.Captions[^1].Detail);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void AnOutage_IsCaptionedWhenItBegins_AndCaptionsLeaveTimeToRead(SitesVersusCloudOptions options)
    {
        var result = Run(options);
        var scene = TwoWorldsScene.Of(result, options);
        double[] outages = [.. result.Trace!.Cloud.Outages.Select(outage => scene.Time.Film(outage.Begins / TimeUnits.HoursPerYear))];
        Assert.All(scene.Captions.Where(caption => caption.Headline.Contains("at once", StringComparison.Ordinal)), caption => Assert.Contains(outages, film => Math.Abs(film - caption.At) < 1e-9));
        Assert.All(scene.Captions.Zip(scene.Captions.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At > 1, pair.Second.Headline));
    }

    [Fact]
    public void TheFirstOutage_IsTold_BeforeWhatComesAgain()
    {
        var captions = TwoWorldsScene.Of(Run(Usual), Usual).Captions;
        Assert.Single(captions, caption => caption.Headline.StartsWith("On the cloud,", StringComparison.Ordinal));
        Assert.True(captions.TakeWhile(caption => !caption.Headline.StartsWith("On the cloud,", StringComparison.Ordinal)).All(caption => !caption.Headline.Contains("at once", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void AsManyAsAreSaidToBeDark_AreCounted_AsLongAsThatIsSaid(SitesVersusCloudOptions options)
    {
        var scene = TwoWorldsScene.Of(Run(options), options);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var count = scene.Draw(size).Parts.OfType<Reading>().Where(reading => reading.Style.Size == 24).Last();
            foreach (var (caption, next) in scene.Captions.Zip(scene.Captions.Skip(1)))
            {
                if (Regex.Match(caption.Headline, @"([0-9,]+) of [0-9,]+ go(es)? dark") is not { Success: true } said)
                {
                    Assert.DoesNotMatch(@"\bdark\b.*\d|\d.*\bdark\b|\blit\b", caption.Headline);
                    continue;
                }

                Assert.All(Enumerable.Range(0, 20), n => Assert.Equal(said.Groups[1].Value, count.At(caption.At + 1e-6 + (n / 20.0 * (next.At - caption.At)))));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void WhereTheFilmSlowsDown_ItTellsOfThatOutage_AndOfNoOtherUntilItIsOver(SitesVersusCloudOptions options)
    {
        const double Pause = 0.5; // seconds
        var result = Run(options);
        var scene = TwoWorldsScene.Of(result, options);
        double[] said = [.. scene.Captions.Select(caption => caption.At)];
        foreach (var outage in result.Trace!.Cloud.Outages.Where(outage => At(outage.Ends) - At(outage.Begins) > Pause))
        {
            Assert.Contains(said, film => Math.Abs(film - At(outage.Begins)) < 1e-9);
            Assert.DoesNotContain(said, film => film > At(outage.Begins) + 1e-9 && film < At(outage.Ends) - 0.01);
        }

        double At(double hours) => scene.Time.Film(hours / TimeUnits.HoursPerYear);
    }

    [Fact]
    public void TheWorstMoment_IsTold()
    {
        var result = Run(Usual);
        var captions = TwoWorldsScene.Of(result, Usual).Captions;
        Assert.Contains(captions, caption => caption.Headline == $"The worst moment: {result.CloudMostDown} of 1,000 go dark at once.");
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void WhatIsSaid_HasRoomOnANarrowStage(SitesVersusCloudOptions options) =>
        Assert.All(TwoWorldsScene.Of(Run(options), options).Captions, caption => Assert.InRange(SceneChecks.NarrowLinesOf(caption), 1, 3));

    [Fact]
    public void WithoutAnOutage_TheCaptionsTellOfTheOtherWorld()
    {
        var none = Usual with { OutageRate = 0 };
        Assert.Contains("On average about 4 lights are out", TwoWorldsScene.Of(Run(none), none).Captions[1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAnyToTouch_AnOutageIsNoneOfTheCaptions()
    {
        var options = Usual with { OutageRate = 6, OutageShare = 0 };
        var captions = TwoWorldsScene.Of(Run(options), options).Captions;
        Assert.DoesNotContain(captions, caption => caption.Headline.StartsWith("On the cloud", StringComparison.Ordinal));
    }

    [Fact]
    public void Hands_SetWhatOnesOwnComputersAreNot()
    {
        var options = Usual with { Sites = 20 };
        Assert.Equal(
            [("ownMtbf", "500"), ("ownMtbf", "8000"), ("ownMttr", "1"), ("ownMttr", "24")],
            TwoWorldsScene.Of(Run(options), options).Draw(SceneSize.Narrow).Hands.Select(hand => (hand.Lever, hand.Value)));
    }

    private static int[] DownAt(WorldTrace trace, double hours, int sites)
    {
        var down = new SortedSet<int>();

        // The moment went through the film's clock and back.
        foreach (var turn in trace.Turns.TakeWhile(turn => turn.Hours <= hours + 1e-6).Where(turn => turn.Site < sites))
        {
            _ = turn.IsDown ? down.Add(turn.Site) : down.Remove(turn.Site);
        }

        return [.. down];
    }
}
