using System.Runtime.CompilerServices;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Elasticity;

/// <summary>
/// What a fleet of servers has answered, refused and cost so far. Both ways of getting servers are measured by it.
/// </summary>
internal sealed class Fleet
{
    private double refusedRequests;
    private double askedRequests;
    private double paidCapacity;
    private double serverMinutes;

    /// <summary>The servers that answer requests.</summary>
    public int Running { get; set; }

    /// <summary>The servers that are paid for: running or booting.</summary>
    public int Paid { get; set; }

    public double ServerHours => serverMinutes / TimeUnits.MinutesPerHour;

    public double RefusedShare => askedRequests > 0 ? refusedRequests / askedRequests : 0;

    // Of a fleet that never idles, rounding may find a little more served than was paid for.
    public double IdleShare => paidCapacity > 0 ? Math.Max(0, 1 - ((askedRequests - refusedRequests) / paidCapacity)) : 0;

    /// <summary>Lets time pass in which nothing changes.</summary>
    /// <param name="minutes">How much.</param>
    /// <param name="demand">The demand in requests a second.</param>
    /// <param name="serverCapacity">What a server can answer, in requests a second.</param>
    [MethodImpl(HotPath.Inlined)]
    public void Advance(double minutes, double demand, double serverCapacity)
    {
        askedRequests += demand * minutes;
        refusedRequests += Math.Max(0, demand - (Running * serverCapacity)) * minutes;
        paidCapacity += Paid * serverCapacity * minutes;
        serverMinutes += Paid * minutes;
    }
}
