using InteractiveArticle.Figures.Bill;

namespace InteractiveArticle.Figures.Tests.Bill;

public sealed class ComparedPercentsTests
{
    [Theory]
    [InlineData(0.29, 0.67, "29 %", "67 %")]
    [InlineData(0.00579, 0.00748, "0.6 %", "0.7 %")]
    [InlineData(0.00048, 0.02, "0.05 %", "2.00 %")]
    [InlineData(0.4523, 0.4519, "45.23 %", "45.19 %")]
    [InlineData(0.45231, 0.45232, "45.231 %", "45.232 %")]
    [InlineData(0.5, 0.5, "50.000 %", "50.000 %")]
    public void SharesThatDiffer_AreShownToDiffer(double one, double other, string oneShown, string otherShown)
    {
        var percents = new ComparedPercents((one, other));

        Assert.Equal((oneShown, otherShown), (percents.Of(one), percents.Of(other)));
    }

    [Fact]
    public void AllPairs_HaveTheSameNumberOfDecimals() =>
        Assert.Equal("2.1 %", new ComparedPercents((0.021, 0.6), (0.00579, 0.00748)).Of(0.021));
}
