using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Painting;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Text;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.MultiRegion;
using InteractiveArticle.Simulation.Randomness;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.MultiRegion;

/// <summary>
/// One outage of a company with two regions: its work falls to the survivor, whose level stays below the rim or rises over it.
/// </summary>
public static class TwoRegionsScene
{
    private const double HoursAround = 0.5;
    private const double CalmSeconds = 3.6;
    private const double FailoverSeconds = 3.4;
    private const double LastPhaseSeconds = 7;
    private const double RestSeconds = 3.4;
    private const double SettlingSeconds = 2.4;
    private const double SettlingMinutes = 5;
    private const int StepMinutes = 5;
    private const int Windows = 20;
    private const double HeadroomStep = 0.25;
    private const double StillSeconds = 1.9; // into the last phase: a survivor that drowns has just gone under

    private static readonly TextStyle State = new(13, Paint.Ink, Weight: 650);

    /// <summary>The scene.</summary>
    /// <param name="outage">The outage.</param>
    /// <param name="company">The company that it befalls.</param>
    public static Scene Of(OutageTrace outage, MultiRegionOptions company)
    {
        ArgumentNullException.ThrowIfNull(outage);
        ArgumentNullException.ThrowIfNull(company);
        var time = TimeOf(outage);
        var captions = Captions(outage, company, time);
        return new Scene
        {
            Name = "regions",
            Title = "Two regions, one outage",
            Finding = Finding(outage, company),
            Time = time,
            Captions = captions,
            StillAt = time.Film(outage.Phases[^1].Begins) + StillSeconds,
            Draw = size => Draw(size, outage, company, time, captions),
        };
    }

    private static StoryTime TimeOf(OutageTrace outage)
    {
        double film = CalmSeconds;
        List<(double, double)> knots = [(-HoursAround, 0), (0, film)];
        foreach (var phase in outage.Phases)
        {
            // Levels settle, and a survivor drowns, within minutes.
            double minutes = Math.Min(SettlingMinutes / TimeUnits.MinutesPerHour, (phase.Ends - phase.Begins) / 4);
            knots.Add((phase.Begins + minutes, film + SettlingSeconds));
            film += phase == outage.Phases[^1] ? LastPhaseSeconds : FailoverSeconds;
            knots.Add((phase.Ends, film));
        }

        knots.Add((outage.Hours + HoursAround, film + RestSeconds));
        return new StoryTime(Words, (double)StepMinutes / TimeUnits.MinutesPerHour, [.. knots]);
    }

    private static string Words(double hours)
    {
        // As the steps through the story are.
        int minutes = StepMinutes * (int)Math.Floor(((hours * TimeUnits.MinutesPerHour) + 1e-6) / StepMinutes);
        return minutes < 0 ? "before" : Prose($"{minutes / TimeUnits.MinutesPerHour}:{minutes % TimeUnits.MinutesPerHour:00} h");
    }

    private static string Finding(OutageTrace outage, MultiRegionOptions company)
    {
        string what = outage.IsCommon ? "takes both regions"
            : outage.FailoverFails ? "takes one region, and failing over fails" + (company.SecondRegionLoad == 0 ? "" : Prose($"; the other does its own {Share(Served(outage.Phases[^1]))} of the work"))
            : outage.Phases[^1].Second is { IsUp: false } ? "takes one region, and then the other, which has too little room"
            : Served(outage.Phases[^1]) < 1 ? Prose($"takes one region; the other does {Share(Served(outage.Phases[^1]))} of the work")
            : outage.Phases[^1].First.Offered > 0 ? "is over before the other region has taken over"
            : "takes one region; the other carries all of the work";
        return Prose($"An outage of {Length(outage.Hours)}, drawn with the mean and the spread of those on record, {what}. {Lost(outage, company)} Every dot is a part of the work; how many there are is for illustration.");
    }

    private static string Lost(OutageTrace outage, MultiRegionOptions company)
    {
        string amount(double hours) => Amount(hours, company);
        return outage.HoursLost < outage.Hours - 1e-9
            ? Prose($"Lost: {amount(outage.HoursLost)}. With one region alone: {amount(outage.Hours)}.")
            : Prose($"Lost: {amount(outage.HoursLost)}, as much as with one region alone.");
    }

    // In money, unless an hour costs none.
    private static string Amount(double hours, MultiRegionOptions company) => company.LossPerHour > 0 ? Prose($"${hours * company.LossPerHour:N0}") : Length(hours);

    private static string Share(double share) => Prose($"{100 * share:0.#} %");

    private static string Length(double hours) => Narration.Duration(hours * TimeUnits.MinutesPerHour);

    private static double Served(OutagePhase phase) => phase.First.Served + phase.Second.Served;

    private static List<Caption> Captions(OutageTrace outage, MultiRegionOptions company, StoryTime time)
    {
        bool isStandby = company.SecondRegionLoad == 0;
        var first = outage.Phases[0];
        List<Caption> captions =
        [
            new(0, isStandby ? "One region works, the other stands by." : "Two regions share the work.", company.Headroom == 0 ? "Neither has room to spare." : $"Each has spare room for {Share(company.Headroom)} of the other’s work."),
            new(time.Film(0), outage.IsCommon ? "One cause takes both regions." : "Region 1 fails.", outage.IsCommon ? "There is nowhere left to go."
                : outage.FailoverFails ? "And the switch does not work: what it did stays undone." + (isStandby ? "" : " The other does its own.")
                : first.First.Offered > 0 ? Prose($"Until the switch is thrown, for {Length(first.Ends)}, what it did stays undone.")
                : "The switch is thrown at once."),
        ];
        var last = outage.Phases[^1];
        if (last.First.Offered == 0)
        {
            double at = last == first ? time.Film(0) + (CalmSeconds / 2) : time.Film(last.Begins);
            captions.Add((Served(last), last.Second.IsUp) switch
            {
                (_, false) => new(at, "All of it goes to the survivor, which drowns.", (company.Headroom == 0 ? "It had no room to spare." : $"It had spare room for {Share(company.Headroom)} of the other’s work.") + " Now nobody is served."),
                ( >= 1 - 1e-9, _) => new(at, "All of it goes to the survivor, which holds.", "It had paid for the room, and hardly used it until now."),
                _ when company.Headroom == 0 => new(at, "All of it goes to the survivor.", "It has no room to spare. All but its own is turned away."),
                _ => new(at, "The survivor does what it can.", $"It has spare room for {Share(company.Headroom)} of the other’s work; the rest is turned away."),
            });
        }

        captions.Add(new(time.Film(outage.Hours), Prose($"After {Length(outage.Hours)} {(outage.IsCommon || !last.Second.IsUp ? "both are" : "region 1 is")} back."), Lost(outage, company)));
        return captions;
    }

    private static Stage Draw(SceneSize size, OutageTrace outage, MultiRegionOptions company, StoryTime time, IReadOnlyList<Caption> captions)
    {
        bool isWide = size == SceneSize.Wide;
        var frame = new SceneFrame(size, isWide ? 560 : 680);
        var area = frame.Content;
        var wall = isWide ? new Area(area.X, area.Y + 30, 150, 310) : new Area(area.X, area.Y + 22, area.Width, 64);
        Area place(int region) => isWide
            ? new(430, area.Y + 30 + (region * 178), 310, 132)
            : new(area.X + (region * 190) + 6, area.Y + 216, 160, 120);
        Area[] vessels = [place(0), place(1)];
        double foot = area.Bottom - (isWide ? 34 : 112);
        var headrooms = new ChoiceRow(isWide ? new(area.X + 206, foot, 184, 26) : new(area.X, foot + 14, area.Width, 26), "headroom", Invariant($"{company.Headroom:0.##}"),
        [
            .. Enumerable.Range(0, 5).Select(n => new Choice(Invariant($"{n * HeadroomStep:0.##}"), Prose($"{100 * n * HeadroomStep:0}"), Prose($"Give each region room for {100 * n * HeadroomStep:0} % of the other’s work"), (char)('0' + n))),
        ]);
        return frame.Around(time, captions,
        [
            new Word(wall.X, wall.Y - 8, "who works with it", TextStyles.Label),
            .. Wall(wall, isWide ? 4 : 10, outage, time),
            .. new Vessel(0, vessels[0], outage, company, time).Parts(isWide),
            .. new Vessel(1, vessels[1], outage, company, time).Parts(isWide),
            .. new Traffic(outage, company, time, wall, vessels, isWide).Dots(),
            .. Foot(area with { Y = foot }, outage, company, time, isWide, headrooms),
            .. isWide ? Key(wall.X, wall.Bottom + 26) : Key(area.X, foot + 108),
        ]) with
        {
            Hands = [.. headrooms.Hands],
        };
    }

    // What the dots are.
    private static IEnumerable<Part> Key(double x, double y)
    {
        const double Side = 9;
        const double Step = 78;
        (string Words, Paint Fill, Paint Outline)[] looks = [("work", Paint.Read, Paint.Read), ("done", Paint.Answer, Paint.Answer), ("left undone", Paint.Paper, Paint.Read)];
        foreach (var (n, look) in looks.Index())
        {
            double left = x + (n * Step);
            yield return new Box(new(left, y - Side, Side, Side), look.Fill, look.Outline, Side / 2);
            yield return new Word(left + 15, y, look.Words, TextStyles.Small);
        }
    }

    // The share of the windows that is lit is the share of the work that is done.
    private static IEnumerable<Part> Wall(Area wall, int columns, OutageTrace outage, StoryTime time)
    {
        const double Gap = 6;
        int rows = Windows / columns;
        double width = (wall.Width - (Gap * (columns + 1))) / columns;
        double height = (wall.Height - (Gap * (rows + 1))) / rows;
        int[] order = Shuffled();
        yield return new Box(wall, Paint.Facade, Radius: 4);
        yield return new Crowd(ActorShape.Window, width, height,
        [
            .. Enumerable.Range(0, Windows).Select(n => new Actor(
                Invariant($"window {n}"),
                wall.X + Gap + (n % columns * (width + Gap)),
                wall.Y + Gap + (n / columns * (height + Gap)),
                ActorState.Lit,
                [.. Turns(order[n], outage, time)])),
        ]);
    }

    private static IEnumerable<Turn> Turns(int rank, OutageTrace outage, StoryTime time)
    {
        bool isLit = true;
        foreach (var (at, served) in outage.Phases.Select(phase => (phase.Begins, Served(phase))).Append((outage.Hours, 1)))
        {
            bool isLitNow = rank < Math.Round(Windows * served, MidpointRounding.AwayFromZero);
            if (isLitNow != isLit)
            {
                isLit = isLitNow;
                yield return new(time.Film(at), isLit ? ActorState.Lit : ActorState.Dark);
            }
        }
    }

    private static int[] Shuffled()
    {
        int[] order = [.. Enumerable.Range(0, Windows)];
        var chance = new RandomStreams(28_02_2017).Stream("windows");
        for (int last = Windows - 1; last > 0; last--)
        {
            int other = chance.NextIndex(last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }

        return order;
    }

    private static IEnumerable<Part> Foot(Area area, OutageTrace outage, MultiRegionOptions company, StoryTime time, bool isWide, ChoiceRow headrooms)
    {
        double y = area.Y;
        double x = area.X;
        yield return new Word(x, y + (isWide ? 17 : 6), "room for the other’s work, %", TextStyles.Label);
        foreach (var part in headrooms.Parts)
        {
            yield return part;
        }

        double second = isWide ? 430 : x;
        double below = isWide ? y + 17 : y + 66;
        double far = isWide ? area.Right : x + 200;
        string amount(double hours) => Amount(hours, company);
        List<Telling> lost = [];
        for (double film = 0; film <= time.Duration; film += 0.1)
        {
            double story = time.Story(film);
            string said = amount(outage.Phases.Sum(phase => Math.Clamp(story - phase.Begins, 0, phase.Ends - phase.Begins) * (1 - Served(phase))));
            if (lost.Count == 0 || lost[^1].Text != said)
            {
                lost.Add(new(film, said));
            }
        }

        yield return new Word(second, below, "lost so far", TextStyles.Label);
        yield return new Reading(second + 92, below, TextStyles.Number, lost);
        yield return new Word(isWide ? far : x, isWide ? below : below + 20, Prose($"one region alone: {amount(outage.Hours)}"), TextStyles.Label) { Anchor = isWide ? Anchor.End : Anchor.Start };
    }

    // What a region is asked and has room for, as water in a vessel.
    private sealed class Vessel(int number, Area area, OutageTrace outage, MultiRegionOptions company, StoryTime time)
    {
        private const double Flow = 0.8; // seconds for a level to settle
        private const double Wall = 7;

        public IEnumerable<Part> Parts(bool isWide)
        {
            var usually = Usually;
            double rim = area.Bottom - (usually.Capacity * area.Height);
            Sample[] levels = [.. Levels(usually)];
            yield return new Level(area, Paint.Read, Growth.Upwards, levels);
            if (usually.Capacity < 1)
            {
                // What is above the rim runs over the walls.
                var over = new Area(area.X - Wall, area.Y, area.Width + (2 * Wall), rim - area.Y);
                yield return new Level(over, Paint.Overloaded, Growth.Upwards, [.. levels.Select(level => level with { Value = Math.Max(0, (level.Value - usually.Capacity) / (1 - usually.Capacity)) })]);
            }

            string walls = $"M{Css.Number(area.X - 2)} {Css.Number(rim)}V{Css.Number(area.Bottom + 2)}H{Css.Number(area.Right + 2)}V{Css.Number(rim)}";
            yield return new Line(walls, Paint.Ink, 4);
            foreach (var phase in outage.Phases.Where(phase => !At(phase).IsUp))
            {
                double from = time.Film(phase.Begins) + (IsDrowning(phase) ? 2 * Flow : 0);
                yield return new Shown(from, time.Film(phase.Ends), [new Line(walls, Paint.Failing, 4), new Line($"M{Css.Number(area.CentreX - 14)} {Css.Number(area.CentreY - 14)}l28 28m0 -28l-28 28", Paint.Failing, 4)]);
            }

            yield return new Word(area.X, area.Y - 9, Prose($"Region {number + 1}"), TextStyles.Heading);
            yield return isWide
                ? new Reading(area.Right, area.Y - 9, State, [.. States(usually)]) { Anchor = Anchor.End }
                : new Reading(area.X, area.Bottom + 22, State, [.. States(usually)]);
            var (x, y) = isWide ? (area.Right + 14, rim + 4) : (area.X, area.Bottom + 40);
            yield return new Word(x, y, Prose($"own {100 * usually.Offered:0.#} + spare {100 * (usually.Capacity - usually.Offered):0.#}"), TextStyles.Small);
            yield return new Word(x, y + 16, $"= {Share(usually.Capacity)} of all the work", TextStyles.Small);
        }

        private RegionLoad Usually => number == 0 ? RegionLoad.WhileBothAreUp(company).First : RegionLoad.WhileBothAreUp(company).Second;

        private RegionLoad At(OutagePhase phase) => number == 0 ? phase.First : phase.Second;

        // Up until its level rises over its rim.
        private bool IsDrowning(OutagePhase phase) => number == 1 && !phase.Second.IsUp && !outage.IsCommon;

        private IEnumerable<Sample> Levels(RegionLoad usually)
        {
            double level = usually.Offered;
            yield return new(0, level);
            foreach (var phase in outage.Phases)
            {
                var load = At(phase);
                double at = time.Film(phase.Begins);
                double next = load.IsUp ? load.Offered : 0;
                yield return new(at, level);
                if (IsDrowning(phase))
                {
                    // It is the level that drowns it.
                    yield return new(at + Flow, load.Offered);
                    yield return new(at + (2 * Flow), load.Offered);
                    at += 2 * Flow;
                }

                if (next != level)
                {
                    yield return new(at + Flow, next);
                }

                level = next;
            }

            double end = time.Film(outage.Hours);
            yield return new(end, level);
            yield return new(end + Flow, usually.Offered);
        }

        private IEnumerable<Telling> States(RegionLoad usually)
        {
            string words(RegionLoad load) => !load.IsUp ? "out"
                : load.Served < load.Offered - 1e-9 ? $"asked for {Share(load.Offered)}"
                : $"does {Share(load.Served)}";
            yield return new(0, words(usually));
            foreach (var phase in outage.Phases)
            {
                if (IsDrowning(phase))
                {
                    yield return new(time.Film(phase.Begins), $"asked for {Share(At(phase).Offered)}");
                }

                yield return new(time.Film(phase.Begins) + (IsDrowning(phase) ? 2 * Flow : 0), words(At(phase)));
            }

            yield return new(time.Film(outage.Hours), words(usually));
        }
    }

    // The work as dots: where each goes, and whether it comes back done, follows the shares of the phase it arrives in.
    private sealed class Traffic(OutageTrace outage, MultiRegionOptions company, StoryTime time, Area wall, Area[] vessels, bool isWide)
    {
        private const double Between = 0.13;
        private const double Way = 0.85;
        private const double Fall = 0.45;
        private const double Golden = 0.6180339887498949; // steps by the golden section spread without a pattern
        private const int Spread = 100;

        public IEnumerable<Part> Dots()
        {
            double toFirst = 0.5;
            double[] done = [0.5, 0.5];

            // Some are on their way already when the film begins.
            for (int n = (int)(-2 * Way / Between); n * Between < time.Duration; n++)
            {
                double start = n * Between;
                var (first, second) = LoadsAt(time.Story(start + Way));
                toFirst += first.Offered / (first.Offered + second.Offered);
                int region = toFirst >= 1 ? 0 : 1;
                toFirst -= region == 0 ? 1 : 0;
                var load = region == 0 ? first : second;
                done[region] += load.Served / load.Offered;
                bool isDone = done[region] >= 1;
                done[region] -= isDone ? 1 : 0;
                yield return One(start, n, vessels[region], isDone);
            }
        }

        private (RegionLoad First, RegionLoad Second) LoadsAt(double story)
        {
            foreach (var phase in outage.Phases)
            {
                if (story >= phase.Begins && story < phase.Ends)
                {
                    return (phase.First, phase.Second);
                }
            }

            return RegionLoad.WhileBothAreUp(company);
        }

        private Dot One(double start, int n, Area vessel, bool isDone)
        {
            double spread = (n + Spread) * Golden % 1;
            double aim = (n + Spread) * Golden * Golden % 1;
            var from = isWide ? (X: wall.Right + 6, Y: wall.Y + 8 + (spread * (wall.Height - 16))) : (X: wall.X + 8 + (spread * (wall.Width - 16)), Y: wall.Bottom + 6);
            var to = isWide ? (X: vessel.X - 14, Y: vessel.Y + 10 + (aim * (vessel.Height - 20))) : (X: vessel.X + 8 + (aim * (vessel.Width - 16)), Y: vessel.Y - 30);
            double arrives = start + Way;
            return isDone
                ? new Dot(DotKind.Read, [new(start, from.X, from.Y, DotLook.Asking, Pace.Starting), new(arrives, to.X, to.Y, DotLook.Answered, Pace.Stopping), new(arrives + Way, from.X, from.Y, DotLook.Answered)])
                : new Dot(DotKind.Read, [new(start, from.X, from.Y, DotLook.Asking, Pace.Starting), new(arrives, to.X, to.Y, DotLook.Refused, Pace.Stopping), new(arrives + Fall, isWide ? to.X - 40 : to.X, isWide ? to.Y + 16 : to.Y - 40, DotLook.Refused)]);
        }
    }
}
