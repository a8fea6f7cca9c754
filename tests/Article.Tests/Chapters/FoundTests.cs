using InteractiveArticle.Figures.Text;
using InteractiveArticle.Parameters;

namespace InteractiveArticle.Article.Tests.Chapters;

/// <summary>Questions that ask for a setting can be answered by the levers, within their ranges and steps.</summary>
public sealed class FoundTests
{
    private const double Rounding = 1e-6;

    [Theory]
    [InlineData("00-prologue.ipynb", "prologue-16", "shopMargin=0.042")]
    [InlineData("01-bare-metal.ipynb", "bare-metal-11", "pause=2")]
    [InlineData("01-bare-metal.ipynb", "bare-metal-19", "headroom=1.15")]
    [InlineData("02-someone-elses-computer.ipynb", "elsewhere-14", "noisy=15", "overcommit=2")]
    [InlineData("02-someone-elses-computer.ipynb", "elsewhere-18", "overcommit=2")]
    [InlineData("02-someone-elses-computer.ipynb", "elsewhere-25", "policy=worst-fit")]
    [InlineData("02-someone-elses-computer.ipynb", "elsewhere-30", "leadDays=1")]
    [InlineData("02-someone-elses-computer.ipynb", "elsewhere-39", "correlation=0", "customers=4")]
    [InlineData("03-staples.ipynb", "staples-11", "stored=330")]
    [InlineData("03-staples.ipynb", "staples-11", "users=2", "stored=1530")]
    [InlineData("03-staples.ipynb", "staples-11", "egress=0.5", "stored=1790")]
    [InlineData("03-staples.ipynb", "staples-18", "bursts=0", "staff=0")]
    [InlineData("03-staples.ipynb", "staples-18", "replaces=16")]
    [InlineData("03-staples.ipynb", "staples-23", "regions=2")]
    [InlineData("03-staples.ipynb", "staples-27", "fanOut=56")]
    [InlineData("04-the-market.ipynb", "market-10", "failure=service")]
    [InlineData("04-the-market.ipynb", "market-17", "aws=0.23")]
    [InlineData("04-the-market.ipynb", "market-29", "multiRegion=0.81")]
    [InlineData("05-the-outage.ipynb", "outage-16", "guard=0.6")]
    [InlineData("05-the-outage.ipynb", "outage-21", "cells=11")]
    [InlineData("05-the-outage.ipynb", "outage-25", "removalRate=0.021")]
    [InlineData("05-the-outage.ipynb", "outage-37", "busy=0.7")]
    [InlineData("05-the-outage.ipynb", "storm-09", "retryBudget=true")]
    [InlineData("06-is-that-bad.ipynb", "bad-12", "outages=4.3")]
    [InlineData("06-is-that-bad.ipynb", "bad-17", "machines=3", "beta=0")]
    [InlineData("06-is-that-bad.ipynb", "bad-29", "loss=12500")]
    [InlineData("07-the-claims.ipynb", "claims-11", "generosity=0.09")]
    [InlineData("07-the-claims.ipynb", "claims-11", "generosity=0.27")]
    [InlineData("07-the-claims.ipynb", "claims-19", "ownMtbf=9400")]
    [InlineData("07-the-claims.ipynb", "claims-19", "ownMttr=1.5")]
    public async Task ASettingOfTheLevers_IsTheAnswer(string name, string answer, params string[] settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        using var session = await ChapterSession.OpenAsync(name);
        var values = settings.Select(setting => setting.Split('=')).ToDictionary(setting => setting[0], setting => setting[1]);
        Assert.All(values, value => Assert.True(IsOnAStep(session, value.Key, value.Value), $"{value.Key} has no step at {value.Value}"));

        await session.SetAsync(new Dictionary<string, string>());
        Assert.False(Answer().IsFound);
        await session.SetAsync(values);
        Assert.True(Answer().IsFound);

        Passage Answer() => Assert.IsType<Passage>(session.Shown.Last(shown => shown.Cell == answer).Value);
    }

    private static bool IsOnAStep(ChapterSession session, string name, string value)
    {
        var lever = session.Levers.Single(lever => lever.Name == name);
        if (lever.Allowed.Kind is ParameterKind.Switch or ParameterKind.Choice)
        {
            return lever.Allowed.Read(value) is not null;
        }

        double steps = (double.Parse(value, System.Globalization.CultureInfo.InvariantCulture) - lever.Allowed.Minimum!.Value) / lever.Step!.Value;
        return lever.Allowed.Read(value) is not null && Math.Abs(steps - Math.Round(steps)) < Rounding;
    }
}
