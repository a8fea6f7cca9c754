using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Tests.Modelling;

public sealed class ModelCatalogTests
{
    private static readonly Experiment Short = new() { Replications = 2 };

    public static TheoryData<string> Models => [.. ModelCatalog.All.Select(model => model.Name)];

    public static TheoryData<string, string> Parameters =>
        [.. ModelCatalog.All.SelectMany(model => model.Parameters.Select(parameter => (model.Name, parameter.Name)))];

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Parameter_SaysWhatItIs(string model, string name)
    {
        var parameter = Parameter(model, name);

        Assert.NotEmpty(parameter.Description);
        Assert.NotEmpty(parameter.DefaultText);
        Assert.True(parameter.Choices.Count > 0 || (double.IsFinite(parameter.Minimum) && double.IsFinite(parameter.Maximum)), "a number needs a range");
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Parameter_OutsideWhatItTakes_IsRefusedByName(string model, string name)
    {
        var parameter = Parameter(model, name);
        string[] wrong = parameter.Choices.Count > 0
            ? ["", "maybe", "1"]
            : ["", "x", "NaN", "Infinity", "1,5", "1e400", $"{parameter.Minimum - 1:R}", $"{(parameter.Maximum * 2) + 1:R}"];
        foreach (string text in wrong)
        {
            var refusal = Assert.Throws<ModelOptionsException>(() => ModelCatalog.Find(model).Run(new Dictionary<string, string> { [name] = text }, Short));

            Assert.StartsWith($"{name} = ", refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refusal.Message);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Run_WithTheSameSeed_ReportsTheSameBits(string name)
    {
        var first = ModelCatalog.Find(name).Run(new Dictionary<string, string>(), Short);
        var again = ModelCatalog.Find(name).Run(new Dictionary<string, string>(), Short);

        Assert.NotEmpty(first.Results);
        Assert.Equal(first.Results, again.Results);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Run_ThatIsCancelled_Ends(string name) =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
            ModelCatalog.Find(name).Run(new Dictionary<string, string>(), new Experiment { Cancellation = new CancellationToken(canceled: true) }));

    [Theory]
    [InlineData(-1)]
    [InlineData(10_001)]
    public void Replications_OutOfRange_AreRefused(int replications)
    {
        var refusal = Assert.Throws<ModelOptionsException>(() => ModelCatalog.All[0].Run(new Dictionary<string, string>(), new Experiment { Replications = replications }));

        Assert.Contains("from 1 to 10000", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownNames_AreRefusedWithTheKnownOnes()
    {
        Assert.Contains("outage", Assert.Throws<ModelOptionsException>(() => ModelCatalog.Find("outrage")).Message, StringComparison.Ordinal);
        Assert.Contains("arrivalRate", Assert.Throws<ModelOptionsException>(() => ModelCatalog.Find("queue").Run(new Dictionary<string, string> { ["rate"] = "1" }, Short)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Replicate_GivesResultsInOrder_AndReportsProgressToTheEnd()
    {
        var reported = new List<double>();
        var experiment = new Experiment { Replications = 64, Progress = new Collector(reported) };

        var results = experiment.Replicate(1, streams => streams.Stream("x").NextBits());
        var sequential = Enumerable.Range(0, 64).Select(i => new Simulation.Randomness.RandomStreams(experiment.Seed, i).Stream("x").NextBits());

        Assert.Equal(sequential, results);
        Assert.Equal(1, reported.Max());
    }

    private static ModelParameter Parameter(string model, string name) =>
        ModelCatalog.Find(model).Parameters.Single(parameter => parameter.Name == name);

    private sealed class Collector(List<double> values) : IProgress<double>
    {
        public void Report(double value)
        {
            lock (values)
            {
                values.Add(value);
            }
        }
    }
}
