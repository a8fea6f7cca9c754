using System.CommandLine;
using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Simulation;
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
        var seed = NumberOption.Create<ulong>("--seed", "Seed of all randomness.", "seed", _ => true, $"a whole number from 0 to {ulong.MaxValue}", new Experiment().Seed);
        var replications = NumberOption.Create<int>(
            "--replications", "Independent replications, 1 to 10000; 0 leaves it to the model.", "count", _ => true, "a whole number from 0 to 10000", 0);
        var format = new Option<ReportFormat>("--format")
        {
            Description = "How to print the result.",
            HelpName = "table|json|csv",
            DefaultValueFactory = _ => ReportFormat.Table,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (Enum.GetNames<ReportFormat>().Contains(text, StringComparer.OrdinalIgnoreCase))
                {
                    return Enum.Parse<ReportFormat>(text, ignoreCase: true);
                }

                result.AddError($"--format takes table, json or csv, not '{text}'.");
                return default;
            },
        };
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
                Seed = parsed.GetRequiredValue(seed)!.Value,
                Replications = parsed.GetRequiredValue(replications)!.Value,
                Progress = progress,
                Cancellation = cancellation,
            }));
            ReportPrinter.Print(report, parsed.GetValue(format));
            return Task.FromResult(0);
        });
        return command;
    }
}
