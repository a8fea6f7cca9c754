namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// Dependants of S3 that are alike: they need the same requests and have the same capacity to spare.
/// </summary>
/// <param name="writes">Whether they need PUT as well as GET.</param>
/// <param name="share">The share of all dependants that are of this class.</param>
/// <param name="spare">The capacity beyond the normal demand, as a multiple of that demand; greater than 0.</param>
/// <param name="deferred">The share of failed work that waits and is done later.</param>
internal sealed class DependantClass(bool writes, double share, double spare, double deferred)
{
    private double since;
    private double success = 1;
    private double backlog;
    private double failed;

    public bool Writes { get; } = writes;

    public double Share { get; } = share;

    /// <summary>
    /// The time from which on the class is normal, unless S3 fails again: the moment at which requests succeed and the
    /// backlog is gone. Infinite while requests fail; 0 for a class that was always normal.
    /// </summary>
    public double NormalFrom { get; private set; }

    /// <summary>The work that waits, in minutes of normal demand.</summary>
    public double BacklogAt(double now) => success < 1
        ? Math.Max(0, backlog + (((deferred * (1 - success)) - (success * spare)) * (now - since)))
        : spare * Math.Max(0, NormalFrom - now);

    /// <summary>The work that has failed so far, in minutes of normal demand.</summary>
    public double FailedBy(double now) => failed + ((1 - success) * (now - since));

    /// <summary>Says which share of the requests succeeds from <paramref name="now"/> on.</summary>
    public void SetSuccess(double now, double next)
    {
        if (next == success)
        {
            return;
        }

        (backlog, failed) = (BacklogAt(now), FailedBy(now));
        (since, success) = (now, next);
        NormalFrom = next < 1 ? double.PositiveInfinity : now + (backlog / spare);
    }
}
