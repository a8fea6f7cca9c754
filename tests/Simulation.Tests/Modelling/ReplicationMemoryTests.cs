namespace InteractiveArticle.Simulation.Tests.Modelling;

/// <summary>Ten thousand replications fit into memory: of each only the numbers stay that the result is made of.</summary>
[Collection(nameof(ReplicationMemoryTests))]
[CollectionDefinition(nameof(ReplicationMemoryTests), DisableParallelization = true)]
public class ReplicationMemoryTests
{
    private const int Few = 4;
    private const int Many = 132;
    private const long MostBytes = 6000;

    // Short ones, that need from 25 to 200 kB while they run: one that is just being run must not weigh in the difference.
    public static TheoryData<string, string> Runs => new()
    {
        { "queue", "customers=500" },
        { "bare-metal", "days=100" },
        { "shared-link", "crawlerStart=600 arrivalRate=0.1 minutes=1" },
        { "hypervisor", "seconds=1" },
        { "placement", "lives=1 warmupLives=1" },
        { "elasticity", "days=20" },
        { "pooling", "hours=1000" },
        { "bill", "" },
        { "composition", "requests=100" },
        { "cascade", "services=5000" },
        { "outage", "cells=1000" },
        { "retry-storm", "load=1 horizon=1800" },
        { "availability", "n=50 failures=500" },
        { "sites-vs-cloud", "sites=300 years=0.1" },
        { "multi-region", "years=1000" },
    };

    [Fact]
    public void EveryModelWithReplications_IsHere() =>
        Assert.Equal(ModelCatalog.All.Where(model => model.UsualReplications > 1).Select(model => model.Name), Runs.Select(run => run.Data.Item1));

    [Theory]
    [MemberData(nameof(Runs))]
    public void OfAReplication_LittleIsKept(string model, string settings)
    {
        long each = (HeldAfter(model, settings, Many) - HeldAfter(model, settings, Few)) / (Many - Few);

        Assert.True(each <= MostBytes, $"{model} keeps {each:N0} bytes of a replication");
    }

    // Measured when the last replication has been run and the first is not yet forgotten.
    private static long HeldAfter(string model, string settings, int replications)
    {
        var values = settings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(setting => setting.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        var scales = new Scales();
        ModelCatalog.Find(model).Run(values, new() { Replications = replications, Progress = scales });
        return scales.Bytes;
    }

    private sealed class Scales : IProgress<double>
    {
        public long Bytes { get; private set; }

        public void Report(double value)
        {
            if (value == 1)
            {
                Bytes = GC.GetTotalMemory(forceFullCollection: true);
            }
        }
    }
}
