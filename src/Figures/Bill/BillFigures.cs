using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Figures.Text;
using InteractiveArticle.Simulation.Bill;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Bill;

/// <summary>
/// The figures on what a month of services costs.
/// </summary>
public static class BillFigures
{
    private const int HoursOfName = 72; // a name further right would run out of a small picture
    private const double HighestPrice = 4; // times the rent: above it the curve is only tall

    /// <summary>A month's bill by line.</summary>
    /// <param name="result">The month.</param>
    public static Figure Lines(BillResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        (string Name, double Dollars)[] lines =
        [
            ("machines", result.ComputeDollars.Mean),
            ("storage", result.StorageDollars),
            ("requests", result.RequestDollars),
            ("traffic out", result.EgressDollars),
        ];
        var largest = lines.MaxBy(line => line.Dollars);
        double total = result.TotalDollars.Mean;
        return new Figure
        {
            Title = "A month's bill, line by line",
            Finding = Prose($"The month costs {total:N0} dollars: {string.Join(", ", lines.Select(line => Prose($"{line.Name} {line.Dollars:N0}")))}. The largest line is {largest.Name}, {largest.Dollars / total:P0} of the bill."),
            X = new Axis("line of the bill") { Minimum = -0.5, Maximum = lines.Length - 0.5, Ticks = [.. lines.Select((line, at) => new Tick(at, line.Name))] },
            Y = new Axis("dollars a month") { Minimum = 0 },
            Series = [.. lines.Select((line, at) => new Series(line.Name, SeriesShape.Bars, line == largest ? ColorRole.Contrast : ColorRole.Main, [at], [line.Dollars]))],
        };
    }

    /// <summary>A week on the meter: what is rented hour by hour, and what would have to be owned.</summary>
    /// <param name="result">The month.</param>
    /// <param name="options">The options it was run with.</param>
    public static Figure Week(BillResult result, BillOptions options)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        BillHour[] week = [.. result.Hours.Take(TimeUnits.HoursPerWeek)];
        double mean = result.Hours.Average(hour => hour.Needed);
        double busiest = result.Hours.Max(hour => hour.Needed);
        double owned = Math.Max(1, Rounding.Up(busiest / options.InstancesPerServer)) * options.InstancesPerServer;
        return new Figure
        {
            Title = "Renting follows the hours, owning waits for the worst",
            Finding = Prose($"An average hour of the month keeps {Machines(mean)} busy, the busiest one {Machines(busiest)}. Rented machines follow; owned ones have to stand there for the busiest hour, and of what they could do {result.Utilisation.Mean:P0} is wanted, in the average of many such months."),
            X = new Axis("days") { Minimum = 0, Maximum = TimeUnits.DaysPerWeek },
            Y = new Axis("machines") { Minimum = 0 },
            Series =
            [
                Series.Of("rented", SeriesShape.Area, ColorRole.Main, week, hour => hour.Hour / (double)TimeUnits.HoursPerDay, hour => hour.Rented) with { NameAt = week.Take(HoursOfName).MaxBy(hour => hour.Rented)!.Hour / (double)TimeUnits.HoursPerDay },
                new("owned", SeriesShape.Line, ColorRole.Contrast, [0, TimeUnits.DaysPerWeek], [owned, owned]) { NameAt = 0, NameBelow = true },
            ],
        };
    }

    /// <summary>What an hour of use costs, rented and owned, as the utilisation changes.</summary>
    /// <param name="result">The month.</param>
    /// <param name="months">Months of other burstiness, simulated.</param>
    public static Figure BreakEven(BillResult result, IReadOnlyList<BillResult> months)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(months);
        double rent = result.ByUtilisation[0].Rented;
        HourOfUse[] shown = [.. result.ByUtilisation.Where(point => point.Owned <= HighestPrice * rent)];
        (double Utilisation, double Price)[] simulated =
        [
            .. months.Select(month => (month.Utilisation.Mean, month.OwningDollars.Mean / month.Hours.Sum(hour => hour.Needed)))
                .Where(point => point.Item2 <= HighestPrice * rent),
        ];
        double breakEven = result.BreakEvenUtilisation;
        return new Figure
        {
            Title = "Owning against renting",
            Finding = breakEven >= 1
                ? Prose($"A rented machine costs {rent:0.###} dollars for an hour of use; an owned one costs more even if it never rests.")
                : Prose($"A rented machine costs {rent:0.###} dollars for an hour of use, whatever the utilisation; an owned one costs as much at a utilisation of {breakEven:P0} and less above it. This site's own servers would be used at {result.Utilisation.Mean:P0}."),
            X = Axis.Share("utilisation of machines of one's own"),
            Y = new Axis("dollars for an hour of use") { Minimum = 0, Maximum = HighestPrice * rent },
            Series =
            [
                new("rented", SeriesShape.Line, ColorRole.Main, [0, 1], [rent, rent]) { NameAt = 1 },
                .. shown.Length == 0
                    ? Array.Empty<Series>()
                    : [Series.Of("owned, in theory", SeriesShape.Line, ColorRole.Reference, shown, point => point.Utilisation, point => point.Owned) with { IsDashed = true }],
                .. simulated.Length == 0
                    ? Array.Empty<Series>()
                    : [Series.Of("owned", SeriesShape.Points, ColorRole.Contrast, simulated, point => point.Utilisation, point => point.Price) with { NameAt = simulated.Min(point => point.Utilisation), NameBelow = true }],
            ],
            Marks = [Mark.Here(result.Utilisation.Mean), .. breakEven < 1 && Math.Abs(breakEven - result.Utilisation.Mean) > 0.15 ? [new(breakEven, "break-even")] : Array.Empty<Mark>()],
        };
    }

    private static string Machines(double number) => number < 1 ? "less than one machine" : Count(number, "machine", format: "N0");

    /// <summary>The price book as a table.</summary>
    public static Table Prices()
    {
        var table = new Table("List prices in northern Virginia", "what", "dollars", "for one");
        foreach (var price in PriceBook.All)
        {
            table = table.Row([$"{price.Name}", $"{price.Dollars:0.0###}", $"{price.Unit}"]);
        }

        return table;
    }
}
