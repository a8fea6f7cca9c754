using System.CommandLine;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Kernel.Running;

namespace InteractiveArticle.Article.Commands;

/// <summary>
/// The options "--cell-timeout", "--memory-limit" and "--allow-errors" of the commands that run notebooks.
/// </summary>
internal sealed class RunOptions
{
    private const double LongestTimeout = 86_400;

    private readonly Option<double?> timeout = NumberOption.Create<double>(
        "--cell-timeout", "How many seconds a cell may run; 0 for as long as it likes.", "seconds",
        seconds => seconds is >= 0 and <= LongestTimeout, $"a number of seconds from 0 (no limit) to {LongestTimeout:0}", CellLimits.Usual.Time!.Value.TotalSeconds);

    private readonly Option<int?> memory = NumberOption.Create<int>(
        "--memory-limit", "How many MB of memory the cells of a notebook may hold; 0 for as many as they like.", "MB",
        megabytes => megabytes is 0 or >= 256, "a whole number of MB from 256 on, or 0 for no limit", CellLimits.Usual.Memory!.Value);

    private readonly Option<bool> allowErrors = new("--allow-errors")
    {
        Description = "Go on after a cell that fails, and show its error under it. A cell tagged raises-exception may always fail.",
    };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="withErrors">Whether it may be told to go on after a cell that fails.</param>
    public RunOptions(Command command, bool withErrors)
    {
        command.Options.Add(timeout);
        command.Options.Add(memory);
        if (withErrors)
        {
            command.Options.Add(allowErrors);
        }
    }

    /// <summary>What was typed, or what is usual.</summary>
    public RunSettings Read(ParseResult parsed) => new()
    {
        Limits = new()
        {
            Time = parsed.GetValue(timeout) is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null,
            Memory = parsed.GetValue(memory) is > 0 and var megabytes ? megabytes : null,
        },
        AllowsErrors = parsed.GetValue(allowErrors),
    };

    /// <summary>Which option lets a cell go on that has passed its limit.</summary>
    public static string Hint(CellError error) => error.Name switch
    {
        CellError.TimeLimit => " Mend the cell, or allow more by --cell-timeout.",
        CellError.MemoryLimit => " Mend the cell, or allow more by --memory-limit.",
        _ => "",
    };
}
