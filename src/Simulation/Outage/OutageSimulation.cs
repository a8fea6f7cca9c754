using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// The S3 outage of 28 February 2017 from its mechanisms: one command, two subsystems that depend on each other, a
/// restart in phases, and a dashboard that needs what it reports on.
/// </summary>
public static class OutageSimulation
{
    internal const int UsualReplications = 100;

    /// <summary>Runs the typical day once, and days that vary by chance as replications.</summary>
    /// <param name="options">The region and the command.</param>
    /// <param name="experiment">Seed and replications; by default 100 days.</param>
    /// <exception cref="ModelOptionsException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static OutageResult Run(OutageOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();

        var typical = new OutageDay(options with { Variability = 0 }, new RandomStreams(experiment.Seed), recordsMinutes: true);
        typical.Run(new ReplicationMonitor(experiment.Cancellation));
        var days = experiment.Replicate(UsualReplications, (streams, monitor) =>
        {
            var day = new OutageDay(options, streams, recordsMinutes: false);
            day.Run(monitor);
            return (day.Milestones, day.Events);
        });
        Estimate Over(Func<OutageMilestones, double> time) => Estimate.Of(days.Select(day => time(day.Milestones)));
        return new OutageResult
        {
            DashboardMinutes = Over(day => day.DashboardMinutes),
            GetFirstMinutes = Over(day => day.GetFirstMinutes),
            GetFullMinutes = Over(day => day.GetFullMinutes),
            PutFullMinutes = Over(day => day.PutFullMinutes),
            DependantsMinutes = Over(day => day.DependantsMinutes),
            LossMillions = Over(day => day.LossMillions),
            DisturbedShare = Estimate.OfShare(days.Count(day => day.Milestones.PutFullMinutes > 0), days.Count),
            IndexCollapses = typical.IndexCollapses,
            LongestWaitMinutes = typical.LongestWaitMinutes,
            GetMinutesLost = typical.GetMinutesLost,
            PutMinutesLost = typical.PutMinutesLost,
            Typical = typical.Milestones,
            Minutes = typical.Minutes,
            Days = [.. days.Select(day => day.Milestones)],
            Events = typical.Events + days.Sum(day => day.Events),
        };
    }

    /// <summary>Runs the typical day once and takes down none of its minutes, which is several times as fast.</summary>
    /// <param name="options">The region and the command.</param>
    /// <returns>What <see cref="Run"/> reports of the typical day.</returns>
    /// <exception cref="ModelOptionsException">An option is out of range.</exception>
    public static OutageOutline Outline(OutageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var day = new OutageDay(options with { Variability = 0 }, new RandomStreams(new Experiment().Seed), recordsMinutes: false);
        day.Run(ReplicationMonitor.None);
        return new OutageOutline
        {
            Milestones = day.Milestones,
            IndexCollapses = day.IndexCollapses,
            GetMinutesLost = day.GetMinutesLost,
        };
    }

    /// <summary>Runs the typical day once and takes down what happens in it.</summary>
    /// <param name="options">The region and the command.</param>
    /// <returns>The day whose times and minutes <see cref="Run"/> reports as typical, event by event.</returns>
    /// <exception cref="ModelOptionsException">An option is out of range.</exception>
    public static OutageTrace Trace(OutageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var typical = options with { Variability = 0 };
        var recorder = new OutageTraceRecorder();
        var day = new OutageDay(typical, new RandomStreams(new Experiment().Seed), recordsMinutes: true, recorder);
        day.Run(ReplicationMonitor.None);
        return new OutageTrace
        {
            Options = typical,
            Milestones = day.Milestones,
            Minutes = day.Minutes,
            Events = recorder.Events,
            Answers = recorder.Answers,
            IndexPartitions = day.IndexPartitions,
            PlacementPartitions = day.PlacementPartitions,
        };
    }
}
