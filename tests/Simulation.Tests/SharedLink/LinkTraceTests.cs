using InteractiveArticle.Simulation.SharedLink;

namespace InteractiveArticle.Simulation.Tests.SharedLink;

public sealed class LinkTraceTests
{
    private static readonly SharedLinkOptions Link = new() { CrawlerConnections = 4, CrawlerPause = 0.5, Minutes = 2 };

    private readonly LinkTrace trace = SharedLinkSimulation.Trace(Link, 0, double.PositiveInfinity);

    [Fact]
    public void TheTransfers_TakeAsLongAsTheResultsSay()
    {
        // The first tenth is not measured.
        var pages = trace.Transfers.Where(page => page.IsPerson && page.Since >= 12).ToArray();

        Assert.Equal(SharedLinkSimulation.Run(Link, new() { Replications = 1 }).PageTime.Mean, pages.Average(page => page.Seconds), tolerance: 1e-9);
    }

    [Fact]
    public void Everybody_GetsTheSamePartOfTheBandwidth()
    {
        foreach (var (now, next) in trace.Sharing.Zip(trace.Sharing.Skip(1)))
        {
            int transfers = now.People + now.Crawler;
            double given = transfers == 0 ? 0 : (next.Second - now.Second) * Link.Bandwidth / transfers;
            Assert.Equal(given, next.Given - now.Given, tolerance: 1e-6);
        }
    }

    [Fact]
    public void ATransfer_IsHalfDoneWhenItHasBeenGivenHalf()
    {
        foreach (var page in trace.Transfers.Take(500))
        {
            double given = 0;
            double half = trace.SecondOf(page, 0.5);
            LinkSharing[] during = [.. trace.Sharing.Where(sharing => sharing.Second >= page.Since && sharing.Second < half)];
            for (int n = 0; n < during.Length; n++)
            {
                double until = n + 1 < during.Length ? during[n + 1].Second : half;
                given += (until - during[n].Second) * Link.Bandwidth / (during[n].People + during[n].Crawler);
            }

            Assert.Equal(page.Megabits / 2, given, tolerance: 1e-6);
            Assert.Equal(page.Since, trace.SecondOf(page, 0));
            Assert.Equal(page.Until, trace.SecondOf(page, 1), tolerance: 1e-9);
        }
    }

    [Fact]
    public void APartOfTheRun_IsRecordedAsInTheWhole()
    {
        var part = SharedLinkSimulation.Trace(Link, 30, 60);

        Assert.Equal(trace.Sharing.Where(sharing => sharing.Second is >= 30 and < 60), part.Sharing);
        Assert.Equal(trace.Transfers.Where(transfer => transfer.Since >= 30 && transfer.Until < 60), part.Transfers);
    }
}
