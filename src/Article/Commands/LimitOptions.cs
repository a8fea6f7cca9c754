using System.CommandLine;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Kernel.Running;

namespace InteractiveArticle.Article.Commands;

/// <summary>
/// The options "--cell-timeout" and "--memory-limit" of every command that runs notebooks.
/// </summary>
internal sealed class LimitOptions
{
    private const double LongestTimeout = 86_400;

    private readonly Option<double?> timeout = NumberOption.Create<double>(
        "--cell-timeout", "How many seconds a cell may run; 0 for as long as it likes.", "seconds",
        seconds => seconds is >= 0 and <= LongestTimeout, $"a number of seconds from 0 (no limit) to {LongestTimeout:0}", CellLimits.Usual.Time!.Value.TotalSeconds);

    private readonly Option<int?> memory = NumberOption.Create<int>(
        "--memory-limit", "How many MB of memory the cells of a notebook may hold; 0 for as many as they like.", "MB",
        megabytes => megabytes is 0 or >= 256, "a whole number of MB from 256 on, or 0 for no limit", CellLimits.Usual.Memory!.Value);

    public LimitOptions(Command command)
    {
        command.Options.Add(timeout);
        command.Options.Add(memory);
    }

    /// <summary>The limits that were typed, or the usual ones.</summary>
    public CellLimits Read(ParseResult parsed) => new()
    {
        Time = parsed.GetValue(timeout) is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null,
        Memory = parsed.GetValue(memory) is > 0 and var megabytes ? megabytes : null,
    };

    /// <summary>Which option lets a cell go on that has passed its limit.</summary>
    public static string Hint(CellError error) => error.Name switch
    {
        CellError.TimeLimit => " Mend the cell, or allow more by --cell-timeout.",
        CellError.MemoryLimit => " Mend the cell, or allow more by --memory-limit.",
        _ => "",
    };
}
