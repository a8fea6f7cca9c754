using InteractiveArticle.Jupyter.Tests.Clients;
using InteractiveArticle.Simulation.Tests.Golden;

namespace InteractiveArticle.Jupyter.Tests.Protocol;

public sealed class GoldenTests
{
    [Fact]
    public void EveryModel_GivesTheSameBitsInTheKernel()
    {
        using var session = new KernelSession();
        string library = Repository.PathOf("artifacts", "notebook", "InteractiveArticle.dll");

        var run = session.Client.Execute($"#r \"{library}\"\n{GoldenRun.Cell}");

        Assert.Equal(GoldenRun.Shown, (string)Assert.Single(run.Shown).Content["data"]!["text/plain"]!);
    }
}
