using System.Globalization;

namespace InteractiveArticle.Notebook.Kernel;

/// <summary>
/// What debug symbols call the source of a cell, and what its assembly is called, so that a stack trace and the compiler's
/// symbols tell cells from libraries.
/// </summary>
internal static class CellName
{
    private const string Prefix = "cell ";
    private const string AssemblyPrefix = "cell-";

    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}");

    public static bool Is(string? fileName) => fileName?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    public static string AssemblyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{AssemblyPrefix}{number}");

    public static int? NumberOfAssembly(string assembly) =>
        assembly.StartsWith(AssemblyPrefix, StringComparison.Ordinal)
        && int.TryParse(assembly.AsSpan(AssemblyPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
}
