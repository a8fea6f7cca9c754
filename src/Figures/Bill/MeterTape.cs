using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Bill;
using InteractiveArticle.Simulation.Modelling;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Bill;

/// <summary>
/// What the meter prints in the course of a month: for whom it counts, the first day line by line, a line for each day after
/// it, and at the end the bill, its shortest line first, with what it comes to for each user.
/// </summary>
internal sealed class MeterTape
{
    private const double BetweenItems = 0.6; // seconds of film
    private const double BetweenTotals = 0.75;

    private const int RowsBelowTotals = 2; // the sum, and what it is for each user

    private const double Thousand = 1000;

    private readonly MeterReading bill;

    /// <summary>Prints a month.</summary>
    /// <param name="readings">What the meter says after each of its hours.</param>
    /// <param name="time">The film's time.</param>
    /// <param name="users">How many people use the application.</param>
    public MeterTape(IReadOnlyList<MeterReading> readings, StoryTime time, int users)
    {
        bill = readings[^1];
        var firstDay = readings[Math.Min(TimeUnits.HoursPerDay, readings.Count - 1)];
        var items = Items(bill);
        var shares = WholePercents.Of([.. items.Select(item => item.Dollars)]);
        Totals = [.. items.Zip(shares, (item, share) => item with { Share = share }).OrderBy(item => item.Dollars)];
        double printedFrom = time.Film(bill.Hours);
        Rows =
        [
            new(0, "THE METER"),
            new(0, Count(users, "user", format: "N0")),
            .. Printed(time.Film(firstDay.Hours), BetweenItems, Items(firstDay)),
            .. DayTotals(readings, time),
            new(printedFrom, ""),
            new(printedFrom, "THE MONTH"),
            .. Printed(printedFrom + BetweenTotals, BetweenTotals, Totals),
            new(printedFrom + (BetweenTotals * (Totals.Count + 1)), "total") { Dollars = bill.Dollars, IsStrong = true },
            new(printedFrom + (BetweenTotals * (Totals.Count + 2)), $"{Count(100 * bill.Dollars / users, "cent")} for each user"),
        ];
    }

    /// <summary>The rows, from the first to be printed to the last.</summary>
    public IReadOnlyList<TapeRow> Rows { get; }

    /// <summary>The items of the month's bill, from the smallest to the largest, as they are printed.</summary>
    public IReadOnlyList<TapeItem> Totals { get; }

    /// <summary>The gigabytes that are stored, in words.</summary>
    public string Stored => InWords(bill.Lines[1].Quantity) + " GB";

    /// <summary>The row on which the n-th of the <see cref="Totals"/> is printed.</summary>
    /// <param name="total">Its number, from 0.</param>
    public int RowOfTotal(int total) => Rows.Count - RowsBelowTotals - Totals.Count + total;

    /// <summary>The items of the bill as it stands at a moment, always in the same order.</summary>
    /// <param name="reading">What the meter says then.</param>
    /// <remarks>
    /// What is stored lies there all month: a day pays for all of it, but for a day only. Writing and reading have prices of
    /// their own, and are one thing to those who pay.
    /// </remarks>
    public TapeItem[] Items(MeterReading reading)
    {
        var (machines, storage, writing, reads, traffic) = (reading.Lines[0], reading.Lines[1], reading.Lines[2], reading.Lines[3], reading.Lines[4]);
        return
        [
            new("machines", InWords(machines.Quantity) + " h", machines.Dollars),
            new("storage", Stored, storage.Dollars),
            new("requests", InWords(Thousand * (writing.Quantity + reads.Quantity)), writing.Dollars + reads.Dollars),
            new("traffic out", InWords(traffic.Quantity) + " GB", traffic.Dollars),
        ];
    }

    private static IEnumerable<TapeRow> Printed(double from, double apart, IEnumerable<TapeItem> items) =>
        items.Select((item, n) => new TapeRow(from + (n * apart), item.Name) { Quantity = item.Quantity, Dollars = item.Dollars });

    private static IEnumerable<TapeRow> DayTotals(IReadOnlyList<MeterReading> readings, StoryTime time)
    {
        int days = (readings.Count - 1) / TimeUnits.HoursPerDay;
        for (int day = 2; day <= days; day++)
        {
            var (before, after) = (readings[(day - 1) * TimeUnits.HoursPerDay], readings[day * TimeUnits.HoursPerDay]);
            yield return new(time.Film(after.Hours), Prose($"day {day}")) { Dollars = after.Dollars - before.Dollars };
        }

        // A month of average length ends in the middle of a day.
        if (readings.Count - 1 > days * TimeUnits.HoursPerDay)
        {
            var (before, after) = (readings[days * TimeUnits.HoursPerDay], readings[^1]);
            yield return new(time.Film(after.Hours), Prose($"day {days + 1} (part)")) { Dollars = after.Dollars - before.Dollars };
        }
    }

    /// <summary>A number as people say it, if it is large.</summary>
    public static string InWords(double number) => number switch
    {
        >= 1e9 => Amount(number / 1e9) + " billion",
        >= 1e6 => Amount(number / 1e6) + " million",
        _ => Prose($"{number:N0}"),
    };
}

/// <summary>One item of a bill.</summary>
/// <param name="Name">What is paid for.</param>
/// <param name="Quantity">How much of it, in words.</param>
/// <param name="Dollars">What it costs.</param>
internal sealed record TapeItem(string Name, string Quantity, double Dollars)
{
    /// <summary>Its share of the month's bill in whole per cent, from 0 to 1; 0 before the month is over.</summary>
    public double Share { get; init; }
}

/// <summary>One row of the tape.</summary>
/// <param name="At">When it is printed; seconds of film.</param>
/// <param name="Name">What is counted.</param>
internal sealed record TapeRow(double At, string Name)
{
    /// <summary>How much of it.</summary>
    public string Quantity { get; init; } = "";

    /// <summary>What it costs; null where there is nothing to pay.</summary>
    public double? Dollars { get; init; }

    /// <summary>Whether it is set in bold.</summary>
    public bool IsStrong { get; init; }
}
