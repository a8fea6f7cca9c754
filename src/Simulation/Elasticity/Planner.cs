using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Elasticity;

/// <summary>
/// Orders servers for the bought fleet: as many as the forecast peak will need until the delivery after this one.
/// </summary>
/// <param name="options">Lead time, interval, reserve and what a server can answer.</param>
/// <param name="traffic">The demand as far as it can be known and forecast.</param>
internal sealed class Planner(ElasticityOptions options, Traffic traffic)
{
    private int ordered;

    /// <summary>Orders what is missing.</summary>
    /// <param name="now">The time in minutes. An order of the time before the simulation, below 0, is made with what is known at its start.</param>
    /// <returns>How many servers are ordered; 0 where those that are there or on their way will do.</returns>
    public int Order(double now)
    {
        double known = Math.Max(0, now);
        double nextDelivery = now + ((options.LeadTimeDays + options.OrderEveryDays) * TimeUnits.MinutesPerDay);
        double peak = traffic.ForecastPeak(known, nextDelivery - known);
        int wanted = (int)Rounding.Up(peak * (1 + options.Reserve) / options.ServerCapacity);
        int missing = Math.Max(0, wanted - ordered);
        ordered += missing;
        return missing;
    }
}
