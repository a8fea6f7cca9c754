namespace InteractiveArticle.Simulation.MultiRegion;

/// <summary>
/// The notable outages of Amazon Web Services on record from 2008 to 2025.
/// </summary>
/// <remarks>
/// Notable is what made the news or a public account of Amazon's. Small ones are missing, especially early ones, so
/// a rate taken from this list is a lower bound. Durations are those of the main service named.
/// </remarks>
public static class RecordedOutages
{
    private const int FirstYearInVirginia = 2011;
    private const int LastYear = 2025;

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<RecordedOutage> All { get; } =
    [
        new(new(2008, 7, 20), "S3: corrupted gossip between servers", "S3, United States", 8.3, false, new("https://status.aws.amazon.com/s3-20080720.html")),
        new(new(2011, 4, 21), "EBS: volumes re-mirroring all at once", "one zone of us-east-1", 96, true, Account("65648")),
        new(new(2012, 6, 14), "power, cable and breakers", "one zone of us-east-1", 2, true, null),
        new(new(2012, 6, 29), "power, in a thunderstorm", "one zone of us-east-1", 6, true, Account("67457")),
        new(new(2012, 10, 22), "EBS: a memory leak in an agent", "one zone of us-east-1", 12, true, Account("680342")),
        new(new(2012, 12, 24), "ELB: state deleted by mistake", "us-east-1", 23.7, true, Account("680587")),
        new(new(2013, 9, 13), "network", "one zone of us-east-1", 2, true, null),
        new(new(2014, 11, 26), "CloudFront: name service", "all regions", 2, false, null),
        new(new(2015, 9, 20), "DynamoDB: a retry storm on its metadata", "us-east-1", 4.85, true, Account("5467D2")),
        new(new(2016, 6, 4), "power, in a storm", "Sydney", 10, false, Account("4372T8")),
        new(new(2017, 2, 28), "S3: a command that removed too much", "us-east-1", 4.28, true, Account("41926")),
        new(new(2020, 11, 25), "Kinesis: too many threads", "us-east-1", 17.13, true, Account("11201")),
        new(new(2021, 12, 7), "the internal network", "us-east-1", 7, true, Account("12721")),
        new(new(2023, 6, 13), "Lambda: a limit nobody had reached before", "us-east-1", 3.8, true, Account("061323")),
        new(new(2025, 10, 19), "DynamoDB: a race between two writers of its name records", "us-east-1", 14.53, true, Account("101925")),
    ];

    /// <summary>The years over which us-east-1 is on record, both included.</summary>
    public static int YearsInVirginia => LastYear - FirstYearInVirginia + 1;

    /// <summary>Those of us-east-1, whole or in part.</summary>
    public static IEnumerable<RecordedOutage> InVirginia => All.Where(outage => outage.InVirginia);

    private static Uri Account(string message) => new($"https://aws.amazon.com/message/{message}/");
}
