using System.Text;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.SharedLink;
using static System.FormattableString;

namespace InteractiveArticle.Figures.SharedLink;

/// <summary>
/// What goes through a pipe, as one long strip that is pushed through it: along it runs the link's time, across it stands
/// who has which part of the link. What is one unit of area is the same amount of data everywhere.
/// </summary>
/// <param name="story">The seconds that are told.</param>
/// <param name="pipe">Where the pipe is. Its content moves to the right, or down.</param>
/// <param name="isDownwards">Whether it moves down.</param>
internal sealed class PipeStrip(LineStory story, Area pipe, bool isDownwards)
{
    private const double UnitsPerSecondOfFilm = 90;

    // Thinner stripes are not told apart.
    private const double ThinnestStripe = 5;
    private const double ShortestParting = 3;
    private const int MostPartings = 3600;

    private readonly double scale = UnitsPerSecondOfFilm * story.Pace;
    private readonly LinkSharing[] sharing =
    [
        story.At(story.Time.Start) with { Second = story.Time.Start },
        .. story.Trace.Sharing.Where(sharing => sharing.Second > story.Time.Start),
    ];

    /// <summary>How much of the link's time is in the pipe; seconds.</summary>
    public double Ahead => Length / scale;

    private double Breadth => isDownwards ? pipe.Width : pipe.Height;

    private double Length => isDownwards ? pipe.Height : pipe.Width;

    /// <summary>Whether all stripes at which one can look are drawn one by one; else some run into each other.</summary>
    public bool TellsAllApart()
    {
        var seen = Seen();
        int most = MostApart(seen);
        return seen.All(pair => pair.Count <= most);
    }

    /// <summary>The pipe's content, moving.</summary>
    public Part Content()
    {
        Place[] places = [.. story.Time.Knots.Select(knot => Place(knot.Story, knot.Film))];
        double end = story.Time.End + Ahead;
        LinkSharing[] seen = [.. sharing.TakeWhile(sharing => sharing.Second < end)];

        // People's stripes lie over the crawler's, and the one person's over those.
        Part[] stripes =
        [
            Stripes(Paint.Write, seen, end, sharing => sharing.Crawler > 0 ? 1 : 0),
            Stripes(Paint.Read, seen, end, sharing => Share(sharing, sharing.People)),
            .. Page(story.Before),
            .. Page(story.After),
            new Line(Partings(), Paint.Paper, 1.2),
        ];
        return new Unveiled(pipe, [new(0, 1)], [new Mover(places, stripes)]);
    }

    private static double Share(LinkSharing sharing, int part) => part == 0 ? 0 : (double)part / (sharing.People + sharing.Crawler);

    private Place Place(double second, double film)
    {
        double pushed = (second - story.Time.Start) * scale;
        return isDownwards ? new(film, pipe.X, pipe.Bottom + pushed) : new(film, pipe.Right + pushed, pipe.Y);
    }

    // What comes later is further from the exit. Whole units join without gaps.
    private double Along(double second) => Math.Round((story.Time.Start - second) * scale) + 0.0;

    private string Point(double along, double across) => isDownwards ? Invariant($"{across:0.#} {along:0}") : Invariant($"{along:0} {across:0.#}");

    private string MoveAlong(double along) => Invariant($"{(isDownwards ? 'V' : 'H')}{along:0}");

    private string MoveAcross(double across) => Invariant($"{(isDownwards ? 'H' : 'V')}{across:0.#}");

    // What lies between the wall of the pipe and an edge that jumps when the share does.
    private Line Stripes(Paint paint, LinkSharing[] moments, double end, Func<LinkSharing, double> share)
    {
        var path = new StringBuilder("M" + Point(Along(moments[0].Second), 0));
        double edge = 0;
        foreach (var moment in moments)
        {
            if (share(moment) != edge)
            {
                edge = share(moment);
                path.Append(MoveAlong(Along(moment.Second))).Append(MoveAcross(Breadth * edge));
            }
        }

        path.Append(MoveAlong(Along(end))).Append(MoveAcross(0)).Append('Z');
        return new Line(path.ToString(), Paint.None) { Fill = paint };
    }

    private IEnumerable<Part> Page(LinkTransfer page)
    {
        LinkSharing[] moments = [.. sharing.Where(sharing => sharing.Second >= page.Since && sharing.Second < page.Until)];
        yield return Stripes(Paint.Lit, moments, page.Until, sharing => Share(sharing, 1));
        var cuts = new StringBuilder();
        for (int piece = 0; piece <= LoadingPage.Pieces; piece++)
        {
            double second = story.Trace.SecondOf(page, (double)piece / LoadingPage.Pieces);
            double breadth = Breadth * Share(moments.Last(sharing => sharing.Second <= second), 1);
            cuts.Append('M').Append(Point(Along(second), 0)).Append(MoveAcross(breadth));
        }

        yield return new Line(cuts.ToString(), Paint.NameOnLit, 1.2);
    }

    // Lines between neighbouring stripes, where one can look; between the thin ones only as far as the lines do not become too many.
    private string Partings()
    {
        var seen = Seen();
        int most = MostApart(seen);
        var path = new StringBuilder();
        foreach (var (now, next, count) in seen.Where(pair => pair.Count > 1 && pair.Count <= most))
        {
            // All but the first are written alike, so that they pack well.
            double length = Along(next.Second) - Along(now.Second);
            double stripe = Breadth / count;
            string parting = isDownwards ? Invariant($"v{length:0}m{stripe:0.##} {-length:0}") : Invariant($"h{length:0}m{-length:0} {stripe:0.##}");
            path.Append('M').Append(Point(Along(now.Second), stripe)).Append(string.Concat(Enumerable.Repeat(parting, count - 1)));
        }

        return path.ToString();
    }

    // The spans of time at whose stripes one can look, and how many stripes they have.
    private (LinkSharing First, LinkSharing Second, int Count)[] Seen()
    {
        var spans = story.SlowSpans().ToArray();
        return
        [
            .. sharing.Zip(sharing.Skip(1))
                .Where(pair => Along(pair.First.Second) - Along(pair.Second.Second) >= ShortestParting && spans.Any(span => pair.First.Second < span.Until + Ahead && pair.Second.Second > span.From))
                .Select(pair => (pair.First, pair.Second, pair.First.People + pair.First.Crawler)),
        ];
    }

    private int MostApart((LinkSharing First, LinkSharing Second, int Count)[] seen)
    {
        int most = (int)(Breadth / ThinnestStripe);
        while (seen.Where(pair => pair.Count <= most).Sum(pair => Math.Max(0, pair.Count - 1)) > MostPartings)
        {
            most--;
        }

        return most;
    }
}
