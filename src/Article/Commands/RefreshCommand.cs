using System.CommandLine;
using InteractiveArticle.Article.Checkout;
using InteractiveArticle.Article.Levers;
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
            var executed = await RunAsync(job, settings, progress, cancellation).ConfigureAwait(false);
            refreshed.Add((job, await LeverTrials.MarkAsync(executed, job.Path, cancellation).ConfigureAwait(false)));
        }).ConfigureAwait(false);

        foreach (var (job, document) in refreshed)
        {
            job.Save(document, job.Path);
            Console.WriteLine($"refreshed {job.Path}");
            if (HeroImage.Refresh(document, job.Path) is { } picture)
            {
                Console.WriteLine($"refreshed {picture}");
            }
        }

        if (paths.Length == 0)
        {
            string[] shown = [.. refreshed.SelectMany(chapter => FigurePictures.FiguresIn(chapter.Document).Concat(FigurePictures.ScenesIn(chapter.Document)))];
            Change(jobs[0].Path, pictures => pictures.KeepOnly(shown));
        }

        return 0;
    }

    private static async Task<NotebookDocument> RunAsync(NotebookJob job, RunSettings settings, IProgress<CellProgress> progress, CancellationToken cancellation)
    {
        var executed = await Run().ConfigureAwait(false);
        var places = PictureFolders.Of(job.Path);
        string[] figures = [.. Missing(FigurePictures.FiguresIn(executed))];
        string[] scenes = [.. Missing(FigurePictures.ScenesIn(executed))];
        int missing = figures.Length + scenes.Length;
        if (missing == 0)
        {
            return executed;
        }

        string browser = Chromium.Find()
            ?? throw new CommandException($"{job.Path}: {missing} of its figures want a new picture, and there is no Chromium on the path to draw it; install Chromium, or write outputs without pictures with 'article run {job.Path} --output {job.Path}'");
        var drawn = await PictureMaker.DrawAsync(browser, figures, scenes, cancellation).ConfigureAwait(false);
        foreach (var (shown, picture) in drawn)
        {
            Change(job.Path, pictures => pictures.Keep(shown, picture));
        }

        // A figure puts its picture into its own HTML where it finds one, and now it does.
        return await Run().ConfigureAwait(false);

        IEnumerable<string> Missing(IEnumerable<string> all) => all.Distinct().Where(shown => !places.All(pictures => pictures.Has(shown)));

        Task<NotebookDocument> Run() => job.RunAsync(job.Configure(new Dictionary<string, string>()), settings, progress, cancellation);
    }

    private static void Change(string notebook, Action<FigurePictures> work)
    {
        try
        {
            foreach (var pictures in PictureFolders.Of(notebook))
            {
                work(pictures);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{notebook}: the pictures of its figures cannot be kept: {error.Message.TrimEnd('.')}");
        }
    }
}
