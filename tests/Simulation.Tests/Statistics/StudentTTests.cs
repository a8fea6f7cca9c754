using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Statistics;

public class StudentTTests
{
    // Three decimals, as every printed table gives them.
    [Theory]
    [InlineData(0.90, 1, 6.314)]
    [InlineData(0.95, 1, 12.706)]
    [InlineData(0.99, 1, 63.657)]
    [InlineData(0.95, 2, 4.303)]
    [InlineData(0.95, 3, 3.182)]
    [InlineData(0.95, 4, 2.776)]
    [InlineData(0.95, 5, 2.571)]
    [InlineData(0.95, 9, 2.262)]
    [InlineData(0.95, 10, 2.228)]
    [InlineData(0.95, 19, 2.093)]
    [InlineData(0.99, 19, 2.861)]
    [InlineData(0.95, 30, 2.042)]
    [InlineData(0.95, 60, 2.000)]
    [InlineData(0.95, 120, 1.980)]
    [InlineData(0.95, 9999, 1.960)]
    [InlineData(0.99, 9999, 2.576)]
    public void TwoSidedQuantile_AgreesWithTheTables(double confidence, int degreesOfFreedom, double expected) =>
        Assert.Equal(expected, StudentT.TwoSidedQuantile(confidence, degreesOfFreedom), 0.000_51);

    [Fact]
    public void CentralProbability_WithOneAndTwoDegrees_HasItsClosedForms()
    {
        for (double t = 0; t < 50; t += 0.1)
        {
            Assert.Equal(2 / Math.PI * Math.Atan(t), StudentT.CentralProbability(t, 1), 1e-14);
            Assert.Equal(t / Math.Sqrt(2 + (t * t)), StudentT.CentralProbability(t, 2), 1e-14);
        }
    }

    [Fact]
    public void TwoSidedQuantile_UndoesCentralProbability()
    {
        for (int degrees = 1; degrees < 40; degrees++)
        {
            foreach (double confidence in (double[])[0.01, 0.5, 0.95, 0.999])
            {
                Assert.Equal(confidence, StudentT.CentralProbability(StudentT.TwoSidedQuantile(confidence, degrees), degrees), 1e-12);
            }
        }
    }

    [Fact]
    public void WithoutDegreesOfFreedom_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.CentralProbability(1, 0));
}
