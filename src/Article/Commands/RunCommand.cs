using System.CommandLine;
using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Files;
using InteractiveArticle.Kernel.Running;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Article.Commands;

/// <summary>
/// "article run": executes one notebook, with other parameters if wanted.
/// </summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var notebook = new Argument<string>("notebook") { Description = "The notebook, such as notebooks/05-the-outage.ipynb." };
        var set = SetOption.Create("a lever of the notebook");
        var output = new Option<string?>("--output", "-o") { Description = "Write the executed notebook here instead of printing its text.", HelpName = "out.ipynb" };
        var command = new Command("run", "Execute one notebook, with other parameters if wanted. Prints its text, or writes it with --output.")
        {
            notebook, set, output,
        };
        var limits = new RunOptions(command, withErrors: true);
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(notebook), SetOption.Read(parsed.GetValue(set)), parsed.GetValue(output), limits.Read(parsed), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string path, IReadOnlyDictionary<string, string> values, string? output, RunSettings settings, CancellationToken cancellation)
    {
        var job = new NotebookJob(path);
        if (output is not null)
        {
            CheckIsNoOther(output);
            NotebookDocument.CheckPlace(output);
        }

        var configured = job.Configure(values);
        NotebookDocument executed = configured;
        await RunProgress.ForEachAsync([path], name => name, async (_, progress) =>
            executed = await job.RunAsync(configured, settings, progress, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
        if (output is not null)
        {
            job.Save(executed, output);
            Console.WriteLine($"wrote {output}");
            return 0;
        }

        foreach (var cellOutput in executed.Cells.SelectMany(cell => cell.Outputs))
        {
            Console.WriteLine(cellOutput is StreamOutput stream ? stream.Text.TrimEnd('\n') : cellOutput.Forms?.Find(MimeTypes.Text));
        }

        return 0;
    }

    // A slip of the hand must not cost somebody a file.
    private static void CheckIsNoOther(string output)
    {
        if (!AtomicFile.IsDevice(output) && !Path.GetExtension(output).Equals(".ipynb", StringComparison.OrdinalIgnoreCase) && new FileInfo(output) is { Exists: true, Length: > 0 })
        {
            throw new CommandException($"--output {output}: is there already and no notebook (.ipynb), so that it is left as it is; give another path");
        }
    }
}
