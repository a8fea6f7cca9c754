namespace InteractiveArticle.Simulation.Modelling;

/// <summary>
/// Where a replication pauses for a moment, to end early if its run is cancelled and to say how far it is.
/// </summary>
/// <remarks>
/// A model does so every so many events: rarely enough that no run is slower for it, and often enough, many times a
/// second, that whoever cancels a run does not wait.
/// </remarks>
/// <param name="cancellation">Ends the replication.</param>
/// <param name="progress">Is told the share of the replication that is done, from 0 to 1; null where nobody asks.</param>
public sealed class ReplicationMonitor(CancellationToken cancellation, IProgress<double>? progress = null)
{
    private const double Step = 0.01;

    private double next = Step;

    /// <summary>One that nobody asks and nobody ends.</summary>
    public static ReplicationMonitor None => new(CancellationToken.None);

    /// <summary>For a model that cannot say how far it is.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public void Pause() => cancellation.ThrowIfCancellationRequested();

    /// <summary>Says how far the replication is.</summary>
    /// <param name="share">The share of it that is done, of its simulated time for instance, from 0 to 1.</param>
    /// <inheritdoc cref="Pause" path="/exception"/>
    public void Reach(double share)
    {
        Pause();
        if (progress is not null && share >= next)
        {
            next = share + Step;
            progress.Report(share);
        }
    }
}
