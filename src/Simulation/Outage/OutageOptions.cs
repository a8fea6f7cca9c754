using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// The morning of 28 February 2017 in the S3 region us-east-1: the command, the two subsystems it hit, and how they
/// are brought back.
/// </summary>
/// <remarks>
/// Known from AWS's account (message 41926): which subsystems depend on which, that both needed a full restart, that
/// integrity checks took long, that the dashboard's console needed S3, and the four times in
/// <see cref="RecordedMilestones"/>. Calibrated to those times: <see cref="CheckRate"/>,
/// <see cref="PlacementCheckMinutes"/>, <see cref="WorkaroundMinutes"/> and the opening share that
/// <see cref="Utilisation"/> and <see cref="SafeUtilisation"/> give together; to the estimated losses,
/// <see cref="WorthPerHour"/>. Everything else is an assumption, and
/// its description says so. Sizes are shares of that day's region, because its absolute size was never published.
/// </remarks>
public sealed record OutageOptions : ModelOptions
{
    /// <summary>The share of each subsystem's servers that the typed command removes in the cells that it reaches, from 0 to 1. An assumption: AWS says only "a significant portion".</summary>
    [Parameter("share of the servers that the command removes", Minimum = 0, Maximum = 1)]
    public double Removed { get; init; } = 0.45;

    /// <summary>The guard: the share of servers below which the tool refuses to go, from 0 (no guard, as in 2017) to 1.</summary>
    [Parameter("share of servers below which the tool refuses to go, 0 for none", Minimum = 0, Maximum = 1)]
    public double Guard { get; init; }

    /// <summary>The share of the fleet that the tool removes in a minute, from 0.001 to 10; 1 takes out a whole fleet in a minute, too fast for an operator to intervene. An assumption.</summary>
    [Parameter("share of the fleet that the tool removes per minute", Unit = "1/min", Minimum = 0.001, Maximum = 10)]
    public double RemovalRate { get; init; } = 1;

    /// <summary>The servers of each subsystem in the cells that the command hits, from 10 to 10 000. An assumption without influence beyond the size of one server: only shares matter.</summary>
    [Parameter("servers of each subsystem; only shares matter", Unit = "servers", Minimum = 10, Maximum = 10_000)]
    public int Servers { get; init; } = 1000;

    /// <summary>The utilisation of the full fleet by that morning's demand, from 0.05 to 0.95. Calibrated together with <see cref="SafeUtilisation"/>.</summary>
    [Parameter("utilisation of the full fleet by the morning's demand", Minimum = 0.05, Maximum = 0.95)]
    public double Utilisation { get; init; } = 0.6;

    /// <summary>The utilisation above which an alarm rings, and below which engineers dare to let requests in again; from 0.5 to 1. Calibrated together with <see cref="Utilisation"/>.</summary>
    [Parameter("utilisation above which the alarm rings and below which requests are let in again", Minimum = 0.5, Maximum = 1)]
    public double SafeUtilisation { get; init; } = 0.85;

    /// <summary>What brings a subsystem down. An assumption: AWS says only that the loss of capacity made a full restart necessary.</summary>
    [Parameter("what brings a subsystem down")]
    public CollapseTrigger Trigger { get; init; }

    /// <summary>How long an overloaded server holds out at twice the load it can carry, from 0.1 to 60 min. An assumption.</summary>
    [Parameter("how long an overloaded server holds out at twice its load", Unit = "min", Minimum = 0.1, Maximum = 60)]
    public double PatienceMinutes { get; init; } = 2;

    /// <summary>What a subsystem does with requests beyond its capacity. An assumption: AWS does not say.</summary>
    [Parameter("what a subsystem does with requests beyond its capacity")]
    public LoadShedding Shedding { get; init; }

    /// <summary>How long a client waits for an answer, from 0.01 to 60 min. The default is that of AWS's own library for Python (botocore, <c>read_timeout</c>: 60 s).</summary>
    [Parameter("how long a client waits for an answer", Unit = "min", Minimum = 0.01, Maximum = 60)]
    public double ClientPatienceMinutes { get; init; } = 1;

    /// <summary>
    /// What it costs to refuse a request, as a share of the work of answering it, from 0 to 0.9. An assumption; that it is not nothing is
    /// from B. Beyer et al. (eds.), "Site Reliability Engineering", 2016, chapter 21.
    /// </summary>
    [Parameter("cost of refusing a request, as a share of the work of answering it", Minimum = 0, Maximum = 0.9)]
    public double RefusalCost { get; init; } = 0.05;

    /// <summary>The time from the alarm to the first human action, from 0 to 120 min. An assumption.</summary>
    [Parameter("time from the alarm to the first human action", Unit = "min", Minimum = 0, Maximum = 120)]
    public double ReactionMinutes { get; init; } = 5;

    /// <summary>The time from the collapse to the decision for a full restart, from 0 to 240 min. An assumption.</summary>
    [Parameter("time from the collapse to the decision for a full restart", Unit = "min", Minimum = 0, Maximum = 240)]
    public double DecisionMinutes { get; init; } = 20;

    /// <summary>The time that people need to put servers back into a subsystem that still runs, from 0 to 240 min. An assumption.</summary>
    [Parameter("time to put servers back into a subsystem that still runs", Unit = "min", Minimum = 0, Maximum = 240)]
    public double UndoMinutes { get; init; } = 12;

    /// <summary>The time to boot the servers of a subsystem, from 0 to 240 min. An assumption.</summary>
    [Parameter("time to boot the servers of a subsystem", Unit = "min", Minimum = 0, Maximum = 240)]
    public double BootMinutes { get; init; } = 12;

    /// <summary>The objects in the region, from 0.01 to 100 times that day's.</summary>
    [Parameter("objects in the region, relative to that day's", Minimum = 0.01, Maximum = 100)]
    public double Objects { get; init; } = 1;

    /// <summary>The speed of the integrity check of one cell, from 0.001 to 1000 of that day's indexes an hour. Calibrated: the one number that the timeline fixes.</summary>
    [Parameter("integrity check of one cell, in indexes of that day's size", Unit = "1/h", Minimum = 0.001, Maximum = 1000)]
    public double CheckRate { get; init; } = 0.335;

    /// <summary>The cells that the index is split into, from 1 to 1000. Each is checked in one pass, in the order of its keys.</summary>
    [Parameter("cells of the index", Unit = "cells", Minimum = 1, Maximum = 1000)]
    public int Cells { get; init; } = 1;

    /// <summary>
    /// The share of the cells that the command reaches, from 0.001 to 1 and rounded up to whole cells: 0.001 is one cell, 1 is all of them, as in 2017.
    /// Requests and customers of the other cells notice nothing. An assumption: cells are taken to be equal, and to share no server.
    /// </summary>
    [Parameter("share of the cells that the command reaches, rounded up to whole cells", Minimum = 0.001, Maximum = 1)]
    public double CellsHit { get; init; } = 1;

    /// <summary>How many cells can be checked side by side, from 1 to 1000. An assumption.</summary>
    [Parameter("cells that are checked side by side", Unit = "cells", Minimum = 1, Maximum = 1000)]
    public int RestartParallelism { get; init; } = 16;

    /// <summary>The time a checked partition takes to warm up before it serves, from 0 to 120 min. An assumption.</summary>
    [Parameter("time a checked partition takes to warm up", Unit = "min", Minimum = 0, Maximum = 120)]
    public double ActivationMinutes { get; init; } = 5;

    /// <summary>The time that the check of the placement subsystem takes while the whole index answers, from 0 to 1000 min; less where not all cells are hit. Calibrated.</summary>
    [Parameter("check of the placement subsystem while the whole index answers", Unit = "min", Minimum = 0, Maximum = 1000)]
    public double PlacementCheckMinutes { get; init; } = 75;

    /// <summary>
    /// The demand on the index in the moment when the doors open again, as a multiple of the usual one, from 1 to 20: clients that try again, and caches
    /// that have gone cold. A hypothesis of ours, not in AWS's account; 1 leaves it out. After a second collapse people let the demand in little by little.
    /// </summary>
    [Parameter("demand when the doors open again, as a multiple of the usual one", Minimum = 1, Maximum = 20)]
    public double ReopeningDemand { get; init; } = 1;

    /// <summary>The time in which the additional demand at the reopening falls to 37 % of what it was, from 0.1 to 240 min. An assumption.</summary>
    [Parameter("time in which the additional demand at the reopening falls to 37 %", Unit = "min", Minimum = 0.1, Maximum = 240)]
    public double ReopeningDecayMinutes { get; init; } = 10;

    /// <summary>The regions that the dashboard's console runs in, from 1 (as in 2017) to 10.</summary>
    [Parameter("regions that the dashboard's console runs in", Unit = "regions", Minimum = 1, Maximum = 10)]
    public int DashboardRegions { get; init; } = 1;

    /// <summary>The time to switch the console to another region, from 0 to 240 min. An assumption.</summary>
    [Parameter("time to switch the console to another region", Unit = "min", Minimum = 0, Maximum = 240)]
    public double FailoverMinutes { get; init; } = 5;

    /// <summary>The time engineers need to get around the dashboard's dependence on S3 by hand, from 0 to 1440 min. Calibrated: AWS does not say how it was done.</summary>
    [Parameter("time to get around the dashboard's dependence on S3 by hand", Unit = "min", Minimum = 0, Maximum = 1440)]
    public double WorkaroundMinutes { get; init; } = 115;

    /// <summary>The share of the services and sites on S3 that go on without it, from 0 to 1. An assumption.</summary>
    [Parameter("share of the services and sites on S3 that go on without it", Minimum = 0, Maximum = 1)]
    public double Tolerant { get; init; } = 0.25;

    /// <summary>The share of dependants that need PUT as well as GET, from 0 to 1. An assumption.</summary>
    [Parameter("share of dependants that write as well as read", Minimum = 0, Maximum = 1)]
    public double Writers { get; init; } = 0.5;

    /// <summary>The mean utilisation of the dependants' own machines, from 0.05 to 0.7; the single ones lie within 40 % of it. An assumption: what is spare works off the backlog.</summary>
    [Parameter("mean utilisation of the dependants' own machines", Minimum = 0.05, Maximum = 0.7)]
    public double DependantUtilisation { get; init; } = 0.5;

    /// <summary>The share of failed work that is not lost but waits and is done later, from 0 to 1. An assumption.</summary>
    [Parameter("share of failed work that waits and is done later", Minimum = 0, Maximum = 1)]
    public double Deferred { get; init; } = 0.5;

    /// <summary>What an hour of all dependants' work with S3 is worth, from 0 to 100 000 M$. Calibrated to <see cref="RecordedLosses"/>.</summary>
    [Parameter("worth of an hour of all dependants' work with S3", Unit = "M$/h", Minimum = 0, Maximum = 100_000)]
    public double WorthPerHour { get; init; } = 255;

    /// <summary>The coefficient of variation of every step, of people and of machines, from 0 to 1: how much one such day differs from another.</summary>
    [Parameter("coefficient of variation of every step", Minimum = 0, Maximum = 1)]
    public double Variability { get; init; } = 0.1;
}
