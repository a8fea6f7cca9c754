using System.Text;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Pooling;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Pooling;

/// <summary>
/// Customers join a pool: their jagged demands add up to a smoother one, and the capacity that each needs comes down as far
/// as their correlation lets it.
/// </summary>
public static class PoolScene
{
    private const double SecondsAlone = 5;
    private const double SecondsOfAPool = 2.2;
    private const double SecondsOfRest = 4;
    private const double SecondsOfJoining = 0.8;
    private const int CustomersShown = 6;
    private const int MostSquares = 100;
    private const double Even = 0.005;

    /// <summary>The scene.</summary>
    /// <param name="trace">The hours that are shown; see <see cref="PoolingSimulation.Trace"/>.</param>
    /// <param name="result">What the pools need.</param>
    /// <param name="options">The customers of both.</param>
    public static Scene Of(PoolingTrace trace, PoolingResult result, PoolingOptions options)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        double alone = result.CapacityPerCustomerAlone.Mean;
        double pooled = result.CapacityPerCustomerPooled.Mean;
        var time = Time(result.Sizes);
        Caption[] captions = Captions(result, options, time);
        return new Scene
        {
            Name = "pool",
            Title = "Peaks and lulls in one pool",
            Finding = Prose($"Alone a customer needs {alone:F1} servers for a mean demand of {options.MeanDemand:0.#}{(options.Customers == 1 ? "" : Prose($"; in a pool of {options.Customers} at a correlation of {options.Correlation:P0} it needs {pooled:F1}"))}. The curves are {trace.Customers[0].Count} hours of one run; the need is computed from every hour of all runs."),
            Time = time,
            Captions = captions,
            StillAt = time.Duration,
            Draw = size => Draw(size, trace, result, options, time, captions),
        };
    }

    // The story goes from one size of the pool to the next.
    private static StoryTime Time(IReadOnlyList<PoolSize> sizes)
    {
        double last = SecondsAlone + (SecondsOfAPool * (sizes.Count - 2));
        return new StoryTime(
            size => Customers(sizes[Math.Min(sizes.Count - 1, (int)Math.Floor(size + 1e-9))].Customers),
            1,
            [(0, 0), .. Enumerable.Range(1, sizes.Count - 1).Select(n => ((double)n, SecondsAlone + (SecondsOfAPool * (n - 1)))), (sizes.Count, Math.Max(SecondsAlone, last) + SecondsOfRest)]);
    }

    private static string Customers(int count) => Count(count, "customer");

    private static Caption[] Captions(PoolingResult result, PoolingOptions options, StoryTime time)
    {
        double alone = result.CapacityPerCustomerAlone.Mean;
        double pooled = result.CapacityPerCustomerPooled.Mean;
        List<Caption> captions =
        [
            new(0, "Each customer’s demand goes up and down.", Prose($"Alone each needs {alone:F1} servers, to have enough in {1 - options.Risk:P0} of the hours.")),
        ];
        if (result.Sizes.Count > 1)
        {
            bool isSaving = result.Saving.Mean >= Even;
            captions.Add(isSaving
                ? new(time.Film(1), "Now they share: one’s rush meets another’s lull.", "The thick line is what the pool needs for each of them.")
                : new(time.Film(1), "Now they share, and all rush at once.", "What the pool needs for each of them stays where it was."));
            captions.Add(new(
                time.Film(result.Sizes.Count - 1) + 0.9,
                isSaving ? Prose($"{Customers(options.Customers)}: {pooled:F1} servers each instead of {alone:F1}.") : Prose($"{Customers(options.Customers)}, and nothing is saved."),
                options.Correlation == 0 ? Prose($"The more they are, the nearer it comes to the mean of {options.MeanDemand:0.#}.")
                : isSaving ? "Customers who go their own way would need less still."
                : "Peaks that come together cannot be averaged away."));
        }

        return [.. captions];
    }

    private static Stage Draw(SceneSize size, PoolingTrace trace, PoolingResult result, PoolingOptions options, StoryTime time, IReadOnlyList<Caption> captions)
    {
        bool isWide = size == SceneSize.Wide;
        var small = TextStyles.SmallOn(size);
        var frame = new SceneFrame(size, isWide ? 496 : 654, hasClock: false);
        var area = frame.Content;
        double most = Math.Max(result.Sizes.Max(pool => pool.CapacityPerCustomer), trace.Customers.Take(CustomersShown).Max(hours => hours.Max()));
        var strips = new Area(area.X, area.Y, isWide ? 250 : area.Width, isWide ? area.Height - 62 : 150);
        var pool = isWide
            ? new Area(strips.Right + 62, area.Y + 24, area.Right - strips.Right - 62, area.Height - 24 - 86)
            : new Area(area.X + 44, strips.Bottom + 40, area.Width - 44, 196);
        var crowd = new Area(pool.X, pool.Bottom + 22, pool.Width, isWide ? 32 : 64);
        var at = new Area(area.X, area.Bottom - 24, isWide ? 300 : area.Width, 24);
        var correlation = new ChoiceRow(at, "correlation", Invariant($"{options.Correlation}"),
        [
            new("0", "0 %", "Let every customer go their own way", '1'), new("0.05", "5 %", "Set the correlation to 5 %", '2'), new("0.2", "20 %", "Set the correlation to 20 %", '3'),
            new("0.5", "50 %", "Set the correlation to 50 %", '4'), new("1", "100 %", "Let all peak at once", '5'),
        ]);
        return frame.Around(time, captions,
        [
            .. Strips(strips, isWide ? 1 : 2, small, trace, result, most, time),
            .. Stream(strips, pool, isWide, Math.Min(CustomersShown, trace.Customers.Count), result, time),
            .. Pool(pool, isWide, small, trace, result, options, most, time),
            .. Crowd(crowd, isWide ? 50 : 25, small, options.Customers, result.Sizes, time),
            new Word(at.X, at.Y - 8, "correlation: how much they go in step", small),
            .. correlation.Parts,
        ]) with
        {
            Hands = [.. correlation.Hands],
        };
    }

    private static IEnumerable<Part> Strips(Area area, int columns, TextStyle small, PoolingTrace trace, PoolingResult result, double most, StoryTime time)
    {
        int count = Math.Min(CustomersShown, trace.Customers.Count);
        int rows = (count + columns - 1) / columns;
        double width = (area.Width - (12 * (columns - 1))) / columns;
        double height = area.Height / (CustomersShown / columns);
        List<Part> curves = [];
        for (int n = 0; n < count; n++)
        {
            var at = new Area(area.X + (n / rows * (width + 12)), area.Y + (n % rows * height) + 14, width, height - 22);
            yield return new Word(at.X, at.Y - 3, Prose($"customer {n + 1}"), small);
            yield return new Line(Invariant($"M{at.X:0.#} {at.Bottom:0.#}H{at.Right:0.#}"), Paint.Hairline, 1);
            double ceiling = at.Bottom - (at.Height * result.CapacityPerCustomerAlone.Mean / most);
            yield return new Line(Invariant($"M{at.X:0.#} {ceiling:0.#}H{at.Right:0.#}"), Paint.Ink, 1);
            curves.Add(new Line(Curve(trace.Customers[n], at, most), Paint.Read));
        }

        yield return new Unveiled(area, [new(0.3, 0), new(SecondsAlone - 1, 1)], curves);
    }

    // Before a pool grows, demand goes over to it.
    private static IEnumerable<Part> Stream(Area strips, Area pool, bool isWide, int customers, PoolingResult result, StoryTime time)
    {
        for (int size = 1; size < result.Sizes.Count; size++)
        {
            for (int n = 0; n < customers; n++)
            {
                double film = time.Film(size) - 0.2 + (0.08 * n);
                yield return isWide
                    ? new Dot(DotKind.Read, [new(film - 0.7, strips.Right + 4, strips.Y + (strips.Height * (n + 0.6) / CustomersShown), Pace: Pace.Starting), new(film, pool.X, pool.CentreY)])
                    : new Dot(DotKind.Read, [new(film - 0.7, strips.X + (strips.Width * (n + 0.5) / CustomersShown), strips.Bottom, Pace: Pace.Starting), new(film, pool.CentreX, pool.Y)]);
            }
        }
    }

    private static IEnumerable<Part> Pool(Area area, bool isWide, TextStyle small, PoolingTrace trace, PoolingResult result, PoolingOptions options, double most, StoryTime time)
    {
        double y(double servers) => area.Bottom - (area.Height * servers / most);
        double alone = result.CapacityPerCustomerAlone.Mean;
        var sizes = result.Sizes;
        Telling[] told =
        [
            .. sizes.Select((pool, n) => new Telling(time.Film(n), n == 0
                ? Prose($"alone: {pool.CapacityPerCustomer:F1} servers")
                : Prose($"pool of {pool.Customers}: {pool.CapacityPerCustomer:F1} servers each, {Saved(1 - (pool.CapacityPerCustomer / alone))}"))),
        ];
        yield return new Reading(area.X, area.Y - 10, isWide ? TextStyles.Number : TextStyles.Small with { Ink = Paint.Ink, Weight = 650 }, told);
        yield return new Box(area, Paint.Raised, Radius: 3);
        yield return new Line(Invariant($"M{area.X:0.#} {y(options.MeanDemand):0.#}H{area.Right:0.#}"), Paint.Serving, 1.5) { IsDashed = true };
        yield return new Line(Invariant($"M{area.X:0.#} {y(alone):0.#}H{area.Right:0.#}"), Paint.Soft, 1.5) { IsDashed = true };
        foreach (var (name, level) in new[] { ("0", 0), ("mean", options.MeanDemand), ("alone", alone) })
        {
            yield return new Word(area.X - 6, y(level) + 4, name, small) { Anchor = Anchor.End };
        }

        for (int n = 0; n < sizes.Count; n++)
        {
            string curve = Curve(trace.Pools[n].PerCustomer, area, most);
            if (n < sizes.Count - 1)
            {
                yield return new Shown(time.Film(n + 1), double.PositiveInfinity, [new Line(curve, Paint.Hairline, 1.2)]);
            }

            Part now = new Line(curve, Paint.Read, 2);
            yield return n == 0
                ? new Shown(0, sizes.Count > 1 ? time.Film(1) : double.PositiveInfinity, [new Unveiled(area, [new(0.3, 0), new(SecondsAlone - 1, 1)], [now])])
                : new Shown(time.Film(n), n < sizes.Count - 1 ? time.Film(n + 1) : double.PositiveInfinity, [now]);
        }

        List<Place> places = [new(0, 0, y(sizes[0].CapacityPerCustomer))];
        for (int n = 1; n < sizes.Count; n++)
        {
            places.Add(new(time.Film(n), 0, places[^1].Y, Pace.Both));
            places.Add(new(time.Film(n) + SecondsOfJoining, 0, y(sizes[n].CapacityPerCustomer)));
        }

        places.Add(places[^1] with { At = time.Duration });
        yield return new Mover(places, [new Line(Invariant($"M{area.X:0.#} 0H{area.Right:0.#}"), Paint.Ink, 4)]);
    }

    private static IEnumerable<Part> Crowd(Area area, int columns, TextStyle small, int customers, IReadOnlyList<PoolSize> sizes, StoryTime time)
    {
        int each = (customers + MostSquares - 1) / MostSquares;
        int squares = (customers + each - 1) / each;
        double pitch = area.Width / columns;
        double width = Math.Round(Math.Min(pitch, 14) - 3, 1);
        yield return new Word(area.X, area.Y - 6, each == 1 ? "customers in the pool" : Prose($"customers in the pool, {each} a square"), small);
        yield return new Crowd(ActorShape.Square, width, width,
        [
            .. from square in Enumerable.Range(0, squares)
               let joins = Enumerable.Range(0, sizes.Count).First(n => sizes[n].Customers > square * each)
               select new Actor(
                   Invariant($"customer {(square * each) + 1}"),
                   area.X + (square % columns * pitch),
                   area.Y + (square / columns * (width + 3)),
                   joins == 0 ? ActorState.Serving : ActorState.Idle,
                   joins == 0 ? [] : [new(time.Film(joins), ActorState.Serving)]),
        ]);
    }

    private static string Saved(double share) => share < Even ? "nothing saved" : Prose($"{share:P0} saved");

    private static string Curve(IReadOnlyList<double> hours, Area area, double most)
    {
        var path = new StringBuilder();
        for (int hour = 0; hour < hours.Count; hour++)
        {
            double x = area.X + (area.Width * hour / Math.Max(1, hours.Count - 1));
            double y = area.Bottom - (area.Height * Math.Clamp(hours[hour] / most, 0, 1));
            path.Append(Invariant($"{(hour == 0 ? 'M' : 'L')}{x:0.#} {y:0.#}"));
        }

        return path.ToString();
    }
}
