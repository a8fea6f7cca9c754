namespace InteractiveArticle.Kernel.Assistance;

/// <summary>Whether a cell's code could run as it stands.</summary>
public enum CellCompleteness
{
    /// <summary>It could.</summary>
    Complete,

    /// <summary>It needs more lines, such as a closing brace.</summary>
    Incomplete,

    /// <summary>It breaks the grammar, and no further line would mend that.</summary>
    Invalid,
}
