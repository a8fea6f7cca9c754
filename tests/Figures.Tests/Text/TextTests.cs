using System.Globalization;
using InteractiveArticle.Figures.Display;
using InteractiveArticle.Figures.Text;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Tests.Text;

public sealed class TextTests
{
    [Fact]
    public void Say_EmphasisesWhatIsComputed_AndEncodesEverything()
    {
        var passage = Say($"{0.5:P0} of <all> take {1234.5:N1} & \"{"<b>"}\".");

        Assert.Equal("<p class=\"finding\"><strong>50 %</strong> of &lt;all&gt; take <strong>1,234.5</strong> &amp; &quot;<strong>&lt;b&gt;</strong>&quot;.</p>", Form<Passage>(new PassageFormatters(), passage, "text/html"));
        Assert.Equal("50 % of <all> take 1,234.5 & \"<b>\".", Form<Passage>(new PassageFormatters(), passage, "text/plain"));
    }

    [Fact]
    public void Answer_IsFolded()
    {
        string html = Form<Passage>(new PassageFormatters(), Answer($"one {1}", $"two"), "text/html");

        Assert.Equal("<details class=\"answer\"><summary>Answer</summary><p>one <strong>1</strong></p><p>two</p></details>", html);
    }

    [Fact]
    public void AnAnswerThatIsFound_SaysSoToThePageAlone()
    {
        var (answer, found) = (Answer($"one"), Answer($"one").FoundWhen(true));

        Assert.Equal(answer, answer.FoundWhen(false));
        Assert.Equal("<details class=\"answer\"><summary class=\"found\">Answer</summary><p>one</p></details>", Form<Passage>(new PassageFormatters(), found, "text/html"));
        Assert.All(["text/markdown", "text/plain"], form => Assert.Equal(Form<Passage>(new PassageFormatters(), answer, form), Form<Passage>(new PassageFormatters(), found, form)));
    }

    [Fact]
    public void Markdown_ShowsTextAsItIs_AndFoldsAnswers()
    {
        Assert.Equal("<strong>2</strong> \\* <strong>3</strong> costs \\$6 &amp; &lt;more&gt;", Form<Passage>(new PassageFormatters(), Say($"{2} * {3} costs $6 & <more>"), "text/markdown"));
        Assert.Equal("<details><summary>Answer</summary>\n\none <strong>1</strong>\n\ntwo\n\n</details>", Form<Passage>(new PassageFormatters(), Answer($"one {1}", $"two"), "text/markdown"));
        Assert.Equal("**A \\| B**\n\n| name | value |\n| :--- | :--- |\n| x\\< | 1.5 |", Form<Table>(new TableFormatters(), new Table("A | B", "name", "value").Row([$"x<", $"{1.5}"]), "text/markdown"));
    }

    [Theory]
    [InlineData(0, "0 min")]
    [InlineData(59.4, "59 min")]
    [InlineData(59.6, "1 h")]
    [InlineData(257, "4 h 17 min")]
    [InlineData(0.6, "36 s")]
    [InlineData(2879, "47 h 59 min")]
    [InlineData(2880, "2 days")]
    [InlineData(5939, "4 days 3 h")]
    public void Duration_ReadsAsPeopleSayIt(double minutes, string words) => Assert.Equal(words, Duration(minutes));

    [Fact]
    public void Prose_WritesNumbersInOneWay_WhateverTheCulture()
    {
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NumberGroupSeparator) = (",", ".");
        CultureInfo.CurrentCulture = other;

        Assert.Equal(
            "−1,047 1,047 12,345.7 1,234.5 0 0.0 0 % −12 % 2500 2017",
            Prose($"{-1047} {1047L} {12345.678:0.0} {1234.5} {-0.2:0} {-0.04:F1} {-0.001:P0} {-0.12:P0} {"2500"} {2017:D}"));
    }

    [Theory]
    [InlineData(0, "0 minutes")]
    [InlineData(1, "1 minute")]
    [InlineData(1.4, "1.4 minutes")]
    [InlineData(0.9999, "1 minute")]
    [InlineData(2500, "2,500 minutes")]
    public void Count_HasThePluralOfTheNumberShown(double number, string words) => Assert.Equal(words, Count(number, "minute"));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.16649, "0.166")]
    [InlineData(1.999, "2")]
    [InlineData(12.94, "12.9")]
    [InlineData(-99.96, "−100")]
    [InlineData(22449.54, "22,450")]
    public void Amount_ShowsThreeDigitsThatMeanSomething(double number, string words) => Assert.Equal(words, Amount(number));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(1 / 300.0, "under 1 %")]
    [InlineData(0.006, "1 %")]
    [InlineData(1, "100 %")]
    public void Share_OfAFew_IsNotNone(double share, string words) => Assert.Equal(words, Share(share));

    [Fact]
    public void Count_TakesAPluralOfItsOwn_AndAFormat() => Assert.Equal("1.0 retries", Count(1, "retry", "retries", "0.0"));

    [Fact]
    public void Table_HasHeadingsForRowsAndColumns()
    {
        var table = new Table("A & B", "name", "value").Row([$"x<", $"{1.5}"]);

        Assert.Equal(
            "<table><caption>A &amp; B</caption><thead><tr><th scope=\"col\">name</th><th scope=\"col\">value</th></tr></thead><tbody><tr><th scope=\"row\">x&lt;</th><td>1.5</td></tr></tbody></table>",
            Form<Table>(new TableFormatters(), table, "text/html"));
        Assert.Equal("A & B\nname  value\nx<    1.5", Form<Table>(new TableFormatters(), table, "text/plain"));
    }

    [Fact]
    public void Row_OfAnotherLength_IsRefused() =>
        Assert.Contains("2 cells, not 1", Assert.Throws<ArgumentException>(() => new Table("c", "a", "b").Row([$"x"])).Message, StringComparison.Ordinal);

    private static string Form<T>(IFormatterSource source, T value, string mimeType)
    {
        var formatter = source.CreateTypeFormatters().Cast<TypeFormatter<T>>().Single(formatter => formatter.MimeType == mimeType);
        using var writer = new StringWriter();
        formatter.Format(value!, writer);
        return writer.ToString();
    }
}
