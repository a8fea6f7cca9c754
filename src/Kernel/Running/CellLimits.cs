namespace InteractiveArticle.Kernel.Running;

/// <summary>What one cell may use before it is ended, so that a slip ends the cell and not the machine.</summary>
public sealed record CellLimits
{
    /// <summary>No cell of the article comes near these.</summary>
    public static CellLimits Usual { get; } = new() { Time = TimeSpan.FromMinutes(5), Memory = 4096 };

    /// <summary>No limits but that on what a cell may show.</summary>
    public static CellLimits None { get; } = new();

    /// <summary>How long the cell may run; <see langword="null"/> for as long as it likes.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>How large the memory of all cells together may grow, in MB (2²⁰ bytes), with what native code has taken for this one; <see langword="null"/> for as large as it likes.</summary>
    public int? Memory { get; init; }
}
