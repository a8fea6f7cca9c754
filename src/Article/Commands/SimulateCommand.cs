using System.CommandLine;
using InteractiveArticle.Article.Sweeping;
using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Simulation;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Article.Commands;

/// <summary>
/// "article simulate": any model of the library from the terminal.
/// </summary>
internal sealed class SimulateCommand
{
    /// <summary>Its name.</summary>
    public const string Name = "simulate";

    /// <summary>The name of the argument that is the model's name.</summary>
    public const string ModelArgument = "model";

    private readonly Argument<string?> model = new(ModelArgument) { Description = "The model's name; --list shows them all, and --help after a name that model alone.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> list = new("--list") { Description = "List what the model, or every model, takes and reports: units, ranges, defaults and meanings." };
    private readonly Option<string[]> set = SetOption.Create("a parameter of the model");

    private readonly Option<string[]> sweep = new("--sweep")
    {
        Description = "Run the model for every value of a parameter and print one table; may be given twice, for every combination. Not together with --series.",
        HelpName = "name=from:to:step",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string?> series = new("--series")
    {
        Description = "Print this series of the model in place of its results, as csv or, with --format json, as JSON.",
        HelpName = "name",
    };

    private readonly Option<ulong?> seed = NumberOption.Create<ulong>(
        "--seed", "Seed of all randomness.", "seed", _ => true, $"a whole number from 0 to {ulong.MaxValue}", new Experiment().Seed);

    private readonly Option<int?> replications = NumberOption.Create<int>(
        "--replications", "Independent replications, 1 to 10000; 0 leaves it to the model.", "count", _ => true, "a whole number from 0 to 10000", 0);

    private readonly Option<ReportFormat?> format = new("--format")
    {
        Description = "How to print the result: table by default. csv is the model's first series where it has one, else its results.",
        HelpName = "table|json|csv",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (Enum.GetNames<ReportFormat>().Contains(text, StringComparer.OrdinalIgnoreCase))
            {
                return Enum.Parse<ReportFormat>(text, ignoreCase: true);
            }

            result.AddError($"--format takes table, json or csv, not '{text}'.");
            return null;
        },
    };

    private SimulateCommand()
    {
    }

    public static Command Create()
    {
        var simulate = new SimulateCommand();
        var command = new Command(Name, "Run a model of the library, for instance: article simulate outage --set removed=0.3\nCtrl+C ends a run with what is finished: some of the replications, or of the points of a sweep.")
        {
            simulate.model, simulate.list, simulate.set, simulate.sweep, simulate.series, simulate.seed, simulate.replications, simulate.format,
        };

        // On a thread of its own, as this one has to go on to hear of Ctrl+C.
        command.SetAction((parsed, cancellation) => Task.Run(() => simulate.Run(parsed, cancellation), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        string? name = parsed.GetValue(model);
        var values = SetOption.Read(parsed.GetValue(set));
        string[] ranges = parsed.GetValue(sweep) ?? [];
        string? wanted = parsed.GetValue(series);
        var how = parsed.GetValue(format);
        if (parsed.GetValue(list))
        {
            if (values.Count > 0 || ranges.Length > 0 || wanted is not null)
            {
                throw new CommandException("--list runs no model; leave out --set, --sweep and --series, or leave out --list");
            }

            ModelListing.Print(name is null ? ModelCatalog.All : [ModelCatalog.Find(name)], how ?? ReportFormat.Table);
            return 0;
        }

        var found = ModelCatalog.Find(name ?? throw new CommandException("simulate: which model? Give its name, or --list to see them all"));
        var experiment = new Experiment
        {
            Seed = parsed.GetRequiredValue(seed)!.Value,
            Replications = parsed.GetRequiredValue(replications)!.Value,
            Cancellation = cancellation,
        };
        if (ranges.Length > 0)
        {
            if (wanted is not null)
            {
                throw new CommandException($"--series {wanted}: a sweep prints results; leave out --sweep to get the series of one run, or --series to get the sweep");
            }

            var prepared = new Sweep(found, values, ranges);
            SweepPrinter.Print(RunProgress.Of($"{found.Name} --sweep", progress => prepared.Run(experiment with { Progress = progress })), how ?? ReportFormat.Table);
        }
        else
        {
            if (wanted is not null)
            {
                CheckSeries(found, wanted, how);
            }

            var report = RunProgress.Of(found.Name, progress => found.Run(values, experiment with { Progress = progress, KeepsFinished = true }));
            if (wanted is null)
            {
                ReportPrinter.Print(report, how ?? ReportFormat.Table);
            }
            else
            {
                SeriesPrinter.Print(report, report.Series.Single(one => one.Name == wanted), how ?? ReportFormat.Csv);
            }
        }

        return cancellation.IsCancellationRequested ? ArticleCommand.Interrupted : 0;
    }

    private static void CheckSeries(Model model, string name, ReportFormat? format)
    {
        if (format == ReportFormat.Table)
        {
            throw new CommandException($"--series {name}: a series is printed as csv or json; leave out --format table");
        }

        SeriesPrinter.Check(model, name);
    }
}
