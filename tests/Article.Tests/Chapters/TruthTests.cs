using System.Globalization;
using System.Text.RegularExpressions;
using InteractiveArticle.Figures.Drawing;

namespace InteractiveArticle.Article.Tests.Chapters;

/// <summary>Whatever the levers say, what a chapter shows stays true, and reads as somebody would write it.</summary>
public sealed partial class TruthTests
{
    // Over all chapters.
    private const int Combinations = 200;

    private const double Rounding = 1e-9;

    public static TheoryData<string> Chapters => [.. Repository.Chapters];

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task WhateverTheLeversSay_NumbersReadAsPeopleWriteThem(string name)
    {
        // Numbers that are written in the culture of the machine give themselves away.
        CultureInfo.CurrentCulture = Strange();
        using var session = await ChapterSession.OpenAsync(name);
        session.Renew();
        var faults = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var settings in LeverSettings.Ends(session.Levers))
        {
            await TryAsync(settings);
        }

        await Mutator.TryAsync(Combinations / Repository.Chapters.Count, chance => TryAsync(LeverSettings.Combination(session.Levers, chance)));

        Assert.True(faults.Count == 0, string.Join("\n\n", faults.Select(fault => $"{fault.Key}\n  {fault.Value}")));

        async Task TryAsync(IReadOnlyDictionary<string, string> settings)
        {
            var ran = (await session.SetAsync(settings)).ToHashSet();
            foreach (var (cell, value) in session.Shown.Where(shown => ran.Contains(shown.Cell)))
            {
                var found = ShownWords.Of(value).SelectMany(words => WordingRules.Faults(words).Select(fault => (fault, words)))
                    .Concat(value is Figure figure ? SharesOutside(figure).Select(fault => (fault, figure.Title)) : []);
                foreach (var (fault, words) in found)
                {
                    // One example for each kind of fault in each cell.
                    faults.TryAdd($"{cell}: {Digits().Replace(fault, "0")}", $"{LeverSettings.InWords(settings)}: {fault}: {words}");
                }
            }
        }
    }

    [Theory]
    [InlineData("00-prologue.ipynb", "cloudSales", "0.99", "sounds like little")]
    [InlineData("00-prologue.ipynb", "cloudSales", "0.01", "sounds like little", "At a margin of")]
    [InlineData("00-prologue.ipynb", "cloudMargin", "0.05", "sounds like little", "At a margin of")]
    [InlineData("00-prologue.ipynb", "tolerant", "0", "Had no site kept")]
    [InlineData("00-prologue.ipynb", "tolerant", "1", "instead of", "It would have cost 0", "Beyond that")]
    [InlineData("00-prologue.ipynb", "removed", "0", "As it is now, with", "instead of")]
    [InlineData("01-bare-metal.ipynb", "connections", "0", "With the crawler", "eside the crawler", "eside a crawler that rests")]
    [InlineData("01-bare-metal.ipynb", "surprise", "0", "cathedral")]
    [InlineData("03-staples.ipynb", "fanOut", "1", "It is not bad luck")]
    [InlineData("03-staples.ipynb", "fanOut", "1000", "probability 100 %")]
    [InlineData("03-staples.ipynb", "users", "20", "next to nothing")]
    [InlineData("03-staples.ipynb", "replaces", "1", "come 1 to a server", "worth owning from")]
    [InlineData("04-the-market.ipynb", "aws", "0", "hardly enter into it", "the whole of AWS darkens", "for each. Over", "region lost")]
    [InlineData("04-the-market.ipynb", "dependencies", "0", "for each. Over", "is dark in the end", "The higher, the darker")]
    [InlineData("04-the-market.ipynb", "failure", "service", "into its largest region")]
    [InlineData("04-the-market.ipynb", "hardShare", "0", "The more we lean, the more goes dark")]
    [InlineData("04-the-market.ipynb", "layers", "1", "in the highest", "The higher, the darker")]
    [InlineData("04-the-market.ipynb", "multiRegion", "1", "With 95 % of the services")]
    [InlineData("05-the-outage.ipynb", "retries", "0", "Without backoff the fleet")]
    [InlineData("05-the-outage.ipynb", "retries", "10", "outlives the stall from a utilisation of 85 % on")]
    [InlineData("05-the-outage.ipynb", "retryPolicy", "none", "The stall is long over", "outlives the stall from", "its load is within")]
    [InlineData("05-the-outage.ipynb", "removalRate", "0.03", "not whole for 4 h 31 min", "After 2 h 10 min", "1 h 56 min")]
    [InlineData("05-the-outage.ipynb", "removed", "0", "that is the budget of")]
    [InlineData("05-the-outage.ipynb", "guard", "1", "only a cliff", "that is the budget of")]
    [InlineData("05-the-outage.ipynb", "shedding", "true", "no slope, only a cliff", "because collapse, decision")]
    [InlineData("05-the-outage.ipynb", "cure", "throttling", "all is well again", "and the trouble")]
    [InlineData("06-is-that-bad.ipynb", "clumsy", "1", "does what it has room for", "the switch may fail")]
    [InlineData("06-is-that-bad.ipynb", "clumsy", "0", "the switch may fail")]
    [InlineData("06-is-that-bad.ipynb", "headroom", "0", "does what it has room for")]
    [InlineData("06-is-that-bad.ipynb", "headroom", "1", "does what it has room for", "has no room to spare")]
    [InlineData("06-is-that-bad.ipynb", "shedding", "false", "does what it has room for", "the rest is turned away")]
    [InlineData("07-the-claims.ipynb", "ownMtbf", "24000", "The sentence survives, by")]
    [InlineData("07-the-claims.ipynb", "ownMtbf", "9356", "The sentence survives, by", "a year more")]
    [InlineData("07-the-claims.ipynb", "outages", "6", "The sentence survives, by", "h, not 34.9 h")]
    [InlineData("07-the-claims.ipynb", "generosity", "0", "times the 0 %")]
    public async Task WithSuchASetting_NoSentenceSays(string name, string lever, string value, params string[] untrue)
    {
        ArgumentNullException.ThrowIfNull(untrue);
        using var session = await ChapterSession.OpenAsync(name);

        await session.SetAsync(new Dictionary<string, string> { [lever] = value });

        var words = session.Shown.SelectMany(shown => ShownWords.Of(shown.Value)).ToArray();
        Assert.All(untrue, saying => Assert.DoesNotContain(words, text => text.Contains(saying, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> SharesOutside(Figure figure) =>
        from series in figure.Series
        from axis in new[] { (Axis: figure.X, Values: series.X), (Axis: figure.Y, Values: series.Y) }
        where axis.Axis.IsShare
        from value in axis.Values
        where value < Math.Min(0, axis.Axis.Minimum ?? 0) - Rounding || value > Math.Max(1, axis.Axis.Maximum ?? 1) + Rounding
        select $"“{series.Name}” on “{axis.Axis.Label}” is {value.ToString(CultureInfo.InvariantCulture)}";

    [GeneratedRegex("\\d[\\d.,]*")]
    private static partial Regex Digits();

    private static CultureInfo Strange()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = culture.NumberFormat.PercentDecimalSeparator = "¤";
        culture.NumberFormat.NumberGroupSeparator = culture.NumberFormat.PercentGroupSeparator = "¤";
        culture.NumberFormat.NegativeSign = "¤";
        return culture;
    }
}
