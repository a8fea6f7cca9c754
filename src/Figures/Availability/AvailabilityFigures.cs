using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Availability;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Availability;

/// <summary>
/// The figures on redundancy.
/// </summary>
public static class AvailabilityFigures
{
    private const int FarApart = 3; // copies more, and the two lines have room for a name between them

    /// <summary>The time without service as copies are added that one crew repairs: without common causes, and with them.</summary>
    /// <param name="system">The system; its number of machines is the present setting.</param>
    /// <param name="simulated">The system with other numbers of machines, simulated, in the order of the numbers.</param>
    public static Figure Copies(AvailabilityOptions system, IReadOnlyList<(int Machines, AvailabilityResult Result)> simulated)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(simulated);
        double independent(int machines) => 1 - BirthDeath.Availability(system with { N = machines, Beta = 0 });
        double common(int machines) => 1 - BirthDeath.Availability(system with { N = machines });
        int fewest = simulated[0].Machines;

        // The caption tells of no more machines than the axis has room for.
        int mostShown(Func<int, double> unavailability) => simulated.Select(point => point.Machines).LastOrDefault(n => unavailability(n) >= Downtime.Smallest, fewest);
        int most = mostShown(common);
        int mostApart = mostShown(independent);
        var seen = simulated.Where(point => point.Result.Unavailability.Mean >= Downtime.Smallest).ToArray();
        return new Figure
        {
            Title = "What another copy buys",
            Finding = Prose($"With {Count(fewest, "machine")} the service is gone for {Downtime.AYear(common(fewest))} a year")
                + (most > fewest ? Prose($", with {most} for {Downtime.AYear(common(most))}. ") : ". ")
                + (system.Beta == 0
                    ? "No failure has a common cause, so each copy cuts the time to a small part of it."
                    : Prose($"With no common cause and one crew, {Count(mostApart, "machine")} would bring it down to {Downtime.AYear(independent(mostApart))}."))
                + (seen.Length > 0 && seen[^1].Machines < most ? Prose($" The simulation never saw all of {seen[^1].Machines + 1} or more machines down.") : ""),
            X = new Axis("machines") { Minimum = fewest - 0.5, Maximum = simulated[^1].Machines + 0.5, Ticks = [.. simulated.Select(point => new Tick(point.Machines, Prose($"{point.Machines}")))] },
            Y = Downtime.Axis("without service"),
            Series =
            [
                .. TheoryOf("no common cause", simulated, independent, system.Beta > 0 ? fewest + FarApart : null),
                .. TheoryOf(system.Beta == 0 ? "in theory" : "a common cause, in theory", simulated, common, fewest + (system.Beta == 0 ? 1 : 2)),
                .. seen.Length == 0
                    ? Array.Empty<Series>()
                    : [Series.Of("simulated", SeriesShape.Points, ColorRole.Contrast, seen, point => point.Machines, point => point.Result.Unavailability.Mean) with { NameAt = seen[^1].Machines }],
            ],
            Marks = system.N >= fewest && system.N <= simulated[^1].Machines ? [Mark.Here(system.N)] : [],
        };
    }

    private static IEnumerable<Series> TheoryOf(string name, IReadOnlyList<(int Machines, AvailabilityResult Result)> simulated, Func<int, double> unavailability, int? nameAt)
    {
        // What falls below the axis is cut off, or a line would run out of the picture.
        int[] machines = [.. simulated.Select(point => point.Machines).Where(n => unavailability(n) >= Downtime.Smallest)];
        return machines.Length == 0
            ? []
            : [Series.Of(name, SeriesShape.Line, ColorRole.Reference, machines, n => n, unavailability) with { IsDashed = true, NameAt = nameAt is { } at ? Math.Min(at, machines[^1]) : null }];
    }
}
