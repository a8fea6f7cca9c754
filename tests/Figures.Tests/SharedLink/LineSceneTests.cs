using System.Globalization;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.SharedLink;
using InteractiveArticle.Figures.Tests.Scenes;
using InteractiveArticle.Simulation.SharedLink;
using Xunit;

namespace InteractiveArticle.Figures.Tests.SharedLink;

public class LineSceneTests
{
    private static readonly SharedLinkOptions Afternoon = new() { CrawlerStart = 5, Minutes = 20 };

    private static Scene Line(SharedLinkOptions options) => LineScene.Of(SharedLinkSimulation.Run(options, new() { Replications = 1 }), options);

    [Theory]
    [InlineData(10, 0, 10)]
    [InlineData(0, 0, 10)]
    [InlineData(1, 0, 10)]
    [InlineData(50, 0, 10)]
    [InlineData(50, 1, 10)]
    [InlineData(50, 60, 10)]
    [InlineData(10, 60, 10)]
    [InlineData(50, 0, 6)]
    [InlineData(10, 0, 6)]
    [InlineData(20, 0.5, 6)]
    [InlineData(10, 0, 50)]
    [InlineData(0, 0, 50)]
    [InlineData(50, 0.5, 50)]
    public void EveryScene_IsSoundAtEitherSize(int connections, double pause, double bandwidth)
    {
        var scene = Line(Afternoon with { CrawlerConnections = connections, CrawlerPause = pause, Bandwidth = bandwidth });

        SceneChecks.Check(scene);
        Assert.InRange(scene.Duration, 10, 30);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void TheCounts_AreThoseOfTheTrace(int connections)
    {
        var options = Afternoon with { CrawlerConnections = connections };
        var scene = Line(options);
        var trace = SharedLinkSimulation.Trace(options, scene.Time.Start - 60, scene.Time.End);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var readings = scene.Draw(size).Parts.OfType<Reading>().Where(reading => reading.Tellings[0].Text.Contains(": ", StringComparison.Ordinal)).ToArray();
            int count(string name, double film) => int.Parse(readings.Single(reading => reading.Tellings[0].Text.StartsWith(name, StringComparison.Ordinal)).At(film).Split(": ")[1], CultureInfo.InvariantCulture);
            foreach (double moment in SceneChecks.Moments(scene))
            {
                // They are told five times a second.
                double film = Math.Floor(moment * 5) * 0.2;
                var sharing = trace.Sharing.Last(sharing => sharing.Second <= scene.Time.Story(film));
                Assert.Equal(sharing.People, count("one person", film + 1e-6) + count("others", film + 1e-6));
                Assert.Equal(sharing.Crawler, count("the crawler", film + 1e-6));
            }
        }
    }

    [Fact]
    public void TheClockStartsAtZero_AndThePipesEndsSayWhenTheirPagesArrive()
    {
        var scene = Line(Afternoon);

        Assert.StartsWith("0.0", scene.Time.Words(scene.Time.Start), StringComparison.Ordinal);
        Assert.All(Enum.GetValues<SceneSize>(), size =>
        {
            string[] ends = [.. scene.Draw(size).Parts.OfType<Word>().Select(word => word.Text).Where(text => text.StartsWith("arrives ", StringComparison.Ordinal))];
            Assert.Equal(2, ends.Length);
            Assert.StartsWith("arrives in ", ends[0], StringComparison.Ordinal);
            Assert.Equal("arrives now, and is counted", ends[1]);
        });
    }

    [Fact]
    public void ThePages_AreCompleteWhenTheTraceSays()
    {
        var scene = Line(Afternoon);
        var trace = SharedLinkSimulation.Trace(Afternoon, scene.Time.Start - 60, scene.Time.End);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stopwatches = scene.Draw(size).Parts.OfType<Reading>().Where(reading => reading.Tellings[0].Text == "0.00 s").ToArray();
            Assert.Equal(2, stopwatches.Length);
            Assert.All(stopwatches, stopwatch => Assert.Contains(trace.Transfers, page =>
                page.IsPerson
                && Math.Abs(scene.Time.Film(page.Until) - stopwatch.Tellings[^1].At) < 1e-9
                && page.Seconds.ToString("F2", CultureInfo.InvariantCulture) + " s" == stopwatch.Tellings[^1].Text));
        }
    }

    [Fact]
    public void TheHands_AddAConnectionOrTakeTheCrawlerAway()
    {
        string[] values(int connections) => [.. Line(Afternoon with { CrawlerConnections = connections }).Draw(SceneSize.Wide).Hands.Select(hand => hand.Value)];

        Assert.All(Line(Afternoon).Draw(SceneSize.Wide).Hands, hand => Assert.Equal("connections", hand.Lever));
        Assert.Equal(["0", "1", "50", "11"], values(10));
        Assert.Equal(["0", "1", "10", "12"], values(11));
        Assert.Equal(["1", "10", "50", "1"], values(0));
        Assert.Equal(["0", "1", "10", "49"], values(50));
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(15, true)]
    [InlineData(50, true)]
    public void StripesThatAreTooThinToTellApart_AreSaidToBeTooMany(int connections, bool areTooMany)
    {
        var scene = Line(new() { CrawlerStart = 2, Minutes = 8, CrawlerConnections = connections });

        Assert.Equal(areTooMany, scene.Finding.Contains("too many to draw one by one", StringComparison.Ordinal));
        Assert.Equal(areTooMany, scene.Captions.Any(caption => caption.Detail.EndsWith("too many to draw one by one.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(10, 10, "slowed ")]
    [InlineData(50, 5, "sped up ")]
    public void TheFinding_SaysHowTheFilmsTimeRuns(int connections, double bandwidth, string words) =>
        Assert.Contains("The film is " + words, Line(Afternoon with { CrawlerConnections = connections, Bandwidth = bandwidth }).Finding, StringComparison.Ordinal);

    [Theory]
    [InlineData(10, 10)]
    [InlineData(10, 6)]
    [InlineData(10, 50)]
    [InlineData(50, 10)]
    [InlineData(1, 7)]
    public void TheTwoPages_AreOfTheSameSize(int connections, double bandwidth)
    {
        SharedLinkOptions options = new() { CrawlerStart = 2, Minutes = 8, CrawlerConnections = connections, Bandwidth = bandwidth };
        var scene = LineScene.Of(SharedLinkSimulation.Run(options, new() { Replications = 1 }), options, SharedLinkSimulation.Run(options with { CrawlerConnections = 0 }, new() { Replications = 1 }));
        double[] sizes = [.. scene.Finding.Split(" kB")[..2].Select(words => double.Parse(words.Split(' ')[^1], CultureInfo.InvariantCulture))];

        Assert.InRange(sizes[1] / sizes[0], 0.95, 1.05);
        Assert.Contains(scene.Captions, caption => caption.Headline.StartsWith("A page like the first one.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 10.8)]
    [InlineData(2, 1.49)]
    public void TheFilm_IsAsMuchSlowerAsPeopleWaitOnAverage(double pause, double times)
    {
        SharedLinkOptions options = new() { CrawlerStart = 2, Minutes = 8, CrawlerPause = pause };
        SharedLinkResult run(SharedLinkOptions link) => SharedLinkSimulation.Run(link, new() { Replications = 1 });
        var last = LineScene.Of(run(options), options, run(options with { CrawlerConnections = 0 })).Captions[^1];

        double shown = double.Parse(last.Headline.Split(' ')[^4], CultureInfo.InvariantCulture);
        Assert.InRange(shown, 0.9 * times, 1.1 * times);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"On average, people wait {times} times as long as without the crawler."), last.Detail);
    }

    [Theory]
    [InlineData(10, 10, " pages of other people’s and 10 of the crawler’s.")]
    [InlineData(10, 50, "Half-way it shares only with 10 pages of the crawler’s.")]
    [InlineData(1, 50, "Half-way it shares only with 1 page of the crawler’s.")]
    public void WhoIsOnTheLine_IsTold_AndNobodyElse(int connections, double bandwidth, string words)
    {
        var scene = Line(new() { CrawlerStart = 2, Minutes = 8, CrawlerConnections = connections, Bandwidth = bandwidth });

        Assert.EndsWith(words, Assert.Single(scene.Captions, caption => caption.Detail.StartsWith("Half-way", StringComparison.Ordinal)).Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0106, "0.0106")]
    [InlineData(0.1166, "0.117")]
    [InlineData(1.0055, "1.01")]
    public void Seconds_HaveThreeDigits(double seconds, string words) => Assert.Equal(words, LineScene.Seconds(seconds));

    [Fact]
    public void WithoutAPageBeforeTheCrawler_ThereIsNoStory() => Assert.Throws<ArgumentException>(() => Line(Afternoon with { CrawlerStart = 0 }));
}
