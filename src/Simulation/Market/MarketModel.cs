using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Market;

/// <summary>
/// How concentrated a market of a few large and many small providers is. Nothing in it is random.
/// </summary>
public static class MarketModel
{
    /// <summary>Computes the concentration.</summary>
    /// <param name="options">The market.</param>
    /// <param name="experiment">Its cancellation and progress are honoured; seed and replications change nothing.</param>
    /// <exception cref="ModelOptionsException">A share is out of range, or they add up to more than 1.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static MarketResult Run(MarketOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment?.Cancellation.ThrowIfCancellationRequested();
        double large = Math.Min(1, options.Aws + options.Azure + options.Google);
        double small = (1 - large) / options.SmallerProviders;
        experiment?.Progress?.Report(1);
        double[] shares = [options.Aws, options.Azure, options.Google, .. Enumerable.Repeat(small, options.SmallerProviders)];
        return new MarketResult
        {
            Hhi = Concentration.HerfindahlHirschman(shares),
            EffectiveProviders = Concentration.EffectiveNumber(shares),
            LargeShare = large,
        };
    }
}
