using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.BareMetal;
using InteractiveArticle.Simulation.Modelling;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.BareMetal;

/// <summary>
/// A bought fleet that breaks and is mended: a square a server, people who walk to the broken ones, a shelf of spare machines
/// and a road of days on which more of them come.
/// </summary>
public static class FleetScene
{
    private const double ShortestCaption = 1.2;
    private const double SecondsBetweenCounts = 0.2;

    // Times what an average year takes.
    private const double BadYear = 1.25;
    private const double GoodYear = 0.8;

    // By how much a usual year differs from an average one at most, as a share of what that takes.
    private const double HardlyOff = 0.1;

    // Of so many years one is shown in which about as much breaks and goes dark, and takes as long, as in an average one. The first
    // that is looked at is such a year for most shelves, crews, roads and power cuts, so that the year stays the same when they change.
    private const ulong FirstYear = 9880;
    private const ulong MostYears = 20;
    private const double CloseEnough = 0.2;

    // Power cuts are few, and so differ more from year to year.
    private const double CloseEnoughForCuts = 0.25;

    private static readonly TextStyle Large = new(36, Paint.Ink, Weight: 650);

    /// <summary>The scene of a year in which about as much breaks and goes dark as in an average one.</summary>
    /// <param name="options">The fleet, run for a year.</param>
    /// <param name="usual">What such a fleet loses in a year on average.</param>
    public static Scene OfUsualYear(BareMetalOptions options, LostServerDays usual)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(usual);
        var nearest = BareMetalSimulation.Trace(options, Experiment.WithSeed(FirstYear));
        double least = distance(nearest);
        for (ulong seed = FirstYear + 1; seed < FirstYear + MostYears && least > 1; seed++)
        {
            var trace = BareMetalSimulation.Trace(options, Experiment.WithSeed(seed));
            double such = distance(trace);
            if (such < least)
            {
                (nearest, least) = (trace, such);
            }
        }

        return Of(nearest, options, usual);

        double distance(FleetTrace trace) => Distance(new FleetStory(trace, options), usual);
    }

    // By how much a year differs from an average one, in how many break, what they take, how often power is cut, or what that
    // takes; at most 1 is close enough. A story that ends before its year does is as good as any.
    private static double Distance(FleetStory story, LostServerDays usual)
    {
        var options = story.Options;
        double whole = (options.Servers * options.Days) - usual.Broken;
        return !IsWholeYear(story)
            ? 0
            : Math.Max(
                Math.Max(Off(story.Breakdowns.Count, whole * TimeUnits.HoursPerDay / options.Mtbf), Off(Broken(story), usual.Broken)) / CloseEnough,
                Math.Max(CutsOff(story), Off(WithoutPower(story), usual.WithoutPower)) / CloseEnoughForCuts);
    }

    // As a share of how often it is cut on average.
    private static double CutsOff(FleetStory story) =>
        Off(PowerCuts(story), story.Options.Zones * story.Options.ZoneOutageRate * (1 - story.Options.ZoneDownShare));

    private static double Off(double value, double from) => from > 0 ? Math.Abs(value - from) / from : 0;

    private static bool IsWholeYear(FleetStory story) => story.End == TimeUnits.HoursPerYear;

    /// <summary>The scene.</summary>
    /// <param name="trace">What happened to the fleet.</param>
    /// <param name="options">The options it was run with.</param>
    /// <param name="usual">What such a fleet loses in a year on average, to tell how the year of the film compares; null tells nothing.</param>
    public static Scene Of(FleetTrace trace, BareMetalOptions options, LostServerDays? usual = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(options);
        var story = new FleetStory(trace, options);
        var captions = UntilPowerIsBack(story, Readable([.. Captions(story).Where(caption => caption.At < story.Time.Duration).OrderBy(caption => caption.At)]));
        return new Scene
        {
            Name = "fleet",
            Title = "Broken machines, and what they wait for",
            Finding = Finding(story, usual),
            Time = story.Time,
            Captions = captions,
            StillAt = story.Time.Film(MostTelling(story)),
            Draw = size => Draw(size, story, captions),
        };
    }

    // The moment that tells most: somebody waits for a parcel, a zone is dark, or something is being mended.
    private static double MostTelling(FleetStory story) =>
        story.FirstWait is { } wait ? Math.Min(wait.Failed + (1.5 * TimeUnits.HoursPerDay), story.Rest)
        : story.FirstOutage is { } outage ? outage.Hour + (Math.Min(story.BackAt(outage) - outage.Hour, 1) / 2)
        : story.FirstBreakdown is { } first && double.IsFinite(first.RepairBegan) ? first.RepairBegan
        : story.Rest;

    private static string Finding(FleetStory story, LostServerDays? usual)
    {
        var options = story.Options;
        int waits = story.Breakdowns.Count(breakdown => breakdown.WaitsForMachine);
        string servers = Count(options.Servers, "server");
        string days = Days(story.End);
        if (story.Breakdowns.Count == 0 && story.Outages.Count == 0)
        {
            return $"{servers}, {days}: nothing breaks.";
        }

        int outages = PowerCuts(story);
        string dark = outages == 0 ? "" : $" A cabinet loses power {Times(outages)}.";
        return $"{servers}, {days}: {Count(story.Breakdowns.Count, "breakdown")}; spares needed: {story.Orders.Count}, waited for: {waits}.{dark} One simulated run{Luck(story, usual)}{(options.Crew > 1 ? "; who goes where is for illustration" : "")}.";
    }

    private static string Luck(FleetStory story, LostServerDays? usual)
    {
        if (usual is null || !IsWholeYear(story))
        {
            return "";
        }

        double lost = Broken(story) + WithoutPower(story);
        double average = usual.Broken + usual.WithoutPower;
        bool isUsual = Off(lost, average) <= HardlyOff && CutsOff(story) <= CloseEnoughForCuts;
        string year = lost > BadYear * average ? ", a bad year" : lost < GoodYear * average ? ", a good year" : isUsual ? ", a usual year" : "";
        string causes = usual.WithoutPower > 0 ? "breakdowns and power cuts" : "breakdowns";
        return $"{year}: {causes} take {Count(lost, "server-day")}, against {Amount(average)} in an average year";
    }

    // When much happens at once, the last of it is told.
    private static Caption[] Readable(Caption[] captions) =>
        [.. captions.Where((caption, n) => n + 1 == captions.Length || captions[n + 1].At - caption.At >= ShortestCaption)];

    // What is said begins with a reading of the clock, and within a day that lasts until it is read, where there is such a moment
    // soon, so that the clock tells the day of the caption.
    private static double At(FleetStory story, double hour)
    {
        const int Soon = 4;
        const int UntilItIsRead = 2;
        int first = (int)Math.Ceiling(story.Time.Film(hour) / SecondsBetweenCounts);
        return moment(Enumerable.Range(first, Soon).FirstOrDefault(reading => day(reading) == day(reading + UntilItIsRead), first));

        double moment(int reading) => Math.Min(reading * SecondsBetweenCounts, story.Time.Duration);
        string day(int reading) => story.Time.Words(story.Time.Story(moment(reading)));
    }

    private static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{count} times",
    };

    private static string Days(double hours) => hours < 1.5 * TimeUnits.HoursPerDay ? "a day" : hours == TimeUnits.HoursPerYear ? "a year" : Prose($"{hours / TimeUnits.HoursPerDay:F0} days");

    private static string Length(double hours) => hours < 1.95 ? Prose($"{Math.Max(1, hours * 60):F0} minutes") : hours < 48 ? Prose($"{hours:F0} hours") : Days(hours);

    private static IEnumerable<Caption> Captions(FleetStory story)
    {
        var options = story.Options;
        double film(double hour) => At(story, hour);
        string life = options.Mtbf < 2 * TimeUnits.HoursPerYear ? Days(options.Mtbf) : Prose($"{options.Mtbf / TimeUnits.HoursPerYear:0.#} years");
        yield return new(0, $"{options.Servers} servers, bought and carried in.", $"On average each runs for {life} before it breaks.");
        if (story.FirstBreakdown is { } first && first != story.FirstMachine)
        {
            yield return new(film(first.Failed), "The first one breaks.", options.Crew == 1 ? $"One person repairs it, in {Length(options.Mttr)} on average." : $"One of {options.Crew} people repairs it, in {Length(options.Mttr)} on average.");
        }

        if (story.FirstMachine is { } machine)
        {
            yield return machine.WaitsForMachine
                ? new(film(machine.Failed), "This one needs a spare. The shelf is empty.", $"One is ordered. It is on the road for {Length(options.LeadTimeDays * TimeUnits.HoursPerDay)}.")
                : new(film(machine.Failed), options.LeadTimeDays > 0 && options.Spares > 0 ? "This one needs a spare, from the shelf." : "This one needs a spare, which comes at once.", options.LeadTimeDays > 0 ? $"Another is ordered. It is on the road for {Length(options.LeadTimeDays * TimeUnits.HoursPerDay)}." : "");
        }

        if (story.FirstWait is { } wait)
        {
            if (wait != story.FirstMachine)
            {
                yield return new(film(wait.Failed), "This one finds the shelf empty.", double.IsFinite(wait.HasMachine) ? $"It has to wait for a spare, for {Length(wait.HasMachine - wait.Failed)}." : "It has to wait for a spare.");
            }

            if (wait.Repaired < story.Rest)
            {
                yield return new(film(wait.HasMachine), "The spare is here.", $"Out of service for {Length(wait.Repaired - wait.Failed)}, of which under the screwdriver: {Length(wait.Repaired - wait.RepairBegan)}.");
            }
        }

        if (PowerFails(story) is { } fails)
        {
            yield return fails;
        }

        yield return new(film(story.Rest), $"{Sentence(Days(story.End))}, {Count(story.Breakdowns.Count, "breakdown")}.", OutOfService(story));
    }

    private static Caption? PowerFails(FleetStory story)
    {
        if (story.FirstOutage is not { } outage || outage.Hour >= story.Rest)
        {
            return null;
        }

        double back = story.BackAt(outage);
        return new(At(story, outage.Hour), $"A cabinet’s power fails: {Count(ServersIn(story, outage.Zone), "server")} at once.", double.IsFinite(back) ? $"No shelf helps. They are back after {Length(back - outage.Hour)}." : "No shelf helps.");
    }

    // What is said of the dark cabinet ends when its power is back, where there is time to say so before the next is told.
    private static Caption[] UntilPowerIsBack(FleetStory story, Caption[] captions)
    {
        int told = PowerFails(story) is { } fails ? Array.IndexOf(captions, fails) : -1;
        if (told < 0 || story.FirstOutage is not { } outage)
        {
            return captions;
        }

        double back = Math.Max(At(story, story.BackAt(outage)), captions[told].At + ShortestCaption);
        double next = told + 1 < captions.Length ? captions[told + 1].At : story.Time.Duration;
        return next - back < ShortestCaption
            ? captions
            : [.. captions[..(told + 1)], new(back, "The power is back.", "It took no spare, and nobody to fit one."), .. captions[(told + 1)..]];
    }

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    // What the broken ones waited for is left for readers to guess.
    private static string OutOfService(FleetStory story)
    {
        double dark = WithoutPower(story);
        return $"Broken, all added up: {Count(Broken(story), "server-day")}.{(dark > 0 ? $" Without power: {Amount(dark)} more." : "")}";
    }

    private static int PowerCuts(FleetStory story) => story.Outages.Count(turn => turn.IsDown);

    private static double Broken(FleetStory story) => story.Breakdowns.Sum(breakdown => DaysTold(story, breakdown.Failed, breakdown.Repaired));

    private static double WithoutPower(FleetStory story) => story.Outages.Where(turn => turn.IsDown).Sum(down =>
    {
        double back = story.BackAt(down);
        return (ServersIn(story, down.Zone) * DaysTold(story, down.Hour, back))
            - BrokenIn(story, down.Zone).Sum(breakdown => DaysTold(story, Math.Max(breakdown.Failed, down.Hour), Math.Min(breakdown.Repaired, back)));
    });

    private static double DaysTold(FleetStory story, double from, double until) => Math.Max(0, Math.Min(until, story.End) - from) / TimeUnits.HoursPerDay;

    private static int ServersIn(FleetStory story, int zone) => Enumerable.Range(0, story.Options.Servers).Count(server => server % story.Options.Zones == zone);

    private static IEnumerable<Breakdown> BrokenIn(FleetStory story, int zone) => story.Breakdowns.Where(breakdown => breakdown.Server % story.Options.Zones == zone);

    private static Stage Draw(SceneSize size, FleetStory story, IReadOnlyList<Caption> captions)
    {
        bool isWide = size == SceneSize.Wide;
        var frame = new SceneFrame(size, isWide ? 532 : 674);
        var area = frame.Content;
        var hall = isWide ? new Area(area.X, area.Y + 6, 600, 256) : new Area(area.X, area.Y + 4, area.Width, 200);
        var counts = isWide ? new Area(hall.Right + 26, hall.Y, area.Right - hall.Right - 26, 200) : new Area(area.X, hall.Bottom + 8, area.Width, 104);
        var road = isWide ? new Area(area.X, hall.Bottom + 20, 600, 44) : new Area(area.X, counts.Bottom + 8, area.Width, 28);
        var shelf = isWide ? new Area(counts.X, hall.Bottom + 8, counts.Width, 76) : new Area(area.X, road.Bottom + 30, 204, 64);
        var bench = isWide ? new Area(counts.X, counts.Bottom + 6, counts.Width, 44) : new Area(shelf.Right + 8, shelf.Y, area.Right - shelf.Right - 8, shelf.Height);
        var floor = new FleetFloor(story, hall);
        var parcels = new ParcelRoad(story, road, shelf);
        var settings = Settings(story.Options, isWide
            ? [new(area.X, area.Bottom - 28, 290, 26), new(area.X + 330, area.Bottom - 28, 200, 26), new(area.X + 570, area.Bottom - 28, area.Width - 570, 26)]
            : [new(area.X, area.Bottom - 62, area.Width, 26), new(area.X, area.Bottom - 28, 168, 26), new(area.X + 184, area.Bottom - 28, area.Width - 184, 26)]);
        return frame.Around(story.Time, captions,
        [
            .. floor.Parts(),
            .. Counts(story, parcels, counts, isWide),
            .. parcels.Parts(),
            new Word(shelf.X + 12, shelf.Y + 17, "On the shelf", TextStyles.Small),
            new Word(bench.X, bench.Y + (isWide ? 26 : 17), story.Options.Crew == 1 ? "Who repairs" : "Who repair", TextStyles.Small),
            .. parcels.Carried(floor),
            .. settings.SelectMany(setting => setting.Row.Parts.Prepend(new Word(setting.Area.X, setting.Area.Y + 17, setting.Name, TextStyles.Small))),
            .. isWide
                ? floor.People(new(bench.X + 98, bench.Y + 22, 14.5, 0), (hall.Right + 13, bench.Y))
                : floor.People(new(bench.X + 10, bench.Y + 38, 14, 0), (area.Right - 6, hall.Bottom + 36)),
        ]) with
        {
            Hands = [.. settings.SelectMany(setting => setting.Row.Hands)],
        };
    }

    // How many are how; the looks beside the numbers are the key to the picture.
    private static IEnumerable<Part> Counts(FleetStory story, ParcelRoad parcels, Area area, bool isWide)
    {
        IReadOnlyList<Telling> tellings(Func<double, int> count, string words = "") => Telling.Over(story.Time, SecondsBetweenCounts, day => Prose($"{count(day)}{words}"));
        int dark(double hour) => Dark(story, hour);
        int broken(double hour) => story.Breakdowns.Count(breakdown => breakdown.Failed <= hour && hour < breakdown.Repaired);
        double first = area.Y + (isWide ? 34 : 28);
        yield return new Reading(area.X, first, Large, tellings(hour => story.Options.Servers - broken(hour) - dark(hour)));
        yield return new Word(area.X + 88, first - 2, $"of {story.Options.Servers} servers work", TextStyles.Label);
        (Func<double, double, Part> Icon, string Words, Func<double, int> Count)[] rows =
        [
            (KeyOf(ActorState.InRepair), " in repair", hour => story.Count(hour, ServerCondition.InRepair)),
            (KeyOf(ActorState.Failing), " wait for people", hour => story.Count(hour, ServerCondition.WaitingForPerson)),
            (KeyOf(ActorState.Waiting), " wait for a spare", hour => story.Count(hour, ServerCondition.WaitingForMachine)),
            .. story.Outages.Count > 0 ? [(KeyOf(ActorState.Off), " without power", dark)] : Array.Empty<(Func<double, double, Part>, string, Func<double, int>)>(),
            ((x, y) => new Mover([new(0, x + 7, y + 7), new(1, x + 7, y + 7)], ParcelRoad.Parcel), " on the road", parcels.OnTheRoad),
            ((x, y) => new Box(new(x + 4, y + 4, 6, 6), Paint.Paper, Paint.Serving, Radius: 3), " broke down so far", hour => story.Breakdowns.Count(breakdown => breakdown.Failed <= hour)),
        ];
        for (int n = 0; n < rows.Length; n++)
        {
            double x = area.X + (isWide ? 0 : n % 2 * 178);
            double y = first + 28 + (isWide ? n * 25 : n / 2 * 23);
            yield return rows[n].Icon(x, y - 12);
            yield return new Reading(x + 24, y, TextStyles.Label with { Ink = Paint.Ink }, tellings(rows[n].Count, rows[n].Words));
        }
    }

    private static Func<double, double, Part> KeyOf(ActorState state) => (x, y) => new Crowd(ActorShape.Square, 14, 14, [new Actor("key " + state, x, y, state, [])]);

    // Those that are whole, and whose zone is down.
    private static int Dark(FleetStory story, double hour) =>
        Enumerable.Range(0, story.Options.Zones).Where(zone => story.Outages.LastOrDefault(turn => turn.Zone == zone && turn.Hour <= hour).IsDown).Sum(zone =>
            ServersIn(story, zone) - BrokenIn(story, zone).Count(breakdown => breakdown.Failed <= hour && hour < breakdown.Repaired));

    private static (string Name, Area Area, ChoiceRow Row)[] Settings(BareMetalOptions options, Area[] areas)
    {
        const double Name = 54;
        const int MostSpares = 20;
        const int MostPeople = 10;
        Area row(int n) => areas[n] with { X = areas[n].X + Name, Width = areas[n].Width - Name };

        // The last of the usual settings gives its place to another that is set, and no place ever moves.
        IEnumerable<Choice> numbers(int[] usual, int present, int most, char key, Func<int, string> label)
        {
            int next = present < most ? present + 1 : present - 1;
            return
            [
                .. from value in usual.Contains(present) ? usual : [.. usual[..^1], present]
                   select new Choice(Invariant($"{value}"), Prose($"{value}"), label(value)),
                new(Invariant($"{next}"), next > present ? "+1" : "−1", label(next), next > present ? key : null),
            ];
        }

        string power = Invariant($"{options.ZoneOutageRate:0.##}");

        // However often it fails, it fails.
        string failing = options.ZoneOutageRate > 0 ? power : "2";
        return
        [
            ("Spares", areas[0], new(row(0), "spares", Invariant($"{options.Spares}"), [.. numbers([0, 2, 5, 10], options.Spares, MostSpares, '+', value => value == 0 ? "Empty the shelf" : Count(value, "spare"))])),
            ("People", areas[1], new(row(1), "crew", Invariant($"{options.Crew}"), [.. numbers([1, 3, 5], options.Crew, MostPeople, 'h', value => Count(value, "person", "people"))])),
            ("Power", areas[2], new(row(2), "powerCuts", power, [new("0", "safe", "Make the power safe"), new(failing, "fails", "Let the power fail, twice a year at each cabinet", 'p')])),
        ];
    }
}
