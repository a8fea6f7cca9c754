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
        var isStatic = new Option<bool>("--static") { Description = "Leave the live part out: no levers on the page, and a smaller folder." };
        var baseUrl = BaseUrlOption.Create();
        var command = new Command("export", "Run notebooks and write the article as a folder of static files, for any web host.")
        {
            notebooks, output, set, isStatic, baseUrl,
        };
        var imprint = new ImprintOptions(command);
        var limits = new RunOptions(command, withErrors: true);
        command.SetAction(async (parsed, cancellation) =>
        {
            string target = parsed.GetValue(output) ?? DefaultOutput();
            await ExportAsync(parsed.GetValue(notebooks) ?? [], target, SetOption.Read(parsed.GetValue(set)), !parsed.GetValue(isStatic), BaseUrlOption.Read(parsed.GetValue(baseUrl)), imprint.Read(parsed), limits.Read(parsed), cancellation).ConfigureAwait(false);
            Console.WriteLine($"wrote {Path.Combine(target, SiteFolder.FrontPage)}");
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
    public static async Task ExportAsync(IReadOnlyList<string> paths, string target, IReadOnlyDictionary<string, string> values, bool isLive, Uri? address, SiteWords words, RunSettings settings, CancellationToken cancellation)
    {
        bool isArticle = words.AreNone && paths.All(Project.IsChapter);
        if (paths.Count == 0)
        {
            paths = Project.Chapters();
        }

        NotebookJob[] jobs = [.. paths.Distinct().Select(path => new NotebookJob(path))];
        CheckPages(jobs);
        CheckNames(jobs, values);
        var work = jobs.Select(job => (Job: job, Document: job.ConfigureForPage(Owned(job, values)))).ToArray();
        var live = isLive ? LiveProgram.Find() : null;
        using var folder = SiteFolder.Prepare(target);
        var chapters = new List<Chapter>();
        var missing = new List<string>();
        var metadata = work.Select(item => NotebookMetadata.Of(item.Document)).ToArray();
        await RunProgress.ForEachAsync(work, item => Path.GetFileName(item.Job.Path), async (item, progress) =>
        {
            var executed = await item.Job.RunAsync(item.Document, settings, progress, cancellation).ConfigureAwait(false);
            var chapter = Chapter.Of(executed, item.Job.Path, PictureFolders.BesideTheLibrary(item.Job.Path), live is null ? null : ShippedNotebook.Compile(executed, item.Job.Path, PageCells.Environment));
            chapters.Add(chapter);
            if (chapter.Missing.Count > 0)
            {
                missing.Add($"{item.Job.Path}: {string.Join(", ", chapter.Missing)}: not a picture or a file of data below the notebook's folder; the page says so, or has its words only");
            }
        }).ConfigureAwait(false);
        var imprint = isArticle ? SiteImprint.Article : SiteImprint.Of(words, metadata, chapters);
        folder.Publish(() => SiteWriter.Write(chapters, live, folder, imprint, address));
        missing.ForEach(line => Console.Error.WriteLine(ArticleCommand.Line(line)));
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
