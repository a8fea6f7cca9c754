namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// What AWS recorded of S3's outage of 20 July 2008, in minutes after 8:40 PDT: another restart of all of S3, to which
/// nothing in the model was fitted.
/// </summary>
/// <remarks>
/// Source: Amazon S3 Team, "Amazon S3 Availability Event: July 20, 2008", https://status.aws.amazon.com/s3-20080720.html,
/// the times of the location in the United States. Error rates began to climb at 8:40; at 8:50, minute 10, very few
/// requests succeeded. Counted from there, the decision took 102 minutes and the stop was over after 135.
/// </remarks>
public static class RecordedRestart
{
    /// <summary>The wall-clock time at which error rates began to climb: 8:40 PDT.</summary>
    public static TimeOnly Beginning { get; } = new(8, 40);

    /// <summary>The decision to shut everything down, clear its state and restart it: 10:32.</summary>
    public const double DecisionMinutes = 112;

    /// <summary>Everything is stopped and cleared: 11:05.</summary>
    public const double StoppedMinutes = 145;

    /// <summary>The servers talk to each other again: 14:20.</summary>
    public const double ConnectedMinutes = 340;

    /// <summary>Requests begin to succeed: 16:02.</summary>
    public const double FirstMinutes = 442;

    /// <summary>Request rates and error rates are normal: 16:58.</summary>
    public const double NormalMinutes = 498;

    /// <summary>
    /// The most objects that S3 can have held, relative to 28 February 2017: 40 billion at the end of 2008 over more than 2 000 billion in
    /// April 2013, the last count before that day.
    /// </summary>
    /// <remarks>
    /// Sources: J. Barr's chart of the objects in S3, as reported by CRN in July 2011 ("Amazon S3 Storage Cloud: Nearly 500 Billion Objects
    /// Stored"); AWS News Blog, "Amazon S3 – Two Trillion Objects, 1.1 Million Requests / Second", 18 April 2013. Both are for all regions.
    /// </remarks>
    public const double MostObjects = 0.02;

    /// <summary>
    /// The model's day with what is known of that one: nothing works from the start, the decision comes when it came, and there were that
    /// many objects. Everything else is as on 28 February 2017.
    /// </summary>
    public static OutageOptions Known { get; } = new()
    {
        Removed = 1,
        RemovalRate = 10,
        DecisionMinutes = DecisionMinutes,
        Objects = MostObjects,
    };
}
