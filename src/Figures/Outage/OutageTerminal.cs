using System.Globalization;
using InteractiveArticle.Figures.Display;
using InteractiveArticle.Simulation.Outage;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Outage;

/// <summary>
/// The terminal in which the command was typed: the playbook's line with its one number, what a dry run would have said, and
/// what was answered in the course of the day.
/// </summary>
/// <remarks>What goes, what stays and what follows is the model's; the words of the tool are ours, because the real ones were never published.</remarks>
[TypeFormatterSource(typeof(OutageTerminalForms), PreferredMimeTypes = [MimeTypes.Markdown, MimeTypes.Text])]
public sealed record OutageTerminal
{
    /// <summary>The command up to its number.</summary>
    public const string Command = "remove-servers --share";

    /// <summary>The number that was typed, in per cent.</summary>
    public required string Typed { get; init; }

    /// <summary>What the tool says before Enter.</summary>
    public required string DryRun { get; init; }

    /// <summary>What the tool says when it is done.</summary>
    public required TerminalLine Answer { get; init; }

    /// <summary>What else the terminal reports in the course of the day, in the order of time.</summary>
    public required IReadOnlyList<TerminalLine> Reports { get; init; }

    /// <summary>The terminal of a day.</summary>
    /// <param name="trace">The day.</param>
    public static OutageTerminal Of(OutageTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return new OutageTerminal
        {
            Typed = (100 * trace.Options.Removed).ToString("0.##", CultureInfo.InvariantCulture),
            DryRun = WordsBefore(trace.Options.Removed, trace.Options),
            Answer = WordsAfter(trace),
            Reports = [.. Consequences(trace)],
        };
    }

    /// <summary>What the tool says to each whole number of per cent, from 0 to 100, before Enter.</summary>
    /// <param name="options">The region and the tool.</param>
    public static IReadOnlyList<string> DryRuns(OutageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return [.. Enumerable.Range(0, 101).Select(percent => WordsBefore(percent / 100.0, options))];
    }

    /// <summary>Whether a fleet is down before the tool has taken all that it may: what is left to take has failed by then.</summary>
    /// <param name="trace">The day.</param>
    internal static bool IsOutrun(OutageTrace trace)
    {
        var (options, (taken, last)) = (trace.Options, Removal(trace));
        double? down = OfIndex(trace, OutageEventKind.Collapsed).Select(happened => (double?)happened.Minute).FirstOrDefault();
        return IsCutShort(taken, options) && down - last <= 1 / (options.RemovalRate * options.Servers);
    }

    private static IEnumerable<OutageEvent> OfIndex(OutageTrace trace, OutageEventKind kind) =>
        trace.Events.Where(happened => happened.Kind == kind && happened.Fleet == OutageFleet.Index);

    // The share that the tool takes of each fleet, and when it takes the last server.
    private static (double Taken, double Last) Removal(OutageTrace trace)
    {
        OutageEvent[] removals = [.. OfIndex(trace, OutageEventKind.ServersRemoved)];
        return (removals.Sum(removal => removal.Servers) / trace.Options.Servers, removals.Select(removal => removal.Minute).DefaultIfEmpty(0).Last());
    }

    private static double Allowed(OutageOptions options) => Math.Min(options.Removed, 1 - options.Guard);

    // A part of a server is lost to rounding.
    private static bool IsCutShort(double taken, OutageOptions options) => Allowed(options) - taken > 0.5 / options.Servers;

    private static string WordsBefore(double share, OutageOptions options)
    {
        double goes = Math.Min(share, 1 - options.Guard);
        return share == 0 ? "dry run: nothing to remove"
            : goes < share ? Prose($"dry run: {Servers(goes, options)} per fleet go; below {options.Guard:P0} refused")
            : Prose($"dry run: {Servers(goes, options)} of {options.Servers:N0} per fleet go, {1 - goes:P0} stay");
    }

    private static TerminalLine WordsAfter(OutageTrace trace)
    {
        var (options, (taken, last)) = (trace.Options, Removal(trace));
        double allowed = Allowed(options);
        return new(last, IsOutrun(trace)
            ? Prose($"{Servers(taken, options)} of each out; the rest had already failed")
            : IsCutShort(taken, options)
            ? Prose($"stopped at {Servers(taken, options)} of {Servers(options.Removed, options)} servers of each fleet")
            : options.Removed > allowed
            ? allowed == 0
                ? Prose($"refused: the minimum is {options.Guard:P0} of a fleet")
                : Prose($"{Servers(taken, options)} of each out; refused {Servers(options.Removed - allowed, options)} more: minimum {options.Guard:P0}")
            : taken == 0 ? "nothing to remove"
            : Prose($"{Servers(taken, options)} servers of each fleet are out, in {Short(last)}"));
    }

    private static IEnumerable<TerminalLine> Consequences(OutageTrace trace)
    {
        foreach (var happened in trace.Events.Where(happened => happened.Fleet == OutageFleet.Index))
        {
            string? words = happened.Kind switch
            {
                OutageEventKind.OverloadBegan => "alarm: demand is over capacity",
                OutageEventKind.Collapsed => "alarm: the fleets are down",
                OutageEventKind.RestartDecided => "full restart begins",
                OutageEventKind.Booted => "servers are up; checking metadata",
                OutageEventKind.DoorsOpened => "index answers again",
                OutageEventKind.ServersReturned => "servers are back in service",
                _ => null,
            };
            if (words is not null)
            {
                yield return new(happened.Minute, words);
            }
        }

        if (trace.Milestones.PutFullMinutes is var normal and > 0)
        {
            yield return new(normal, "index and placement are normal");
        }
    }

    private static string Servers(double share, OutageOptions options) => Prose($"{share * options.Servers:N0}");

    private static string Short(double minutes) => minutes < 2 ? Prose($"{60 * minutes:0} s") : Duration(minutes);
}

/// <summary>A line that a terminal says.</summary>
/// <param name="Minute">When; minutes after the command.</param>
/// <param name="Text">The line.</param>
public sealed record TerminalLine(double Minute, string Text);

/// <summary>The forms that an <see cref="OutageTerminal"/> is shown in.</summary>
public sealed class OutageTerminalForms : IFormatterSource
{
    /// <inheritdoc/>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<OutageTerminal>(MimeTypes.Markdown, terminal => $"```text\n{ToText(terminal)}\n```"),
        new TypeFormatter<OutageTerminal>(MimeTypes.Text, ToText),
    ];

    private static string ToText(OutageTerminal terminal) =>
        string.Join('\n', (string[])[$"$ {OutageTerminal.Command} {terminal.Typed} %", terminal.DryRun, .. Lines(terminal).Select(line => $"{OutageClock.Short(line.Minute)} {line.Text}")]);

    private static IEnumerable<TerminalLine> Lines(OutageTerminal terminal) => terminal.Reports.Prepend(terminal.Answer).OrderBy(line => line.Minute);
}
