using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Bill;
using InteractiveArticle.Simulation.Modelling;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Bill;

/// <summary>
/// A month on the meter: requests pass and what is stored lies there, the meter counts each line of the bill, a tape prints
/// what each day costs, and at the end it prints the bill.
/// </summary>
public sealed class MeterScene
{
    private const int Dots = 200;
    private const int Lights = 40;
    private const double Margin = 5; // what is taken in hand reaches so far beyond the lights

    private const double Alike = 1.5; // as dear as so many of the cheapest, the dearest day is much like it

    // Seconds of film. A day passes slowly, another while the first one's bill is printed, the rest fast; then there is time to read.
    private const double FirstDayPassed = 3;
    private const double SecondDayPassed = 7;
    private const double MonthPassed = 15;
    private const double End = 20.75;
    private const double Trip = 0.8;
    private const double PrintSeconds = 0.12;
    private const double BarSeconds = 0.6;

    // How often in a second of film the bill so far is renewed, all of it at once: its lines come to its sum at any moment.
    private const int Turns = 4;

    private readonly BillOptions options;
    private readonly BillResult month;
    private readonly IReadOnlyList<MeterReading> readings;
    private readonly StoryTime time;
    private readonly MeterTape tape;

    private MeterScene(BillResult month, BillOptions options)
    {
        this.month = month;
        this.options = options;
        readings = Meter.Readings(month);
        time = new StoryTime(DayOf, 1, (0, 0), (TimeUnits.HoursPerDay, FirstDayPassed), (2 * TimeUnits.HoursPerDay, SecondDayPassed), (month.Hours.Count, MonthPassed), (month.Hours.Count + 1, End));
        tape = new MeterTape(readings, time, options.Users);
    }

    private MeterReading Bill => readings[^1];

    private bool IsFree => options.EgressPrice == 0;

    private double RequestsOfDot => options.Users * options.RequestsPerUser * TimeUnits.DaysPerMonth / Dots;

    /// <summary>The scene.</summary>
    /// <param name="month">The month; its first simulated one is shown.</param>
    /// <param name="options">The options it was run with.</param>
    public static Scene Of(BillResult month, BillOptions options)
    {
        ArgumentNullException.ThrowIfNull(month);
        ArgumentNullException.ThrowIfNull(options);
        return new MeterScene(month, options).Scene();
    }

    private Scene Scene()
    {
        var captions = Captions();
        return new Scene
        {
            Name = "meter",
            Title = "A month on the meter",
            Finding = Prose($"A month of {options.Users:N0} users comes to {Bill.Dollars:N0} dollars: {string.Join(", ", tape.Totals.Reverse().Select(total => Prose($"{total.Name} {total.Dollars:N0}")))}. Each dot is {MeterTape.InWords(RequestsOfDot)} requests, and which light it comes from is for illustration."),
            Time = time,
            Captions = captions,
            StillAt = End,
            Draw = size => Draw(size, captions),
        };
    }

    private Caption[] Captions()
    {
        var longest = tape.Totals[^1];
        double machines = tape.Totals.Single(total => total.Name == "machines").Share;
        double[] days = [.. Enumerable.Range(0, (readings.Count - 1) / TimeUnits.HoursPerDay).Select(day => readings[(day + 1) * TimeUnits.HoursPerDay].Dollars - readings[day * TimeUnits.HoursPerDay].Dollars)];
        return
        [
            new(0, "What passes is metered, and so is what lies there.", "What one request costs is too little to see."),
            new(FirstDayPassed, Prose($"The first day comes to {Dollars(readings[TimeUnits.HoursPerDay].Dollars)}."), "Which line of the bill will be the longest?"),
            new(SecondDayPassed, "A month of such days.", days.Max() <= Alike * days.Min() ? "Each is much like the last." : Prose($"The cheapest comes to {Dollars(days.Min())}, the dearest to {Dollars(days.Max())}.")),
            new(MonthPassed, Prose($"The month comes to {Dollars(Bill.Dollars)}."), "Here it is by line, the shortest first."),
            new(tape.Rows[tape.RowOfTotal(tape.Totals.Count - 1)].At, Prose($"The longest line is {longest.Name}: {longest.Share:P0} of it."), longest.Name == "machines" ? "As most people would have said." : Prose($"The computers are {machines:P0}.")),
        ];
    }

    private static string DayOf(double hour) => Prose($"day {1 + (int)(Math.Min(hour, TimeUnits.HoursPerMonth - 1) / TimeUnits.HoursPerDay)}");

    private static string Dollars(double dollars) => dollars < 100 ? Prose($"{dollars:N2} dollars") : Prose($"{dollars:N0} dollars");

    private Stage Draw(SceneSize size, IReadOnlyList<Caption> captions)
    {
        bool isWide = size == SceneSize.Wide;
        var frame = new SceneFrame(size, isWide ? 540 : 700);
        var area = frame.Content;
        var traffic = isWide ? new Area(area.X, area.Y, 376, area.Height) : new Area(area.X, area.Y, area.Width, 198);
        var print = isWide ? new Area(424, area.Y, area.Right - 424, area.Height) : new Area(area.X, area.Y + 212, area.Width, area.Height - 212);
        double printerHeight = 54 + (tape.Totals.Count * PrinterLine(isWide));
        var printer = new Area(print.X, print.Bottom - printerHeight, isWide ? 326 : 226, printerHeight);
        var users = new Area(traffic.X, traffic.Y + 26, isWide ? 92 : 84, traffic.Height - 26 - (isWide ? 76 : 70));
        var cloud = new Area(traffic.Right - (isWide ? 132 : 122), users.Y, isWide ? 132 : 122, users.Height);
        var way = new Area(users.Right + 12, users.Y, cloud.X - users.Right - 16, users.Height + 22); // with room for a word below what passes
        return frame.Around(time, captions,
        [
            .. Users(users),
            .. Cloud(cloud),
            new Word(way.CentreX, way.Bottom - 8, IsFree ? "charge for traffic" : "make traffic free", TextStyles.Small) { Anchor = Anchor.Middle },
            .. Requests(users, cloud),
            .. Key(traffic, isWide),
            Cable(cloud, printer, isWide),
            .. Tape(print, printer, isWide),
        ]) with { Hands = Hands(users, way, cloud) };
    }

    private IEnumerable<Part> Users(Area area)
    {
        yield return new Word(area.X, area.Y - 10, Prose($"{options.Users:N0} users"), TextStyles.Heading);
        yield return new Crowd(ActorShape.Light, 9, 9, [.. Enumerable.Range(0, Lights).Select(light => new Actor(Invariant($"users {light}"), LightX(area, light), LightY(area, light), ActorState.Lit, []))]);
    }

    private static double LightX(Area area, int light) => area.X + ((light % 4) * (area.Width - 9) / 3);

    private static double LightY(Area area, int light) => area.Y + ((light / 4) * (area.Height - 9) / ((Lights / 4) - 1));

    // Machines come and go with the hours; what is stored lies there, and its amount is all that there is to see of it.
    private IEnumerable<Part> Cloud(Area area)
    {
        const double LineHeight = 16;
        const int LettersOfALine = 8;
        double most = month.Hours.Max(hour => hour.Rented);
        var machines = new Area(area.X + 22, area.Y + 30, 28, area.Height - 44);
        double storeX = (machines.Right + 12 + area.Right) / 2;
        List<Sample> rented = [.. month.Hours.Select(hour => new Sample(time.Film(hour.Hour), hour.Rented / most))];
        return
        [
            new Box(area, Paint.Raised, Paint.Edge, 6),
            new Word(area.CentreX, area.Y - 10, "the cloud", TextStyles.Heading) { Anchor = Anchor.Middle },
            new Word(machines.CentreX, area.Y + 20, "machines", TextStyles.Small) { Anchor = Anchor.Middle },
            new Word(storeX, area.Y + 20, "stored", TextStyles.Small) { Anchor = Anchor.Middle },
            new Box(machines, Paint.Paper, Paint.Hairline),
            new Level(machines, Paint.Serving, Growth.Upwards, rented),
            .. LineBreaks.Break(tape.Stored, LettersOfALine).Select((words, n) => new Word(storeX, area.CentreY + (n * LineHeight), words, TextStyles.Small with { Ink = Paint.Ink }) { Anchor = Anchor.Middle }),
        ];
    }

    // Each dot stands for an equal share of the month's requests and sets out when that share of them has been made.
    private IEnumerable<Part> Requests(Area users, Area cloud)
    {
        if (RequestsOfDot == 0)
        {
            yield break;
        }

        for (int dot = 0; dot < Dots; dot++)
        {
            double at = DepartureOf(dot);
            int light = dot * 17 % Lights;
            double x = LightX(users, light) + 12;
            double y = LightY(users, light) + 4.5;
            double to = cloud.Y + 12 + ((cloud.Height - 24) * ((dot * 29 % 37) / 36.0));
            bool writes = Math.Floor((dot + 1) * options.WriteShare) > Math.Floor(dot * options.WriteShare);
            yield return writes
                ? new Dot(DotKind.Write, [new(at, x, y), new(at + Trip, cloud.X + 4, to)])
                : new Dot(DotKind.Read, [new(at, x, y, Pace: Pace.Starting), new(at + Trip, cloud.X + 4, to, DotLook.Answered, Pace.Both), new(at + (2 * Trip), x, y, DotLook.Answered)]);
        }
    }

    private double DepartureOf(int dot)
    {
        double share = (dot + 0.5) / Dots;
        int next = readings.TakeWhile(reading => reading.RequestShare < share).Count();
        var (before, after) = (readings[next - 1], readings[next]);
        return time.Film(before.Hours + ((share - before.RequestShare) / (after.RequestShare - before.RequestShare)));
    }

    private IEnumerable<Part> Key(Area area, bool isWide)
    {
        double y = area.Bottom - (isWide ? 38 : 30);
        double third = area.Width / 3.1;
        yield return new Box(new(area.X, y - 9, 9, 9), Paint.Read, Radius: 4.5);
        yield return new Word(area.X + 15, y, "reads", TextStyles.Small);
        yield return new Line(Invariant($"M{area.X + third + 4.5:0.#} {y - 10:0.#}l5.3 5.3-5.3 5.3-5.3-5.3z"), Paint.Write) { Fill = Paint.Write };
        yield return new Word(area.X + third + 15, y, "writes", TextStyles.Small);
        yield return new Box(new(area.X + (2 * third), y - 9, 9, 9), Paint.Answer, Radius: 4.5);
        yield return new Word(area.X + (2 * third) + 15, y, "is sent out", TextStyles.Small);
        yield return new Word(area.X, y + (isWide ? 24 : 19), Prose($"each stands for {MeterTape.InWords(RequestsOfDot)} requests"), TextStyles.Small);
    }

    private static Line Cable(Area cloud, Area printer, bool isWide) => new(
        isWide
            ? Invariant($"M{cloud.Right} {cloud.Bottom - 14}h12V{printer.CentreY}H{printer.X}")
            : Invariant($"M{cloud.Right - 6} {cloud.Bottom}V{printer.CentreY}H{printer.Right}"),
        Paint.Edge, 2);

    private IEnumerable<Part> Tape(Area area, Area printer, bool isWide)
    {
        double rowHeight = isWide ? 20 : 19;
        double slot = printer.Y;
        var rows = tape.Rows;
        List<Place> places = [new(0, 0, slot - (2 * rowHeight))];
        foreach (var printed in rows.Select((row, n) => (row.At, Rows: n + 1)).Where(row => row.At > 0).GroupBy(row => row.At))
        {
            places.Add(new(printed.Key, 0, places[^1].Y, Pace.Stopping));
            places.Add(new(printed.Key + PrintSeconds, 0, slot - (printed.Last().Rows * rowHeight)));
        }

        var window = new Area(area.X - 4, area.Y, area.Width + 8, slot - area.Y);
        var paper = new Area(printer.X + 8, area.Y, printer.Width - 16, slot - area.Y);

        // Where the tape will be, or its place would look forgotten until then.
        yield return new Line(Invariant($"M{paper.X} {slot}V{paper.Y + 6}{Teeth(paper.Width)}V{slot}"), Paint.Hairline, 1);
        yield return new Unveiled(window, [new(0, 1)], [new Mover(places, [.. Paper(paper.X, paper.Width, rowHeight, isWide), .. Bars(printer.Right + 6, area.Right - printer.Right - 6, rowHeight)])]);
        yield return new Box(printer, Paint.Terminal, Radius: 6);
        yield return new Box(new(printer.X + 4, printer.Y - 2, printer.Width - 8, 5), Paint.Ink, Radius: 2.5);
        var style = isWide ? TextStyles.TypedSoft : TextStyles.TypedSoft with { Size = 12 };
        foreach (var (n, item) in tape.Items(Bill).Index())
        {
            double y = printer.Y + 8 + ((n + 1) * PrinterLine(isWide));
            yield return new Word(printer.X + 14, y, item.Name, style);
            yield return new Reading(printer.Right - 14, y, style, SoFar("", reading => tape.Items(reading)[n].Dollars)) { Anchor = Anchor.End };
        }

        yield return new Reading(printer.X + 14, printer.Bottom - 16, TextStyles.TypedSoft, [new(0, "so far"), new(MonthPassed, "total")]);
        yield return new Reading(printer.Right - 14, printer.Bottom - 16, new TextStyle(isWide ? 24 : 18, Paint.Typed, Face.Mono), SoFar("$", reading => reading.Dollars)) { Anchor = Anchor.End };
    }

    private static double PrinterLine(bool isWide) => isWide ? 18 : 16;

    private IEnumerable<Part> Paper(double x, double width, double rowHeight, bool isWide)
    {
        var style = new TextStyle(isWide ? 13 : 12, Paint.Ink, Face.Mono);
        var rows = tape.Rows;
        double height = (rows.Count + 4) * rowHeight;
        yield return new Line(Invariant($"M{x} 0{Teeth(width)}V{height}H{x}z"), Paint.Edge, 1) { Fill = Paint.Raised };
        for (int n = 0; n < rows.Count; n++)
        {
            var row = rows[n];
            var set = row.IsStrong || row.Dollars is null ? style with { Weight = 700 } : style;
            double y = (n * rowHeight) + 14;
            if (row.Name.Length > 0)
            {
                yield return new Word(x + 10, y, row.Name, set);
            }

            if (isWide && row.Quantity.Length > 0)
            {
                yield return new Word(x + width - 98, y, row.Quantity, style with { Ink = Paint.Soft, Size = 12 }) { Anchor = Anchor.End };
            }

            if (row.Dollars is { } dollars)
            {
                yield return new Word(x + width - 10, y, Prose($"{dollars:N2}"), set) { Anchor = Anchor.End };
            }
        }
    }

    private static string Teeth(double width) => string.Concat(Enumerable.Repeat("l5 -6l5 6", (int)(width / 10)));

    private IEnumerable<Part> Bars(double x, double width, double rowHeight)
    {
        double longest = tape.Totals[^1].Dollars;
        double room = width - 56;
        for (int n = 0; n < tape.Totals.Count && longest > 0; n++)
        {
            int row = tape.RowOfTotal(n);
            double dollars = tape.Totals[n].Dollars;
            double at = tape.Rows[row].At;
            double length = room * dollars / longest;
            yield return new Level(new(x, (row * rowHeight) + 2, Math.Max(length, 1), rowHeight - 5), n == tape.Totals.Count - 1 ? Paint.Write : Paint.Read, Growth.Rightwards, [new(at, 0), new(at + BarSeconds, 1)]);
            yield return new Shown(at + BarSeconds, double.PositiveInfinity, [new Word(x + length + 6, (row * rowHeight) + 14, Prose($"{tape.Totals[n].Share:P0}"), TextStyles.Small with { Ink = Paint.Ink })]);
        }
    }

    private IReadOnlyList<Telling> SoFar(string unit, Func<MeterReading, double> of) => Telling.Changes(
        from step in Enumerable.Range(0, (int)(MonthPassed * Turns) + 1)
        let film = (double)step / Turns
        let dollars = of(readings[(int)time.Story(film)])
        select new Telling(film, dollars < 100_000 ? Prose($"{unit}{dollars:N2}") : Prose($"{unit}{dollars:N0}")));

    private Hand[] Hands(Area users, Area way, Area cloud)
    {
        int thousands = options.Users / 1000;
        bool isSmall = thousands * 10 <= 20_000;
        bool keepsMore = options.MegabytesPerUser < 1000;
        return
        [
            new(users.Widened(Margin), "users", Invariant($"{(isSmall ? thousands * 10 : 1000)}"), isSmall ? "Ten times as many users" : "Back to a million users") { Key = 'u' },
            new(cloud, "stored", keepsMore ? "1000" : "200", keepsMore ? "Let each user keep a gigabyte" : "Let each user keep 200 MB") { Key = 's' },
            new(way, "egress", IsFree ? "0.09" : "0", IsFree ? "Charge for traffic again" : "Let traffic out free of charge") { Key = 't' },
        ];
    }
}
