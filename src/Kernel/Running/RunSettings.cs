namespace InteractiveArticle.Kernel.Running;

/// <summary>How a notebook is run.</summary>
public sealed record RunSettings
{
    /// <summary>What each cell may use; by default <see cref="CellLimits.None"/>.</summary>
    public CellLimits Limits { get; init; } = CellLimits.None;

    /// <summary>Whether the run goes on after a cell that fails.</summary>
    public bool AllowsErrors { get; init; }
}
