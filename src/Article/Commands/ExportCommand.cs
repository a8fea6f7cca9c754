using System.CommandLine;
using InteractiveArticle.Article.Checkout;
using InteractiveArticle.Article.Site;
using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Cells.Shipping;
using InteractiveArticle.Formatting;
using InteractiveArticle.Kernel.Running;

namespace InteractiveArticle.Article.Commands;

/// <summary>
/// "article export": runs notebooks and writes the article as a folder of static files.
/// </summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var notebooks = new Argument<string[]>("notebook") { Description = "Notebooks to export; by default all of the article's.", Arity = ArgumentArity.ZeroOrMore };
        var output = OutputOption();
        var set = SetOption.Create("a lever, in every notebook that has it");
        var isStatic = new Option<bool>("--static") { Description = "Leave the live part out: no levers on the page, and less to store." };
        var isSingle = new Option<bool>("--single-file") { Description = "Write the page of one notebook as one HTML file that needs no web server and nothing else, for mail and for archives; --output names it, by default after the notebook." };
        var baseUrl = BaseUrlOption.Create();
        var command = new Command("export", "Run notebooks and write the article as a folder of static files, for any web host, or one notebook as a single file.")
        {
            notebooks, output, set, isStatic, isSingle, baseUrl,
        };
        var imprint = new ImprintOptions(command);
        var limits = new RunOptions(command, withErrors: true);
        command.SetAction(async (parsed, cancellation) =>
        {
            string[] paths = parsed.GetValue(notebooks) ?? [];
            string? target = parsed.GetValue(output);
            var work = new Export(SetOption.Read(parsed.GetValue(set)), !parsed.GetValue(isStatic), BaseUrlOption.Read(parsed.GetValue(baseUrl)), imprint.Read(parsed), limits.Read(parsed));
            string written = parsed.GetValue(isSingle)
                ? await ExportSingleAsync(paths, target, work, cancellation).ConfigureAwait(false)
                : await ExportAsync(paths, target ?? DefaultOutput(), work, cancellation).ConfigureAwait(false);
            Console.WriteLine($"wrote {written}");
            return 0;
        });
        return command;
    }

    public static Option<string?> OutputOption() => new("--output", "-o")
    {
        Description = "Folder to write; what an earlier export left there is replaced. By default 'site' beside the solution.",
        HelpName = "folder",
    };

    public static string DefaultOutput() => Path.Combine(Project.Folder(), "site");

    /// <summary>Runs the notebooks and writes the site. The target changes only when everything has worked.</summary>
    /// <returns>The site's front page.</returns>
    public static async Task<string> ExportAsync(IReadOnlyList<string> paths, string target, Export export, CancellationToken cancellation)
    {
        bool isArticle = export.Words.AreNone && paths.All(Project.IsChapter);
        if (paths.Count == 0)
        {
            paths = Project.Chapters();
        }

        NotebookJob[] jobs = [.. paths.Distinct().Select(path => new NotebookJob(path))];
        CheckPages(jobs);
        CheckNames(jobs, export.Values);
        var live = export.IsLive ? LiveProgram.Find() : null;
        using var folder = SiteFolder.Prepare(target);
        var (chapters, imprint) = await RunAsync(jobs, isArticle, live is not null, export, cancellation).ConfigureAwait(false);
        folder.Publish(() => SiteWriter.Write(chapters, live, folder, imprint, export.Address));
        TellMissing(jobs, chapters);
        return Path.Combine(target, SiteFolder.FrontPage);
    }

    private static async Task<string> ExportSingleAsync(string[] paths, string? target, Export export, CancellationToken cancellation)
    {
        if (paths.Distinct().ToArray() is not [var path])
        {
            throw new CommandException($"--single-file: takes one notebook, such as notebooks/05-the-outage.ipynb, and not {(paths.Length == 0 ? "all of them" : string.Join(", ", paths))}; name one, or leave it out to write a folder");
        }

        NotebookJob[] jobs = [new(path)];
        CheckNames(jobs, export.Values);
        target ??= Path.GetFileNameWithoutExtension(path) + Chapter.Extension;
        SingleFile.Check(target);

        // Without levers the program would wait for a reader who edits code, which takes the compiler.
        var live = export.IsLive && jobs[0].Levers.Count > 0 ? LiveProgram.Find() : null;
        var (chapters, imprint) = await RunAsync(jobs, export.Words.AreNone && Project.IsChapter(path), live is not null, export, cancellation).ConfigureAwait(false);
        SingleFile.Write(chapters[0], chapters[0].IsLive ? live : null, target, imprint, export.Address);
        TellMissing(jobs, chapters);
        return target;
    }

    private static async Task<(IReadOnlyList<Chapter> Chapters, SiteImprint Imprint)> RunAsync(NotebookJob[] jobs, bool isArticle, bool isLive, Export export, CancellationToken cancellation)
    {
        var work = jobs.Select(job => (Job: job, Document: job.ConfigureForPage(Owned(job, export.Values)))).ToArray();
        var chapters = new List<Chapter>();
        var metadata = work.Select(item => NotebookMetadata.Of(item.Document)).ToArray();
        await RunProgress.ForEachAsync(work, item => Path.GetFileName(item.Job.Path), async (item, progress) =>
        {
            var executed = await item.Job.RunAsync(item.Document, export.Settings, progress, cancellation).ConfigureAwait(false);
            chapters.Add(Chapter.Of(executed, item.Job.Path, PictureFolders.BesideTheLibrary(item.Job.Path), isLive ? ShippedNotebook.Compile(executed, item.Job.Path, PageCells.Environment) : null));
        }).ConfigureAwait(false);
        return (chapters, isArticle ? SiteImprint.Article : SiteImprint.Of(export.Words, metadata, chapters));
    }

    private static void TellMissing(NotebookJob[] jobs, IReadOnlyList<Chapter> chapters)
    {
        foreach (var (job, chapter) in jobs.Zip(chapters).Where(pair => pair.Second.Missing.Count > 0))
        {
            Console.Error.WriteLine(ArticleCommand.Line($"{job.Path}: {string.Join(", ", chapter.Missing)}: not a picture or a file of data below the notebook's folder; the page says so, or has its words only"));
        }
    }

    private static void CheckPages(NotebookJob[] jobs)
    {
        string[] pages = [Path.GetFileNameWithoutExtension(SiteFolder.FrontPage), Path.GetFileNameWithoutExtension(Glossary.Page), .. jobs.Select(job => Path.GetFileNameWithoutExtension(job.Path))];
        if (pages.GroupBy(page => page, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1)?.Last() is { } twice)
        {
            throw new CommandException($"{twice}.ipynb: its page would take the place of another; each notebook needs a name of its own, and {pages[0]} and {pages[1]} are the site's");
        }
    }

    private static void CheckNames(NotebookJob[] jobs, IReadOnlyDictionary<string, string> values)
    {
        string[] known = [.. jobs.SelectMany(job => job.Levers).Select(lever => lever.Name).Distinct()];
        if (values.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new CommandException($"{unknown}: no notebook has such a lever; there {(known.Length == 0 ? "are none" : $"is {string.Join(", ", known)}")}");
        }
    }

    private static Dictionary<string, string> Owned(NotebookJob job, IReadOnlyDictionary<string, string> values) =>
        values.Where(value => job.Levers.Any(lever => lever.Name == value.Key)).ToDictionary();
}

/// <summary>How notebooks are exported.</summary>
/// <param name="Values">Values of levers, by their names.</param>
/// <param name="IsLive">Whether their pages are to be alive.</param>
/// <param name="Address">Where the site will be on the web; null if that is not known.</param>
/// <param name="Words">What its maker says of it.</param>
/// <param name="Settings">How the notebooks are run.</param>
internal sealed record Export(IReadOnlyDictionary<string, string> Values, bool IsLive, Uri? Address, SiteWords Words, RunSettings Settings);
