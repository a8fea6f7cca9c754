namespace InteractiveArticle.Simulation.Bill;

/// <summary>
/// One line of a price list.
/// </summary>
/// <param name="Name">What is sold, such as "m5.large".</param>
/// <param name="Dollars">US dollars for one unit.</param>
/// <param name="Unit">The unit it is sold by, such as "hour" or "1,000 requests".</param>
public sealed record Price(string Name, double Dollars, string Unit);
