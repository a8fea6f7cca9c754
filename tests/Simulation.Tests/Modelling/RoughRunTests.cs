using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.Tests.Modelling;

public class RoughRunTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 2)]
    [InlineData(20, 4)]
    [InlineData(21, 5)]
    public void AnExperiment_HasFewerReplications_WhichAreItsFirst_AndAfterwardsAll(int asked, int few)
    {
        var whole = Numbers(asked);
        using (var rough = RoughRun.Begin())
        {
            Assert.Equal(whole.Take(few), Numbers(asked));
            Assert.Equal(few < asked, rough.HasCut);
        }

        Assert.Equal(whole, Numbers(asked));
    }

    [Fact]
    public async Task OthersAtTheSameTime_RunAll()
    {
        var begun = new TaskCompletionSource();
        var other = OtherAsync();
        using var rough = RoughRun.Begin();
        begun.SetResult();

        Assert.Equal(10, (await other).Count);
        Assert.False(rough.HasCut);

        async Task<IReadOnlyList<double>> OtherAsync()
        {
            await begun.Task;
            return Numbers(10);
        }
    }

    private static IReadOnlyList<double> Numbers(int replications) =>
        new Experiment { Replications = replications }.Replicate(3, (streams, _) => streams.Stream("numbers").NextNormal());
}
