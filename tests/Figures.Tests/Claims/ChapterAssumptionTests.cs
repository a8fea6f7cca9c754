using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InteractiveArticle.Simulation.BareMetal;
using InteractiveArticle.Simulation.MultiRegion;
using InteractiveArticle.Simulation.SitesVersusCloud;

namespace InteractiveArticle.Figures.Tests.Claims;

/// <summary>The chapters that set a server of one's own against the cloud start from one assumption about each.</summary>
public sealed partial class ChapterAssumptionTests
{
    private const string IsThatBad = "06-is-that-bad.ipynb";
    private const string TheClaims = "07-the-claims.ipynb";

    [Theory]
    [InlineData(IsThatBad)]
    [InlineData(TheClaims)]
    public void AServerOfOnesOwn_AndTheCloud_AreLeversThatStartAtTheModelsDefaults(string chapter)
    {
        var usual = new SitesVersusCloudOptions();
        string text = File.ReadAllText(Repository.PathOf("notebooks", chapter));

        Assert.All(
            [("ownMtbf", usual.OwnMtbf), ("ownMttr", usual.OwnMttr), ("outages", usual.OutageRate), ("hit", usual.OutageShare)],
            ((string Lever, double Default) pair) => Assert.Contains(Declaration(pair.Lever, pair.Default), text, StringComparison.Ordinal));

        // What is no lever is nowhere set to something else.
        Assert.DoesNotMatch(@"(OutageHours|CloudMtbf|CloudMttr) = ", text);
    }

    [Fact]
    public void TheServersOfTheFirstChapter_AreThoseOfTheModel() =>
        Assert.Contains(Declaration("mtbf", new BareMetalOptions().Mtbf), File.ReadAllText(Repository.PathOf("notebooks", "01-bare-metal.ipynb")), StringComparison.Ordinal);

    [Fact]
    public void TheWebsOfTheClaims_AreThoseOfTheMarket()
    {
        string market = File.ReadAllText(Repository.PathOf("notebooks", "04-the-market.ipynb"));

        Assert.Contains(WebsDrawn().Match(market).Value, File.ReadAllText(Repository.PathOf("notebooks", TheClaims)), StringComparison.Ordinal);
        Assert.Matches(WebsDrawn(), market);
    }

    [Fact]
    public void TheClaimsWithoutANumber_AreAsManyAsTheLedgerIsTold()
    {
        // What is written, without the tables that its cells computed.
        string text = string.Join('\n', JsonNode.Parse(File.ReadAllText(Repository.PathOf("notebooks", TheClaims)))!["cells"]!.AsArray()
            .SelectMany(cell => cell!["source"]!.AsArray()).Select(line => (string)line!));
        string[] verdicts = [.. RowOfTheTable().Matches(text).Select(row => row.Groups[1].Value).Where(verdict => verdict is not ("verdict" or "---"))];

        Assert.NotEmpty(verdicts);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Others = {verdicts.Length}, OthersWrong = {verdicts.Count(verdict => verdict.StartsWith("wrong", StringComparison.Ordinal))} "), text, StringComparison.Ordinal);
    }

    [Fact]
    public void TheOutagesThatTheColumnOverlooked_AreFour_FromTwentyThirteenToSixteen()
    {
        int[] years = [.. RecordedOutages.All.Select(outage => outage.Day).Where(day => day.Year > 2012 && day < new DateOnly(2017, 2, 28)).Select(day => day.Year)];

        Assert.Contains("| four notable outages from 2013 to 2016", File.ReadAllText(Repository.PathOf("notebooks", TheClaims)), StringComparison.Ordinal);
        Assert.Equal((4, 2013, 2016), (years.Length, years.Min(), years.Max()));
    }

    // The last cell of a row of three.
    [GeneratedRegex(@"^\| [^|]+ \| [^|]+ \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex RowOfTheTable();

    [GeneratedRegex(@"new\(\) \{ Seed = \d+, Replications = \d+ \}")]
    private static partial Regex WebsDrawn();

    private static string Declaration(string lever, double value) => string.Create(CultureInfo.InvariantCulture, $"double {lever} = {value};");
}
