using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Bill;

/// <summary>
/// What servers of one's own cost, and from which utilisation on they are the cheaper ones.
/// </summary>
/// <remarks>
/// An hour of a rented machine costs p and is paid only when it is used; an hour of an owned one costs c and is paid
/// always. With a utilisation u an hour of use costs p rented and c / u owned, and the two are equal at u = c / p.
/// The total cost of ownership follows L. A. Barroso, U. Hölzle and P. Ranganathan, "The Datacenter as a Computer",
/// third edition, 2018, chapter 6, without interest.
/// </remarks>
public static class Owning
{
    private const double WattsPerKilowatt = 1000;

    /// <summary>What one server costs in a month: its price over its life, its electricity, its share of the staff.</summary>
    /// <param name="options">The server.</param>
    /// <returns>Dollars a month.</returns>
    public static double ServerMonth(BillOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double hardware = options.ServerPrice / (options.ServerYears * TimeUnits.MonthsPerYear);
        double electricity = options.Watts / WattsPerKilowatt * options.Pue * TimeUnits.HoursPerMonth * options.ElectricityPrice;
        return hardware + electricity + options.StaffShare;
    }

    /// <summary>What an owned machine as large as a rented one costs in an hour, used or not.</summary>
    /// <param name="options">The server.</param>
    /// <returns>Dollars an hour.</returns>
    public static double MachineHour(BillOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return ServerMonth(options) / (options.InstancesPerServer * TimeUnits.HoursPerMonth);
    }

    /// <summary>The utilisation above which owning is cheaper than renting by the hour.</summary>
    /// <param name="options">The server and the rented machine.</param>
    /// <returns>At least 0; above 1 where owning is dearer even for a server that never rests.</returns>
    public static double BreakEvenUtilisation(BillOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return MachineHour(options) / Rent(options).Dollars;
    }

    /// <summary>The utilisation above which owning is cheaper than the rent that was paid, which includes rented machines that stood partly idle.</summary>
    /// <param name="result">The months; their costs are compared on average.</param>
    /// <returns>At least 0; at most <see cref="BillResult.BreakEvenUtilisation"/>, which holds if no rented machine stands idle.</returns>
    public static double BreakEvenAtThisRent(BillResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.BreakEvenUtilisation * UseAtRent(result) / result.ComputeDollars.Mean;
    }

    /// <summary>The utilisation of the owned servers over all months together.</summary>
    /// <param name="result">The months.</param>
    /// <returns>From 0 to 1; above <see cref="BreakEvenAtThisRent"/> where owning is the cheaper one on average.</returns>
    public static double Utilisation(BillResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.BreakEvenUtilisation * UseAtRent(result) / result.OwningDollars.Mean;
    }

    // The month's demand is given, so that every month uses as many hours.
    private static double UseAtRent(BillResult result) => result.Hours.Sum(hour => hour.Needed) * result.ByUtilisation[0].Rented;

    /// <summary>The price of the rented machine.</summary>
    internal static Price Rent(BillOptions options) => options.Instance == Instance.M5Large ? PriceBook.M5Large : PriceBook.T3Micro;
}
