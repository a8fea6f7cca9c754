namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// What AWS recorded of 28 February 2017, in minutes after the command at 9:37 PST.
/// </summary>
/// <remarks>
/// Source: AWS, "Summary of the Amazon S3 Service Disruption in the Northern Virginia (US-EAST-1) Region", message
/// 41926, https://aws.amazon.com/message/41926/.
/// </remarks>
public static class RecordedMilestones
{
    /// <summary>The wall-clock time of the command: 9:37 PST.</summary>
    public static TimeOnly Command { get; } = new(9, 37);

    /// <summary>What happened when.</summary>
    public static OutageMilestones Day { get; } = new()
    {
        DashboardMinutes = 120,
        GetFirstMinutes = 169,
        GetFullMinutes = 221,
        PutFullMinutes = 257,
    };
}
