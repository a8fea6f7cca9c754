using System.Text.Json;
using InteractiveArticle.Figures.Display;
using InteractiveArticle.Figures.Guesses;

namespace InteractiveArticle.Figures.Tests.Guesses;

public sealed class RevealTests
{
    private static readonly Reveal Number = Reveal.Number(31.4, within: 5, $"At {Reveal.Guess} < {31.4:0} %.", $"{Reveal.Guess} will do.", $"Not {Reveal.Guess}.", $"It is {31.4:0} %.", $"So there.");

    [Fact]
    public void PageForm_HoldsTheTruth_AndTheWordsWithAPlaceForTheGuess()
    {
        using var json = JsonDocument.Parse(Form(Number, "application/vnd.interactive-article.reveal+json"));
        var reveal = json.RootElement;

        Assert.Equal("number", reveal.GetProperty("kind").GetString());
        Assert.Equal([31.4], reveal.GetProperty("y").EnumerateArray().Select(value => value.GetDouble()));
        Assert.Equal(5, reveal.GetProperty("within").GetDouble());
        Assert.Equal("At <strong>\uE000</strong> &lt; <strong>31</strong> %.", reveal.GetProperty("verdicts").GetProperty("low")[0].GetString());
        Assert.Equal(["low", "right", "high"], reveal.GetProperty("verdicts").EnumerateObject().Select(verdict => verdict.Name));
        Assert.Equal(["It is <strong>31</strong> %.", "So there."], reveal.GetProperty("answer").EnumerateArray().Select(words => words.GetString()));
    }

    [Fact]
    public void InEditors_TheAnswerIsFolded_AndTheGuessIsTheReaders()
    {
        Assert.Equal(
            """
            <details><summary>Answer</summary>

            It is <strong>31</strong> %.

            So there.

            - *If you guessed too low:* At your guess &lt; <strong>31</strong> %.
            - *If you were about right:* your guess will do.
            - *If you guessed too high:* Not your guess.

            </details>
            """,
            Form(Number, "text/markdown"));
        Assert.Equal(
            "Answer: It is 31 %.\n\nSo there.\n  If you guessed too low: At your guess < 31 %.\n  If you were about right: your guess will do.\n  If you guessed too high: Not your guess.",
            Form(Number, "text/plain"));
    }

    [Fact]
    public void BarsAndCurves_CarryTheirNamesAndPoints()
    {
        var bars = Reveal.Bars([("a", 1), ("b", 2)], $"Yes.", $"Not {Reveal.Guess} too.", $"Not {Reveal.Guess}.", $"b.");
        var curve = Reveal.Curve([(1, 10), (100, 30)], at: 50, within: 2, $"low", $"right", $"high", $"So.");

        Assert.Equal((RevealKind.Bars, "a b", "1 2"), (bars.Kind, string.Join(' ', bars.Names), string.Join(' ', bars.Y)));
        Assert.Equal(["right", "high", "other"], bars.Verdicts.Select(verdict => verdict.Of));
        Assert.Equal((RevealKind.Curve, "1 100", "10 30", 50.0, 2.0), (curve.Kind, string.Join(' ', curve.X), string.Join(' ', curve.Y), curve.At, curve.Within));
    }

    [Fact]
    public void WhatIsNoNumber_IsRefused_AndSaidInWordsInstead()
    {
        Assert.Throws<ArgumentException>(() => Reveal.Number(double.PositiveInfinity, 1, $"", $"", $"", $""));
        Assert.Throws<ArgumentException>(() => Reveal.Curve([(1, double.NaN)], 1, 1, $"", $"", $"", $""));

        var never = Reveal.NoNumber($"It never pays, not at {Reveal.Guess} either.", $"Never.");

        Assert.Empty(never.Y);
        Assert.Equal("Answer: Never.\n  Whatever you guessed: It never pays, not at your guess either.", Form(never, "text/plain"));
    }

    private static string Form(Reveal reveal, string mimeType)
    {
        using var writer = new StringWriter();
        Assert.True(new RevealForms().CreateTypeFormatters().Cast<TypeFormatter<Reveal>>().Single(form => form.MimeType == mimeType).Format(reveal, writer));
        return writer.ToString();
    }
}
