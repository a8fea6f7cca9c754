using System.Globalization;

namespace InteractiveArticle.Cells.Lines;

/// <summary>
/// What debug symbols call the source of a cell, and what its assembly is called, so that a stack trace and the compiler's
/// symbols tell cells from libraries.
/// </summary>
internal static class CellName
{
    private const string Prefix = "cell ";
    private const string AssemblyPrefix = "cell-";

    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}");

    /// <summary>The name of the cell whose source a debug symbol names; <see langword="null"/> for every other source.</summary>
    /// <param name="source">The name, or a path that ends with it where the compiler has made one of it.</param>
    public static string? In(string? source) =>
        Path.GetFileName(source) is { } name && name.StartsWith(Prefix, StringComparison.Ordinal) ? name : null;

    /// <summary>The name of a cell's assembly.</summary>
    /// <param name="number">The cell's number.</param>
    /// <param name="revision">0 at first, and another number each time that the cell is compiled again for the same session.</param>
    public static string AssemblyOf(int number, int revision) => revision == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{AssemblyPrefix}{number}")
        : string.Create(CultureInfo.InvariantCulture, $"{AssemblyPrefix}{number}.{revision}");

    /// <summary>The number of the cell that an assembly is of; <see langword="null"/> for every other assembly.</summary>
    public static int? NumberOfAssembly(string assembly) =>
        assembly.StartsWith(AssemblyPrefix, StringComparison.Ordinal)
        && int.TryParse(assembly[AssemblyPrefix.Length..].Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
}
