namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// Dependants of S3 that need the same requests: those that only read, or those that write as well.
/// </summary>
/// <param name="deferred">The share of failed work that waits and is done later.</param>
/// <param name="classes">Those with the same capacity to spare.</param>
internal sealed class DependantKind(double deferred, IReadOnlyList<DependantClass> classes)
{
    private readonly DependantClass[] classes = [.. classes];
    private double since;
    private double success = 1;
    private double failed;

    public IReadOnlyList<DependantClass> Classes => classes;

    /// <summary>The work of each that has failed so far, in minutes of normal demand.</summary>
    public double FailedBy(double now) => failed + ((1 - success) * (now - since));

    /// <summary>The work of one class that waits, in minutes of normal demand.</summary>
    public double BacklogAt(double now, DependantClass one) => success < 1
        ? one.BacklogInFailure(deferred * (1 - success), success, now - since)
        : one.BacklogInSuccess(now);

    /// <summary>Says which share of the requests succeeds from <paramref name="now"/> on.</summary>
    public void SetSuccess(double now, double next)
    {
        if (next == success)
        {
            return;
        }

        foreach (var one in classes)
        {
            double waits = BacklogAt(now, one);
            if (next < 1)
            {
                one.Fail(waits);
            }
            else
            {
                one.Recover(now, waits);
            }
        }

        failed = FailedBy(now);
        (since, success) = (now, next);
    }
}
