using System.CommandLine;
using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Article.Commands;

/// <summary>
/// "article simulate": any model of the library from the terminal.
/// </summary>
internal static class SimulateCommand
{
    public static Command Create()
    {
        var model = new Argument<string?>("model") { Description = "The model's name; --list shows them all.", Arity = ArgumentArity.ZeroOrOne };
        var list = new Option<bool>("--list") { Description = "List the models with their parameters, units, ranges and defaults." };
        var set = SetOption.Create("a parameter of the model");
        var seed = new Option<ulong>("--seed") { Description = "Seed of all randomness.", DefaultValueFactory = _ => new Experiment().Seed };
        var replications = new Option<int>("--replications") { Description = "Independent replications, 1 to 10000; 0 leaves it to the model." };
        var format = new Option<ReportFormat>("--format") { Description = "How to print the result.", DefaultValueFactory = _ => ReportFormat.Table };
        var command = new Command("simulate", "Run a model of the library, for instance: article simulate outage --set removed=0.3")
        {
            model, list, set, seed, replications, format,
        };
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(list))
            {
                ModelListing.Print(ModelCatalog.All, parsed.GetValue(format));
                return Task.FromResult(0);
            }

            string name = parsed.GetValue(model) ?? throw new CommandException("simulate: which model? Give its name, or --list to see them all");
            var found = ModelCatalog.Find(name);
            var values = SetOption.Read(parsed.GetValue(set));
            var report = RunProgress.Of(name, progress => found.Run(values, new Experiment
            {
                Seed = parsed.GetValue(seed),
                Replications = parsed.GetValue(replications),
                Progress = progress,
                Cancellation = cancellation,
            }));
            ReportPrinter.Print(report, parsed.GetValue(format));
            return Task.FromResult(0);
        });
        return command;
    }
}
