namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// Dependants of one <see cref="DependantKind"/> that have the same capacity to spare.
/// </summary>
/// <param name="share">The share of all dependants that are of this class.</param>
/// <param name="spare">The capacity beyond the normal demand, as a multiple of that demand; greater than 0.</param>
internal sealed class DependantClass(double share, double spare)
{
    // When S3 last changed its answers, and, where it failed then, how much waited.
    private double backlog;

    public double Share { get; } = share;

    /// <summary>
    /// The time from which on the class is normal, unless S3 fails again: the moment at which requests succeed and the
    /// backlog is gone. Infinite while requests fail; 0 for a class that was always normal.
    /// </summary>
    public double NormalFrom { get; private set; }

    /// <summary>The work that waits while requests fail, in minutes of normal demand.</summary>
    /// <param name="waiting">The work that comes to wait in a minute.</param>
    /// <param name="success">The share of the requests that succeeds.</param>
    /// <param name="time">For how many minutes that has been so.</param>
    public double BacklogInFailure(double waiting, double success, double time) => Math.Max(0, backlog + ((waiting - (success * spare)) * time));

    /// <summary>The work that waits while requests succeed, in minutes of normal demand.</summary>
    public double BacklogInSuccess(double now) => spare * Math.Max(0, NormalFrom - now);

    /// <summary>Says what waits when requests begin to fail or fail at another rate.</summary>
    public void Fail(double waits) => (backlog, NormalFrom) = (waits, double.PositiveInfinity);

    /// <summary>Says what waits when all requests succeed again.</summary>
    public void Recover(double now, double waits) => NormalFrom = now + (waits / spare);
}
