using System.Globalization;

namespace InteractiveArticle.Notebook.Kernel;

/// <summary>What debug symbols call the source of a cell, so that a stack trace tells cells from libraries.</summary>
internal static class CellName
{
    private const string Prefix = "cell ";

    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}");

    public static bool Is(string? fileName) => fileName?.StartsWith(Prefix, StringComparison.Ordinal) == true;
}
