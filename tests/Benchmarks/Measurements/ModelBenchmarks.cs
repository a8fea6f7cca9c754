using BenchmarkDotNet.Attributes;
using InteractiveArticle.Simulation;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Benchmarks.Measurements;

/// <summary>Every model of the library as a reader runs it: with its defaults.</summary>
[MemoryDiagnoser]
[InProcess]
public class ModelBenchmarks
{
    private static readonly Dictionary<string, string> Defaults = [];

    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    public static IEnumerable<string> Names => ModelCatalog.All.Select(model => model.Name);

    [Benchmark]
    public ModelReport Run() => ModelCatalog.Find(Name).Run(Defaults, new Experiment());
}
