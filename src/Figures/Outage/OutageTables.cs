using InteractiveArticle.Figures.Text;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Outage;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Outage;

/// <summary>
/// The model beside the records: of the day that it was fitted to, and of one that it was not.
/// </summary>
public static class OutageTables
{
    /// <summary>
    /// 28 February 2017 as AWS recorded it and as the model has it, with the number that was fitted to each time; or another
    /// day beside the recorded one.
    /// </summary>
    /// <param name="day">The simulated day.</param>
    /// <param name="options">The options it was run with.</param>
    public static Table Fit(OutageMilestones day, OutageOptions options)
    {
        ArgumentNullException.ThrowIfNull(day);
        ArgumentNullException.ThrowIfNull(options);
        var record = RecordedMilestones.Day;
        var fitted = new OutageOptions();

        // A single cell is checked in one pass, however many could be checked side by side.
        var asFitted = options.Cells == 1 ? options with { RestartParallelism = fitted.RestartParallelism } : options;
        bool isFitted = asFitted == fitted;

        // Requests may fail while others are answered, and what never stopped does not begin again.
        FormattableString without = day.PutFullMinutes == 0 ? (FormattableString)$"nothing happened" : $"S3 never closed, but requests failed";
        (string Milestone, double Recorded, double Simulated, FormattableString Fitted)[] rows =
        [
            ("the status page can be updated", record.DashboardMinutes, day.DashboardMinutes, $"{options.WorkaroundMinutes:0} min to get around its need of S3"),
            ("GET, LIST and DELETE begin", record.GetFirstMinutes, day.GetFirstMinutes, $"doors open when {options.Utilisation / options.SafeUtilisation:P0} of the index is serving"),
            ("GET, LIST and DELETE normal", record.GetFullMinutes, day.GetFullMinutes, $"{TimeUnits.MinutesPerHour * options.Objects / options.CheckRate:0} min for a pass over the index"),
            ("PUT normal", record.PutFullMinutes, day.PutFullMinutes, $"{options.PlacementCheckMinutes:0} min for the check of placement"),
        ];
        var table = isFitted
            ? new Table("Three numbers fitted, and one copied", "milestone", "AWS", "model", "number behind it")
            : new Table("Your day against the recorded one", "milestone", "AWS, 28 February 2017", "your day");
        foreach (var (milestone, recorded, simulated, number) in rows)
        {
            FormattableString[] cells = [$"{milestone}", Clock(recorded, without), Clock(simulated, without)];
            table = table.Row(isFitted ? [.. cells, number] : cells);
        }

        return table;
    }

    /// <summary>20 July 2008 as AWS recorded it and as the model has it: a test, because nothing was fitted to that day.</summary>
    public static Table HoldOut()
    {
        var known = ModelOf2008();
        return new Table("20 July 2008, minutes after 8:40 Pacific", "milestone", "AWS", "model", "misfit")
            .Row([$"decision to restart", $"{RecordedRestart.DecisionMinutes:0}", $"given", $""])
            .Row([$"requests begin to succeed", $"{RecordedRestart.FirstMinutes:0}", $"{known.GetFirstMinutes:0}", Misfit(known.GetFirstMinutes, RecordedRestart.FirstMinutes)])
            .Row([$"everything normal", $"{RecordedRestart.NormalMinutes:0}", $"{known.PutFullMinutes:0}", Misfit(known.PutFullMinutes, RecordedRestart.NormalMinutes)]);
    }

    /// <summary>What the model lacks to get 20 July 2008 right.</summary>
    public static Passage HoldOutFinding() =>
        Say($"The model fails this test. S3 held far fewer objects then, so the model has it answering after {Duration(ModelOf2008().GetFirstMinutes)}; AWS reports {Duration(RecordedRestart.FirstMinutes)}. On that day it took {RecordedRestart.StoppedMinutes - RecordedRestart.DecisionMinutes:0} minutes to stop the servers and {Duration(RecordedRestart.ConnectedMinutes - RecordedRestart.StoppedMinutes)} more until they had told each other their state, and the model knows neither.");

    private static OutageMilestones ModelOf2008() => OutageSimulation.Outline(RecordedRestart.Known).Milestones;

    private static FormattableString Clock(double minutes, FormattableString without) => minutes == 0 ? without : $"{OutageClock.At(minutes)}";

    private static FormattableString Misfit(double model, double record) => $"{model - record:+0;−0;0} ({(model / record) - 1:+0 %;−0 %;0 %})";
}
