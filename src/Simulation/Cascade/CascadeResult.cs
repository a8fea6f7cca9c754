using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Cascade;

/// <summary>
/// How much of the web goes dark, over many webs of the same make. Shares go from 0 to 1.
/// </summary>
public sealed record CascadeResult
{
    /// <summary>The share of the services that fail themselves.</summary>
    [Measure]
    public required Estimate DarkDirectly { get; init; }

    /// <summary>The share of the services that are dark because of others.</summary>
    [Measure]
    public required Estimate DarkThroughOthers { get; init; }

    /// <summary>The share of the services that are not dark but lost a soft dependency.</summary>
    [Measure]
    public required Estimate Degraded { get; init; }

    /// <summary>The blast radius: the services that are dark, directly or through others.</summary>
    [Measure("services")]
    public required Estimate BlastRadius { get; init; }

    /// <summary>The share of the services that is dark in each of the webs, directly or through others.</summary>
    public required IReadOnlyList<double> DarkEach { get; init; }

    /// <summary>The longest chain from what failed to a service that is dark because of it.</summary>
    [Measure("hops")]
    public required Estimate LongestChain { get; init; }

    /// <summary>The share of the services that are dark in theory: exact for the two lowest layers, and above them too high, the more so with few well-known services, because it takes the services of a layer to go dark independently of one another.</summary>
    /// <remarks>See <see cref="LayeredWeb"/>. Where one service fails the three lowest layers are exact.</remarks>
    [Measure]
    public required double DarkInTheory { get; init; }

    /// <summary>How many go dark at each hop, as far as it goes.</summary>
    [Measure]
    public required IReadOnlyList<CascadeWave> Waves { get; init; }

    /// <summary>How much of each layer goes dark.</summary>
    [Measure]
    public required IReadOnlyList<CascadeLayer> ByLayer { get; init; }

    /// <summary>The first web, service by service, layer by layer.</summary>
    public required IReadOnlyList<WebService> Web { get; init; }

    /// <summary>Why theory is above what was simulated, where it is.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
