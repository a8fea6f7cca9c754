namespace InteractiveArticle.Simulation.Bill;

/// <summary>
/// One line of a month's bill.
/// </summary>
/// <param name="Quantity">How many units were used.</param>
/// <param name="Price">What is sold, by which unit and for how much.</param>
public sealed record BillLine(double Quantity, Price Price)
{
    /// <summary>What the line costs, in dollars.</summary>
    public double Dollars => Quantity * Price.Dollars;
}
