namespace InteractiveArticle.Article.Commands;

/// <summary>
/// Makes a failure of it when the process ends while a notebook runs: a library that a cell calls may end it, with the exit
/// code of a success.
/// </summary>
internal sealed class EarlyExit : IDisposable
{
    private readonly string notebook;
    private readonly CancellationToken cancellation;

    /// <summary>Watches until disposed.</summary>
    /// <param name="notebook">The path of the notebook.</param>
    /// <param name="cancellation">Tells that the end was asked for.</param>
    public EarlyExit(string notebook, CancellationToken cancellation)
    {
        this.notebook = notebook;
        this.cancellation = cancellation;
        AppDomain.CurrentDomain.ProcessExit += Tell;
    }

    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= Tell;

    private void Tell(object? sender, EventArgs e)
    {
        if (!cancellation.IsCancellationRequested)
        {
            Environment.ExitCode = 1;
            Console.Error.WriteLine(ArticleCommand.Line($"{notebook}: a cell ended the process, so the run is not whole and nothing was written; take out what ends it"));
        }
    }
}
