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

    /// <summary>The capacity that each customer needs as the pool grows, with the present correlation and with none.</summary>
    /// <param name="present">The pool at the present correlation.</param>
    /// <param name="independent">The same customers without correlation.</param>
    /// <param name="options">The options of the present pool.</param>
    public static Figure Law(PoolingResult present, PoolingResult independent, PoolingOptions options)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(independent);
        ArgumentNullException.ThrowIfNull(options);
        double last = present.Sizes[^1].Customers;
        double spread = present.CapacityPerCustomerAlone.Mean - options.MeanDemand;
        bool isCrowded = present.CapacityPerCustomerPooled.Mean - independent.CapacityPerCustomerPooled.Mean < TooClose * spread;
        Series simulated(string name, ColorRole color, PoolingResult result) =>
            Series.Of(name, SeriesShape.Points, color, result.Sizes, size => size.Customers, size => size.CapacityPerCustomer) with { NameAt = last, NameBelow = true };
        Series theory(PoolingResult result) =>
            Series.Of("theory", SeriesShape.Line, ColorRole.Reference, result.Sizes, size => size.Customers, size => size.InTheory) with { IsDashed = true };
        bool isCorrelated = options.Correlation > 0;
        return new Figure
        {
            Title = "What sharing saves",
            Finding = !IsSaving(present)
                ? Prose($"Alone a customer needs {present.CapacityPerCustomerAlone.Mean:F1} servers; on a pool of {last:F0} just as many: nothing is saved.")
                : Prose($"Alone a customer needs {present.CapacityPerCustomerAlone.Mean:F1} servers, on a pool of {last:F0} only {present.CapacityPerCustomerPooled.Mean:F1}, for a mean demand of {options.MeanDemand:G3}."),
            X = new Axis("customers on the pool (logarithmic)")
            {
                IsLogarithmic = true,
                Minimum = 1 - Margin - Margin,
                Maximum = PortableMath.Pow(Math.Max(last, 2), 1 + RoomForNames),
                Ticks = [.. present.Sizes.Where(size => IsPowerOfTen(size.Customers)).Select(size => new Tick(size.Customers, Prose($"{size.Customers:N0}")))],
            },
            Y = new Axis("servers for each customer"),
            Series =
            [
                theory(present),
                simulated(isCorrelated ? Prose($"correlation {options.Correlation:P0}") : "independent", ColorRole.Contrast, present) with { NameBelow = !(isCorrelated && isCrowded) },
                .. isCorrelated ? (Series[])[theory(independent), simulated("independent", ColorRole.Main, independent)] : [],
                new Series("mean demand", SeriesShape.Line, ColorRole.Good, [1, last], [options.MeanDemand, options.MeanDemand]) { IsDashed = true, NameAt = 1, NameBelow = true },
            ],
        };
    }

    /// <summary>The capacity that each customer needs as the customers' peaks come together.</summary>
    /// <param name="sweep">The correlations and the pools they lead to, in the order of the correlations.</param>
    /// <param name="present">The present correlation.</param>
    public static Figure Correlation(IReadOnlyList<(double Correlation, PoolingResult Pool)> sweep, double present)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var best = sweep[0];
        var worst = sweep[^1];
        double middle = sweep[sweep.Count / 2].Correlation;
        return new Figure
        {
            Title = "What undoes sharing: everybody’s peak at once",
            Finding = IsSaving(best.Pool)
                ? Prose($"At a correlation of {best.Correlation:P0} the pool needs {best.Pool.CapacityPerCustomerPooled.Mean:F1} servers for each customer and saves {best.Pool.Saving.Mean:P0}; at {worst.Correlation:P0} it {(IsSaving(worst.Pool) ? Prose($"needs {worst.Pool.CapacityPerCustomerPooled.Mean:F1} and saves {worst.Pool.Saving.Mean:P0}") : "saves nothing")}.")
                : "Nothing is saved, at whatever correlation.",
            X = Axis.Share("correlation of any two customers", best.Correlation - Margin, worst.Correlation + Margin),
            Y = new Axis("servers for each customer"),
            Series =
            [
                Series.Of("theory", SeriesShape.Line, ColorRole.Reference, sweep, point => point.Correlation, point => point.Pool.CapacityPerCustomerPooledInTheory) with { IsDashed = true, NameAt = middle, NameBelow = true },
                Series.Of("simulated", SeriesShape.Points, ColorRole.Contrast, sweep, point => point.Correlation, point => point.Pool.CapacityPerCustomerPooled.Mean) with { NameAt = sweep[^2].Correlation },
            ],
            Marks = [Mark.Here(present)],
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
