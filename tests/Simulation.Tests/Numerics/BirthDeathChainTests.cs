using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Tests.Numerics;

public sealed class BirthDeathChainTests
{
    [Fact]
    public void OneState_IsWhereTheChainIs() => Assert.Equal([1], new BirthDeathChain(0, _ => 1, _ => 1).StateProbabilities());

    [Fact]
    public void EqualRates_GiveEveryStateTheSameShare() =>
        Assert.All(new BirthDeathChain(9, _ => 3, _ => 3).StateProbabilities(), share => Assert.Equal(0.1, share, tolerance: 1e-15));

    [Fact]
    public void WithoutBirths_TheChainStaysAtTheBottom() => Assert.Equal([1, 0, 0], new BirthDeathChain(2, _ => 0, _ => 1).StateProbabilities());

    // By hand: 2.5 times the share of state 0 is 5 times that of state 1, and 1.5 times the one plus 2.5 times the other is twice that of state 2.
    [Fact]
    public void Leaps_EnterTheBalance()
    {
        double[] expected = [8.0 / 23, 4.0 / 23, 11.0 / 23];

        Assert.All(new BirthDeathChain(2, _ => 1, state => state == 1 ? 5 : 2, leapRate: 1.5).StateProbabilities().Zip(expected), pair => Assert.Equal(pair.Second, pair.First, tolerance: 1e-15));
    }

    // Both ends weigh 1, and the states between them 10⁻⁷²⁰ and more: no number holds the one beside the other.
    [Fact]
    public void AValley_DeeperThanANumberIsSmall_IsCrossed()
    {
        var shares = new BirthDeathChain(6, state => state < 3 ? 1e-120 : 1e120, state => state <= 3 ? 1e120 : 1e-120).StateProbabilities();

        Assert.Equal(0.5, shares[0], tolerance: 1e-12);
        Assert.Equal(0.5, shares[6], tolerance: 1e-12);
        Assert.Equal(0, shares[3]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-9)]
    [InlineData(0.3)]
    [InlineData(100)]
    public void MeanTimeToReach_SolvesItsEquations(double leapRate)
    {
        const int Last = 5;
        double birth(int state) => 1 + (0.5 * state);
        double death(int state) => 2 + state;
        var chain = new BirthDeathChain(Last, birth, death, leapRate);

        // With T(k) the mean time from k: (λ + μ + γ) T(k) = 1 + λ T(k + 1) + μ T(k − 1) and T(5) = 0, by repeated substitution.
        double[] times = new double[Last + 1];
        for (int round = 0; round < 100_000; round++)
        {
            for (int k = 0; k < Last; k++)
            {
                double down = k == 0 ? 0 : death(k);
                times[k] = (1 + (birth(k) * times[k + 1]) + (k == 0 ? 0 : down * times[k - 1])) / (birth(k) + down + leapRate);
            }
        }

        Assert.Equal(1, chain.MeanTimeToReach(Last) / times[0], tolerance: 1e-9);
        Assert.Equal(0, chain.MeanTimeToReach(0));
    }

    [Fact]
    public void MeanTimeToReach_WhatIsNeverReached_IsInfinite() =>
        Assert.Equal(double.PositiveInfinity, new BirthDeathChain(2, state => state == 0 ? 1 : 0, _ => 1).MeanTimeToReach(2));
}
