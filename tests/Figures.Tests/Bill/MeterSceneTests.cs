using System.Globalization;
using InteractiveArticle.Figures.Bill;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Tests.Scenes;
using InteractiveArticle.Simulation.Bill;
using Xunit;

namespace InteractiveArticle.Figures.Tests.Bill;

public class MeterSceneTests
{
    private static BillResult Month(BillOptions site) => BillSimulation.Run(site, new() { Replications = 1 });

    public static TheoryData<BillOptions> Sites() =>
    [
        new BillOptions(),
        new BillOptions() { Users = 1000 },
        new BillOptions() { Users = 20_000_000, MegabytesPerUser = 5000, Burstiness = 3, EgressPrice = 0.5 },
        new BillOptions() { MegabytesPerUser = 0, EgressPrice = 0, Burstiness = 0 },
        new BillOptions() { RequestsPerUser = 0 },
    ];

    [Theory]
    [MemberData(nameof(Sites))]
    public void EveryScene_IsSoundAtEitherSize(BillOptions site) => SceneChecks.Check(MeterScene.Of(Month(site), site));

    [Fact]
    public void ThePrinter_ShowsWhatTheMeterReads()
    {
        var site = new BillOptions();
        var month = Month(site);
        var scene = MeterScene.Of(month, site);
        var readings = Meter.Readings(month);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var sum = scene.Draw(size).Parts.OfType<Reading>().Single(reading => reading.Tellings[0].Text.StartsWith('$'));
            Reading[] lines = [.. scene.Draw(size).Parts.OfType<Reading>().Where(reading => reading.Tellings[0].Text == "0.00")];
            Assert.Equal(4, lines.Length);
            foreach (double film in SceneChecks.Moments(scene))
            {
                double shown = double.Parse(sum.At(film).TrimStart('$'), CultureInfo.InvariantCulture);
                int last = (int)scene.Time.Story(film);
                int before = (int)scene.Time.Story(Math.Max(0, film - 0.25));
                Assert.InRange(shown, readings[before].Dollars - 0.01, readings[Math.Min(last, readings.Count - 1)].Dollars + 0.01);
                Assert.Equal(shown, lines.Sum(line => double.Parse(line.At(film), CultureInfo.InvariantCulture)), 0.03);
            }
        }
    }

    [Fact]
    public void TheTape_PrintsTheBillFromItsShortestLineToItsLongest_WritingAndReadingAsOne()
    {
        var month = Month(new());
        var scene = MeterScene.Of(month, new());
        string[] printed = [.. scene.Draw(SceneSize.Wide).Parts.SelectMany(part => part.All).OfType<Word>().Select(word => word.Text)];
        int at = Array.IndexOf(printed, "THE MONTH");
        string[] dollars = [.. printed[at..].Where(text => text.Contains('.', StringComparison.Ordinal) && double.TryParse(text, CultureInfo.InvariantCulture, out _))];
        double[] items = [month.Lines[0].Dollars, month.StorageDollars, month.RequestDollars, month.EgressDollars];
        Assert.Equal([.. items.Order().Append(items.Sum()).Select(sum => sum.ToString("N2", CultureInfo.InvariantCulture))], dollars);
    }

    [Fact]
    public void ThePrinter_CountsEachLineOfTheBill_AndWhatIsStoredEvenly()
    {
        var month = Month(new());
        var scene = MeterScene.Of(month, new());
        double[] items = [month.Lines[0].Dollars, month.StorageDollars, month.RequestDollars, month.EgressDollars];
        Reading[] counted = [.. scene.Draw(SceneSize.Narrow).Parts.OfType<Reading>().Where(reading => reading.Tellings[0].Text == "0.00")];
        Assert.Equal(items.Select(dollars => dollars.ToString("N2", CultureInfo.InvariantCulture)), counted.Select(reading => reading.At(scene.Duration)));
        double half = scene.Time.Film(month.Hours.Count / 2.0);
        Assert.InRange(double.Parse(counted[1].At(half), CultureInfo.InvariantCulture), 0.4 * items[1], 0.5 * items[1]);
    }

    [Fact]
    public void TheTape_SaysForHowManyItIs_WhatEachCosts_AndSharesThatMakeAHundred()
    {
        string[] printed = [.. MeterScene.Of(Month(new()), new()).Draw(SceneSize.Wide).Parts.OfType<Unveiled>().SelectMany(part => part.All).OfType<Word>().Select(word => word.Text)];
        Assert.Contains("1,000,000 users", printed);
        Assert.Contains("1.63 cents for each user", printed);
        Assert.Equal(100, printed.Where(text => text.EndsWith(" %", StringComparison.Ordinal)).Sum(text => int.Parse(text[..^2], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void ThePrinter_SaysAtTheEnd_ThatItIsTheTotal()
    {
        var scene = MeterScene.Of(Month(new()), new());
        var said = scene.Draw(SceneSize.Narrow).Parts.OfType<Reading>().Single(reading => reading.Tellings[0].Text == "so far");
        Assert.Equal("so far", said.At(scene.Captions[2].At));
        Assert.Equal("total", said.At(scene.Duration));
    }

    [Fact]
    public void TheCloud_SaysHowMuchIsStored()
    {
        string[] words = [.. MeterScene.Of(Month(new()), new()).Draw(SceneSize.Narrow).Parts.OfType<Word>().Select(word => word.Text)];
        int at = Array.IndexOf(words, "stored");
        Assert.Equal(["200,000", "GB"], words[(at + 1)..(at + 3)]);
    }

    [Theory]
    [InlineData(0.09, "make traffic free")]
    [InlineData(0.0, "charge for traffic")]
    public void TheWay_SaysWhatTakingItDoes(double price, string words)
    {
        var site = new BillOptions { EgressPrice = price };
        var scene = MeterScene.Of(Month(site), site);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = scene.Draw(size);
            var word = stage.Parts.OfType<Word>().Single(part => part.Text == words);
            var way = stage.Hands.Single(hand => hand.Lever == "egress").Area;
            Assert.InRange(word.X, way.X, way.Right);
            Assert.InRange(word.Y, way.Y + word.Style.Size, way.Bottom - (word.Style.Size / 2));

            // The key stands below what can be taken in hand.
            var key = stage.Parts.OfType<Word>().Single(part => part.Text == "reads");
            Assert.InRange(key.Y - 10, way.Bottom, double.PositiveInfinity);
        }
    }

    [Theory]
    [InlineData(SceneSize.Wide)]
    [InlineData(SceneSize.Narrow)]
    public void TheLights_StandWithinWhatCanBeTakenInHand(SceneSize size)
    {
        var stage = MeterScene.Of(Month(new()), new()).Draw(size);
        var users = stage.Hands.Single(hand => hand.Lever == "users").Area;
        Assert.All(stage.Actors.Where(actor => actor.Id.StartsWith("users", StringComparison.Ordinal)), light =>
        {
            Assert.InRange(light.X, users.X + 4, users.Right - 13);
            Assert.InRange(light.Y, users.Y + 4, users.Bottom - 13);
        });
    }

    [Theory]
    [InlineData(SceneSize.Wide)]
    [InlineData(SceneSize.Narrow)]
    public void WhereTheTapeWillBe_ItsOutlineIsFromTheStart(SceneSize size)
    {
        var stage = MeterScene.Of(Month(new()), new()).Draw(size);
        var printer = stage.Parts.OfType<Box>().Single(box => box.Fill == Paint.Terminal).Area;
        var window = stage.Parts.OfType<Unveiled>().Single().Area;
        string begins = string.Create(CultureInfo.InvariantCulture, $"M{printer.X + 8} {printer.Y}V{window.Y + 6}l");
        Assert.Single(stage.Parts.OfType<Line>(), line => line.Stroke == Paint.Hairline && line.Path.StartsWith(begins, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.3, "Each is much like the last.")]
    [InlineData(3, "The cheapest comes to ")]
    public void TheDays_AreCalledAlike_IfTheyAre(double bursts, string words)
    {
        var site = new BillOptions { Burstiness = bursts };
        Assert.StartsWith(words, MeterScene.Of(Month(site), site).Captions[2].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_StandAsHighAsTheyAreRented()
    {
        var site = new BillOptions();
        var month = Month(site);
        var scene = MeterScene.Of(month, site);
        var machines = scene.Draw(SceneSize.Wide).Parts.OfType<Level>().Single(level => level.Paint == Paint.Serving);
        double most = month.Hours.Max(hour => hour.Rented);
        foreach (int hour in new[] { 0, 10, 100, 700 })
        {
            Assert.Equal(month.Hours[hour].Rented / most, machines.At(scene.Time.Film(hour)), 9);
        }
    }
}
