using InteractiveArticle.Kernel.Running;
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

        await Bars().StartAsync(async context =>
        {
            foreach (var item in items)
            {
                var task = context.AddTask(Markup.Escape(name(item)));
                await work(item, new Immediate<CellProgress>(cell => (task.MaxValue, task.Value) = (cell.Count, cell.Index - 1))).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
    }

    /// <summary>Does one long thing that reports the share that is done, from 0 to 1.</summary>
    public static T Of<T>(string name, Func<IProgress<double>?, T> work) => Console.IsErrorRedirected
        ? work(null)
        : Bars().Start(context =>
        {
            var task = context.AddTask(Markup.Escape(name), maxValue: 1);
            return work(new Immediate<double>(share => task.Value = share));
        });

    // With the time, which moves on during a replication or a cell that takes long.
    private static Progress Bars() =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn());

    // Progress<T> would report on another thread, after the bar is gone.
    private sealed class Immediate<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
