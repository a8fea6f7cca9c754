using System.CommandLine;
using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;
using InteractiveArticle.Notebook.Running;

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
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(notebook), SetOption.Read(parsed.GetValue(set)), parsed.GetValue(output), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string path, IReadOnlyDictionary<string, string> values, string? output, CancellationToken cancellation)
    {
        var document = NotebookDocument.Load(path);
        document = LeverPanel.Of(document, path).Apply(document, values);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;

        NotebookRun run = null!;
        await RunProgress.ForEachAsync([path], name => name, async (_, progress) =>
            run = await NotebookRunner.RunAsync(document, folder, progress, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
        if (run.Failure is { } failure)
        {
            throw new CommandException(failure.Describe(path));
        }

        if (output is not null)
        {
            run.Document.Save(output);
            Console.WriteLine($"wrote {output}");
            return 0;
        }

        foreach (var cellOutput in run.Document.Cells.SelectMany(cell => cell.Outputs))
        {
            string? text = cellOutput switch
            {
                StreamOutput stream => stream.Text.TrimEnd('\n'),
                DisplayOutput display => display.Data[MimeTypes.Text],
                _ => null,
            };
            Console.WriteLine(text);
        }

        return 0;
    }
}
