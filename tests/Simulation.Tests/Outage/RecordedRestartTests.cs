using InteractiveArticle.Simulation.Outage;

namespace InteractiveArticle.Simulation.Tests.Outage;

public sealed class RecordedRestartTests
{
    [Theory]
    [InlineData("10:32", RecordedRestart.DecisionMinutes)]
    [InlineData("11:05", RecordedRestart.StoppedMinutes)]
    [InlineData("14:20", RecordedRestart.ConnectedMinutes)]
    [InlineData("16:02", RecordedRestart.FirstMinutes)]
    [InlineData("16:58", RecordedRestart.NormalMinutes)]
    public void TheRecord_IsTheTimesOfDayThatAwsGives(string time, double minutes) =>
        Assert.Equal(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), RecordedRestart.Beginning.AddMinutes(minutes));

    [Fact]
    public void TheModel_MissesTheRestart_AsItSays()
    {
        var known = Days.Run(RecordedRestart.Known).Typical;
        var asIn2017 = Days.Run(RecordedRestart.Known with { Objects = 1 }).Typical;

        Assert.True(known.GetFirstMinutes < RecordedRestart.FirstMinutes / 2);
        Assert.True(known.PutFullMinutes < RecordedRestart.NormalMinutes / 2);
        Assert.InRange(asIn2017.GetFirstMinutes, known.GetFirstMinutes, RecordedRestart.FirstMinutes);
    }
}
