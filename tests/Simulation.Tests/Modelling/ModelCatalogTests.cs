using System.Globalization;
using System.Text.RegularExpressions;
using InteractiveArticle.Parameters;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Tests.Modelling;

/// <summary>What every model of the library owes to whoever runs it.</summary>
public class ModelCatalogTests
{
    private static readonly Dictionary<string, string> Defaults = [];

    public static TheoryData<string> Models => [.. ModelCatalog.All.Select(model => model.Name)];

    public static TheoryData<string> WithReplications => [.. ModelCatalog.All.Where(model => model.UsualReplications > 1).Select(model => model.Name)];

    public static TheoryData<string, string> Parameters =>
        [.. from model in ModelCatalog.All from parameter in model.Parameters select (model.Name, parameter.Name)];

    [Fact]
    public void Names_AreDistinctAndInKebabCase()
    {
        string[] names = [.. ModelCatalog.All.Select(model => model.Name)];

        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^[a-z]+(-[a-z]+)*$", name));
    }

    [Fact]
    public void Find_WithAnUnknownName_NamesTheKnownOnes()
    {
        var refusal = Assert.Throws<ModelOptionsException>(() => ModelCatalog.Find("quue"));

        AssertOneLine(refusal, "quue");
        Assert.Contains("(did you mean queue?)", refusal.Message, StringComparison.Ordinal);
        Assert.All(ModelCatalog.All, model => Assert.Contains(model.Name, refusal.Message, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Model_IsDocumented(string name)
    {
        var model = ModelCatalog.Find(name);

        Assert.Equal(name, model.Name);
        Assert.True(model.Summary.Length > 20, "the summary says what is modelled");
        Assert.True(model.UsualReplications >= 1);
        Assert.NotEmpty(model.Parameters);
        Assert.Equal(model.Parameters.Count, model.Parameters.DistinctBy(parameter => parameter.Name).Count());
    }

    // Settings that break each rule of a model in turn, in the order of the rules.
    public static TheoryData<string, string[]> BrokenRules => new()
    {
        { "queue", ["capacity=1 servers=2", "arrivalRate=5"] },
        { "bare-metal", ["serverCapacity=0.1"] },
        { "shared-link", ["arrivalRate=10000"] },
        { "hypervisor", ["noisyNeighbours=24"] },
        { "placement", ["mediumShare=0.9 largeShare=0.9", "smallCpu=1024"] },
        { "elasticity", ["minimumServers=1001"] },
        { "pooling", ["risk=0.0001 hours=100"] },
        { "market", ["aws=0.9 azure=0.9"] },
        { "cascade", ["aws=0.9 azure=0.9", "multiRegion=0.9 multiCloud=0.9"] },
        { "retry-storm", ["horizon=60", "policy=exponential retryDelay=60 longestDelay=1", "discipline=codel codelTarget=1 codelInterval=0.5"] },
        { "availability", ["k=50 n=1"] },
    };

    [Fact]
    public void EveryRule_IsBrokenBelow() =>
        Assert.Equal(ModelCatalog.All.Where(model => model.Rules.Count > 0).Select(model => (model.Name, model.Rules.Count)), BrokenRules.Select(row => (row.Data.Item1, row.Data.Item2.Length)));

    [Theory]
    [MemberData(nameof(BrokenRules))]
    public void OptionsThatBreakARule_AreRefused_InTheNamesThatTheRuleTells(string name, string[] settings)
    {
        var model = ModelCatalog.Find(name);
        Assert.All(model.Rules.Zip(settings), pair =>
        {
            var (rule, setting) = pair;
            var refusal = Assert.Throws<ModelOptionsException>(() => model.Check(setting.Split(' ').Select(one => one.Split('=')).ToDictionary(one => one[0], one => one[1])));

            string[] told = [.. model.Parameters.Select(parameter => parameter.Name).Where(parameter => Regex.IsMatch(rule, $@"\b{parameter}\b"))];
            Assert.True(told.Length >= 2, $"{rule} names the options that exclude one another");
            AssertOneLine(refusal, refusal.Message.Split(' ')[0]);
            Assert.Contains(refusal.Message.Split(' ')[0], told);
        });
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Parameter_IsDocumented(string modelName, string parameterName)
    {
        var parameter = ParameterOf(modelName, parameterName);

        Assert.Matches("^[a-z][a-zA-Z0-9]*$", parameter.Name);
        Assert.True(parameter.Description.Length > 5, "the description says what it means");
        var allowed = parameter.Allowed;
        Assert.True(allowed.Choices.Count >= 2 || (double.IsFinite(allowed.Minimum!.Value) && double.IsFinite(allowed.Maximum!.Value)), "there are words, or a range with two ends");
        Assert.NotNull(allowed.Read(parameter.DefaultText));
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Parameter_WithAnythingItDoesNotTake_IsRefusedInOneLineThatNamesIt(string modelName, string parameterName)
    {
        var model = ModelCatalog.Find(modelName);
        var parameter = ParameterOf(modelName, parameterName);
        var allowed = parameter.Allowed;
        string[] refused = allowed.Kind switch
        {
            ParameterKind.Number => [Text(Math.BitDecrement(allowed.Minimum!.Value)), Text(Math.BitIncrement(allowed.Maximum!.Value)), "NaN", "Infinity", "-Infinity", "1e999", "abc", "", " ", "0,5", "1 2", "0x10"],
            ParameterKind.WholeNumber => [Text(Math.Floor(allowed.Minimum!.Value) - 1), Text(Math.Ceiling(allowed.Maximum!.Value) + 1), "NaN", "1.5", "15e-1", "1e10", "99999999999999999999", "abc", ""],
            ParameterKind.Switch => ["", "maybe", "0", "1", "yes"],
            _ => ["", "maybe", "0", "1", allowed.Choices[0].ToUpperInvariant()],
        };
        Assert.All(refused, text =>
        {
            var refusal = Assert.Throws<ModelOptionsException>(() => model.Run(new Dictionary<string, string> { [parameter.Name] = text }, Quick()));
            AssertOneLine(refusal, parameter.Name);
            Assert.Contains(parameter.Description, refusal.Message, StringComparison.Ordinal);
            Assert.All(allowed.Choices, choice => Assert.Contains(choice, refusal.Message, StringComparison.Ordinal));
        });
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Model_WithAnUnknownParameter_NamesTheKnownOnes(string name)
    {
        var model = ModelCatalog.Find(name);

        var refusal = Assert.Throws<ModelOptionsException>(() => model.Run(new Dictionary<string, string> { ["nonsense"] = "1" }, Quick()));

        AssertOneLine(refusal, "nonsense");
        Assert.All(model.Parameters, parameter => Assert.Contains(parameter.Name, refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Model_WithAParameterMistyped_AsksForTheOneThatWasMeant() =>
        Assert.Contains("(did you mean arrivalRate?)", Assert.Throws<ModelOptionsException>(() => ModelCatalog.Find("queue").Check(new Dictionary<string, string> { ["arivalrate"] = "1" })).Message, StringComparison.Ordinal);

    [Fact]
    public void Check_RefusesWhatARunRefuses_AndRunsNothing()
    {
        var model = ModelCatalog.Find("queue");

        model.Check(new Dictionary<string, string> { ["customers"] = "1e5" });
        Assert.Contains("would grow for ever", Assert.Throws<ModelOptionsException>(() => model.Check(new Dictionary<string, string> { ["arrivalRate"] = "1" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AWholeNumberWithAnExponent_IsThatNumber()
    {
        var model = ModelCatalog.Find("queue");
        string Run(string customers) => model.Run(new Dictionary<string, string> { ["customers"] = customers, ["warmup"] = "0" }, Quick()).Fingerprint;

        Assert.Equal(Run("1000"), Run("1e3"));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Model_SaysBeforehandWhatItReports(string name)
    {
        var model = ModelCatalog.Find(name);

        var report = model.Run(Defaults, Quick());

        Assert.Equal(model.Results, report.Results.Select(value => value.Measure));
        Assert.Equal(model.Series, report.Series.Select(series => series.Declaration));
        Assert.All(report.Results.Where(value => value.HalfWidth is not null), value => Assert.True(value.Measure.IsEstimate, value.Name));
        Assert.All(model.Results, measure => Assert.DoesNotContain(model.Series, series => series.Name == measure.Name));
        Assert.All(model.Results.Concat(model.Series.SelectMany(series => series.Columns)), measure => Assert.Matches("^[a-z][a-zA-Z0-9]*$", measure.Name));
    }

    [Theory]
    [MemberData(nameof(WithReplications))]
    public void Model_CancelledWithSomeReplicationsFinished_ReportsThese_IfItIsTold(string name)
    {
        using var source = new CancellationTokenSource();

        // Each core has one in progress, which counts for what is done of it.
        double afterTwo = (2.0 + Environment.ProcessorCount) / 1000;
        var experiment = new Experiment { Replications = 1000, Cancellation = source.Token, KeepsFinished = true, Progress = new CancelledAt(afterTwo, source) };

        var report = ModelCatalog.Find(name).Run(Defaults, experiment);

        Assert.InRange(report.Replications, 2, 999);
        Assert.Contains($"stopped after {report.Replications} of 1000 replications", report.Warnings[0], StringComparison.Ordinal);
        Assert.Contains(report.Results, result => result.HalfWidth is not null);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Model_WithItsDefaultsTyped_ReportsAsWithout(string name)
    {
        var model = ModelCatalog.Find(name);
        var typed = model.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.DefaultText);

        Assert.Equal(model.Run(Defaults, Quick()).Fingerprint, model.Run(typed, Quick()).Fingerprint);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Model_ReportsWhatItRan(string name)
    {
        var model = ModelCatalog.Find(name);

        var report = model.Run(Defaults, new Experiment { Seed = 77, Replications = 2 });

        Assert.Equal((name, 77UL, 2), (report.Model, report.Seed, report.Replications));
        Assert.Equal(model.Parameters.Select(parameter => parameter.DefaultText), report.Parameters.Select(parameter => parameter.Text));
        Assert.NotEmpty(report.Results);
        Assert.All(report.Results, value => Assert.True(value.Value is null || double.IsFinite(value.Value.Value), value.Name));
        Assert.All(report.Results, value => Assert.True(value.HalfWidth is null or >= 0, value.Name));
        Assert.All(report.Series, series => Assert.All(series.Rows, row => Assert.Equal(series.Columns.Count, row.Length)));
        Assert.True(report.Events >= 0 && report.Seconds >= 0);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Model_RunSeveralTimesAtOnceFromOneSeed_GivesTheSameBits(string name)
    {
        var model = ModelCatalog.Find(name);

        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => model.Run(Defaults, Quick()).Fingerprint)));

        Assert.Equal(runs[0], runs[1]);
        Assert.Equal(runs[0], runs[2]);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Model_Cancelled_StopsWithTheUsualException(string name)
    {
        var experiment = Quick() with { Cancellation = new CancellationToken(canceled: true) };

        Assert.ThrowsAny<OperationCanceledException>(() => ModelCatalog.Find(name).Run(Defaults, experiment));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Model_ReportsItsProgressToTheEnd(string name)
    {
        var progress = new RecordedProgress();

        ModelCatalog.Find(name).Run(Defaults, Quick() with { Progress = progress });

        Assert.All(progress.Shares, share => Assert.InRange(share, 0, 1));
        Assert.Contains(1, progress.Shares);
    }

    private sealed class CancelledAt(double share, CancellationTokenSource source) : IProgress<double>
    {
        public void Report(double value)
        {
            if (value >= share)
            {
                source.Cancel();
            }
        }
    }

    private static Experiment Quick() => new() { Replications = 2 };

    private static ModelParameter ParameterOf(string model, string name) =>
        ModelCatalog.Find(model).Parameters.Single(parameter => parameter.Name == name);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static void AssertOneLine(ModelOptionsException refusal, string name)
    {
        Assert.StartsWith(name, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }
}
