namespace InteractiveArticle.Notebook.Documents;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>Prose, in Markdown.</summary>
    Markdown,

    /// <summary>Code that the kernel runs.</summary>
    Code,

    /// <summary>Text that nobody interprets.</summary>
    Raw,
}
