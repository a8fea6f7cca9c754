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
    private const double NearOwned = 0.85; // share of the owned machines; a higher peak leaves a name no room below their line

    // A server that hardly anybody uses costs a hundred times as much for an hour of use as a busy one.
    private static readonly double[] PriceTicks = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    /// <summary>A month's bill by line.</summary>
    /// <param name="result">The month; its first simulated one is shown.</param>
    public static Figure Lines(BillResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        (string Name, double Dollars)[] lines =
        [
            ("machines", result.Lines[0].Dollars),
            ("storage", result.StorageDollars),
            ("requests", result.RequestDollars),
            ("traffic out", result.EgressDollars),
        ];
        var largest = lines.MaxBy(line => line.Dollars);
        double total = lines.Sum(line => line.Dollars);
        double share = WholePercents.Of([.. lines.Select(line => line.Dollars)]).Max();
        return new Figure
        {
            Title = "A month's bill, line by line",
            Finding = Prose($"The month costs {total:N0} dollars: {string.Join(", ", lines.Select(line => Prose($"{line.Name} {line.Dollars:N0}")))}. The largest line is {largest.Name}, {share:P0} of the bill."),
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
        BillHour[] start = [.. week.Take(HoursOfName)];
        BillHour peak = start.MaxBy(hour => hour.Rented)!;
        BillHour named = peak.Rented > NearOwned * owned ? start.Skip(TimeUnits.HoursPerDay / 2).MinBy(hour => hour.Rented)! : peak;
        string come = options.InstancesPerServer == 1 ? "of owned ones," : Prose($"owned ones come {options.InstancesPerServer} to a server, so");
        return new Figure
        {
            Title = "Renting follows the hours, owning waits for the worst",
            Finding = Prose($"An average hour of the month keeps {Machines(mean)} busy, the busiest one {Machines(busiest)}. Rented machines follow; {come} {owned:N0} {(owned == 1 ? "has" : "have")} to stand there for the busiest hour, and in this month they are used at {Use(mean / owned)}."),
            X = new Axis("days") { Minimum = 0, Maximum = TimeUnits.DaysPerWeek },
            Y = new Axis("machines") { Minimum = 0 },
            Series =
            [
                Series.Of("rented", SeriesShape.Area, ColorRole.Main, week, hour => hour.Hour / (double)TimeUnits.HoursPerDay, hour => hour.Rented) with { NameAt = named.Hour / (double)TimeUnits.HoursPerDay },
                new("owned", SeriesShape.Line, ColorRole.Contrast, [0, TimeUnits.DaysPerWeek], [owned, owned]) { NameAt = 0, NameBelow = true },
            ],
        };
    }

    /// <summary>What an hour of use costs, rented and owned, as the utilisation changes.</summary>
    /// <param name="result">The month.</param>
    /// <param name="options">The options it was run with.</param>
    /// <param name="months">Months of other burstiness, simulated.</param>
    public static Figure BreakEven(BillResult result, BillOptions options, IReadOnlyList<BillResult> months)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(months);
        double rent = result.ByUtilisation[0].Rented;
        HourOfUse[] inTheory = [.. result.ByUtilisation.Where(point => IsDrawable(point.Owned))];
        (double Utilisation, double Price)[] simulated =
        [
            .. months.Select(month => (Owning.Utilisation(month), month.OwningDollars.Mean / month.Hours.Sum(hour => hour.Needed)))
                .Where(point => IsDrawable(point.Item2)),
        ];
        string replaced = options.InstancesPerServer == 1 ? "rented machine" : Prose($"{options.InstancesPerServer} rented machines");
        string costs = Prose($"One server costs {Owning.ServerMonth(options):N0} dollars a month, the {replaced} that it replaces {rent * options.InstancesPerServer * TimeUnits.HoursPerMonth:N0}");
        return new Figure
        {
            Title = "Owning against renting",
            Finding = result.BreakEvenUtilisation >= 1
                ? $"{costs}: it costs more even if it never rests."
                : Prose($"{costs}. Owning and renting cost the same where the lines cross; over many such months, this site's servers would be used at {Use(Owning.Utilisation(result))}."),
            X = Axis.Share("utilisation of machines of one's own"),
            Y = new Axis("dollars for an hour of use (logarithmic)") { IsLogarithmic = true, Ticks = [.. PriceTicks.Select(price => new Tick(price, Prose($"{price:0.###}")))] },
            Series =
            [
                new("rented", SeriesShape.Line, ColorRole.Main, [0, 1], [rent, rent]) { NameAt = 1 },
                .. inTheory.Length == 0
                    ? Array.Empty<Series>()
                    : [Series.Of("owned, in theory", SeriesShape.Line, ColorRole.Reference, inTheory, point => point.Utilisation, point => point.Owned) with { IsDashed = true }],
                .. simulated.Length == 0
                    ? Array.Empty<Series>()
                    : [Series.Of("owned", SeriesShape.Points, ColorRole.Contrast, simulated, point => point.Utilisation, point => point.Price) with { NameAt = simulated.Min(point => point.Utilisation), NameBelow = true }],
            ],
            Marks = [Mark.Here(Owning.Utilisation(result))],
        };
    }

    // Nothing and infinitely much have no place on a logarithmic axis.
    private static bool IsDrawable(double price) => price > 0 && double.IsFinite(price);

    private static string Machines(double number) => number < 1 ? "less than one machine" : Count(number, "machine", format: "N0");

    // Half a per cent rounded up to a whole one would be twice as much.
    private static string Use(double share) => share is >= 0.005 and < 0.01 ? Prose($"{share:P1}") : Share(share);

    /// <summary>The list prices that are on the bill, as a table.</summary>
    public static Table Prices()
    {
        (Price Price, string What, string Unit)[] sold =
        [
            (PriceBook.M5Large, $"{PriceBook.M5Large.Name}: a machine with 2 virtual CPUs, that is one core, and 8 GiB of memory", "hour"),
            (PriceBook.Storage, PriceBook.Storage.Name, "gigabyte and month"),
            (PriceBook.Puts, PriceBook.Puts.Name, PriceBook.Puts.Unit),
            (PriceBook.Gets, PriceBook.Gets.Name, PriceBook.Gets.Unit),
            (PriceBook.Traffic, PriceBook.Traffic.Name, "gigabyte"),
        ];
        var table = new Table("List prices in northern Virginia", "what", "dollars", "for one");
        foreach (var (price, what, unit) in sold)
        {
            table = table.Row([$"{what}", $"{price.Dollars:0.0###}", $"{unit}"]);
        }

        return table;
    }
}
