using InteractiveArticle.Kernel.Magics;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel;

/// <summary>A cell of which its metadata say that it is in another language than C#.</summary>
public static class CellInOtherLanguage
{
    /// <summary>What such a cell shows where it is not run.</summary>
    /// <param name="language">Its language, as its metadata name it; null for C#.</param>
    /// <returns>One line; null for a cell that is run.</returns>
    public static StreamOutput? Refusal(string? language) =>
        language is not null && OtherLanguages.NameOfUnknown(language) is { } name ? new("stderr", $"This cell is in {name}, which is not run here.\n") : null;

    /// <summary>The code of a cell that is run, as <see cref="NotebookKernel"/> takes it.</summary>
    /// <param name="source">What stands in the cell.</param>
    /// <param name="language">Its language, as its metadata name it; null for C#.</param>
    public static string Code(string source, string? language) => language is null ? source : $"#!{language}\n{source}";
}
