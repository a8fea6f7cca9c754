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
}
