using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.RetryStorm;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.RetryStorm;

/// <summary>Clients who hang up and come back, and a fleet that serves a line of people who have left.</summary>
public sealed class StormScene
{
    private const int Windows = 100;
    private const int Places = 100; // of the line
    private const int MostSquares = 30; // of the fleet

    // Seconds of film.
    private const double MomentStep = 0.2;
    private const double BetweenDots = 0.13;
    private const double Trip = 0.5;
    private const double Settling = 0.25;
    private const double Averaged = 1.5;

    // Less would read as "0 %".
    private const double HalfAPercent = 0.005;

    private readonly RetryStormResult result;
    private readonly RetryStormOptions options;
    private readonly IReadOnlyList<TracedAttempt> attempts;
    private readonly StoryTime time;
    private readonly double[] films;
    private readonly StormMoment[] moments;

    private StormScene(RetryStormResult result, RetryStormOptions options, IReadOnlyList<TracedAttempt> attempts)
    {
        this.result = result;
        this.options = options;
        this.attempts = attempts;
        double start = options.TriggerStart;
        double end = options.TriggerEnd;
        double last = result.Seconds[^1].Second;
        List<(double Story, double Film)> knots = [(start - 3, 0), (start, 3.5)];
        if (options.TriggerLength > 0)
        {
            double slow = Math.Min(options.TriggerLength / 2, 1 + (2 * options.Timeout));
            knots.AddRange([(start + slow, 8), (end, 10.5)]);
        }

        knots.AddRange([(end + 3, knots[^1].Film + 5), (end + 20, knots[^1].Film + 8), (last, knots[^1].Film + 12.5)]);
        time = new StoryTime(story => Prose($"{Math.Floor(story):0} s"), 0.25, [.. knots]);
        films = [.. Enumerable.Range(0, (int)(time.Duration / MomentStep) + 1).Select(n => n * MomentStep)];
        moments = StormMoment.At(attempts, options.Clients, [.. films.Select(time.Story)]);
    }

    private bool Retries => options.EffectiveRetries > 0;

    private double Scale => Math.Max(1.1 * options.Capacity, result.Seconds.Max(second => second.Offered));

    /// <summary>The scene.</summary>
    /// <param name="result">The storm; its first run is shown.</param>
    /// <param name="options">The options it was run with.</param>
    /// <param name="attempts">The attempts of that run.</param>
    public static Scene Of(RetryStormResult result, RetryStormOptions options, IReadOnlyList<TracedAttempt> attempts)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(attempts);
        return new StormScene(result, options, attempts).Scene();
    }

    private Scene Scene()
    {
        var captions = Captions();
        return new Scene
        {
            Name = "storm",
            Title = "Serving those who have left",
            Finding = Prose($"A fleet that can serve {options.Capacity:N0} requests a second gets {options.Load:N0}, and stalls for {options.TriggerLength:0} s. {Outcome()} A window is {People(options.Clients / (double)Windows)}, a light in the line {Requests(PerPlace)}; the dots are a sample, for illustration."),
            Time = time,
            Captions = captions,
            StillAt = time.Film(options.TriggerEnd + 2),
            Draw = size => Draw(size, captions),
        };
    }

    private static string People(double number) => number == 1 ? "a client" : Prose($"{number:0.#} clients");

    private static string Requests(double number) => number == 1 ? "a request" : Prose($"{number:0.#} requests");

    private bool HoldsBack => result.HeldBackShare.Mean >= 0.01;

    private string Outcome() => result.Outlived.Mean switch
    {
        <= 0.5 when HoldsBack => Prose($"{AfterTheStall()} nobody waits too long, but only {1 - result.HeldBackShare.Mean:P0} of what the clients want is asked."),
        <= 0.5 => Prose($"{AfterTheStall()} all is well again."),
        > 0.5 => $"At the end it is as good as before and still in trouble: {TooLate()}.",
        _ => "It was in trouble before.",
    };

    private string TooLate() => result.WastedShare.Mean switch
    {
        1 => "every answer comes too late",
        > 1 - HalfAPercent => "nearly every answer comes too late",
        < HalfAPercent => "most first attempts fail",
        var share => Prose($"{share:P0} of its answers come too late"),
    };

    private StormMoment MomentAt(double film) => moments[Math.Clamp((int)Math.Floor((film / MomentStep) + 1e-9), 0, moments.Length - 1)];

    private Caption[] Captions()
    {
        double back = time.Film(options.TriggerEnd);
        var then = MomentAt(back);
        int inLine = then.Waiting + then.HungUp;
        int later = (int)Math.Min(options.TriggerEnd + 3, result.Seconds.Count - 1);
        double wasted = result.Seconds.Take(later).Skip((int)options.TriggerEnd).Sum(second => second.Wasted);
        double answered = result.Seconds.Take(later).Skip((int)options.TriggerEnd).Sum(second => second.Goodput);
        List<Caption> captions =
        [
            new(0, Prose($"A fleet for {options.Capacity:N0} requests a second gets {options.Load:N0}."), "Everybody gets an answer."),
            new(time.Film(options.TriggerStart), Prose($"It stalls for {options.TriggerLength:0} seconds."), Prose($"Whoever waits for {Seconds(options.Timeout)} hangs up{(Retries ? " and tries again" : "")}.")),
            new(back, "It works again, as well as ever.", inLine == 0 ? "Nobody was in line by then." : $"By then {Share(then.HungUp, inLine)} of those in line had hung up."),
        ];
        if (wasted > answered)
        {
            captions.Add(new(back + 2.2, "It answers people who have left.", "Those who have not left wait too long behind them."));
        }

        double ending = double.IsNaN(result.RecoverySeconds.Mean) ? 8 : Math.Max(8, result.RecoverySeconds.Mean);
        captions.Add(new(time.Film(options.TriggerEnd + ending), Ending(), EndingDetail()));
        return [.. captions];
    }

    private static string Seconds(double seconds) => seconds == 1 ? "a second" : Prose($"{seconds:0.#} seconds");

    private static string Share(int part, int whole) => part == 0 ? "none" : part == whole ? "all" : Prose($"{(double)part / whole:P0}");

    private string Ending() => result.Outlived.Mean switch
    {
        <= 0.5 => Prose($"{AfterTheStall()} {(HoldsBack ? "nobody waits too long" : "all is well again")}."),
        > 0.5 => "Nothing is broken any more, and it goes on.",
        _ => "It was in trouble before the stall.",
    };

    private string AfterTheStall() => Math.Round(result.RecoverySeconds.Mean) switch
    {
        0 => "As soon as it works,",
        1 => "A second after the stall",
        var seconds => Prose($"{seconds:0} seconds after the stall"),
    };

    private string EndingDetail() => HoldsBack
        ? Prose($"But of what the clients want only {1 - result.HeldBackShare.Mean:P0} is asked.")
        : Prose($"Asked {result.OfferedAfter.Mean:N0} a second, it answers {(result.GoodputAfter.Mean < 0.5 ? "nobody" : $"{result.GoodputAfter.Mean:N0}")} in time.");

    private double PerPlace => Math.Max(1, options.QueueLimit / (double)Places);

    private Stage Draw(SceneSize size, IReadOnlyList<Caption> captions)
    {
        bool isWide = size == SceneSize.Wide;
        var frame = new SceneFrame(size, isWide ? 560 : 680);
        var area = frame.Content;
        var wall = isWide ? new Area(area.X, area.Y + 34, 182, 182) : new Area(area.X, area.Y + 22, area.Width, 94);
        var line = isWide ? new Area(316, wall.CentreY - 36, 390, 72) : new Area(area.X, wall.Bottom + 66, 346, 64);
        var fleet = isWide ? new Area(area.Right - 150, wall.CentreY - 66, 150, 132) : new Area(area.X, line.Bottom + 38, 346, 54);
        var nobody = isWide ? new Area(line.Right - 210, line.Bottom + 40, 210, 36) : new Area(area.X, fleet.Bottom + 18, 346, 30);
        var bars = isWide ? new Area(area.X, wall.Bottom + 58, area.Width, 144) : new Area(area.X, nobody.Bottom + 24, area.Width, 120);
        return frame.Around(time, captions,
        [
            new Word(wall.X, wall.Y - 10, Prose($"{options.Clients:N0} clients"), TextStyles.Heading),
            new Box(wall, Paint.Facade, Radius: 4),
            WallOf(wall, isWide),
            new Word(line.X, line.Y - 10, "the line", TextStyles.Heading),
            new Word(line.X + 70, line.Y - 10, "lit: waits · dark: has hung up", TextStyles.Small),
            new Box(line, Paint.Facade, Radius: 4),
            LineOf(line, isWide),
            new Word(fleet.X, fleet.Y - 10, "the fleet", TextStyles.Heading),
            new Box(new(fleet.X + 72, fleet.Y - 19, 9, 9), Paint.Write),
            new Word(fleet.X + 85, fleet.Y - 10, "for nobody", TextStyles.Small),
            new Box(fleet, Paint.Raised, Paint.Hairline, 4),
            FleetOf(fleet, isWide),
            new Box(nobody, Paint.Paper, Paint.Edge, 4),
            new Word(nobody.X + 10, nobody.CentreY + 5, "answers to nobody", TextStyles.Label),
            new Reading(nobody.Right - 10, nobody.CentreY + 5, TextStyles.Number, Tellings(moment => Prose($"{moment.Wasted:N0}"))) { Anchor = Anchor.End },
            .. Asking(wall, line, isWide),
            .. Answering(wall, line, fleet, nobody, isWide),
            .. Bars(bars, isWide),
        ]) with { Hands = Hands(wall, line, fleet, isWide) };
    }

    // How many are lit is counted; they go dark and come back in a fixed order that looks like none.
    private Crowd WallOf(Area wall, bool isWide)
    {
        int columns = isWide ? 10 : 20;
        int[] lit = Parts(moment => moment.Content, options.Clients, Windows);
        double pitchX = (wall.Width - 10) / columns;
        double pitchY = (wall.Height - 10) / (Windows / columns);
        return new(ActorShape.Window, pitchX - 3, pitchY - 3,
        [
            .. from window in Enumerable.Range(0, Windows)
               let place = window * 37 % Windows
               select ActorOf($"clients {window}", wall.X + 6.5 + (place % columns * pitchX), wall.Y + 6.5 + (place / columns * pitchY), n => window < lit[n] ? ActorState.Lit : ActorState.Dark),
        ]) { TurnSeconds = Settling };
    }

    // The end that is served next is on the fleet's side; whoever came first is nearest to it, or last.
    private Crowd LineOf(Area line, bool isWide)
    {
        const int rows = 4;
        double pitchX = (line.Width - 12) / (Places / rows);
        double pitchY = (line.Height - 12) / rows;
        double side = Math.Min(pitchX, pitchY) - 4;
        bool newestFirst = options.Discipline == QueueDiscipline.Lifo;
        int[] waiting = Parts(moment => moment.Waiting, PerPlace * Places, Places);
        int[] hungUp = Parts(moment => moment.HungUp, PerPlace * Places, Places);
        ActorState StateOf(int place, int n) => place >= waiting[n] + hungUp[n] ? ActorState.Off
            : newestFirst ? place < waiting[n] ? ActorState.Lit : ActorState.Dark
            : place < hungUp[n] ? ActorState.Dark : ActorState.Lit;
        return new(ActorShape.Light, side, side,
        [
            .. from place in Enumerable.Range(0, Places)
               let x = isWide ? line.Right - 6 - (((place / rows) + 1) * pitchX) + ((pitchX - side) / 2) : line.X + 6 + (place % (Places / rows) * pitchX) + ((pitchX - side) / 2)
               let y = isWide ? line.Y + 6 + (place % rows * pitchY) + ((pitchY - side) / 2) : line.Bottom - 6 - (((place / (Places / rows)) + 1) * pitchY) + ((pitchY - side) / 2)
               select ActorOf($"place {place}", x, y, n => StateOf(place, n)),
        ]) { TurnSeconds = Settling };
    }

    private Crowd FleetOf(Area fleet, bool isWide)
    {
        int squares = Math.Min(MostSquares, options.Workers);
        int columns = isWide ? 6 : 15;
        double pitch = (fleet.Width - 8) / columns;
        double side = pitch * 0.66;
        int[] serving = Parts(moment => moment.Serving, options.Workers, squares);
        int[] inVain = Parts(moment => moment.InVain, options.Workers, squares);
        int going = Part((1 - options.TriggerShare) * options.Workers, options.Workers, squares);
        bool[] isStalled = [.. films.Select(time.Story).Select(story => story >= options.TriggerStart && story < options.TriggerEnd)];
        ActorState StateOf(int square, int n) => square < serving[n] ? ActorState.Serving
            : square < serving[n] + inVain[n] ? ActorState.WorkingInVain
            : isStalled[n] && square >= going ? ActorState.Off
            : ActorState.Idle;
        return new(ActorShape.Square, side, side,
        [
            .. from square in Enumerable.Range(0, squares)
               select ActorOf($"worker {square}", fleet.X + 4 + (square % columns * pitch) + ((pitch - side) / 2), fleet.Y + 6 + (square / columns * ((fleet.Height - 12) / (MostSquares / columns))) + 2, n => StateOf(square, n)),
        ]) { TurnSeconds = Settling };
    }

    private static int Part(double number, double whole, int parts) => (int)Math.Round(parts * Math.Min(number, whole) / whole, MidpointRounding.AwayFromZero);

    private int[] Parts(Func<StormMoment, double> number, double whole, int parts) => [.. moments.Select(moment => Part(number(moment), whole, parts))];

    // Its states are asked for by the numbers of the moments.
    private Actor ActorOf(string id, double x, double y, Func<int, ActorState> state)
    {
        var initial = state(0);
        List<Turn> turns = [];
        var last = initial;
        for (int n = 1; n < moments.Length; n++)
        {
            var now = state(n);
            if (now != last)
            {
                turns.Add(new(films[n], now));
                last = now;
            }
        }

        return new(id, x, y, initial, turns);
    }

    private IReadOnlyList<Telling> Tellings(Func<StormMoment, string> text) =>
        Telling.Changes(moments.Select((moment, n) => new Telling(films[n], text(moment))));

    // Of many dots at once nobody sees any: the next is drawn a little later.
    private IEnumerable<(TracedAttempt Attempt, double Film)> Some(IEnumerable<int> inOrder, Func<int, double> at)
    {
        double free = time.Story(Trip);
        double last = time.Story(time.Duration - Trip);
        foreach (int number in inOrder)
        {
            double moment = at(number);
            if (moment >= free && moment < last)
            {
                double film = time.Film(moment);
                free = time.Story(film + BetweenDots);
                yield return (attempts[number], film);
            }
        }
    }

    private IEnumerable<int> Sent() => Enumerable.Range(0, attempts.Count).Where(number => attempts[number].Fate != AttemptFate.HeldBack);

    private int[] Answers()
    {
        int[] numbers = [.. Enumerable.Range(0, attempts.Count).Where(number => attempts[number] is { IsServed: true, ServiceEndedAt: not null } attempt && (attempt.IsWasted || attempt.Fate == AttemptFate.Answered))];
        double[] ends = [.. numbers.Select(number => attempts[number].ServiceEndedAt!.Value)];
        Array.Sort(ends, numbers);
        return numbers;
    }

    private static double Spread(int number) => number * 29 % 37 / 36.0;

    private IEnumerable<Part> Asking(Area wall, Area line, bool isWide)
    {
        int n = 0;
        foreach (var (attempt, film) in Some(Sent(), number => attempts[number].SentAt))
        {
            n++;
            var (x, y) = isWide ? (wall.Right + 6, wall.Y + 8 + (Spread(attempt.Client) * (wall.Height - 16))) : (wall.X + 8 + (Spread(attempt.Client) * (wall.Width - 40)), wall.Bottom + 6);
            var (toX, toY) = isWide ? (line.X - 5, line.Y + 10 + (Spread(n) * (line.Height - 20))) : (line.X + 10 + (Spread(n) * (line.Width - 20)), line.Y - 24);
            yield return attempt.Fate == AttemptFate.Refused
                ? new Dot(DotKind.Read, [new(film - Trip, x, y), new(film, toX, toY, DotLook.Refused, Pace.Stopping), new(film + Trip, x + (0.3 * (toX - x)), y + (0.3 * (toY - y)), DotLook.Refused)])
                : new Dot(DotKind.Read, [new(film - Trip, x, y, Pace: Pace.Starting), new(film, toX + (isWide ? 8 : 0), toY + (isWide ? 0 : 26))]);
        }
    }

    private IEnumerable<Part> Answering(Area wall, Area line, Area fleet, Area nobody, bool isWide)
    {
        int n = 0;
        foreach (var (attempt, film) in Some(Answers(), number => attempts[number].ServiceEndedAt!.Value))
        {
            n++;
            double x = fleet.X + 12 + (Spread(n) * (fleet.Width - 24));
            if (attempt.IsWasted)
            {
                yield return new Dot(DotKind.Read, isWide
                    ? [new(film, x, fleet.Bottom - 8, DotLook.Refused), new(film + Trip, x, nobody.CentreY, DotLook.Refused, Pace.Stopping), new(film + (2 * Trip), nobody.Right + 8, nobody.CentreY, DotLook.Refused)]
                    : [new(film, x, fleet.Bottom - 6, DotLook.Refused), new(film + Trip, x, nobody.Y + 4, DotLook.Refused)]);
            }
            else
            {
                double spread = Spread(attempt.Client);
                yield return new Dot(DotKind.Read, isWide
                    ? [new(film, x, fleet.Y + 8, DotLook.Answered, Pace.Starting), new(film + Trip, line.Right - 20, line.Y - 44, DotLook.Answered), new(film + (2 * Trip), wall.Right + 4, wall.Y + 4 + (spread * 16), DotLook.Answered)]
                    : [new(film, x, fleet.Y + 8, DotLook.Answered, Pace.Starting), new(film + Trip, line.Right + 9, line.CentreY, DotLook.Answered), new(film + (2 * Trip), line.Right - 20 - (spread * 80), wall.Bottom + 4, DotLook.Answered)]);
            }
        }
    }

    private IEnumerable<Part> Bars(Area area, bool isWide)
    {
        (string Name, Paint Paint, Func<StormSecond, int> Value)[] rows =
        [
            ("asked", Paint.Read, second => second.Offered),
            ("answered in time", Paint.Serving, second => second.Goodput),
            ("answered too late", Paint.Write, second => second.Wasted),
        ];
        double pitch = area.Height / rows.Length;
        var room = isWide ? new Area(area.X + 150, area.Y, area.Width - 270, 18) : new Area(area.X, area.Y + 22, area.Width - 124, 14);
        double capacity = room.X + (room.Width * options.Capacity / Scale);
        for (int n = 0; n < rows.Length; n++)
        {
            var (name, paint, value) = rows[n];
            var bar = room with { Y = room.Y + (n * pitch) };
            yield return new Word(area.X, isWide ? bar.Y + 14 : bar.Y - 5, name, TextStyles.Label);
            yield return new Box(bar, Paint.Raised, Paint.Hairline);
            yield return new Level(bar, paint, Growth.Rightwards, [.. films.Select(film => new Sample(film, Rate(film, value) / Scale))]);
            yield return new Reading(area.Right, bar.Y + (isWide ? 14 : 12), TextStyles.Number with { Size = 13 }, Rates(value)) { Anchor = Anchor.End };
        }

        double above = isWide ? 4 : 0; // where the names stand over their bars
        yield return new Line(string.Concat(rows.Select((_, n) => Invariant($"M{capacity:0.#} {room.Y + (n * pitch) - above:0.#}v{room.Height + above + 4}"))), Paint.Ink, 1.5) { IsDashed = true };
        string canServe = Prose($"it can serve {options.Capacity:N0} a second");
        bool isLeft = capacity < room.CentreX;
        yield return isWide
            ? new Word(capacity, room.Y - 11, canServe, TextStyles.Small) { Anchor = isLeft ? Anchor.Start : Anchor.End }
            : new Word(area.Right, room.Y - 5, "dashed: " + canServe, TextStyles.Small) { Anchor = Anchor.End };
    }

    private IReadOnlyList<Telling> Rates(Func<StormSecond, int> value) =>
        Telling.Changes(films.Where((_, n) => n % 2 == 0).Select(film => new Telling(film, Prose($"{Rate(film, value):N0} a second"))));

    // What is counted in single seconds jumps about by chance, so it is averaged over those that pass in a moment of the film.
    private double Rate(double film, Func<StormSecond, int> value)
    {
        int last = Math.Clamp((int)time.Story(film), 0, result.Seconds.Count - 1);
        int first = Math.Min(last, (int)time.Story(Math.Max(0, film - Averaged)) + 1);
        return result.Seconds.Take(first..(last + 1)).Average(second => (double)value(second));
    }

    private Hand[] Hands(Area wall, Area line, Area fleet, bool isWide)
    {
        bool newestFirst = options.Discipline == QueueDiscipline.Lifo;
        var way = isWide ? new Area(wall.Right + 8, wall.Y, line.X - wall.Right - 16, wall.Height) : new Area(wall.X, wall.Bottom + 4, wall.Width, 40);
        return
        [
            new(wall, "retryPolicy", options.Policy == RetryPolicy.None ? "full-jitter" : "none", options.Policy == RetryPolicy.None ? "Let them try again" : "Let nobody try again") { Key = 'p' },
            new(way, "retryBudget", options.Budget ? "false" : "true", options.Budget ? "Take the retry budgets away" : "Give each client a retry budget") { Key = 'b' },
            new(line, "cure", newestFirst ? "none" : "newest-first", newestFirst ? "Serve in order again" : "Serve the newest first") { Key = 'n' },
            new(fleet, "cure", options.DeadlinePropagation ? "none" : "deadlines", options.DeadlinePropagation ? "Forget the deadlines" : "Tell the fleet who has hung up") { Key = 'd' },
        ];
    }
}
