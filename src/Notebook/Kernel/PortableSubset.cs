namespace InteractiveArticle.Notebook.Kernel;

/// <summary>
/// What a cell must not contain, because it does not mean the same in every kernel.
/// </summary>
internal static class PortableSubset
{
    /// <summary>Looks for the first line outside the portable subset.</summary>
    /// <returns>The error, or null.</returns>
    public static CellError? Violation(string code)
    {
        string[] lines = code.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimStart();
            string? reason =
                line.StartsWith("#!", StringComparison.Ordinal) ? "magic commands are not part of the portable subset; write plain C#"
                : line.StartsWith("#r \"nuget:", StringComparison.Ordinal) ? "packages are not part of the portable subset; refer to a library by its path: #r \"../artifacts/notebook/InteractiveArticle.dll\""
                : null;
            if (reason is not null)
            {
                return new CellError("UnsupportedDirective", reason, i + 1, [$"line {i + 1}: {reason}"]);
            }
        }

        return null;
    }
}
