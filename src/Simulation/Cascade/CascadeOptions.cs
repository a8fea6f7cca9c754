using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Cascade;

/// <summary>
/// A synthetic web: services on providers and regions by market share, in layers, each depending on services of the
/// layer below.
/// </summary>
/// <remarks>
/// The shares are Synergy Research Group's figures for the second quarter of 2020. Everything else is an assumption:
/// nobody has drawn the real graph.
/// </remarks>
public sealed record CascadeOptions : ModelOptions
{
    /// <summary>The services of the web, from 50 to 10 000.</summary>
    [Parameter("services of the web", Unit = "services", Minimum = 50, Maximum = 10_000)]
    public int Services { get; init; } = 500;

    /// <summary>The layers, from 1 to 10: a chain of dependencies is at most this long.</summary>
    [Parameter("layers of services, each depending on the one below", Unit = "layers", Minimum = 1, Maximum = 10)]
    public int Layers { get; init; } = 4;

    /// <summary>How many times as many services a layer has as the one below it, from 1 to 10.</summary>
    [Parameter("services of a layer for each one of the layer below", Minimum = 1, Maximum = 10)]
    public double Growth { get; init; } = 2;

    /// <summary>The mean number of services that one depends on, from 0 to 20: all of them different; Poisson, but no more than the layer below has.</summary>
    [Parameter("mean number of different services that one depends on", Unit = "services", Minimum = 0, Maximum = 20)]
    public double Dependencies { get; init; } = 3;

    /// <summary>The share of the dependencies that are hard, from 0 to 1: without them a service is dark. Without a soft one it is degraded.</summary>
    [Parameter("share of the dependencies without which a service is dark", Minimum = 0, Maximum = 1)]
    public double HardShare { get; init; } = 0.5;

    /// <summary>How much the well-known services of a layer are preferred, from 0 (not at all) to 2: the r-th best known has the weight 1/rᶠ (Zipf).</summary>
    [Parameter("how much well-known services are preferred, the exponent of Zipf's law", Minimum = 0, Maximum = 2)]
    public double Fame { get; init; } = 1;

    /// <summary>The share of Amazon Web Services, from 0 to 1.</summary>
    [Parameter("share of Amazon Web Services", Minimum = 0, Maximum = 1)]
    public double Aws { get; init; } = 0.33;

    /// <summary>The share of Microsoft Azure, from 0 to 1.</summary>
    [Parameter("share of Microsoft Azure", Minimum = 0, Maximum = 1)]
    public double Azure { get; init; } = 0.18;

    /// <summary>The share of Google Cloud, from 0 to 1.</summary>
    [Parameter("share of Google Cloud", Minimum = 0, Maximum = 1)]
    public double Google { get; init; } = 0.09;

    /// <summary>How many providers share the rest equally, from 1 to 1000.</summary>
    [Parameter("smaller providers that share the rest equally", Unit = "providers", Minimum = 1, Maximum = 1000)]
    public int SmallerProviders { get; init; } = 40;

    /// <summary>The regions of each provider, from 1 to 30; the r-th is used like 1/r, and the first, the largest, is the one that fails.</summary>
    [Parameter("regions of each provider, of which the largest is the one that fails", Unit = "regions", Minimum = 1, Maximum = 30)]
    public int Regions { get; init; } = 5;

    /// <summary>The share of the services that also run in another region of their provider, and only there, from 0 to 1; with <see cref="MultiCloud"/> at most 1.</summary>
    [Parameter("share of the services that also run in another region of their provider, apart from those of multiCloud", Minimum = 0, Maximum = 1)]
    public double MultiRegion { get; init; } = 0.1;

    /// <summary>The share of the services that also run at another provider, from 0 to 1.</summary>
    [Parameter("share of the services that also run at another provider", Minimum = 0, Maximum = 1)]
    public double MultiCloud { get; init; } = 0.05;

    /// <summary>What fails.</summary>
    [Parameter("what fails: the best-known service of the lowest layer, the provider's largest region, or the whole provider")]
    public Failure Failure { get; init; } = Failure.Region;

    /// <summary>Whose largest region, or which provider, fails; of no matter when a service fails, which is down wherever it runs.</summary>
    [Parameter("whose largest region, or which provider, fails; without effect when a service fails")]
    public CloudProvider Provider { get; init; }

    /// <inheritdoc/>
    protected internal override IEnumerable<ModelRule> Rules =>
    [
        new(
            "aws + azure + google ≤ 1",
            !Rounding.Exceeds(Aws + Azure + Google, 1),
            $"aws = {Aws}, azure = {Azure}, google = {Google}: not allowed together; shares add up to 1 at the most, so lower one of them"),
        new(
            "multiRegion + multiCloud ≤ 1",
            !Rounding.Exceeds(MultiRegion + MultiCloud, 1),
            $"multiRegion = {MultiRegion}, multiCloud = {MultiCloud}: not allowed together; shares add up to 1 at the most, so lower one of them"),
    ];
}
