using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Market;

/// <summary>
/// A market as shares of revenue: three large providers, and the rest split equally among smaller ones.
/// </summary>
/// <remarks>Defaults: Synergy Research Group's figures for the second quarter of 2020.</remarks>
public sealed record MarketOptions : ModelOptions
{
    /// <summary>The share of Amazon Web Services, from 0 to 1.</summary>
    [Parameter("share of Amazon Web Services", Minimum = 0, Maximum = 1)]
    public double Aws { get; init; } = 0.33;

    /// <summary>The share of Microsoft Azure, from 0 to 1.</summary>
    [Parameter("share of Microsoft Azure", Minimum = 0, Maximum = 1)]
    public double Azure { get; init; } = 0.18;

    /// <summary>The share of Google Cloud, from 0 to 1.</summary>
    [Parameter("share of Google Cloud", Minimum = 0, Maximum = 1)]
    public double Google { get; init; } = 0.09;

    /// <summary>How many providers share the rest equally, from 1 to 10 000. An assumption: "a myriad of smaller ones".</summary>
    [Parameter("smaller providers that share the rest equally", Unit = "providers", Minimum = 1, Maximum = 10_000)]
    public int SmallerProviders { get; init; } = 40;

    /// <inheritdoc/>
    protected internal override IEnumerable<ModelRule> Rules =>
    [
        new(
            "aws + azure + google ≤ 1",
            !Rounding.Exceeds(Aws + Azure + Google, 1),
            $"aws = {Aws}, azure = {Azure}, google = {Google}: not allowed together; shares add up to 1 at the most, so lower one of them"),
    ];
}
