using InteractiveArticle.Notebook.Running;
using Spectre.Console;

namespace InteractiveArticle.Article.Terminal;

/// <summary>
/// Tells how far long work has come: moving bars on a terminal, one plain line a notebook elsewhere. Both go to the
/// error stream, so that what a command prints can be piped.
/// </summary>
internal static class RunProgress
{
    /// <summary>Does something for each notebook, one after the other, and shows the cells as they finish.</summary>
    public static async Task ForEachAsync<T>(IReadOnlyList<T> items, Func<T, string> name, Func<T, IProgress<CellProgress>, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            foreach (var item in items)
            {
                await Console.Error.WriteLineAsync($"running {name(item)}").ConfigureAwait(false);
                await work(item, new Immediate<CellProgress>(_ => { })).ConfigureAwait(false);
            }

            return;
        }

        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await terminal.Progress().AutoClear(true).StartAsync(async context =>
        {
            foreach (var item in items)
            {
                var task = context.AddTask(Markup.Escape(name(item)));
                await work(item, new Immediate<CellProgress>(cell => (task.MaxValue, task.Value) = (cell.Count, cell.Finished))).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
    }

    // Progress<T> would report on another thread, after the bar is gone.
    private sealed class Immediate<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
