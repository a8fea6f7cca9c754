using System.Text.Json;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Figures.Text;
using InteractiveArticle.Simulation.RetryStorm;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.RetryStorm;

/// <summary>
/// The figures of clients that try again.
/// </summary>
public static class RetryStormFigures
{
    // Of the requests; the rest fail by chance.
    private const double NearlyAll = 0.95;

    /// <summary>What each cure does, and when requests are answered again with it.</summary>
    /// <param name="options">The fleet and its clients.</param>
    /// <param name="cured">The storm with each cure; a row for each but <see cref="StormCure.None"/>.</param>
    public static Table CureTable(RetryStormOptions options, IReadOnlyList<(StormCure Cure, RetryStormResult Result)> cured)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(cured);
        var table = new Table("The cures one by one", "cure", "what it does", "requests are answered again");
        foreach (var (cure, result) in cured.Where(one => one.Cure != StormCure.None))
        {
            table = table.Row([$"{NameOf(cure)}", $"{WhatItDoes(cure)}", $"{Ending(result, options)}"]);
        }

        return table;
    }

    private static string NameOf(StormCure cure) => JsonNamingPolicy.KebabCaseLower.ConvertName(cure.ToString());

    private static string WhatItDoes(StormCure cure) => cure switch
    {
        StormCure.Deadlines => "A request says until when it is wanted, and is dropped after that.",
        StormCure.NewestFirst => "The fleet serves whoever has waited least.",
        StormCure.ControlledDelay => "The fleet drops requests once all of them have waited too long.",
        StormCure.CircuitBreaker => "A client that mostly fails stops asking, and only now and then tries.",
        StormCure.Throttling => "A client that is answered too seldom holds a part of its requests back.",
        _ => "Nothing.",
    };

    private static string Ending(RetryStormResult result, RetryStormOptions options)
    {
        double left = Answered(result, options.Load);
        string when = result.RecoverySeconds.Mean < 0.5 ? "at once" : Prose($"after {result.RecoverySeconds.Mean:0} s");
        return result.Outlived.Mean switch
        {
            > 0.5 => "not within the run",
            <= 0.5 => left < NearlyAll ? Prose($"{when}, with {left:P0} answered") : when,
            _ => "in trouble before the stall already",
        };
    }

    /// <summary>What is left of the goodput after the trigger as the load grows, with a retry budget and without.</summary>
    /// <param name="options">The fleet; its load and budget are replaced by the sweep.</param>
    /// <param name="without">Loads and the storms they lead to without a budget, in order.</param>
    /// <param name="with">Loads and the storms they lead to with a budget, in order.</param>
    /// <param name="film">The utilisation of the fleet that the film shows; null where there is none.</param>
    public static Figure Tipping(
        RetryStormOptions options,
        IReadOnlyList<(double Load, RetryStormResult Result)> without,
        IReadOnlyList<(double Load, RetryStormResult Result)> with,
        double? film = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(without);
        ArgumentNullException.ThrowIfNull(with);
        double Left((double Load, RetryStormResult Result) point) => Answered(point.Result, point.Load);
        double tipping = RetryLoad.HiddenCapacity(options with { Budget = false }) / options.Capacity;
        int Recovered(IReadOnlyList<(double Load, RetryStormResult Result)> sweep) => sweep.Count(point => point.Result.Outlived.Mean <= 0.5);
        string atOnce = options.EffectiveRetries switch
        {
            0 => "",
            1 => ", with both attempts at once",
            var retries => Prose($", with all {retries + 1} attempts at once"),
        };
        string inTheory = double.IsNaN(tipping) ? "" : Prose($" (in theory {tipping:P0}{atOnce})");
        var lost = without.Where(point => point.Result.Outlived.Mean > 0.5).Select(point => point.Load / options.Capacity).ToArray();
        int recovered = Recovered(without);
        string ofWithout = recovered == without.Count ? "Without a budget every one of these loads recovers"
            : lost.Length == 0 ? Prose($"Without a budget {recovered} of {without.Count} loads recover, and the others are too much even before the stall")
            : Prose($"Without a budget the storm outlives the stall from a utilisation of {lost[0]:P0} on{inTheory}");
        string tried = with.Count == 0 ? "" : Prose($", {with[0].Load / options.Capacity:P0} to {with[^1].Load / options.Capacity:P0},");
        bool allRecover = Recovered(with) == with.Count;
        string ofWith = allRecover ? $"every load tried{tried} recovers" : Prose($"{Recovered(with)} of {with.Count} loads recover");
        return new Figure
        {
            Title = "How busy a fleet may be and still come back",
            Finding = allRecover && recovered == without.Count ? $"With a budget or without, {ofWith}." : $"{ofWithout}; with a budget {ofWith}.",
            X = Axis.Share("utilisation before the stall"),
            Y = Axis.Share("requests answered in time afterwards"),
            Series =
            [
                Series.Of("with a retry budget", SeriesShape.Line, ColorRole.Main, with, point => point.Load / options.Capacity, Left) with { NameAt = 1, NameBelow = false },
                Series.Of("without", SeriesShape.Line, ColorRole.Contrast, without, point => point.Load / options.Capacity, Left) with { NameAt = 1 },
            ],
            Marks =
            [
                .. double.IsNaN(tipping) ? Array.Empty<Mark>() : [new Mark(tipping, "theory")],
                .. film is { } shown ? [new Mark(shown, "as in the film")] : Array.Empty<Mark>(),
            ],
        };
    }

    // Of the requests of these seconds: that more or fewer than usual have come by chance is no merit of the fleet, and no fault.
    private static double Answered(RetryStormResult result, double load)
    {
        double wanted = result.AttemptsPerRequest.Mean > 0 ? result.OfferedAfter.Mean / result.AttemptsPerRequest.Mean : load;
        return Math.Min(1, result.GoodputAfter.Mean / wanted);
    }
}
