using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// What those outside see of a day: how much of S3 works, since when, and what it does to those who stand on it.
/// </summary>
internal sealed class DayRecord
{
    private readonly OutageOptions options;
    private readonly double hitShare;
    private readonly TimeWeighted getFailures = new();
    private readonly TimeWeighted putFailures = new();
    private double getStopped = double.NaN;
    private double getBegun = double.NaN;
    private double getNormal;
    private double putNormal;

    /// <summary>Begins the record.</summary>
    /// <param name="options">The options of the day.</param>
    /// <param name="hitShare">The share of the region that the command hit; the rest of it always works.</param>
    public DayRecord(OutageOptions options, double hitShare)
    {
        this.options = options;
        this.hitShare = hitShare;
        Dependants = new(options, hitShare);
    }

    /// <summary>The share of GET requests that succeed in the cells that were hit.</summary>
    public double Get { get; private set; } = 1;

    /// <summary>The share of PUT requests that succeed in the cells that were hit.</summary>
    public double Put { get; private set; } = 1;

    /// <summary>Whether any request has failed so far.</summary>
    public bool HasFailed { get; private set; }

    public Dependants Dependants { get; }

    public Dashboard Dashboard { get; } = new();

    /// <summary>The longest wait for an answer of the index that still finds its client; minutes.</summary>
    public double LongestWait { get; private set; }

    public double GetMinutesLost(double now) => getFailures.Mean(now) * now;

    public double PutMinutesLost(double now) => putFailures.Mean(now) * now;

    /// <summary>The share of all of the region of which <paramref name="hit"/> is the share in the cells that were hit.</summary>
    public double OfTheRegion(double hit) => 1 - hitShare + (hitShare * hit);

    /// <summary>The times of a day that is over.</summary>
    public OutageMilestones Milestones(double end) => new()
    {
        DashboardMinutes = OrZero(Dashboard.TruthfulFrom),
        GetFirstMinutes = OrZero(getBegun),
        GetFullMinutes = getNormal,
        PutFullMinutes = putNormal,
        DependantsMinutes = Dependants.NineInTenNormalFrom,
        LossMillions = LossMillionsBy(end),
    };

    /// <summary>What the day has cost the dependants so far: the worth of the work that has failed and is not done later; M$.</summary>
    public double LossMillionsBy(double now) => Dependants.FailedBy(now) * (1 - options.Deferred) * options.WorthPerHour / TimeUnits.MinutesPerHour;

    /// <summary>Takes down the state after an event.</summary>
    public void See(double now, Subsystem index, Subsystem placement)
    {
        double get = index.Success;
        double put = get * placement.Success;
        if (get != Get || put != Put)
        {
            (Get, Put) = (get, put);
            Dependants.SetSuccess(now, get, put);
            getFailures.Set(now, hitShare * (1 - get));
            putFailures.Set(now, hitShare * (1 - put));
            getNormal = NormalFrom(now, get, getNormal);
            putNormal = NormalFrom(now, put, putNormal);
            HasFailed |= put < 1;
        }

        if (!index.Open && double.IsNaN(getStopped))
        {
            getStopped = now;
        }
        else if (index.Open && !double.IsNaN(getStopped) && double.IsNaN(getBegun))
        {
            getBegun = now;
        }

        LongestWait = Math.Max(LongestWait, Math.Min(index.Wait.At(now), index.WaitLimit));
        Dashboard.Update(now, get, HasFailed);
    }

    // Infinite while requests fail, so that the moment of recovery shows.
    private static double NormalFrom(double now, double success, double before) =>
        success < 1 ? double.PositiveInfinity : double.IsPositiveInfinity(before) ? now : before;

    private static double OrZero(double minutes) => double.IsNaN(minutes) ? 0 : minutes;
}
