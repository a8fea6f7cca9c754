namespace InteractiveArticle.Simulation.Modelling;

/// <summary>
/// The progress of many parts of a work as that of the whole: of the replications of a run, or of the runs of a sweep.
/// </summary>
/// <param name="whole">Is told the share of all parts together that is done, from 0 to 1, from any thread.</param>
/// <param name="parts">How many parts there are, all counted alike; at least 1.</param>
public sealed class CombinedProgress(IProgress<double> whole, int parts)
{
    // Shares are added up in whole units of this, so that all parts make exactly the whole.
    private const double Unit = 1.0 / (1L << 32);

    private readonly Lock gate = new();
    private long done;

    /// <summary>The progress of one of the parts, which reports the share of it that is done, from 0 to 1.</summary>
    public IProgress<double> OfOnePart() => new Part(this);

    private sealed class Part(CombinedProgress all) : IProgress<double>
    {
        private long before;

        public void Report(double value)
        {
            lock (all.gate)
            {
                // Threads may report in another order than they finish.
                long now = Math.Max(before, (long)(Math.Min(1, value) / Unit));
                all.done += now - before;
                before = now;
                all.Tell();
            }
        }
    }

    private void Tell() => whole.Report(done * Unit / parts);
}
