using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Scenes.Painting;
using InteractiveArticle.Simulation.Cascade;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Cascade;

/// <summary>One web of services in the buildings of their providers: a plug is pulled, and the dark spreads from one to the next.</summary>
public static class WebScene
{
    private const string Lever = "failure";
    private const double PlugAt = 2.4;
    private const double PulledAt = PlugAt + 0.5;
    private const double LineSeconds = 0.8;
    private const double SpreadSeconds = 0.9; // over which the services of one hop go dark
    private const double LongestHop = 3.2;
    private const double HopsSeconds = 13; // in all, where there are many
    private const double LimpingSeconds = 2.6;
    private const double RestSeconds = 3.2;
    private const string BestKnown = "the best-known service";
    private const double RingMargin = 2;
    private const double LetterWidth = 0.6; // of a wide typeface, in its size
    private const int MostWaves = 4; // that are counted by themselves
    private const double WidestCounter = 96;
    private const double RoomForTheWell = 42;

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];

    /// <summary>The scene.</summary>
    /// <param name="result">The simulated webs; the first one is shown.</param>
    /// <param name="options">The options they were drawn with.</param>
    public static Scene Of(CascadeResult result, CascadeOptions options)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        var film = new Film(result.Web);
        var captions = Captions(result.Web, options, film);
        return new Scene
        {
            Name = "web",
            Title = "The web goes dark",
            Finding = Finding(result.Web, options),
            Time = film.Time,
            Captions = captions,
            StillAt = film.Time.Duration,
            Draw = size => Draw(size, result.Web, options, film, captions),
        };
    }

    private static string Finding(IReadOnlyList<WebService> web, CascadeOptions options)
    {
        int direct = Count(web, hop: 0);
        int through = web.Count(service => service.Hop > 0);
        int limping = web.Count(service => service.IsDegraded);
        int well = web.Count - direct - through - limping;
        return direct == 0
            ? Prose($"{NameOf(options)} fails, and none of the {web.Count} services notices.")
            : Prose($"{NameOf(options)} fails. Of {web.Count} services {Number(direct)} {(direct == 1 ? "goes" : "go")} dark at once and {(through == 0 ? "no" : Number(through))} more because of {(direct == 1 ? "it" : "them")}; {Number(limping)} {(limping <= 1 ? "limps" : "limp")} along, and {Number(well)} {(well <= 1 ? "is" : "are")} well. Who rents where and who leans on whom is one draw of the model.");
    }

    private static string Number(int count) => count switch
    {
        0 => "none",
        1 => "one",
        _ => Prose($"{count}"),
    };

    private static List<Caption> Captions(IReadOnlyList<WebService> web, CascadeOptions options, Film film)
    {
        var largest = web.GroupBy(service => service.Home.Provider).MaxBy(tenants => tenants.Count())!;
        int direct = Count(web, hop: 0);
        List<Caption> captions =
        [
            new(0, "The web lives in rented rooms.", largest.Key < (int)CloudProvider.Smaller
                ? Prose($"A window is a service. {ProviderName((CloudProvider)largest.Key)} has {largest.Count()} of these {web.Count}.")
                : Prose($"A window is a service. {web.Select(service => service.Home.Provider).Distinct().Count()} landlords have these {web.Count}.")),
            new(PlugAt, options.Failure switch
            {
                Failure.Service => "One service fails, the one that everybody knows.",
                Failure.Region => $"One plug is pulled: a single region of {ProviderName(options.Provider)}.",
                _ => $"One plug is pulled: that of {ProviderName(options.Provider)}.",
            }, AtOnce(web, options, direct)),
        ];
        for (int hop = 1; hop <= film.Hops; hop++)
        {
            captions.Add(new(film.HopAt(hop), hop switch { 1 => direct == 1 ? "Others stood on it." : "Others stood on those.", 2 => "And others stood on them.", _ => "It goes on, layer by layer." }, MoreDark(web, options, hop)));
        }

        int limping = web.Count(service => service.IsDegraded);
        if (limping > 0)
        {
            captions.Add(new(film.LimpingAt, limping == 1 ? "One limps along:" : Prose($"{limping} limp along:"), limping == 1 ? "what it lost, it can do without." : "what they lost, they can do without."));
        }

        if (direct > 0)
        {
            int dark = web.Count(service => service.IsDark);
            captions.Add(new(film.RestAt, Prose($"{dark} of {web.Count} {(dark == 1 ? "is" : "are")} dark."), InTheEnd(direct, dark - direct, limping)));
        }

        return captions;
    }

    private static string InTheEnd(int direct, int through, int limping) =>
        through == 0
            ? limping > 0 ? "Whoever leaned on what failed can do without it." : direct == 1 ? "Nobody was standing on it." : "Nobody was standing on them."
            : $"{(direct == 1 ? "One failed" : Prose($"What failed took {direct}"))}; the other {Number(through)} stood on somebody.";

    private static string AtOnce(IReadOnlyList<WebService> web, CascadeOptions options, int direct)
    {
        int spared = options.Failure == Failure.Service ? 0 : web.Count(service =>
            service.Home.Provider == (int)options.Provider
            && (options.Failure == Failure.Provider ? service.Home.Second == SecondHome.OtherProvider : service.Home.Region == 0 && service.Home.Second != SecondHome.None));
        string dark = direct switch
        {
            0 => "Nothing goes dark",
            1 => "One goes dark at once",
            _ => Prose($"{direct} go dark at once"),
        };
        return spared == 0
            ? direct == 0 ? "Nobody had put anything there." : dark + "."
            : $"{dark}; {Number(spared)} there {(spared == 1 ? "has" : "have")} a second home and {(direct == 0 ? spared == 1 ? "stays lit" : "stay lit" : spared == 1 ? "does not" : "do not")}.";
    }

    private static string MoreDark(IReadOnlyList<WebService> web, CascadeOptions options, int hop)
    {
        int home = options.Failure == Failure.Service ? web[0].Home.Provider : (int)options.Provider;
        int more = Count(web, hop);
        int elsewhere = web.Count(service => service.Hop == hop && service.Home.Provider != home);
        string whose = elsewhere == 0 ? more == 1 ? "at the same landlord" : "all at the same landlord"
            : elsewhere == more ? more == 1 ? "at another landlord" : "all at other landlords"
            : Prose($"{elsewhere} of them at {(elsewhere == 1 ? "another landlord" : "other landlords")}");
        return more == 1 ? $"One more goes dark, {whose}." : Prose($"{more} more go dark, {whose}.");
    }

    private static Stage Draw(SceneSize size, IReadOnlyList<WebService> web, CascadeOptions options, Film film, IReadOnlyList<Caption> captions)
    {
        bool isWide = size == SceneSize.Wide;
        var frame = new SceneFrame(size, isWide ? 570 : 690, hasClock: false);
        var area = frame.Content;
        double barY = area.Bottom - 56;
        var city = new City(web, area with { Height = barY - 4 - area.Y }, isWide);
        var plugs = Plugs(city, options, area.X).ToArray();
        var windows = Enumerable.Range(0, web.Count).Select(service => new Actor(Invariant($"service {service}"), city.Pane(service).X, city.Pane(service).Y, ActorState.Lit, film.Turns(service))).ToArray();
        return frame.Around(film.Time, captions,
        [
            .. plugs.SelectMany(plug => plug.Cable),
            .. city.Buildings.Select(building => new Box(building.Walls, Paint.Facade, Radius: building.IsLarge ? 2 : 0)),
            .. city.Buildings.Select(building => building.Attic).OfType<Area>().Select(attic => new Box(attic, Paint.Facade)),
            new Line(string.Concat(city.Buildings.Select(Roof)), Paint.None) { Fill = Paint.Facade },
            .. city.Grounds.Select(ground => new Line($"M{Css.Number(area.X)} {Css.Number(ground)}H{Css.Number(area.Right)}", Paint.Edge)),
            new Crowd(ActorShape.Window, city.PaneWidth, city.PaneHeight, windows),
            .. Struck(city, options) is { } outline ? [new Line(outline, Paint.NameOnDark, 2) { IsDashed = true }] : Array.Empty<Part>(),
            .. film.Lines(city, area.Y),
            .. plugs.SelectMany(plug => plug.Names(isWide)),
            .. NameOfTheBestKnown(city, web[0].Home.Provider, area, isWide),
            .. Counters(area, barY, web, film, isWide),
        ]) with
        {
            Hands = [.. Hands(city, plugs)],
        };
    }

    // The floors of a region that is about to fail, or could, as a path; a single service has its ring.
    private static string? Struck(City city, CascadeOptions options)
    {
        var provider = options.Failure == Failure.Region ? options.Provider : CloudProvider.Aws;
        return options.Failure == Failure.Service ? null : city.Buildings.FirstOrDefault(building => building.Provider == (int)provider)?.Region;
    }

    // Its window has a ring, with paper below it as windows of any colour are near, and from there a line goes up between two
    // columns of windows to a name above the roofs.
    private static IEnumerable<Part> NameOfTheBestKnown(City city, int provider, Area area, bool isWide)
    {
        var style = LabelStyle(isWide);
        var pane = city.Pane(0);
        double between = (city.Pitch - city.PaneWidth) / 2;
        double radius = (double.Hypot(pane.Width, pane.Height) / 2) + RingMargin;
        string radii = Css.Number(radius);
        string ring = $"M{Css.Number(pane.CentreX - radius)} {Css.Number(pane.CentreY)}a{radii} {radii} 0 1 0 {Css.Number(2 * radius)} 0a{radii} {radii} 0 1 0 {Css.Number(-2 * radius)} 0z";
        double ringY = pane.CentreY - Math.Sqrt((radius * radius) - (city.Pitch * city.Pitch / 4)); // where the line meets it
        var home = city.Buildings.Single(building => building.Provider == provider);
        double lineX = pane.X - between;
        double roof = home.Attic is { } attic && lineX < attic.Right ? attic.Y : home.Walls.Y;
        double width = BestKnown.Length * LetterWidth * style.Size;
        double x = Math.Clamp(pane.CentreX, area.X + (width / 2), area.Right - (width / 2));
        double roofs = city.Buildings.Where(building => building.Ground == home.Ground && building.Walls.X < x + (width / 2) && building.Walls.Right > x - (width / 2)).Min(building => building.Top.Y);
        double y = roofs - City.RoofHeight - 6;
        yield return new Box(new(x - (width / 2), y - style.Size, width, style.Size + 4), Paint.Paper);
        yield return new Word(x, y, BestKnown, style) { Anchor = Anchor.Middle };
        yield return new Line($"M{Css.Number(lineX)} {Css.Number(y + 5)}V{Css.Number(roof)}", Paint.Soft, 1);
        yield return new Line($"M{Css.Number(lineX)} {Css.Number(roof)}V{Css.Number(ringY)}", Paint.NameOnDark, 1);
        yield return new Line(ring, Paint.Paper, 5);
        yield return new Line(ring, Paint.Failing, 2.5);
    }

    private static TextStyle LabelStyle(bool isWide) => new(isWide ? 14 : 12, Paint.Soft);

    private static IEnumerable<Plug> Plugs(City city, CascadeOptions options, double left)
    {
        foreach (var building in city.Buildings.Where(building => building.Provider <= (int)CloudProvider.Smaller))
        {
            var provider = (CloudProvider)building.Provider;
            bool isFailing = provider == options.Provider;
            double x = building.Walls.X + 28;
            if (building.Region is not null && provider == (options.Failure == Failure.Region ? options.Provider : CloudProvider.Aws))
            {
                yield return new("region", $"Pull the plug of {ProviderName(provider)}’s largest region", 'r', x, building.Ground, "region", "largest", isFailing && options.Failure == Failure.Region);
                x += 60;
            }

            yield return new(
                LeverValue(provider),
                $"Pull the plug of {ProviderName(provider)}",
                LeverKey(provider),
                building.IsLarge ? x : Math.Max(building.Walls.CentreX, left + Plug.Reach),
                building.Ground,
                provider switch
                {
                    CloudProvider.Aws => "AWS",
                    CloudProvider.Azure => "Azure",
                    CloudProvider.Google => "Google",
                    _ => Prose($"{options.SmallerProviders} smaller landlords"),
                },
                provider switch
                {
                    CloudProvider.Aws => Prose($"{options.Aws:P0}"),
                    CloudProvider.Azure => Prose($"{options.Azure:P0}"),
                    CloudProvider.Google => Prose($"{options.Google:P0}"),
                    _ => Prose($"{Math.Max(0, 1 - options.Aws - options.Azure - options.Google):P0} together, a house each"),
                },
                isFailing && options.Failure == Failure.Provider) { HasLongName = !building.IsLarge };
        }
    }

    private static IEnumerable<Hand> Hands(City city, IReadOnlyList<Plug> plugs)
    {
        const double Reach = 26;
        var famous = city.Pane(0);
        yield return new Hand(new(famous.CentreX - (Reach / 2), famous.CentreY - (Reach / 2), Reach, Reach), Lever, "service", "Let the best-known service fail") { Key = 's' };
        foreach (var plug in plugs)
        {
            yield return new Hand(plug.Area, Lever, plug.Value, plug.Label) { Key = plug.Key };
        }
    }

    private static List<Part> Counters(Area area, double y, IReadOnlyList<WebService> web, Film film, bool isWide)
    {
        double services = web.Count;
        int[] all = [.. Enumerable.Range(0, web.Count)];
        int[] dark = [.. all.Where(service => web[service].IsDark)];
        int[] through = [.. dark.Where(service => web[service].Hop > 0)];
        int[] limping = [.. all.Where(service => web[service].IsDegraded)];
        int[] direct = [.. dark.Except(through)];
        var bar = new Area(area.X, y, area.Width, 15);
        double directWidth = bar.Width * direct.Length / services;
        double darkWidth = bar.Width * dark.Length / services;
        List<Part> parts =
        [
            new Box(bar, Paint.Lit, Radius: 2),
            new Level(bar with { X = bar.X + darkWidth, Y = bar.CentreY, Width = bar.Width - darkWidth, Height = bar.Height / 2 }, Paint.Pane, Growth.Rightwards, film.Shares(limping, services - dark.Length)),
            new Level(bar, Paint.Pane, Growth.Rightwards, film.Shares(dark, services)),
            new Box(bar, Paint.None, Paint.Edge, Radius: 2),
            new Level(new(bar.X + directWidth, bar.Bottom - 1, bar.Width - directWidth, 3), Paint.Hop, Growth.Rightwards, film.Shares(through, services - direct.Length)),
        ];
        int waves = Math.Min(film.Hops, MostWaves);
        int counters = waves + (direct.Length > 0 ? 1 : 0) + (limping.Length > 0 ? 1 : 0);
        var style = LabelStyle(isWide);
        double width = Math.Min(WidestCounter, (area.Width - RoomForTheWell) / Math.Max(1, counters));
        double x = area.X;
        void Count(string name, int[] members, ActorState state)
        {
            parts.AddRange(Swatch(x, y + 28, state));
            parts.Add(new Reading(x + 16, y + 38, TextStyles.Number, film.Counts(members)));
            parts.Add(new Word(x, y + 53, name, style));
            x += width;
        }

        if (direct.Length > 0)
        {
            Count("at once", direct, ActorState.Dark);
        }

        // No usual name is longer than “second wave”.
        string ofWave = width > "second wave ".Length * LetterWidth * style.Size ? " wave" : "";
        for (int hop = 1; hop <= waves; hop++)
        {
            bool isLast = hop == waves && film.Hops > hop;
            Count(isLast ? "later" : Ordinals[hop - 1] + ofWave, [.. through.Where(service => isLast ? web[service].Hop >= hop : web[service].Hop == hop)], ActorState.DarkThroughOthers);
        }

        if (limping.Length > 0)
        {
            Count("limping", limping, ActorState.Limping);
        }

        int lit = web.Count;
        parts.Add(new Reading(area.Right, y + 38, TextStyles.Number, film.Counts([.. dark, .. limping], gone => Prose($"{lit - gone}"))) { Anchor = Anchor.End });
        parts.Add(new Word(area.Right, y + 53, "well", style) { Anchor = Anchor.End });
        return parts;
    }

    private static IEnumerable<Part> Swatch(double x, double y, ActorState state)
    {
        yield return new Box(new(x, y, 10, 11), state == ActorState.Limping ? Paint.Lit : Paint.Pane, state == ActorState.DarkThroughOthers ? Paint.Hop : Paint.Edge, Radius: 1);
        if (state == ActorState.Limping)
        {
            yield return new Box(new(x, y + 5.5, 10, 5.5), Paint.Pane);
        }
    }

    private static string Roof(City.Building building)
    {
        var top = building.Top;
        string at(double x, double y) => $"{Css.Number(top.X + x)} {Css.Number(top.Y + y)}";
        double width = top.Width;
        return building.Provider switch
        {
            0 => $"M{at(width * 0.12, 1)}v-9h{Css.Number(width * 0.34)}v9zM{at(width * 0.78, 1)}v-15h2.5v15z",
            1 => $"M{at(0, 2)}L{at(width, -13)}V{Css.Number(top.Y + 2)}z",
            2 => $"M{at(width * 0.2, 1)}v-8h{Css.Number(width * 0.3)}v8z",
            _ => (building.Provider % 3) switch
            {
                0 => $"M{at(0, 1)}L{at(width / 2, -6)}L{at(width, 1)}z",
                1 => $"M{at(-0.5, 1)}v-3h{Css.Number(width + 1)}v3z",
                _ => $"M{at(0, 1)}v-5L{at(width, 1)}z",
            },
        };
    }

    private static int Count(IReadOnlyList<WebService> web, int hop) => web.Count(service => service.Hop == hop);

    private static string NameOf(CascadeOptions options) => options.Failure switch
    {
        Failure.Service => "The best-known service of the foundations",
        Failure.Region => $"The largest region of {ProviderName(options.Provider)}",
        _ => $"The whole of {ProviderName(options.Provider)}",
    };

    private static string ProviderName(CloudProvider provider) => provider switch
    {
        CloudProvider.Aws => "AWS",
        CloudProvider.Azure => "Azure",
        CloudProvider.Google => "Google Cloud",
        _ => "a smaller landlord",
    };

    private static string LeverValue(CloudProvider provider) => provider switch
    {
        CloudProvider.Aws => "aws",
        CloudProvider.Azure => "azure",
        CloudProvider.Google => "google",
        _ => "smaller",
    };

    private static char LeverKey(CloudProvider provider) => provider switch
    {
        CloudProvider.Aws => 'a',
        CloudProvider.Azure => 'z',
        CloudProvider.Google => 'g',
        _ => 'm',
    };

    // A plug in its socket below a building, and whose it is.
    private sealed record Plug(string Value, string Label, char Key, double X, double Ground, string Name, string Detail, bool IsPulled)
    {
        /// <summary>How far what can be taken in hand goes to either side.</summary>
        public const double Reach = 18;

        private const double Pull = 13;

        /// <summary>Whether its name stands beside it rather than below.</summary>
        public bool HasLongName { get; init; }

        public Area Area => new(X - Reach, Ground + 4, 2 * Reach, 50);

        public IEnumerable<Part> Cable
        {
            get
            {
                double ground = Ground + 2;
                yield return new Box(new(X - 13, Ground + 38, 26, 10), Paint.Raised, Paint.Edge, Radius: 3);
                foreach (var part in IsPulled ? [new Mover([new(PulledAt, X, ground), new(PulledAt + 0.25, X, ground - Pull, Pace.Stopping)], Shape(0, 0))] : Shape(X, ground))
                {
                    yield return part;
                }
            }
        }

        // On paper of their own, for lines pass behind them.
        public IEnumerable<Part> Names(bool isWide)
        {
            var nameStyle = new TextStyle(isWide ? 14 : 12.5, Paint.Ink, Weight: 650);
            var style = LabelStyle(isWide);
            double width = LetterWidth * Math.Max(Name.Length * nameStyle.Size * 1.1, Detail.Length * style.Size);
            var anchor = HasLongName ? Anchor.Start : Anchor.Middle;
            double x = HasLongName ? X + Reach + 6 : X;
            double y = Ground + (HasLongName ? 24 : 67);
            yield return new Box(new(HasLongName ? x - 2 : x - (width / 2), y - 13, width, 34), Paint.Paper);
            yield return new Word(x, y, Name, nameStyle) { Anchor = anchor };
            yield return new Word(x, y + 16, Detail, style) { Anchor = anchor };
        }

        private static Part[] Shape(double x, double y) =>
        [
            new Box(new(x - 1.5, y - 2, 3, 20), Paint.Ink),
            new Box(new(x - 3.5, y + 28, 2, 8), Paint.Edge),
            new Box(new(x + 1.5, y + 28, 2, 8), Paint.Edge),
            new Box(new(x - 7, y + 16, 14, 13), Paint.Ink, Radius: 3),
        ];
    }

    // What happens when: the hops one after another, each service at a moment of its own.
    private sealed class Film
    {
        private readonly IReadOnlyList<WebService> web;
        private readonly Dictionary<int, double> moments = [];
        private readonly double hopSeconds;

        public Film(IReadOnlyList<WebService> web)
        {
            this.web = web;
            Hops = web.Max(service => service.Hop) ?? 0;
            hopSeconds = Math.Min(LongestHop, HopsSeconds / Math.Max(1, Hops));
            for (int hop = 0; hop <= Hops; hop++)
            {
                Spread(hop == 0 ? PulledAt + 0.2 : HopAt(hop) + LineSeconds, [.. Members(service => service.Hop == hop)]);
            }

            int[] limping = [.. Members(service => service.IsDegraded)];
            Spread(LimpingAt + 0.2, limping);
            bool isDark = web.Any(service => service.IsDark);
            RestAt = LimpingAt + (limping.Length > 0 ? LimpingSeconds : 0);
            double end = RestAt + RestSeconds;
            (double, double)[] hops = [.. Enumerable.Range(1, Hops).Select(hop => ((double)hop, HopAt(hop)))];
            Time = new StoryTime(
                Words,
                0.05,
                [(-1, 0), (0, PlugAt), .. hops, .. limping.Length > 0 ? [(Hops + 1, LimpingAt)] : Array.Empty<(double, double)>(), (Hops + 2, isDark ? RestAt : end), .. isDark ? [(Hops + 3, end)] : Array.Empty<(double, double)>()]);
        }

        public StoryTime Time { get; }

        public int Hops { get; }

        public double LimpingAt => HopAt(Hops + 1);

        public double RestAt { get; }

        public double HopAt(int hop) => PlugAt + (hop * hopSeconds);

        public IReadOnlyList<Turn> Turns(int service) => moments.TryGetValue(service, out double at)
            ? [new(at, web[service].Hop switch { 0 => ActorState.Dark, > 0 => ActorState.DarkThroughOthers, _ => ActorState.Limping })]
            : [];

        // From the one who took it along to the one who goes dark, in an arc.
        public IEnumerable<Part> Lines(City city, double highest)
        {
            foreach (int service in Members(service => service.Hop > 0))
            {
                var (from, to) = (city.Pane(web[service].Cause!.Value), city.Pane(service));
                double lift = 16 + (0.22 * Math.Abs(to.CentreX - from.CentreX));
                double bendY = Math.Max(Math.Min(from.CentreY, to.CentreY) - lift, highest - 30);
                string path = $"M{Css.Number(from.CentreX)} {Css.Number(from.CentreY)}Q{Css.Number((from.CentreX + to.CentreX) / 2)} {Css.Number(bendY)} {Css.Number(to.CentreX)} {Css.Number(to.CentreY)}";
                yield return new Line(path, Paint.Hop, 1.3) { From = moments[service] - LineSeconds, Seconds = LineSeconds, Resting = 0.35 };
            }
        }

        public IReadOnlyList<Sample> Shares(IReadOnlyCollection<int> services, double all)
        {
            var counts = Running(services);
            return counts.Count == 0 ? [new(0, 0)] : [new(0, 0), new(counts[0].At - 0.05, 0), .. counts.Select(turn => new Sample(turn.At, turn.Count / all))];
        }

        public List<Telling> Counts(IReadOnlyCollection<int> services, Func<int, string>? words = null)
        {
            words ??= count => Prose($"{count}");
            return [new(0, words(0)), .. Running(services).Select(turn => new Telling(turn.At, words(turn.Count)))];
        }

        // How many of some services have turned by when.
        private List<(double At, int Count)> Running(IReadOnlyCollection<int> services)
        {
            double[] turns = [.. services.Select(service => moments[service]).Order()];
            return [.. turns.Index().GroupBy(turn => turn.Item).Select(turn => (turn.Key, turn.Last().Index + 1))];
        }

        private IEnumerable<int> Members(Func<WebService, bool> isMember) => Enumerable.Range(0, web.Count).Where(service => isMember(web[service]));

        // Those whose cause went dark first follow first.
        private void Spread(double from, int[] services)
        {
            int[] order = [.. services.OrderBy(service => web[service].Cause is { } cause ? moments[cause] : 0).ThenBy(service => service)];
            for (int n = 0; n < order.Length; n++)
            {
                // In steps, so that some share a moment.
                moments[order[n]] = from + Math.Round(SpreadSeconds * n / order.Length, 1);
            }
        }

        private string Words(double story)
        {
            int hop = (int)Math.Floor(story + 1e-9);
            return hop < 0 ? "before"
                : hop == 0 ? "at once"
                : hop > Hops ? "in the end"
                : $"{Ordinals[hop - 1]} wave";
        }
    }
}
