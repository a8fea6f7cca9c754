using System.CommandLine;
using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Jupyter.Connection;
using InteractiveArticle.Jupyter.Installation;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Article.Commands;

/// <summary>
/// The command line: which commands there are, and how anything that goes wrong is told.
/// </summary>
internal static class ArticleCommand
{
    /// <summary>How the line begins of an error for which there is no better one.</summary>
    public const string Unforeseen = "unforeseen: ";

    /// <summary>The exit code of what was ended by Ctrl+C, as shells give it.</summary>
    public const int Interrupted = 130;

    private const int Failed = 1;
    private const int Misused = 2;

    /// <summary>Runs the command line.</summary>
    /// <param name="args">What was typed.</param>
    /// <returns>The exit code: 0 for success, 1 for a failure, 2 for a line that could not be understood, 130 for a run that was stopped.</returns>
    public static async Task<int> InvokeAsync(string[] args)
    {
        var root = ServeCommand.Create();
        root.Subcommands.Add(ExportCommand.Create());
        root.Subcommands.Add(RunCommand.Create());
        root.Subcommands.Add(RefreshCommand.Create());
        root.Subcommands.Add(SimulateCommand.Create());
        root.Subcommands.Add(KernelCommand.Create());
        root.Subcommands.Add(NoticesCommand.Create());
        ModelHelp.AddTo(root);

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            Console.Error.WriteLine(Line($"{parsed.Errors[0].Message} Try 'article --help'."));
            return Misused;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
        }
        catch (Exception error) when (error is NotebookException or ModelOptionsException or ConnectionException or InstallationException or CommandException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(Line(error.Message));
            return Failed;
        }
        catch (ArgumentException) when (parsed.Tokens.Index().FirstOrDefault(token => token.Item.Value.Length == 0) is { Item: not null } empty)
        {
            // A path that a script has left empty by mistake; what else may not be empty says so itself.
            string before = empty.Index == 0 ? "article" : parsed.Tokens[empty.Index - 1].Value;
            Console.Error.WriteLine(Line($"what follows '{before}' is empty; give a file or a folder, or leave it out. Try 'article --help'."));
            return Misused;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine(Line("stopped before the end; nothing was written"));
            return Interrupted;
        }
        catch (Exception error)
        {
            // What nobody foresaw gets its line, too: a limit on the size of files, for one, is told in words of no file.
            Console.Error.WriteLine(Line($"{Unforeseen}{error.GetType().Name}: {error.Message}"));
            return Failed;
        }
    }

    /// <summary>The line that tells of an error. What was typed comes back in it, and must not speak to the terminal.</summary>
    /// <param name="message">What went wrong.</param>
    internal static string Line(string message) => "article: " + string.Concat(message.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? ' ' : c));
}
