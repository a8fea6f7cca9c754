using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Outage;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Figures.Outage;

/// <summary>
/// The wall of sites on S3, a window each: how many are lit is what the day's trace says; which of them, and the names on
/// some, are for illustration.
/// </summary>
public static class SiteWall
{
    private const ulong Seed = 28_02_2017;

    /// <summary>The sites and services that the column names, as they stand on windows.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["Slack", "Twitch", "JSTOR", "SEC", "Kickstarter", "Codecademy", "VSCO", "Imgur", "Vermont\nPublic Radio", "Expedia"];

    /// <summary>How many of some sites are lit at a moment: the share that the trace has then, straight between its minutes.</summary>
    /// <param name="minutes">The day's trace.</param>
    /// <param name="sites">How many sites there are.</param>
    /// <param name="minute">The moment; minutes after the command.</param>
    public static int Lit(IReadOnlyList<OutageMinute> minutes, int sites, double minute) =>
        (int)Math.Round(sites * Share(minutes, minute), MidpointRounding.AwayFromZero);

    /// <summary>The turns of each site in the order of the wall.</summary>
    /// <param name="minutes">The day's trace.</param>
    /// <param name="time">The film's time.</param>
    /// <param name="sites">How many sites there are.</param>
    /// <remarks>Sites stand in a line from the hardiest to the most exposed: as the share of lit ones falls they go dark from its end, as it rises they come back in reverse. Chance decides who has which place in the line.</remarks>
    internal static IReadOnlyList<IReadOnlyList<Turn>> Turns(IReadOnlyList<OutageMinute> minutes, StoryTime time, int sites)
    {
        List<Turn>[] turns = [.. Enumerable.Range(0, sites).Select(_ => new List<Turn>())];
        int[] places = Shuffled(sites);
        for (int n = 1; n < minutes.Count; n++)
        {
            var (before, after) = (minutes[n - 1], minutes[n]);
            int from = Rounded(sites * before.DependantsNormal);
            int to = Rounded(sites * after.DependantsNormal);
            for (int lit = from; lit != to; lit += Math.Sign(to - from))
            {
                // Between two minutes the share crosses the half between two whole numbers of sites.
                bool isFalling = to < from;
                double crossed = (lit + (isFalling ? -0.5 : 0.5)) / sites;
                double part = (crossed - before.DependantsNormal) / (after.DependantsNormal - before.DependantsNormal);
                double minute = before.Minute + (Math.Clamp(part, 0, 1) * (after.Minute - before.Minute));
                turns[places[isFalling ? lit - 1 : lit]].Add(new(time.Film(minute), isFalling ? ActorState.Dark : ActorState.Lit));
            }
        }

        return turns;
    }

    private static double Share(IReadOnlyList<OutageMinute> minutes, double minute)
    {
        int next = 0;
        while (next < minutes.Count && minutes[next].Minute <= minute)
        {
            next++;
        }

        if (next == 0 || next == minutes.Count)
        {
            return minutes[Math.Max(0, next - 1)].DependantsNormal;
        }

        var (before, after) = (minutes[next - 1], minutes[next]);
        return before.DependantsNormal + ((after.DependantsNormal - before.DependantsNormal) * (minute - before.Minute) / (after.Minute - before.Minute));
    }

    private static int Rounded(double sites) => (int)Math.Round(sites, MidpointRounding.AwayFromZero);

    private static int[] Shuffled(int count)
    {
        int[] places = [.. Enumerable.Range(0, count)];
        var chance = new RandomStreams(Seed).Stream("wall");
        for (int last = count - 1; last > 0; last--)
        {
            int other = chance.NextIndex(last + 1);
            (places[last], places[other]) = (places[other], places[last]);
        }

        return places;
    }
}
