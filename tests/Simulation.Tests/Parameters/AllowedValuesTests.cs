using System.Text.RegularExpressions;
using InteractiveArticle.Parameters;

namespace InteractiveArticle.Simulation.Tests.Parameters;

public sealed class AllowedValuesTests
{
    private static readonly AllowedValues[] Each =
    [
        AllowedValues.Numbers(-1, 2.5, "1/s"),
        AllowedValues.Numbers(-1e300, 1e300),
        AllowedValues.WholeNumbers(-3, 60, "min"),
        AllowedValues.Switch(),
        AllowedValues.OneOf(["first-fit", "not at all", "a.b", "(x)"]),
    ];

    private static readonly string[] Texts =
    [
        "0", "-0", "+1", "2.5", "2.50001", ".5", "5.", ".", "1e0", "1E-320", "1e999", "-1e299", "1e", "e1", "60", "61", "99999999999", "1.0", "6e1", "1.e+1", "1.00E01", "1.5e1", "10e-1", "7e1", "0e999", "0x1", "1_0", "1,5", "1 2", "∞", "NaN", "Infinity", "٣", "1\n", "\u00a01", "",
        "true", "TRUE", "True", "tRUE", "false", "yes", "on", "first-fit", "First-fit", "not at all", "a.b", "aXb", "(x)", "x",
    ];

    [Fact]
    public void InWords_SaysTheKind_TheRange_AndTheUnit() => Assert.Equal(
        ["a number from -1 to 2.5 [1/s]", "a number from -1E+300 to 1E+300", "a whole number from -3 to 60 min", "true or false", "one of first-fit, not at all, a.b, (x)"],
        Each.Select(allowed => allowed.InWords));

    [Theory]
    [InlineData(0, " 2.5\t", 2.5)]
    [InlineData(0, "-0", 0.0)]
    [InlineData(0, ".5e0", 0.5)]
    [InlineData(2, "+7", 7)]
    [InlineData(2, "6e1", 60)]
    [InlineData(2, "-3.0", -3)]
    [InlineData(3, "True", true)]
    [InlineData(4, "not at all ", "not at all")]
    public void Read_GivesTheValue(int which, string text, object expected)
    {
        object? value = Each[which].Read(text);

        Assert.Equal(expected, value);
        Assert.Equal(value, Each[which].Read(AllowedValues.TextOf(value!)));
    }

    // What a page does that cannot ask yet; ECMAScript's own rules, as far as .NET follows them.
    [Fact]
    public void PatternAndRange_GiveTheVerdictOfRead() => Assert.All(Each, allowed => Assert.All(Texts, text =>
    {
        bool isOfTheForm = Regex.IsMatch(text, $@"^(?:{allowed.Pattern})\z", RegexOptions.ECMAScript);
        bool isInRange = allowed.Minimum is null || (double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out double number) && number >= allowed.Minimum && number <= allowed.Maximum);

        Assert.Equal(allowed.Read(text) is not null, isOfTheForm && isInRange);
    }));

    [Fact]
    public void Contains_KnowsTheTypeOfEachKind()
    {
        object[] values = [0.0, double.NaN, double.PositiveInfinity, 1, true, "first-fit", "First-fit"];

        Assert.Equal([0.0], values.Where(Each[0].Contains));
        Assert.Equal([1], values.Where(Each[2].Contains));
        Assert.Equal([true], values.Where(Each[3].Contains));
        Assert.Equal(["first-fit"], values.Where(Each[4].Contains));
        Assert.False(AllowedValues.Numbers(double.NegativeInfinity, double.PositiveInfinity).Contains(double.PositiveInfinity));
    }

    [Fact]
    public void Refusal_NamesTheParameter_TheText_AndWhatIsAllowed() =>
        Assert.Equal("pause = soon: not allowed; pause (time between two looks) takes a whole number from -3 to 60 min", Each[2].Refusal("pause", "time between two looks", " soon "));

    [Fact]
    public void TheSame_AreEqual()
    {
        Assert.Equal(AllowedValues.OneOf(["a", "b"]), AllowedValues.OneOf(["a", "b"]));
        Assert.Equal(AllowedValues.OneOf(["a", "b"]).GetHashCode(), AllowedValues.OneOf(["a", "b"]).GetHashCode());
        Assert.NotEqual(AllowedValues.OneOf(["a", "b"]), AllowedValues.OneOf(["b", "a"]));
        Assert.NotEqual(AllowedValues.Numbers(0, 1), AllowedValues.WholeNumbers(0, 1));
        Assert.Equal(Each[0].InWords, $"{Each[0]}");
    }
}
