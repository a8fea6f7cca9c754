namespace InteractiveArticle.Simulation.Bill;

/// <summary>
/// The meter as the month goes by: how the bill grows to what it is at the end.
/// </summary>
/// <remarks>
/// Machines are counted by the hours for which they are rented, requests and traffic as the demand of each hour brings
/// them, and storage evenly, for the same gigabytes lie there all month.
/// </remarks>
public static class Meter
{
    /// <summary>Reads the meter after every hour of a month.</summary>
    /// <param name="month">The month; its first simulated one is read.</param>
    /// <returns>One reading for each hour and one for the start; the last one is the bill of <see cref="BillResult.Lines"/>.</returns>
    public static IReadOnlyList<MeterReading> Readings(BillResult month)
    {
        ArgumentNullException.ThrowIfNull(month);
        int hours = month.Hours.Count;
        double needed = month.Hours.Sum(hour => hour.Needed);
        double rentedHours = month.Hours.Sum(hour => hour.Rented);
        double neededSoFar = 0;
        double rentedSoFar = 0;
        List<MeterReading> readings = [Reading(0, 0, 0)];
        for (int hour = 1; hour <= hours; hour++)
        {
            neededSoFar += month.Hours[hour - 1].Needed;
            rentedSoFar += month.Hours[hour - 1].Rented;

            // Where nobody asks for anything, the hours pass all the same.
            readings.Add(Reading(hour, rentedSoFar / rentedHours, needed > 0 ? neededSoFar / needed : (double)hour / hours));
        }

        return readings;

        MeterReading Reading(int hour, double rented, double requested) => new(hour, requested,
        [
            .. month.Lines.Select((line, at) => line with
            {
                Quantity = line.Quantity * at switch
                {
                    BillSimulation.MachinesLine => rented,
                    BillSimulation.StorageLine => (double)hour / hours,
                    _ => requested,
                },
            }),
        ]);
    }
}
