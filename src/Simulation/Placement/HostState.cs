using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Placement;

/// <summary>
/// What is on one host at the end of a run.
/// </summary>
/// <param name="Host">Its number, from 1.</param>
/// <param name="Small">The small machines on it.</param>
/// <param name="Medium">The medium machines on it.</param>
/// <param name="Large">The large machines on it.</param>
/// <param name="FreeCpu">Its free virtual CPUs.</param>
/// <param name="FreeMemory">Its free memory.</param>
/// <param name="TakesLargest">1 when the largest machine that customers ask for has room on it, else 0.</param>
public readonly record struct HostState(
    [property: Measure("number")] int Host,
    [property: Measure("machines")] int Small,
    [property: Measure("machines")] int Medium,
    [property: Measure("machines")] int Large,
    [property: Measure("vCPU")] int FreeCpu,
    [property: Measure("GiB")] int FreeMemory,
    [property: Measure] int TakesLargest);
