using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Tests.Golden;

/// <summary>The same seed gives the same bits: today, on this platform, and wherever these tests pass.</summary>
public class GoldenTests
{
    private const string Renewal = "RENEW_GOLDEN";

    [Fact]
    public void EveryModel_HasItsRun() =>
        Assert.Equal(ModelCatalog.All.Select(model => model.Name).Order(), GoldenRun.All.Select(run => run.Model).Distinct().Order());

    [Fact]
    public void Runs_HaveTheirFingerprints()
    {
        string[] now = [.. GoldenRun.All.Select(run => (run with { Fingerprint = run.Run() }).ToString())];
        if (Environment.GetEnvironmentVariable(Renewal) == "1")
        {
            File.WriteAllLines(GoldenRun.File, [.. File.ReadLines(GoldenRun.File).TakeWhile(line => line.StartsWith('#')), .. now]);
            return;
        }

        string[] changed = [.. now.Except(GoldenRun.All.Select(run => run.ToString()))];
        Assert.True(changed.Length == 0, $"These give other numbers than before; if that is meant, run {Renewal}=1 dotnet test tests/Simulation.Tests --filter GoldenTests\n{string.Join('\n', changed)}");
    }
}
