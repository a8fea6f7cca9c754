using BenchmarkDotNet.Attributes;
using InteractiveArticle.Benchmarks.Workloads;

namespace InteractiveArticle.Benchmarks.Measurements;

/// <summary>The engine alone: what one event costs, and that it allocates nothing, from a few to many pending events.</summary>
[MemoryDiagnoser]
[InProcess]
public class HoldModelBenchmarks
{
    private const int Events = 1_000_000;
    private HoldModel model = new(0);

    [Params(10, 1_000, 10_000, 100_000, 1_000_000)]
    public int Pending { get; set; }

    [GlobalSetup]
    public void Fill() => model = new HoldModel(Pending);

    [Benchmark(OperationsPerInvoke = Events)]
    public void Hold() => model.Run(Events);
}
