using FsCheck;
using FsCheck.Fluent;
using InteractiveArticle.Simulation.Hypervisor;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Hypervisor;

public sealed class HypervisorTests
{
    [Fact]
    public void LikeMachines_AgreeWithTheory_OverAGrid()
    {
        TheoryGrid.AssertAgreement(
            from machines in new[] { 1, 4, 12, 40 }
            from cores in new[] { 1, 4, 16 }

            // Beyond this the cores are busy all the time, and there is nothing left to estimate.
            from demand in new[] { 0.1, 0.3, 0.7 }.Where(demand => machines * demand < 1.5 * cores)
            let options = new HypervisorOptions { Machines = machines, Cores = cores, YourDemand = demand, NeighbourDemand = demand, Seconds = 120 }
            let result = HypervisorSimulation.Run(options, Experiment.WithSeed((ulong)((machines * 1000) + (cores * 10) + (demand * 10))))
            from point in new TheoryPoint[]
            {
                new($"utilisation of {options}", result.HostUtilisation, TimeSharing.Utilisation(machines, cores, demand)),

                // Where a burst waits once in millions, no run sees it.
                new($"slowdown of {options}", result.Slowdown, TimeSharing.Slowdown(machines, cores, demand), Slack: 1e-6),
            }
            select point);
    }

    [Theory]
    [InlineData(4, 15, 1)]
    [InlineData(4, 15, 4)]
    [InlineData(1, 9, 0.5)]
    [InlineData(2, 3, 10)]
    public void AmongNoisyNeighbours_YourShare_IsYourWeights(int cores, int noisy, double weight)
    {
        var options = new HypervisorOptions
        {
            Cores = cores, Machines = noisy + 1, NoisyNeighbours = noisy, Weight = weight, YourDemand = 0.99, BurstMilliseconds = 1000, Seconds = 300,
        };
        double fair = FairShare.OfCores(cores, [weight, .. Enumerable.Repeat(1.0, noisy)])[0];

        // A mean burst takes 1000 ms / share and is followed by a short sleep of 1000 · 0.01 / 0.99 ms.
        double expected = 1000 / ((1000 / fair) + (1000 * 0.01 / 0.99));
        var result = HypervisorSimulation.Run(options);

        Assert.InRange(result.YourShare.Mean, expected - 0.01, expected + 0.01);
        Assert.InRange(result.HostUtilisation.Mean, 0.99, 1);
    }

    [Fact]
    public void FairShares_AddUpToTheCores_NobodyGetsMoreThanOne_AndMoreWeightNeverGetsLess()
    {
        var cases = from cores in Gen.Choose(1, 16)
                    from weights in Gen.Choose(1, 100).Select(weight => weight / 10.0).NonEmptyListOf()
                    select (cores, weights: weights.ToArray());
        Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var shares = FairShare.OfCores(given.cores, given.weights);
            bool addUp = Math.Abs(shares.Sum() - Math.Min(given.cores, given.weights.Length)) < 1e-9;
            var pairs = shares.Zip(given.weights).OrderBy(pair => pair.Second).ToArray();
            return addUp && shares.All(share => share <= 1 + 1e-12) && pairs.Zip(pairs.Skip(1)).All(next => next.First.First <= next.Second.First + 1e-9);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20170228, 1));
    }

    [Fact]
    public void NoisyNeighbours_StealMore_TheMoreThereAre_AndWeightHelps()
    {
        double[] steal = [.. new[] { 0, 4, 8, 16, 23 }.Select(noisy => HypervisorSimulation.Run(new() { NoisyNeighbours = noisy }).Steal.Mean)];
        double withWeight = HypervisorSimulation.Run(new() { NoisyNeighbours = 16, Weight = 4 }).Steal.Mean;

        Assert.Equal(steal.Order(), steal);
        Assert.True(withWeight < steal[3] / 2);
    }

    [Fact]
    public void Turns_NeverOverlap_OnACoreOrForAMachine_AndTakeNoLongerThanASlice()
    {
        var options = new HypervisorOptions { NoisyNeighbours = 6, Seconds = 2 };
        var turns = HypervisorSimulation.Run(options, new() { Replications = 1 }).Turns;

        Assert.NotEmpty(turns);
        Assert.All(turns, turn => Assert.InRange(turn.End - turn.Start, 0, options.SliceMilliseconds + 1e-9));
        Assert.All(turns, turn => Assert.True(turn.Wanted <= turn.Start));
        foreach (var owners in new[] { turns.GroupBy(turn => turn.Core), turns.GroupBy(turn => turn.Machine) })
        {
            Assert.All(owners, group => Assert.All(group.OrderBy(turn => turn.Start).Zip(group.OrderBy(turn => turn.Start).Skip(1)), next => Assert.True(next.First.End <= next.Second.Start + 1e-9)));
        }
    }

    // Slices as long as bursts are where the order among equals decides most.
    [Theory]
    [InlineData(20, 50)]
    [InlineData(20, 5)]
    [InlineData(12, 100)]
    public void Slowdown_IsThatOfAPlainHost(int noisy, double slice)
    {
        var options = new HypervisorOptions { NoisyNeighbours = noisy, SliceMilliseconds = slice };
        var plain = Estimate.Of(Enumerable.Range(1, 10).Select(seed => PlainHost.Slowdown(options, (ulong)seed)));
        var slowdown = HypervisorSimulation.Run(options).Slowdown;

        Assert.InRange(slowdown.HalfWidth, 0, 0.05 * slowdown.Mean);
        Assert.Equal(plain.Mean, slowdown.Mean, tolerance: 1.5 * Math.Sqrt((plain.HalfWidth * plain.HalfWidth) + (slowdown.HalfWidth * slowdown.HalfWidth)));
    }

    // Noisy neighbours run in whole slices from the beginning on, so that what each has had is its number of turns.
    [Fact]
    public void TheLeastServedRunsNext_AndAmongEqualsTheFirstThatCame()
    {
        var options = new HypervisorOptions { Cores = 3, Machines = 16, NoisyNeighbours = 12, SliceMilliseconds = 7 };
        var turns = HypervisorSimulation.Run(options, new() { Replications = 1 }).Turns
            .Where(turn => turn.Machine >= options.Machines - options.NoisyNeighbours)
            .GroupBy(turn => turn.Machine)
            .SelectMany(turnsOfOne => turnsOfOne.OrderBy(turn => turn.Start).Select((turn, before) => (Turn: turn, Before: before)))
            .ToArray();

        Assert.InRange(turns.Length, 100, 1000);
        Assert.All(turns, taken => Assert.DoesNotContain(turns, other =>
            other.Turn.Wanted < taken.Turn.Wanted && taken.Turn.Start < other.Turn.Start && other.Before <= taken.Before));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void AloneOnItsHost_ABurstTakesItsWork_Exactly(int cores) =>
        Assert.Equal(new Estimate(1, 0), HypervisorSimulation.Run(new() { Machines = 1, Cores = cores }).Slowdown);

    [Fact]
    public void P95_OfShortRuns_IsThatOfAllTheirBursts()
    {
        // Some four bursts a run, the longest of which says little of one in twenty.
        var options = new HypervisorOptions { Machines = 1, Cores = 1, YourDemand = 0.05, Seconds = 2 };

        TheoryGrid.AssertNear(HypervisorSimulation.Run(options, new() { Replications = 400 }).P95Burst, options.BurstMilliseconds * Math.Log(20));
    }

    // Behind 199 others it waits longer than the run lasts.
    [Fact]
    public void AMachineThatNeverHasATurn_IsStolenFromAllTheTime_AndHasNoBursts()
    {
        var starved = HypervisorSimulation.Run(new() { Cores = 1, Machines = 200, NoisyNeighbours = 199, SliceMilliseconds = 100, YourDemand = 0.99, Seconds = 10 });

        Assert.Equal((1.0, 0.0), (starved.Steal.Mean, starved.YourShare.Mean));
        Assert.True(double.IsNaN(starved.Slowdown.Mean) && double.IsNaN(starved.P95Burst.Mean));
    }

    [Fact]
    public void AloneOnItsHost_AMachineNeverWaits()
    {
        var alone = HypervisorSimulation.Run(new() { Machines = 1, Cores = 1 });

        Assert.Equal(0, alone.Steal.Mean, tolerance: 1e-9);
        Assert.True(alone.Slowdown.Covers(1));
    }

    // The clock rounds, so that a turn may last longer than its slice by as little as the burst does.
    [Fact]
    public void ABurst_TheLeastBitLongerThanASlice_ComesToItsEnd()
    {
        var experiment = new Experiment { Replications = 1 };
        var stream = new RandomStreams(experiment.Seed).Stream("bursts");
        var bursts = Enumerable.Range(0, 100).Select(_ => stream.NextExponential(20)).Where(burst => burst is > 1 and <= 100).ToArray();

        Assert.NotEmpty(bursts);
        Assert.All(bursts, burst =>
        {
            var options = new HypervisorOptions { Machines = 1, Cores = 1, BurstMilliseconds = 20, SliceMilliseconds = Math.BitDecrement(burst), Seconds = 10 };
            var alone = HypervisorSimulation.Run(options, experiment);
            Assert.All(alone.Turns, turn => Assert.InRange(turn.End - turn.Start, 0, burst + 1e-9));
        });
    }

    [Fact]
    public void OnlyNoise_WithoutRoomForYou_IsRefused() =>
        Assert.Contains("noisyNeighbours = 4: not allowed with machines = 4", Assert.Throws<ModelOptionsException>(() => HypervisorSimulation.Run(new() { Machines = 4, NoisyNeighbours = 4 })).Message, StringComparison.Ordinal);
}
