using InteractiveArticle.Cells.Compiler;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace InteractiveArticle.Formatting;

/// <summary>What cells on a page can use besides the framework and what they name themselves.</summary>
public static class PageCells
{
    /// <summary>The static classes whose methods cells call by their bare names.</summary>
    public static IReadOnlyList<string> Helpers { get; } = [typeof(CellFunctions).FullName!];

    /// <summary>The same with the libraries, for who compiles cells where they have files.</summary>
    public static CellEnvironment Environment => new(
        [typeof(CellFunctions).Assembly.Location, typeof(Formatter).Assembly.Location, typeof(IHtmlContent).Assembly.Location], Helpers);
}
