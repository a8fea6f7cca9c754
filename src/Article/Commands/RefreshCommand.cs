using System.CommandLine;
using InteractiveArticle.Article.Pictures;
using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Kernel.Running;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Pictures;

namespace InteractiveArticle.Article.Commands;

/// <summary>
/// "article refresh": brings the outputs that notebooks carry up to date, with a still picture of every figure.
/// </summary>
internal static class RefreshCommand
{
    public static Command Create()
    {
        var notebooks = new Argument<string[]>("notebook") { Description = "Notebooks to refresh; by default all of the article's.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("refresh", "Run notebooks as they are and put the outputs into them, with a still picture of every figure (needs Chromium for figures that changed).")
        {
            notebooks,
        };
        var limits = new RunOptions(command, withErrors: false);
        command.SetAction((parsed, cancellation) => RefreshAsync(parsed.GetValue(notebooks) ?? [], limits.Read(parsed), cancellation));
        return command;
    }

    private static async Task<int> RefreshAsync(string[] paths, RunSettings settings, CancellationToken cancellation)
    {
        NotebookJob[] jobs = [.. (paths.Length == 0 ? Project.Chapters() : paths).Distinct().Select(path => new NotebookJob(path))];
        foreach (var job in jobs)
        {
            NotebookDocument.CheckPlace(job.Path);
        }

        var refreshed = new List<(NotebookJob Job, NotebookDocument Document)>();
        await RunProgress.ForEachAsync(jobs, job => Path.GetFileName(job.Path), async (job, progress) =>
        {
            var executed = await job.RunAsync(job.Configure(new Dictionary<string, string>()), settings, progress, cancellation).ConfigureAwait(false);
            refreshed.Add((job, await IllustrateAsync(executed, job.Path, cancellation).ConfigureAwait(false)));
        }).ConfigureAwait(false);

        foreach (var (job, document) in refreshed)
        {
            job.Save(document, job.Path);
            Console.WriteLine($"refreshed {job.Path}");
            if (HeroPicture.Refresh(document, job.Path) is { } picture)
            {
                Console.WriteLine($"refreshed {picture}");
            }
        }

        return 0;
    }

    private static async Task<NotebookDocument> IllustrateAsync(NotebookDocument executed, string path, CancellationToken cancellation)
    {
        var missing = PictureAlbum.Missing(executed);
        if (missing.Count == 0)
        {
            return executed;
        }

        string browser = Chromium.Find()
            ?? throw new CommandException($"{path}: {missing.Count} of its figures want a new picture, and there is no Chromium on the path to draw it; install Chromium, or write outputs without pictures with 'article run {path} --output {path}'");
        return PictureAlbum.Add(executed, await PictureMaker.DrawAsync(browser, missing, cancellation).ConfigureAwait(false));
    }
}
