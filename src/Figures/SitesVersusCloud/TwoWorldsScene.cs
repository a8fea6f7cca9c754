using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Painting;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.MultiRegion;
using InteractiveArticle.Simulation.Numerics;
using InteractiveArticle.Simulation.SitesVersusCloud;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.SitesVersusCloud;

/// <summary>
/// The same sites through the same years twice, a light each: on servers of their own they go out one by one, on one cloud
/// many at once.
/// </summary>
public static class TwoWorldsScene
{
    /// <summary>The most sites that are counted: as many as the simulation has to trace.</summary>
    public const int MostCounted = 2000;

    /// <summary>The most sites that are shown, a light each.</summary>
    public const int MostLights = 1000;

    private const double SecondCaption = 2.8;
    private const double CalmCaption = 2.2; // so long the second caption stands at least
    private const int RecordStarts = 2011;
    private const double MarkWidth = 3;

    private static readonly TextStyle Count = new(24, Paint.Ink, Weight: 650);

    /// <summary>The scene.</summary>
    /// <param name="result">The simulated worlds, with a trace.</param>
    /// <param name="options">The options they were run with.</param>
    /// <exception cref="ArgumentException">The result has no trace.</exception>
    public static Scene Of(SitesVersusCloudResult result, SitesVersusCloudOptions options)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        var film = new WorldsFilm(result.Trace ?? throw new ArgumentException("The simulation was not asked for a trace.", nameof(result)), options);
        var captions = Captions(film, options);

        // Where it stands still, its caption and its lights tell of the same outage.
        var told = film.Outages.Where(film.IsTold);
        return new Scene
        {
            Name = "worlds",
            Title = "The same years in two worlds",
            Finding = Finding(film, options),
            Time = film.Time,
            Captions = captions,
            StillAt = Dearest(told) is { } dearest ? film.Time.Film((dearest.Begins + dearest.Ends) / 2) : film.Time.Duration,
            Draw = size => Draw(size, film, options, captions),
        };
    }

    // How many of the own computers are down at the worst moment is left for the reader to guess.
    private static string Finding(WorldsFilm film, SitesVersusCloudOptions options)
    {
        string sites = Count(options.Sites, "site", format: "N0");
        string drawn = film.Lights < options.Sites ? Drawn(film, options) + " " : "";
        return Prose($"{sites} through {Count(options.Years, "year", format: "0.#")}. {drawn}On a server of its own a site is dark for {Words(film.AllOwn.HoursDown)} in all, on one cloud for {Words(film.AllCloud.HoursDown)}; at the worst moment {Count(film.AllCloud.MostDown, "site", format: "N0")} {(film.AllCloud.MostDown == 1 ? "is" : "are")} dark there.");
    }

    // Where not every site has a light, or not every one is counted.
    private static string Drawn(WorldsFilm film, SitesVersusCloudOptions options) =>
        Prose($"To keep the film smooth, {film.Lights:N0} of the {options.Sites:N0} are drawn; the numbers are for {(film.Counted < options.Sites ? Prose($"{film.Counted:N0}") : "all")}.");

    private static List<Caption> Captions(WorldsFilm film, SitesVersusCloudOptions options)
    {
        List<Caption> captions =
        [
            new(
                0,
                options.Sites == 1 ? "One site in two worlds." : Prose($"The same {options.Sites:N0} sites in two worlds."),
                film.Lights < options.Sites ? Drawn(film, options) : "In one each has its own computer; in the other all share a cloud."),
            new(
                film.Ends,
                Prose($"On its own a site was dark for {Words(film.AllOwn.HoursDown)} in all,"),
                Prose($"on the cloud for {Words(film.AllCloud.HoursDown)}; at the worst moment {film.AllCloud.MostDown:N0} {(film.AllCloud.MostDown == 1 ? "was" : "were")} dark there.")),
        ];

        // What is true whatever the lights do, for the calm before and after what is told.
        int usual = UsuallyOut(film, options);
        var told = film.Outages.Where(film.IsTold).ToArray();
        var asides = new Queue<Caption>(
        [
            new(0, "Computers of one’s own fail one by one.", usual == 0 ? "Now and then a light is out." : Prose($"On average about {usual:N0} {(usual == 1 ? "light is out, and soon another." : "lights are out, and soon others.")}")),
            new(0, film.Outages.Count == 1 ? "The cloud has no other outage in these years." : Prose($"The cloud has {film.Outages.Count} outages in these years."), film.Outages.All(film.IsTold) ? "" : Prose($"The film slows down for {told.Length} of them; each leaves its mark below.")),
            new(0, "Below each: how long a site has been dark so far."),
            new(0, "The lower row of marks is the record in Virginia.", options.OutageHours == CloudOutages.MeanHours ? "On average the outages above are as long." : ""),
        ]);
        double at(CloudOutage outage) => film.Time.Film(outage.Begins);
        if (told.Length == 0 || at(told[0]) >= SecondCaption + CalmCaption)
        {
            captions.Add(asides.Dequeue() with { At = SecondCaption });
        }

        foreach (var outage in told)
        {
            captions.Add(Told(film, options, outage) with { At = at(outage) });

            // Or it would still be said to go dark over a field that is lit.
            captions.Add(asides.Dequeue() with { At = film.Time.Film(outage.Ends) });
        }

        return [.. captions.OrderBy(caption => caption.At)];
    }

    private static Caption Told(WorldsFilm film, SitesVersusCloudOptions options, CloudOutage outage)
    {
        if (options.OutageShare == 0)
        {
            return new(0, "The outages touch nobody.", Prose($"Not even this one, of {Length(outage)}."));
        }

        bool isOnly = film.Outages.Count(other => other.Down > 0) == 1;
        bool isLongest = !isOnly && outage == film.Longest;
        bool isWorst = !isOnly && outage == film.Worst && outage.Down < film.Counted;
        bool isLongestOfAll = isLongest && outage.Years >= film.Outages.Max(other => other.Years);
        string lasts = Prose($"It lasts for {Length(outage)}{(isLongestOfAll && outage == film.First ? ", longer than any other" : "")}.{(isWorst ? " None leaves more dark." : "")}");
        return outage == film.First ? new(0, Prose($"On the cloud, {GoesDark(film, outage)}."), lasts)
            : isLongest ? new(0, Prose($"{(isLongestOfAll ? "The longest outage" : "The longest to take any")}: {GoesDark(film, outage)}."), lasts)
            : new(0, Prose($"{(outage.Down == film.AllCloud.MostDown ? "The worst moment" : "The most at once")}: {GoesDark(film, outage)}."), Prose($"It lasts for {Length(outage)}."));
    }

    // On servers of their own, over all the years.
    private static int UsuallyOut(WorldsFilm film, SitesVersusCloudOptions options) =>
        (int)Math.Round(film.Counted * film.AllOwn.HoursDown / (options.Years * TimeUnits.HoursPerYear));

    private static string GoesDark(WorldsFilm film, CloudOutage outage) =>
        film.Counted == 1 ? "the site goes dark"
        : outage.Down == 1 ? Prose($"1 of {film.Counted:N0} goes dark")
        : Prose($"{outage.Down:N0} of {film.Counted:N0} go dark at once");

    private static string Length(CloudOutage outage)
    {
        double hours = outage.Years * TimeUnits.HoursPerYear;
        return hours < 10 ? Duration(hours * TimeUnits.MinutesPerHour) : Words(hours);
    }

    // The outage that takes most hours from the sites; null where there is none.
    private static CloudOutage? Dearest(IEnumerable<CloudOutage> outages)
    {
        CloudOutage[] all = [.. outages];
        return all.Length == 0 ? null : all.MaxBy(outage => outage.Down * outage.Years);
    }

    // Always in hours, so that the two worlds can be compared at a glance.
    private static string Words(double hours) => hours switch
    {
        < 0.05 => "no time",
        < 10 => Prose($"{hours:0.#} h"),
        _ => Prose($"{hours:0} h"),
    };

    private static Stage Draw(SceneSize size, WorldsFilm film, SitesVersusCloudOptions options, IReadOnlyList<Caption> captions)
    {
        bool isWide = size == SceneSize.Wide;
        var frame = new SceneFrame(size, isWide ? 580 : 718);
        var area = frame.Content;
        double width = isWide ? 410 : area.Width;
        double height = isWide ? 250 : 112;
        var own = new Field(new(area.X, area.Y + 24, width, height), film, (film.Own, film.AllOwn), "Each on its own computer");
        var cloud = new Field(isWide ? new(area.Right - width, area.Y + 24, width, height) : new(area.X, own.Bottom + 24 + 4, width, height), film, (film.Cloud, film.AllCloud), "All on one cloud");
        double settingsY = isWide ? own.Bottom + 6 : cloud.Bottom + 6;
        var (settings, hands) = Settings(area.X, settingsY, width, options);
        var (keyX, keyY) = isWide ? (area.Right - width, settingsY + 8) : (area.X, settingsY + 49);
        return frame.Around(film.Time, captions,
        [
            .. own.Parts,
            .. cloud.Parts,
            .. settings,
            new Word(keyX, keyY, "A red ring: it failed by itself. None: the cloud’s outage.", TextStyles.Small),
            new Word(keyX, keyY + 16, "Below, each mark is an outage; taller is longer.", TextStyles.Small),
            .. Timelines(new(area.X, isWide ? settingsY + 40 : settingsY + 76, area.Width, 0), film, options, isWide),
        ]) with
        {
            Hands = hands,
        };
    }

    // What the own computers are like, and what they could be.
    private static (List<Part> Parts, List<Hand> Hands) Settings(double x, double y, double width, SitesVersusCloudOptions options)
    {
        double half = (width - 16) / 2;
        double second = x + half + 16;
        var failures = new ChoiceRow(new(x, y + 13, half, 22), "ownMtbf", Invariant($"{options.OwnMtbf:0.#}"),
        [
            .. new (double Hours, char Key)[] { (500, 'f'), (2000, 'u'), (8000, 'r') }
                .Select(choice => new Choice(Invariant($"{choice.Hours:0}"), Prose($"{choice.Hours:N0}"), Prose($"Let one’s own computers fail every {choice.Hours:N0} hours"), choice.Key)),
        ]);
        var repairs = new ChoiceRow(new(second, y + 13, half, 22), "ownMttr", Invariant($"{options.OwnMttr:0.#}"),
        [
            .. new (double Hours, char Key)[] { (1, 'h'), (8, 'n'), (24, 'd') }
                .Select(choice => new Choice(Invariant($"{choice.Hours:0}"), Prose($"{choice.Hours:0}"), Prose($"Have one’s own computers back after {Count(choice.Hours, "hour")}"), choice.Key)),
        ]);
        List<Part> parts =
        [
            new Word(x, y + 8, Prose($"own: fails every {options.OwnMtbf:N0} h"), TextStyles.Small),
            new Word(second, y + 8, Prose($"is back after {options.OwnMttr:0.#} h"), TextStyles.Small),
            .. failures.Parts,
            .. repairs.Parts,
        ];
        return (parts, [.. failures.Hands, .. repairs.Hands]);
    }

    // Each mark is an outage, and the longer one is the taller: those of the film as they come, and those on record.
    private static IEnumerable<Part> Timelines(Area area, WorldsFilm film, SitesVersusCloudOptions options, bool isWide)
    {
        const double AboveMarks = 38; // what stands above a row is clear of its tallest marks
        const double WidthOfYear = 28;
        var recorded = RecordedOutages.InVirginia.ToArray();
        double labels = isWide ? 176 : 0;
        double left = area.X + labels;
        double perYear = (area.Width - labels) / Math.Max(RecordedOutages.YearsInVirginia, options.Years);
        double ground = area.Y + (isWide ? 18 : 46);
        yield return new Word(area.X, isWide ? ground : ground - AboveMarks, "outages in these years", TextStyles.Label);
        yield return new Box(new(left, ground, options.Years * perYear, 2), Paint.Hairline);
        yield return new Level(new(left, ground, options.Years * perYear, 2), Paint.Ink, Growth.Rightwards, [.. film.Time.Knots.Select(knot => new Sample(knot.Film, Math.Min(1, knot.Story / options.Years)))]);
        foreach (var (begins, ends, _) in film.Outages)
        {
            yield return new Shown(film.Time.Film(begins), double.PositiveInfinity, [Mark(left + (begins * perYear), ground, (ends - begins) * TimeUnits.HoursPerYear, Paint.Write)]) { IsSudden = true };
        }

        double second = ground + (isWide ? 46 : 60);
        yield return new Word(area.X, isWide ? second : second - AboveMarks, "on record in Virginia", TextStyles.Label);
        yield return new Box(new(left, second, RecordedOutages.YearsInVirginia * perYear, 2), Paint.Hairline);
        foreach (var outage in recorded)
        {
            double year = outage.Day.Year + ((outage.Day.DayOfYear - 1.0) / TimeUnits.DaysPerYear) - RecordStarts;
            yield return Mark(left + (year * perYear), second, outage.Hours, Paint.Ink);
        }

        foreach (int year in new[] { RecordStarts, 2017, 2025 })
        {
            yield return new Word(Math.Min(left + ((year - RecordStarts) * perYear), area.Right - WidthOfYear), second + 15, Invariant($"{year}"), TextStyles.Small);
        }
    }

    private static Box Mark(double x, double ground, double hours, Paint paint)
    {
        double height = 5 + (3.2 * PortableMath.Log(Math.Max(1, hours)) / PortableMath.Log(2));
        return new Box(new(x, ground - height, MarkWidth, height), paint);
    }

    // A world: its lights, how many are out, and how long a site has been in all.
    private sealed class Field
    {
        private const double TextHeight = 46;
        private const double Margin = 3;

        private readonly Area area;
        private readonly WorldsFilm film;
        private readonly WorldPictures world;
        private readonly WorldPictures counted;
        private readonly string title;
        private readonly int columns;
        private readonly double columnPitch;
        private readonly double rowPitch;
        private readonly double radius;
        private readonly double left;
        private readonly double top;

        public Field(Area area, WorldsFilm film, (WorldPictures Shown, WorldPictures Counted) world, string title)
        {
            this.area = area;
            this.film = film;
            this.world = world.Shown;
            counted = world.Counted;
            this.title = title;
            var (width, height) = (area.Width - (2 * Margin), area.Height - (2 * Margin));
            double side = Enumerable.Range(0, 80).Select(n => 44 - (n / 2.0)).First(side => Math.Floor(width / side) * Math.Floor(height / side) >= film.Lights);
            columns = (int)Math.Floor(width / side);
            int rows = (film.Lights + columns - 1) / columns;
            columnPitch = Math.Round(Math.Min(width / columns, side * 1.3), 1);
            rowPitch = Math.Round(Math.Min(height / rows, side * 1.3), 1);
            radius = Math.Round(side * 0.34, 1);
            left = area.CentreX - (columnPitch * (Math.Min(columns, film.Lights) - 1) / 2);
            top = area.CentreY - (rowPitch * (rows - 1) / 2);
        }

        public double Bottom => area.Bottom + TextHeight;

        public IEnumerable<Part> Parts
        {
            get
            {
                var all = Enumerable.Range(0, film.Lights).Select(Place).ToArray();
                yield return new Word(area.X, area.Y - 9, title, TextStyles.Heading);
                yield return new Box(area, Paint.Facade, Radius: 4);
                yield return new Spots(all, radius, Paint.Lit);
                yield return new FlipBook([.. world.Pages.Select(page => new FlipPage(page.At, page.Down.Count == 0 ? [] : [Dark(page, all)]))]);
                double y = area.Bottom + 26;
                yield return new Reading(area.X, y, Count, Tellings(page => Prose($"{page.Down.Count:N0}")));
                yield return new Word(area.X + 62, y - 2, Prose($"of {film.Counted:N0} dark"), TextStyles.Label);
                yield return new Reading(area.Right, y - 2, TextStyles.Number, Tellings(page => Words(page.HoursDown))) { Anchor = Anchor.End };
                yield return new Word(area.Right - 80, y - 2, "a site so far:", TextStyles.Label) { Anchor = Anchor.End };
                double most = Math.Max(film.AllOwn.HoursDown, film.AllCloud.HoursDown);
                var bar = new Area(area.X, area.Bottom + 34, area.Width, 6);
                yield return new Box(bar, Paint.Raised, Paint.Hairline);
                if (most > 0)
                {
                    yield return new Level(bar, Paint.Ink, Growth.Rightwards, [.. counted.Pages.Select(page => new Sample(page.At, page.HoursDown / most))]);
                }
            }
        }

        // A ring around each that fails for itself.
        private Spots Dark(WorldPage page, (double X, double Y)[] places) => new([.. page.Down.Select(site => places[site])], radius + 0.7, Paint.Pane)
        {
            Outline = world == film.Cloud && film.Outages.Any(outage => page.Years >= outage.Begins && page.Years < outage.Ends) ? Paint.None : Paint.Failing,
        };

        private IReadOnlyList<Telling> Tellings(Func<WorldPage, string> words) => Telling.Changes(counted.Pages.Select(page => new Telling(page.At, words(page))));

        private (double X, double Y) Place(int site) => (left + (site % columns * columnPitch), top + (site / columns * rowPitch));
    }
}
