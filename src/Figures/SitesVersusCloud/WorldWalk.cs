using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.SitesVersusCloud;

namespace InteractiveArticle.Figures.SitesVersusCloud;

/// <summary>The first sites of a world, followed from one moment to a later one.</summary>
/// <param name="trace">What happens.</param>
/// <param name="sites">How many sites are followed, from the first on.</param>
internal sealed class WorldWalk(WorldTrace trace, int sites)
{
    // Hours become years and hours again, and what turns at a moment has turned by then.
    private const double Rounding = 1e-6;

    private readonly bool[] isDown = new bool[sites];
    private int down;
    private double passed;
    private double hoursDown;
    private int next;

    /// <summary>The sites that are down at present, in order.</summary>
    public IEnumerable<int> Down => Enumerable.Range(0, sites).Where(site => isDown[site]);

    /// <summary>The most sites that were down at once so far.</summary>
    public int MostDown { get; private set; }

    /// <summary>The hours that a site has been down so far, on average.</summary>
    public double HoursDown => hoursDown / sites;

    /// <summary>Goes on to a moment, and counts the sites that are down then.</summary>
    /// <param name="years">Years from the start; not before the moment that was reached.</param>
    public int DownAt(double years)
    {
        double hours = years * TimeUnits.HoursPerYear;
        while (next < trace.Turns.Count && trace.Turns[next].Hours <= hours + Rounding)
        {
            var turn = trace.Turns[next++];
            if (turn.Site < sites && isDown[turn.Site] != turn.IsDown)
            {
                Pass(turn.Hours);
                isDown[turn.Site] = turn.IsDown;
                down += turn.IsDown ? 1 : -1;
                MostDown = Math.Max(MostDown, down);
            }
        }

        Pass(hours);
        return down;
    }

    private void Pass(double hours)
    {
        hoursDown += down * (hours - passed);
        passed = hours;
    }
}
