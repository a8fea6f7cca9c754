using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Numerics;
using InteractiveArticle.Simulation.Pooling;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Pooling;

/// <summary>
/// Figures of customers who share a pool.
/// </summary>
public static class PoolingFigures
{
    private const double Even = 0.005;
    private const double Margin = 0.03; // so that points at the ends are whole
    private const double RoomForNames = 0.65; // at the right, as a part of the decades shown
    private const double TooClose = 0.06;
    private const double Clear = 0.2; // servers; less may be chance

    /// <summary>The capacity that each customer needs as the pool grows, simulated with the present correlation, and in theory with that one and with none.</summary>
    /// <param name="present">The pool at the present correlation.</param>
    /// <param name="options">Its options.</param>
    public static Figure Law(PoolingResult present, PoolingOptions options)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(options);
        double last = present.Sizes[^1].Customers;
        double spread = present.CapacityPerCustomerAlone.Mean - options.MeanDemand;
        double inTheory(double customers, double correlation) => SquareRootLaw.CapacityPerCustomer(options.MeanDemand, options.CvDemand, correlation, customers, options.Risk);
        double independent = inTheory(last, correlation: 0);
        double added = present.CapacityPerCustomerPooled.Mean - independent;
        bool isCrowded = added < TooClose * spread;
        Series theory(string name, ColorRole color, double correlation) =>
            Series.Of(name, SeriesShape.Line, color, present.Sizes, size => size.Customers, size => inTheory(size.Customers, correlation)) with { IsDashed = true };
        bool isCorrelated = options.Correlation > 0;
        return new Figure
        {
            Title = "What sharing saves",
            Finding = !IsSaving(present)
                ? Prose($"Alone a customer needs {present.CapacityPerCustomerAlone.Mean:F1} servers; in a pool of {last:F0} just as many: nothing is saved.")
                : added >= Clear
                ? Prose($"In a pool of {last:F0} each customer needs {present.CapacityPerCustomerPooled.Mean:F1} servers; if they had nothing in common it would be {independent:F1}.")
                : Prose($"In a pool of {last:F0} each customer needs {present.CapacityPerCustomerPooled.Mean:F1} servers, for a mean demand of {options.MeanDemand:G3}."),
            X = new Axis("customers in the pool (logarithmic)")
            {
                IsLogarithmic = true,
                Minimum = 1 - Margin - Margin,
                Maximum = PortableMath.Pow(Math.Max(last, 2), 1 + RoomForNames),
                Ticks = [.. present.Sizes.Where(size => IsPowerOfTen(size.Customers)).Select(size => new Tick(size.Customers, Prose($"{size.Customers:N0}")))],
            },
            Y = new Axis("servers for each customer"),
            Series =
            [
                theory("theory", ColorRole.Reference, options.Correlation),
                Series.Of(isCorrelated ? Prose($"correlation {options.Correlation:P0}") : "independent", SeriesShape.Points, ColorRole.Contrast, present.Sizes, size => size.Customers, size => size.CapacityPerCustomer)
                    with { NameAt = last, NameBelow = !(isCorrelated && isCrowded) },
                .. isCorrelated ? [theory("independent, in theory", ColorRole.Main, correlation: 0) with { NameAt = last, NameBelow = true }] : Array.Empty<Series>(),
                new Series("mean demand", SeriesShape.Line, ColorRole.Good, [1, last], [options.MeanDemand, options.MeanDemand]) { IsDashed = true, NameAt = 1, NameBelow = true },
            ],
        };
    }

    private static bool IsSaving(PoolingResult pool) => pool.Saving.Mean >= Even;

    private static bool IsPowerOfTen(int number)
    {
        while (number % 10 == 0)
        {
            number /= 10;
        }

        return number == 1;
    }
}
