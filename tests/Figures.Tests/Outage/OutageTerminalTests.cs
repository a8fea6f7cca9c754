using InteractiveArticle.Figures.Display;
using InteractiveArticle.Figures.Outage;
using InteractiveArticle.Simulation.Outage;

namespace InteractiveArticle.Figures.Tests.Outage;

public sealed class OutageTerminalTests
{
    // As many letters as fit on a line of the narrow stage.
    private const int LongestLine = 48;

    private static OutageTerminal Terminal(OutageOptions options) => OutageTerminal.Of(OutageSimulation.Trace(options));

    [Fact]
    public void TheCommandOfThatMorning_TakesAllThatItAskedFor()
    {
        var terminal = Terminal(new());

        Assert.Equal("45", terminal.Typed);
        Assert.Equal("dry run: 450 of 1,000 per fleet go, 55 % stay", terminal.DryRun);
        Assert.Equal("450 servers of each fleet are out, in 27 s", terminal.Answer.Text);
        Assert.Contains(terminal.Reports, line => line.Text == "alarm: the fleets are down");
        Assert.Equal("13:54", OutageClock.At(terminal.Reports[^1].Minute));
    }

    [Fact]
    public void AGuard_RefusesWhatGoesBelowIt()
    {
        var terminal = Terminal(new() { Guard = 0.6 });

        Assert.Equal("dry run: 400 per fleet go; below 60 % refused", terminal.DryRun);
        Assert.Equal("400 of each out; refused 50 more: minimum 60 %", terminal.Answer.Text);
        Assert.Equal(["servers are back in service"], terminal.Reports.Select(line => line.Text));
    }

    [Theory]
    [InlineData(0, 0, 1, "nothing to remove")]
    [InlineData(0, 0.9, 1, "nothing to remove")]
    [InlineData(0.45, 1, 1, "refused: the minimum is 100 % of a fleet")]
    [InlineData(0.45, 0, 0.02, "stopped at 394 of 450 servers of each fleet")]
    [InlineData(1, 0, 1, "925 of each out; the rest had already failed")]
    public void TheAnswer_SaysWhatBecameOfTheCommand(double removed, double guard, double rate, string words) =>
        Assert.Equal(words, Terminal(new() { Removed = removed, Guard = guard, RemovalRate = rate }).Answer.Text);

    [Fact]
    public void ItsText_IsInTheOrderOfTime()
    {
        using var writer = new StringWriter();
        var form = new OutageTerminalForms().CreateTypeFormatters().Cast<TypeFormatter<OutageTerminal>>().Single(form => form.MimeType == "text/plain");

        Assert.True(form.Format(Terminal(new() { Removed = 1 }), writer));

        string[] lines = writer.ToString().Split('\n');
        Assert.Equal("$ remove-servers --share 100 %", lines[0]);
        Assert.Equal(["9:37 alarm: demand is over capacity", "9:38 925 of each out; the rest had already failed"], lines[2..4]);
    }

    [Fact]
    public void EveryLine_FitsIntoTheTerminal()
    {
        foreach (double guard in (double[])[0, 0.01, 0.57, 1])
        {
            Assert.All(OutageTerminal.DryRuns(new() { Guard = guard, Servers = 10_000 }), line => Assert.InRange(line.Length, 1, LongestLine));
            foreach (double removed in (double[])[0, 0.01, 0.45, 0.455, 1])
            {
                var terminal = Terminal(new() { Guard = guard, Removed = removed });
                Assert.All(terminal.Reports.Append(terminal.Answer), line => Assert.InRange(line.Text.Length, 1, LongestLine));
            }
        }
    }
}
