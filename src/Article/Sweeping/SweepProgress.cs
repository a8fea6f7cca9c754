namespace InteractiveArticle.Article.Sweeping;

/// <summary>
/// The progress of many runs as that of one.
/// </summary>
/// <param name="whole">Is told the share of all runs together that is done.</param>
/// <param name="points">How many runs there are.</param>
internal sealed class SweepProgress(IProgress<double> whole, int points)
{
    private readonly Lock gate = new();
    private double done;

    /// <summary>The progress of one of the runs.</summary>
    public IProgress<double> OfOnePoint() => new Point(this);

    private sealed class Point(SweepProgress all) : IProgress<double>
    {
        private double before;

        public void Report(double value)
        {
            lock (all.gate)
            {
                // Threads may report in another order than they finish.
                all.done += Math.Max(0, value - before);
                before = Math.Max(before, value);
                all.Tell();
            }
        }
    }

    private void Tell() => whole.Report(Math.Min(1, done / points));
}
