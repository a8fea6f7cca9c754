using System.Runtime.CompilerServices;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Elasticity;

/// <summary>
/// What a fleet of servers has answered, refused and cost so far. Both ways of getting servers are measured by it.
/// </summary>
/// <param name="warmUpMinutes">The time over which the capacity of a server rises from nothing to the full, in minutes; at least 0.</param>
internal sealed class Fleet(double warmUpMinutes = 0)
{
    private double refusedRequests;
    private double askedRequests;
    private double paidCapacity;
    private double serverMinutes;
    private int warmingUp;
    private double reachedByWarmingUp;

    /// <summary>The servers at their full capacity.</summary>
    public int Warm { get; set; }

    /// <summary>The servers that are paid for, whether or not they answer yet.</summary>
    public int Paid { get; set; }

    /// <summary>What all servers can answer now, in full servers: one that is warming up counts for the part that it has reached.</summary>
    public double Answering => Warm + reachedByWarmingUp;

    public double ServerHours => serverMinutes / TimeUnits.MinutesPerHour;

    public double RefusedShare => askedRequests > 0 ? refusedRequests / askedRequests : 0;

    // Of a fleet that never idles, rounding may find a little more served than was paid for.
    public double IdleShare => paidCapacity > 0 ? Math.Max(0, 1 - ((askedRequests - refusedRequests) / paidCapacity)) : 0;

    /// <summary>One server more begins to warm up.</summary>
    public void StartWarmUp() => warmingUp++;

    /// <summary>One server less warms up: it is warm or given back.</summary>
    /// <param name="capacityReached">The share of its capacity that it has reached, from 0 to 1.</param>
    public void EndWarmUp(double capacityReached)
    {
        warmingUp--;

        // Rounding must not outlive the servers whose parts are added up.
        reachedByWarmingUp = warmingUp == 0 ? 0 : Math.Max(0, reachedByWarmingUp - capacityReached);
    }

    /// <summary>Lets time pass in which no server comes, goes, begins or ends to warm up.</summary>
    /// <param name="minutes">How much.</param>
    /// <param name="demand">The demand in requests a second.</param>
    /// <param name="serverCapacity">What a server can answer, in requests a second.</param>
    [MethodImpl(HotPath.Inlined)]
    public void Advance(double minutes, double demand, double serverCapacity)
    {
        double missing = demand - (Answering * serverCapacity);
        askedRequests += demand * minutes;
        refusedRequests += (warmingUp == 0 ? Math.Max(0, missing) : MeanRefusedWhileWarmingUp(missing, minutes, serverCapacity)) * minutes;
        paidCapacity += Paid * serverCapacity * minutes;
        serverMinutes += Paid * minutes;
    }

    private double MeanRefusedWhileWarmingUp(double missing, double minutes, double serverCapacity)
    {
        double gained = warmingUp * minutes / warmUpMinutes;
        reachedByWarmingUp += gained;

        // What is missing falls along a straight line; what counts is the part of it above zero.
        double missingAtTheEnd = missing - (gained * serverCapacity);
        return missing <= 0 ? 0
            : missingAtTheEnd >= 0 ? (missing + missingAtTheEnd) / 2
            : missing * missing / (2 * (missing - missingAtTheEnd));
    }
}
