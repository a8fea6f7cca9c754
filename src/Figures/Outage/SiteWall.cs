using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Numerics;
using InteractiveArticle.Simulation.Outage;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Figures.Outage;

/// <summary>
/// The wall of sites on S3, a window each: how many are lit is what the day's trace says; which of them, and the names on
/// some, are for illustration.
/// </summary>
/// <remarks>
/// Sites stand in a line from the hardiest to the most exposed. At every moment those are lit whose place in the line is less
/// than <see cref="Lit"/>: as the share of lit ones falls, sites go dark from the end of the line, as it rises they come back
/// in reverse.
/// </remarks>
public static class SiteWall
{
    private const ulong Seed = 28_02_2017;

    // The named sites were all gone on that day, so the hardiest are others. Nobody knows who came back last: no named one does.
    private const double FirstExposed = 0.3;
    private const double LastExposed = 0.9;

    private const double NineInTen = 0.9;

    /// <summary>The sites and services that the column names, as they stand on windows.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["Slack", "Twitch", "JSTOR", "SEC", "Kickstarter", "Codecademy", "VSCO", "Imgur", "Vermont\nPublic Radio", "Expedia"];

    /// <summary>The minutes of a day, and between two of them the moment from which on nine in ten of the sites are well.</summary>
    /// <param name="result">The simulated day.</param>
    /// <remarks>Sites come back one by one: on the straight line between two minutes nine in ten would be well up to a minute late.</remarks>
    public static IReadOnlyList<OutageMinute> Minutes(OutageResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var minutes = result.Minutes;
        double again = result.Typical.DependantsMinutes;
        int next = Bisection.First(minutes.Count, n => minutes[n].Minute >= again);
        if (next == 0 || next == minutes.Count || minutes[next].Minute == again)
        {
            return minutes;
        }

        var well = minutes[next - 1] with
        {
            Minute = again,
            DependantsNormal = Math.Max(NineInTen, At(minutes, again, one => one.DependantsNormal)),
            LossMillions = At(minutes, again, one => one.LossMillions),
        };
        return [.. minutes.Take(next), well, .. minutes.Skip(next)];
    }

    /// <summary>How many of some sites are lit at a moment: the share that the trace has then, straight between its minutes.</summary>
    /// <param name="minutes">The day's trace.</param>
    /// <param name="sites">How many sites there are.</param>
    /// <param name="minute">The moment; minutes after the command.</param>
    public static int Lit(IReadOnlyList<OutageMinute> minutes, int sites, double minute) =>
        Rounded(sites * At(minutes, minute, one => one.DependantsNormal));

    /// <summary>The line that chance puts sites into, from the hardiest to the most exposed.</summary>
    /// <param name="sites">How many sites there are.</param>
    /// <param name="exposed">How many of them, from the first on, are neither among the hardiest nor among the last to come back, and spread over the line between.</param>
    /// <returns>The numbers of the sites.</returns>
    public static IReadOnlyList<int> Line(int sites, int exposed = 0)
    {
        var chance = new RandomStreams(Seed).Stream("wall");
        int first = (int)(FirstExposed * sites);
        int last = (int)(LastExposed * sites);
        HashSet<int> places = [.. Enumerable.Range(0, exposed).Select(n => first + (int)((n + 0.5) * (last - first) / exposed))];
        var named = new Queue<int>(Shuffled(0, exposed, chance));
        var others = new Queue<int>(Shuffled(exposed, sites - exposed, chance));
        return [.. Enumerable.Range(0, sites).Select(place => (places.Contains(place) ? named : others).Dequeue())];
    }

    /// <summary>The turns of each site by its number.</summary>
    /// <param name="minutes">The day's trace.</param>
    /// <param name="time">The film's time.</param>
    /// <param name="sites">How many sites there are.</param>
    internal static IReadOnlyList<IReadOnlyList<Turn>> Turns(IReadOnlyList<OutageMinute> minutes, StoryTime time, int sites) => Turns(minutes, time, Line(sites));

    /// <summary>The turns of each site by its number.</summary>
    /// <param name="minutes">The day's trace.</param>
    /// <param name="time">The film's time.</param>
    /// <param name="line">The sites from the hardiest to the most exposed.</param>
    internal static IReadOnlyList<IReadOnlyList<Turn>> Turns(IReadOnlyList<OutageMinute> minutes, StoryTime time, IReadOnlyList<int> line)
    {
        int sites = line.Count;
        List<Turn>[] turns = [.. Enumerable.Range(0, sites).Select(_ => new List<Turn>())];
        foreach (var (before, after) in minutes.Zip(minutes.Skip(1)).TakeWhile(pair => pair.First.Minute < time.End))
        {
            int from = Rounded(sites * before.DependantsNormal);
            int to = Rounded(sites * after.DependantsNormal);
            for (int lit = from; lit != to; lit += Math.Sign(to - from))
            {
                // Between two minutes the share crosses the half between two whole numbers of sites.
                bool isFalling = to < from;
                double crossed = (lit + (isFalling ? -0.5 : 0.5)) / sites;
                double part = (crossed - before.DependantsNormal) / (after.DependantsNormal - before.DependantsNormal);
                double minute = before.Minute + (Math.Clamp(part, 0, 1) * (after.Minute - before.Minute));
                if (minute < time.End)
                {
                    turns[line[isFalling ? lit - 1 : lit]].Add(new(time.Film(minute), isFalling ? ActorState.Dark : ActorState.Lit));
                }
            }
        }

        return turns;
    }

    /// <summary>A quantity of the trace at a moment, straight between the trace's minutes.</summary>
    /// <param name="minutes">The day's trace.</param>
    /// <param name="minute">The moment; minutes after the command.</param>
    /// <param name="value">The quantity.</param>
    public static double At(IReadOnlyList<OutageMinute> minutes, double minute, Func<OutageMinute, double> value)
    {
        int next = Bisection.First(minutes.Count, n => minutes[n].Minute > minute);
        if (next == 0 || next == minutes.Count)
        {
            return value(minutes[Math.Max(0, next - 1)]);
        }

        var (before, after) = (minutes[next - 1], minutes[next]);
        return value(before) + ((value(after) - value(before)) * (minute - before.Minute) / (after.Minute - before.Minute));
    }

    private static int Rounded(double sites) => (int)Math.Round(sites, MidpointRounding.AwayFromZero);

    private static int[] Shuffled(int first, int count, RandomStream chance)
    {
        int[] sites = [.. Enumerable.Range(first, count)];
        for (int last = count - 1; last > 0; last--)
        {
            int other = chance.NextIndex(last + 1);
            (sites[last], sites[other]) = (sites[other], sites[last]);
        }

        return sites;
    }
}
