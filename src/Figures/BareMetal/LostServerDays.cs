using InteractiveArticle.Simulation.BareMetal;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Figures.BareMetal;

/// <summary>What a fleet loses in a year, by cause, in server-days: each is one server, out of service for one day.</summary>
/// <param name="ForMachines">Broken, and waiting for a new machine.</param>
/// <param name="ForPeople">Broken, and waiting for a person.</param>
/// <param name="InRepair">Being repaired.</param>
/// <param name="WithoutPower">Not broken, and in a zone that is down.</param>
public sealed record LostServerDays(double ForMachines, double ForPeople, double InRepair, double WithoutPower)
{
    /// <summary>What breakdowns take, whatever they wait for; power cuts are apart.</summary>
    public double Broken => ForMachines + ForPeople + InRepair;

    /// <summary>What a fleet loses in a year.</summary>
    /// <param name="fleet">The simulated fleet.</param>
    public static LostServerDays AYear(BareMetalResult fleet)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        double broken = fleet.InRepair.Mean + fleet.WaitingForParts.Mean;

        // Those that neither work nor are broken; rounding may leave slightly fewer than none.
        double dark = Math.Max(0, (fleet.Servers * (1 - fleet.Availability.Mean)) - broken);
        return new(
            TimeUnits.DaysPerYear * fleet.WaitingForParts.Mean,
            TimeUnits.DaysPerYear * fleet.WaitingForPeople.Mean,
            TimeUnits.DaysPerYear * (fleet.InRepair.Mean - fleet.WaitingForPeople.Mean),
            TimeUnits.DaysPerYear * dark);
    }

    /// <summary>What a fleet loses in an average year: breakdowns as simulated, and power cuts in theory, as many years would have to be simulated to tell that of so few.</summary>
    /// <param name="fleet">The simulated fleet.</param>
    /// <param name="options">The options it was run with.</param>
    public static LostServerDays AnAverageYear(BareMetalResult fleet, BareMetalOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var lost = AYear(fleet);

        // Zones go down whatever is broken in them.
        return lost with { WithoutPower = options.ZoneDownShare * ((TimeUnits.DaysPerYear * options.Servers) - lost.Broken) };
    }
}
