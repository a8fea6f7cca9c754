using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Simulation;

namespace InteractiveArticle.Article.Commands;

/// <summary>
/// The usual help, and after "article simulate MODEL --help" what that model takes and reports.
/// </summary>
internal sealed class ModelHelp(SynchronousCommandLineAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => usual.ClearsParseErrors;

    /// <summary>Makes the help of a command line tell of models.</summary>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new ModelHelp((SynchronousCommandLineAction)option.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var model = parseResult.CommandResult.Command.Name == SimulateCommand.Name && parseResult.GetValue<string?>(SimulateCommand.ModelArgument) is { } name
            ? ModelCatalog.Find(name)
            : null;
        int code = usual.Invoke(parseResult);
        if (model is not null)
        {
            ModelListing.Print([model], ReportFormat.Table);
        }

        return code;
    }
}
