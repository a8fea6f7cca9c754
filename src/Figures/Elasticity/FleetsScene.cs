using System.Text;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Elasticity;
using InteractiveArticle.Simulation.Modelling;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Elasticity;

/// <summary>One demand under one sun, and two fleets that serve it: one is bought and comes in steps, the other is rented and comes and goes.</summary>
public static class FleetsScene
{
    private const double Night = 1.05;
    private const int HoursOfTheCurve = 12;
    private const double JustAfter = 0.04; // within the hour, when squares and words have followed
    private const double IntoTheRush = 0.03;
    private const double AfterTheRush = 0.2;

    /// <summary>The scene.</summary>
    /// <param name="result">The simulated fleets.</param>
    /// <param name="options">The options they were run with.</param>
    public static Scene Of(ElasticityResult result, ElasticityOptions options)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        var story = new FleetStory(result, options);
        var scale = FleetScale.For(story.Moments.Max(moment => Math.Max(moment.Demand, Math.Max(moment.Bought, moment.ElasticPaid))) / options.ServerCapacity);
        Caption[] captions = Captions(result, options, story, scale);
        double worst = new Rush(result, options).WorstHourOfBought?.Day ?? PeakFrom(options.SpikeDay, options);
        return new Scene
        {
            Name = "fleets",
            Title = "One demand, two ways of having servers",
            Finding = Prose($"Over {Count(options.Days, "day")} {result.BoughtIdleShare.Mean:P0} of the bought fleet idles, and it refuses {RefusedRequests.InWords(result.BoughtRefusedShare.Mean)}. Of the rented fleet {result.ElasticIdleShare.Mean:P0} idles or boots, and it refuses {RefusedRequests.InWords(result.ElasticRefusedShare.Mean)}."),
            Time = story.Time,
            Captions = captions,
            StillAt = story.Time.Film(Math.Min(story.Time.End, story.HasSpike ? worst + JustAfter : PeakFrom(0.5, options) + 0.5)),
            Draw = size => Draw(size, result, options, story, scale, captions),
        };
    }

    private static Caption[] Captions(ElasticityResult result, ElasticityOptions options, FleetStory story, FleetScale scale)
    {
        var time = story.Time;
        List<Caption> captions = [new(0, "One site, one sun, two fleets.", Prose($"A column: {Servers(FleetScale.Rows * scale.Servers)}. Full: at work. Hollow: idle. Small: booting."))];
        var hours = result.Hours;
        int peak = (int)Math.Round(options.PeakHour);
        int low = peak + 12;
        if (hours.Count > low + 12 && hours[low].Elastic < 0.8 * Math.Min(hours[peak].Elastic, hours[low + 12].Elastic) && hours[low].Bought >= hours[peak].Bought)
        {
            string often = Sky.IsDark(hours[low].Day) && !Sky.IsDark(hours[peak].Day)
                ? "Rented ones are given back at night and rented again by day."
                : "Rented ones are given back as demand falls, and rented again.";
            Say(Night, often, "The bought ones stay, and are paid for.");
        }

        if (story.Delivery is { } delivery)
        {
            string ordered = options.LeadTimeDays switch
            {
                0 => "Ordered the same day, for a forecast.",
                1 => "Ordered the day before, for a forecast.",
                var days => Prose($"Ordered {days:0.#} days before, for a forecast."),
            };
            Say(delivery.Day, Prose($"A delivery on {time.Words(delivery.Day)}: {Servers(delivery.Gained / options.ServerCapacity)} more."), ordered);
        }

        if (story.HasSpike)
        {
            var rush = new Rush(result, options);
            Say(options.SpikeDay, Prose($"On day {Math.Floor(options.SpikeDay):F0} the site is in the news."), Prose($"Demand goes to {options.Spike:0.#} times the usual."));
            if (rush.Minutes > 0)
            {
                Say(
                    options.SpikeDay + IntoTheRush,
                    Prose($"A rented server boots {Seconds(options.BootSeconds)}."),
                    Prose($"In {Count(rush.Minutes, "minute")} the rented fleet refuses {RefusedRequests.InPercent(rush.RefusedByRented)}, the bought one {RefusedRequests.InPercent(rush.RefusedByBought)}."));
            }

            if (rush.WorstHourOfBought is { } worst)
            {
                Say(
                    worst.Day,
                    Prose($"At {ClockTime.Text(worst.Day * TimeUnits.MinutesPerDay)} the bought fleet refuses {worst.Refused:P0}."),
                    Prose($"It was bought for the usual peak, and {options.Reserve:P0} more."));
            }

            double over = options.SpikeDay + (options.SpikeHours / TimeUnits.HoursPerDay);
            bool isGivenBack = story.At(over + AfterTheRush).Elastic < 0.8 * result.SpikeMinutes[^1].Elastic;
            if (over + AfterTheRush < time.End - 1)
            {
                Say(over, "The rush is over.", isGivenBack ? "What was rented for it is given back. What was bought stays." : "");
            }
        }

        Say(
            time.End - 0.5,
            Prose($"Idle: {result.BoughtIdleShare.Mean:P0} of the bought, {result.ElasticIdleShare.Mean:P0} of the rented."),
            Prose($"Refused: {RefusedRequests.InPercent(result.BoughtRefusedShare.Mean)} by the bought, {RefusedRequests.InPercent(result.ElasticRefusedShare.Mean)} by the rented."));
        return [.. captions];

        void Say(double day, string headline, string detail)
        {
            // With the first reading of that moment, so that a film that stops here shows what is said.
            double film = Math.Min(time.Duration, Math.Ceiling((time.Film(day) / StoryTime.SecondsBetweenReadings) - 1e-6) * StoryTime.SecondsBetweenReadings);
            if (day < time.End && film > captions[^1].At + 1)
            {
                captions.Add(new(film, headline, detail));
            }
        }
    }

    // The first peak of the daily rhythm that does not come before a moment; both in days.
    private static double PeakFrom(double day, ElasticityOptions options)
    {
        double peak = options.PeakHour / TimeUnits.HoursPerDay;
        return peak + Math.Ceiling(day - peak);
    }

    private static string Servers(double servers) => Count(servers, "server", format: "N0");

    private static string Seconds(double seconds) => seconds == 0 ? "at once" : seconds < 120 ? Prose($"in {seconds:0.#} s") : "in " + Count(seconds / 60, "minute", format: "0.#");

    private static Stage Draw(SceneSize size, ElasticityResult result, ElasticityOptions options, FleetStory story, FleetScale scale, IReadOnlyList<Caption> captions)
    {
        bool isWide = size == SceneSize.Wide;
        var frame = new SceneFrame(size, isWide ? 520 : 690);
        var area = frame.Content;
        double width = isWide ? (area.Width - 16) / 2 : area.Width;
        var sky = new Area(area.X, area.Y, area.Width, 44);
        double height = FleetPanel.HeightOf(width);
        var bought = new Area(area.X, sky.Bottom + 10, width, height);
        var rented = isWide ? bought with { X = area.Right - width } : bought with { Y = bought.Bottom + 48 };
        var lead = Choices(bought, "delivered after", "leadDays", Invariant($"{options.LeadTimeDays}"),
            new("1", "1 day", "Have servers delivered overnight", 'q'), new("7", "7 days", "Have servers delivered within a week", 'w'), new("21", "21", "Have servers delivered after three weeks", 'e'), new("60", "60", "Have servers delivered after two months", 'r'));
        var boot = Choices(rented, "boots in", "bootSeconds", Invariant($"{options.BootSeconds}"),
            new("0", "0 s", "Let rented servers boot in no time", 'a'), new("97", "97 s", "Let rented servers boot in 97 seconds", 's'), new("810", "810 s", "Let rented servers boot in 810 seconds", 'd'), new("1800", "1,800 s", "Let rented servers boot in half an hour", 'f'));
        double top = (isWide ? bought : rented).Bottom + 58;
        var chart = new Area(area.X + 28, top, area.Width - 28, area.Bottom - top - 18);
        return frame.Around(story.Time, captions,
        [
            .. Sky.Over(sky, story),
            .. new FleetPanel(bought, story, scale, options.ServerCapacity, "bought", moment => moment.Bought).Parts,
            .. new FleetPanel(rented, story, scale, options.ServerCapacity, "rented", moment => moment.Elastic, moment => moment.ElasticPaid).Parts,
            .. lead.Parts, .. boot.Parts,
            .. Chart(chart, result, story, scale, size),
        ]) with
        {
            Hands = [.. lead.Hands, .. boot.Hands],
        };
    }

    private static (IEnumerable<Part> Parts, IEnumerable<Hand> Hands) Choices(Area panel, string name, string lever, string present, params Choice[] choices)
    {
        const double Label = 110;
        var row = new ChoiceRow(new(panel.X + Label, panel.Bottom + 6, panel.Width - Label, 22), lever, present, choices);
        return ([new Word(panel.X + 8, panel.Bottom + 21, name, TextStyles.Label), .. row.Parts], row.Hands);
    }

    // All that was, up to now: demand as a landscape, and over it what either fleet could answer.
    private static IEnumerable<Part> Chart(Area area, ElasticityResult result, FleetStory story, FleetScale scale, SceneSize size)
    {
        bool isWide = size == SceneSize.Wide;
        ElasticityMoment[] hours = [.. result.Hours];
        double most = hours.Max(hour => Math.Max(hour.Demand, Math.Max(hour.Bought, hour.Elastic)));
        double last = Math.Max(hours[^1].Day, 0.01);
        double x(double day) => area.X + (area.Width * Math.Min(1, day / last));
        double y(double level) => area.Bottom - (area.Height * level / most);
        string curve(Func<ElasticityMoment, double> level) => Path(Extremes(hours, level), hour => x(hour.Day), hour => y(level(hour)));
        var time = story.Time;
        var small = TextStyles.SmallOn(size);
        yield return new Line(Invariant($"M{area.X:0.#} {area.Bottom:0.#}H{area.Right:0.#}"), Paint.Edge, 1);
        yield return new Unveiled(new(area.X, area.Y - 2, area.Width, area.Height + 4), [.. time.Knots.Select(knot => new Sample(knot.Film, Math.Clamp(knot.Story / last, 0, 1)))],
        [
            new Line(Invariant($"{curve(hour => hour.Demand)}V{area.Bottom:0.#}H{area.X:0.#}z"), Paint.Edge, 0.8) { Fill = Paint.Off },
            new Line(Steps(hours, hour => x(hour.Day), hour => y(hour.Bought)), Paint.Write, 2.4),
            new Line(curve(hour => hour.Elastic), Paint.Serving, 1.4),
        ]);
        yield return new Mover([.. time.Knots.Select(knot => new Place(knot.Film, x(knot.Story), 0))], [new Line(Invariant($"M0 {area.Y - 2:0.#}V{area.Bottom:0.#}"), Paint.Ink, 1.5)]);
        double unit = most / 1000;
        double step = unit > 100 ? 50 : unit > 40 ? 20 : unit > 16 ? 10 : unit > 8 ? 5 : unit;
        for (double level = 0; level <= unit; level += step)
        {
            yield return new Word(area.X - 6, y(1000 * level) + 4, Prose($"{level:0.#}"), small) { Anchor = Anchor.End };
        }

        double perDay = last > 40 ? 10 : last > 10 ? 5 : 1;
        for (double day = 0; day <= last; day += perDay)
        {
            yield return new Word(x(day), area.Bottom + 14, Prose($"{day:F0}"), small) { Anchor = day == 0 ? Anchor.Start : Anchor.Middle };
        }

        foreach (var part in Legend(area, scale, isWide, small))
        {
            yield return part;
        }
    }

    private static IEnumerable<Part> Legend(Area area, FleetScale scale, bool isWide, TextStyle small)
    {
        double x = area.X;
        double y = area.Y - 6;
        foreach (var (name, paint, stroke, room) in new[] { (isWide ? "demand, thousand requests a second" : "demand", Paint.Off, 6.0, isWide ? 296.0 : 78), ("bought", Paint.Write, 2.4, 78), ("rented", Paint.Serving, 1.4, 78) })
        {
            yield return new Line(Invariant($"M{x:0.#} {y - 4:0.#}h12"), paint, stroke);
            yield return new Word(x + 18, y, name, small);
            x += room;
        }

        // A phone has no room for it; the first caption tells it there.
        if (isWide)
        {
            yield return new Word(area.Right, y, Prose($"a square: {Count(scale.Servers, "server")}"), small) { Anchor = Anchor.End };
        }
    }

    // The lowest and the highest of every half day: fewer points than hours, and no peak lies between them.
    private static IEnumerable<ElasticityMoment> Extremes(ElasticityMoment[] hours, Func<ElasticityMoment, double> level) =>
        hours.Chunk(HoursOfTheCurve).SelectMany(part => new[] { part.MinBy(level), part.MaxBy(level) }.Distinct().OrderBy(hour => hour.Day));

    private static string Path(IEnumerable<ElasticityMoment> hours, Func<ElasticityMoment, double> x, Func<ElasticityMoment, double> y)
    {
        var path = new StringBuilder();
        foreach (var hour in hours)
        {
            path.Append(Invariant($"{(path.Length == 0 ? 'M' : 'L')}{x(hour):0.#} {y(hour):0.#}"));
        }

        return path.ToString();
    }

    private static string Steps(ElasticityMoment[] hours, Func<ElasticityMoment, double> x, Func<ElasticityMoment, double> y)
    {
        var path = new StringBuilder(Invariant($"M{x(hours[0]):0.#} {y(hours[0]):0.#}"));
        foreach (var (before, after) in hours.Zip(hours.Skip(1)))
        {
            if (after.Bought != before.Bought)
            {
                path.Append(Invariant($"H{x(after):0.#}V{y(after):0.#}"));
            }
        }

        return path.Append(Invariant($"H{x(hours[^1]):0.#}")).ToString();
    }
}
