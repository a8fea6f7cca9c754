using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Bill;

/// <summary>
/// A month's bill by line, and what the same computing costs on servers of one's own.
/// </summary>
public sealed record BillResult
{
    /// <summary>Virtual machines by the hour.</summary>
    [Measure("$/month")]
    public required Estimate ComputeDollars { get; init; }

    /// <summary>What is stored, by the gigabyte and month.</summary>
    [Measure("$/month")]
    public required double StorageDollars { get; init; }

    /// <summary>Reading and writing requests to the store, by the thousand.</summary>
    [Measure("$/month")]
    public required double RequestDollars { get; init; }

    /// <summary>Traffic to the users, by the gigabyte.</summary>
    [Measure("$/month")]
    public required double EgressDollars { get; init; }

    /// <summary>The whole bill.</summary>
    [Measure("$/month")]
    public required Estimate TotalDollars { get; init; }

    /// <summary>The servers of one's own that the month's busiest hour needs.</summary>
    [Measure("servers")]
    public required Estimate OwnedServers { get; init; }

    /// <summary>What those servers cost; to be held against what computing costs and nothing else.</summary>
    [Measure("$/month")]
    public required Estimate OwningDollars { get; init; }

    /// <summary>The utilisation of those servers, from 0 to 1: the share of what they can do in a month that anybody wants.</summary>
    [Measure]
    public required Estimate Utilisation { get; init; }

    /// <summary>The utilisation above which owning is cheaper than renting.</summary>
    /// <remarks>See <see cref="Owning"/>.</remarks>
    [Measure]
    public required double BreakEvenUtilisation { get; init; }

    /// <summary>The share of months in which owning would have been cheaper, from 0 to 1.</summary>
    [Measure]
    public required Estimate OwningIsCheaper { get; init; }

    /// <summary>The lines of the first simulated month's bill.</summary>
    public required IReadOnlyList<BillLine> Lines { get; init; }

    /// <summary>The hours of the first simulated month.</summary>
    [Measure]
    public required IReadOnlyList<BillHour> Hours { get; init; }

    /// <summary>What an hour of use costs, rented and owned, over the utilisation.</summary>
    [Measure]
    public required IReadOnlyList<HourOfUse> ByUtilisation { get; init; }
}
