using InteractiveArticle.Figures.Availability;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Composition;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Composition;

/// <summary>Requests that hop from service to service and end at the first one that is broken.</summary>
public sealed class ChainScene
{
    /// <summary>How many requests the scene shows.</summary>
    public const int Requests = 1000;

    /// <summary>The seed of its chance: the day on which S3 opened, which makes a usual run at nearly every setting of the levers.</summary>
    public const ulong Seed = 20060314;

    // So many have one that flies as a dot, besides those that fail where they are few; more would hide each other.
    private const int RequestsPerDot = 10;
    private const int FewFailures = 100;

    // Seconds of film: for the first request, which hops, for the way of the first that fails and for seeing what broke it, for all others together, and at the end.
    private const double HopsSeconds = 3.2;
    private const double BreakSeconds = 1.3;
    private const double HeldSeconds = 2;
    private const double RushSeconds = 12;
    private const double RestSeconds = 3.5;
    private const double Crossing = 0.9;
    private const double Delivery = 0.5;
    private const double BrokenSeconds = 0.7;
    private const double SettleSeconds = 1.6; // until all before the first that fails have arrived, Crossing and Delivery and a step of the tally
    private const double TallyStep = 0.2; // as often as the page renews its clock, so that clock and tally say the same
    private const double Instant = 1e-6; // rounding of a moment
    private const int LongestHop = 12; // services; in a longer chain nobody sees single hops

    private const int ServicesOfAHand = 10;
    private const int MostServices = 100;
    private const double Unusual = 0.1; // share of the runs in which fewer fail than usual, or more do

    private readonly CompositionOptions options;
    private readonly IReadOnlyList<TracedRequest> requests;
    private readonly int? firstFailed;
    private readonly int failures;
    private readonly StoryTime departures; // when each request sets out, by its number from 0
    private readonly StoryTime time;
    private readonly double[] arrivals; // when each request is shown to have ended, in the order of time

    private ChainScene(CompositionOptions options)
    {
        this.options = options with { FanOut = 1 };
        requests = CompositionSimulation.Trace(this.options, Requests, Experiment.WithSeed(Seed));
        int served = requests.TakeWhile(request => request.FirstBroken is null).Count();
        firstFailed = served < Requests ? served : null;
        failures = requests.Count(request => request.FirstBroken is not null);
        departures = Departures();
        arrivals = [.. Enumerable.Range(0, Requests).Select(ShownAt).Order()];

        // The clock tells what has arrived, which no time of the model does: the story runs as the film.
        time = new StoryTime(film => $"after {Count(ArrivedBy(film), "request", format: "N0")}", TallyStep, (0, 0), (departures.Duration, departures.Duration));
    }

    private int Services => options.InSeries;

    /// <summary>The scene.</summary>
    /// <param name="options">The application.</param>
    public static Scene Of(CompositionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new ChainScene(options).Scene();
    }

    private Scene Scene()
    {
        string served = failures == 0 ? "All" : failures == Requests ? "None" : Prose($"{Requests - failures:N0}");
        double computed = SeriesParallel.InSeries(SeriesParallel.InParallel(options.ServiceAvailability, options.Copies), Services);
        string needs = Services == 1 ? "one service" : $"{Services} services in a row";
        string usual = Usual(computed);
        List<Caption> captions = [new(0, $"A click needs {needs}.", $"{(Services == 1 ? "It works" : "Each of them works")} {Percent(options.ServiceAvailability)} of the time.")];
        if (firstFailed is { } failed)
        {
            captions.Add(new(
                Math.Max(BrokenAt(failed), 1),
                "This one is broken, and the request ends here.",
                Services == 1 ? "There is no other to turn to." : "It is of no use that the others work."));
            if (failed + 1 < Requests)
            {
                captions.Add(new(departures.Film(failed + 1), "The others follow.", "Each meets the services as they are at that moment."));
            }
        }

        captions.Add(new(arrivals[^1], Prose($"{served} of {Requests:N0} got through."), $"Computed: {Computed(computed)}. {usual}"));
        return new Scene
        {
            Name = "chain",
            Title = "Down the chain",
            Finding = Prose($"{served} of {Requests:N0} requests got through, each of which needs {needs} that {(Services == 1 ? "works" : "work")} {Percent(options.ServiceAvailability)} of the time. Computed, {Computed(computed)} do in the long run. {usual} A service is shown as broken for the request that finds it so. Each request has its square; one in {RequestsPerDot}{(failures <= FewFailures && failures > 0 ? ", and each that fails," : "")} is drawn as a dot as well."),
            Time = time,
            Captions = captions,
            StillAt = time.Duration,
            Draw = size => Draw(size, captions, computed),
        };
    }

    /// <summary>A share of time or of requests in per cent, of which next to nothing is not nothing.</summary>
    /// <param name="share">From 0 to 1.</param>
    public static string Percent(double share) => share is > 0 and < 0.0001 ? "less than 0.01 %" : Downtime.Availability(share);

    // Beside a count, a whole number of per cent would look like another result.
    private static string Computed(double share)
    {
        string percent = Percent(share);
        return percent.Contains('.', StringComparison.Ordinal) ? percent : Prose($"{share:P1}");
    }

    // A thousand requests are few where one in a hundred fails, and a reader would wonder.
    private string Usual(double computed)
    {
        var (least, most) = UsualFailures(computed);
        string usually = least == most ? (most == 0 ? "none" : most == Requests ? "all" : Prose($"{most}"))
            : least == 0 ? Prose($"at most {most}")
            : most == Requests ? Prose($"at least {least}")
            : Prose($"{least} to {most}");
        return $"Over nine in ten such runs lose {usually}.{(failures < least ? " This one is lucky." : failures > most ? " This one is unlucky." : "")}";
    }

    // Requests fail independently, so that their number is binomial.
    private static (int Least, int Most) UsualFailures(double computed)
    {
        if (computed is <= 0 or >= 1)
        {
            int all = computed <= 0 ? Requests : 0;
            return (all, all);
        }

        // By logarithms: the shares span more orders of magnitude than a number has.
        double logOdds = PortableMath.Log(1 - computed) - PortableMath.Log(computed);
        double log = Requests * PortableMath.Log(computed);
        double[] upTo = new double[Requests]; // share of the runs in which at most so many fail; in all of them, at most all
        double sum = 0;
        for (int failed = 0; failed < Requests; failed++)
        {
            sum += PortableMath.Exp(log);
            upTo[failed] = sum;
            log += PortableMath.Log((double)(Requests - failed) / (failed + 1)) + logOdds;
        }

        int Least(double tail) => OrAll(Array.FindIndex(upTo, share => share > tail));
        int Most(double tail) => OrAll(Array.FindIndex(upTo, share => share >= 1 - tail));
        static int OrAll(int failed) => failed < 0 ? Requests : failed;

        // Half of the unusual runs are on either side, but where one side has none, all of them are on the other.
        var (least, most) = (Least(Unusual / 2), Most(Unusual / 2));
        return least == 0 ? (0, Most(Unusual)) : most == Requests ? (Least(Unusual), Requests) : (least, most);
    }

    private StoryTime Departures()
    {
        List<(double Story, double Film)> knots = [(0, 0), (1, HopsSeconds + (firstFailed == 0 ? HeldSeconds : 0))];
        double apart = RushSeconds / Requests;
        if (firstFailed is > 0 and { } failed)
        {
            if (failed > 2)
            {
                knots.Add((failed - 1, knots[^1].Film + ((failed - 2) * apart)));
            }

            if (failed > 1)
            {
                knots.Add((failed, knots[^1].Film + SettleSeconds));
            }

            knots.Add((failed + 1, knots[^1].Film + BreakSeconds + Delivery + HeldSeconds));
        }

        if (knots[^1].Story < Requests)
        {
            knots.Add((Requests, knots[^1].Film + ((Requests - knots[^1].Story) * apart)));
        }

        knots.Add((Requests + 1, knots[^1].Film + RestSeconds));
        return new StoryTime(request => Prose($"request {(int)request + 1:N0}"), 1, [.. knots]);
    }

    private int ArrivedBy(double film)
    {
        int at = Array.BinarySearch(arrivals, film + Instant);
        return at < 0 ? ~at : at + 1;
    }

    private bool IsDot(int request) => request % RequestsPerDot == 0 || (failures <= FewFailures && requests[request].FirstBroken is not null);

    private bool Hops(int request) => request == 0 && Services <= LongestHop;

    private double SecondsOf(int request) => Hops(request) ? HopsSeconds - Delivery : request == firstFailed ? BreakSeconds : Crossing;

    // A request passes every service on its way, and the last one a step before the end.
    private double ReachedAt(int request, int service) => departures.Film(request) + (SecondsOf(request) * (service + 1) / (Services + 1));

    private double BrokenAt(int request) => ReachedAt(request, requests[request].FirstBroken!.Value);

    // The first one is seen until the next request sets out, the others as long as there is time.
    private double MendedAt(int request) => request == firstFailed ? departures.Film(request + 1) : BrokenAt(request) + BrokenSeconds;

    private double DeliveredAt(int request) => (requests[request].FirstBroken is null ? departures.Film(request) + SecondsOf(request) : BrokenAt(request)) + Delivery;

    // Those that arrive at about the same moment are shown together.
    private double ShownAt(int request) => Math.Ceiling((DeliveredAt(request) / TallyStep) - Instant) * TallyStep;

    private Stage Draw(SceneSize size, IReadOnlyList<Caption> captions, double computed)
    {
        bool isWide = size == SceneSize.Wide;
        var frame = new SceneFrame(size, isWide ? 520 : 538, hasClock: false);
        var area = frame.Content with { Y = isWide ? 88 : 78 };
        double y = area.Y + (isWide ? 76 : 68);
        double margin = isWide ? 40 : 28;
        var chain = new Area(area.X + margin, y, area.Width - (2 * margin), 0);
        double pitch = chain.Width / (Services + 1);
        double side = Math.Min(isWide ? 36 : 26, 0.72 * pitch);
        double top = y - (isWide ? 26 : 22); // of what moves; above it stands what taking a part in hand does
        var row = new Area(area.X, top - 16, area.Width, 16 + (2 * (y - top)));
        int columns = isWide ? 50 : 40;
        double cell = isWide ? 12.4 : area.Width / columns;
        var wall = new Area(area.X, y + (isWide ? 48 : 44), cell * columns, cell * (Requests / columns));
        double square = cell * 0.76;
        double windowX(int request) => wall.X + ((request % columns) * cell) + ((cell - square) / 2);
        double windowY(int request) => wall.Y + ((request / columns) * cell) + ((cell - square) / 2);
        (Hand Hand, string Words)[] hands = [.. Hands(row, chain)];
        return frame.Around(time, captions,
        [
            new Word(area.X, area.Y + 14, "click", TextStyles.Small),
            new Word(area.CentreX, area.Y + 14, Services == 1 ? "one service" : $"{Services} services in a row", TextStyles.Heading) { Anchor = Anchor.Middle },
            new Word(area.Right, area.Y + 14, "answer", TextStyles.Small) { Anchor = Anchor.End },
            .. hands.Select(hand => new Word(hand.Hand.Area.CentreX, top - 1, hand.Words, TextStyles.Small) { Anchor = Anchor.Middle }),
            new Line(Invariant($"M{area.X} {y}H{area.Right}"), Paint.Edge, 2),
            new Crowd(ActorShape.Square, side, side, [.. Enumerable.Range(0, Services).Select(service => new Actor(Invariant($"service {service}"), chain.X + (pitch * (service + 1)) - (side / 2), y - (side / 2), ActorState.Idle, TurnsOf(service)))]) { TurnSeconds = 0.2 },
            new Box(new(wall.X - 4, wall.Y - 4, wall.Width + 8, wall.Height + 8), Paint.Raised, Paint.Hairline, 4),
            new Crowd(ActorShape.Square, square, square, [.. Enumerable.Range(0, Requests).Select(request => new Actor(Invariant($"request {request}"), windowX(request), windowY(request), ActorState.Off, [new(ShownAt(request), requests[request].FirstBroken is null ? ActorState.Lit : ActorState.Failing)]))]) { TurnSeconds = 0.2 },
            .. Enumerable.Range(0, Requests).Where(IsDot).Select(request => Way(request, area, chain, pitch, windowX(request) + (square / 2), windowY(request) + (square / 2))),
            .. Cross(chain, pitch, 0.22 * side),
            .. Tally(isWide ? wall.Right + 28 : area.X, isWide ? wall.Y + 44 : wall.Bottom + 46, isWide, computed),
        ]) with { Hands = [.. hands.Select(hand => hand.Hand)] };
    }

    // It goes red when a request meets it broken, and is forgotten again.
    private List<Turn> TurnsOf(int service)
    {
        List<Turn> turns = [];
        foreach (int request in Enumerable.Range(0, Requests).Where(request => requests[request].FirstBroken == service))
        {
            var mended = new Turn(MendedAt(request), ActorState.Idle);
            if (turns.Count > 0 && turns[^1].At >= BrokenAt(request))
            {
                turns[^1] = mended;
            }
            else
            {
                turns.AddRange([new(BrokenAt(request), ActorState.Failing), mended]);
            }
        }

        return turns;
    }

    // On the first service that is found broken, which is what the film stops for.
    private IEnumerable<Part> Cross(Area chain, double pitch, double arm)
    {
        if (firstFailed is { } failed)
        {
            double x = chain.X + (pitch * (requests[failed].FirstBroken!.Value + 1));
            string path = Invariant($"M{x - arm:0.##} {chain.Y - arm:0.##}l{2 * arm:0.##} {2 * arm:0.##}m0 {-2 * arm:0.##}l{-2 * arm:0.##} {2 * arm:0.##}");
            yield return new Shown(BrokenAt(failed), MendedAt(failed), [new Line(path, Paint.Paper, Math.Max(1, arm / 3))]);
        }
    }

    private Dot Way(int request, Area area, Area chain, double pitch, double windowX, double windowY)
    {
        List<Waypoint> stops = [new(departures.Film(request), area.X, chain.Y)];
        int passed = requests[request].FirstBroken ?? Services;
        if (Hops(request))
        {
            stops[0] = stops[0] with { Pace = Pace.Both };
            stops.AddRange(Enumerable.Range(0, passed).Select(service => new Waypoint(ReachedAt(request, service), chain.X + (pitch * (service + 1)), chain.Y, Pace: Pace.Both)));
        }

        stops.Add(passed < Services
            ? new(BrokenAt(request), chain.X + (pitch * (passed + 1)), chain.Y, DotLook.Refused, Pace.Starting)
            : new(departures.Film(request) + SecondsOf(request), area.Right, chain.Y, DotLook.Answered, Pace.Both));
        stops.Add(new(DeliveredAt(request), windowX, windowY, stops[^1].Look));
        return new Dot(DotKind.Read, stops);
    }

    private IEnumerable<Part> Tally(double x, double y, bool isWide, double computed)
    {
        List<Telling> served = [new(0, "0")];
        List<Telling> arrived = [new(0, "of 0 got through")];
        double[] servedAt = [.. Enumerable.Range(0, Requests).Where(request => requests[request].FirstBroken is null).Select(ShownAt).Order()];
        for (int step = 1; step * TallyStep <= time.Duration; step++)
        {
            double film = step * TallyStep;
            served.Add(new(film, Prose($"{servedAt.Count(at => at <= film + Instant):N0}")));
            arrived.Add(new(film, Prose($"of {ArrivedBy(film):N0} got through")));
        }

        double right = isWide ? x : x + 190;
        double below = isWide ? y + 92 : y;
        var number = new TextStyle(34, Paint.Ink, Weight: 650);
        yield return new Reading(x, y, number, served);
        yield return new Reading(x, y + 24, TextStyles.Label, arrived);
        yield return new Word(right, below, Computed(computed).Replace("less than", "<", StringComparison.Ordinal), number with { Ink = Paint.Soft });
        yield return new Word(right, below + 24, "computed", TextStyles.Label);
    }

    private IEnumerable<(Hand Hand, string Words)> Hands(Area row, Area chain)
    {
        bool canBeWorse = options.ServiceAvailability > 0.9;
        double works = canBeWorse ? Math.Max(0.9, Math.Round(1 - (10 * (1 - options.ServiceAvailability)), 4)) : 0.999;
        yield return (
            new(row with { X = chain.X, Width = chain.Width }, "works", Invariant($"{works:0.####}"), canBeWorse ? $"Let every service work only {Percent(works)} of the time" : "Mend the services") { Key = 'b' },
            canBeWorse ? "break more often" : "mend");
        int fewer = Math.Max(1, Services - ServicesOfAHand);
        int more = Math.Min(MostServices, Services + ServicesOfAHand);
        if (fewer < Services)
        {
            yield return (
                new(row with { Width = chain.X - row.X }, "chain", Invariant($"{fewer}"), fewer == 1 ? "One service alone" : "Ten services fewer") { Key = '-' },
                Prose($"{fewer - Services}"));
        }

        if (more > Services)
        {
            yield return (
                new(row with { X = chain.Right, Width = row.Right - chain.Right }, "chain", Invariant($"{more}"), more == MostServices ? "A hundred services" : "Ten services more") { Key = '+' },
                Prose($"+{more - Services}"));
        }
    }
}
