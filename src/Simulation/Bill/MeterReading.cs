namespace InteractiveArticle.Simulation.Bill;

/// <summary>
/// What the meter says at a moment of the month.
/// </summary>
/// <param name="Hours">The hours that have passed, from 0 to the hours of the month.</param>
/// <param name="RequestShare">The share of the month's requests that have been made by then, from 0 to 1.</param>
/// <param name="Lines">The bill as it stands then, in the order of <see cref="BillResult.Lines"/>.</param>
public sealed record MeterReading(int Hours, double RequestShare, IReadOnlyList<BillLine> Lines)
{
    /// <summary>What the bill has come to, in dollars.</summary>
    public double Dollars => Lines.Sum(line => line.Dollars);
}
