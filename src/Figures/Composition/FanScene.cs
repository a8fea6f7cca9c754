using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Composition;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Composition;

/// <summary>A page that asks many services at once: their answers race, and the page waits for the last of them.</summary>
public sealed class FanScene
{
    /// <summary>How many pages the scene shows: one in detail, and how long the others had to wait.</summary>
    public const int Pages = 24;

    // Seconds of film.
    private const double Start = 1.2;
    private const double WholeAxis = 11;
    private const double BetweenRaceAndPages = 2;
    private const double BetweenPages = 0.14;
    private const double Rest = 3;
    private const double HeadStep = 0.05; // heads that are there at about the same moment go together
    private const double CaptionSeconds = 0.9;

    private const double RowHeight = 30;

    private const double LateQuantile = 0.95; // of a page that asks again

    private readonly CompositionOptions options;
    private readonly IReadOnlyList<TracedRequest> pages;
    private readonly double axisEnd; // milliseconds
    private readonly StoryTime time;

    private FanScene(CompositionOptions options)
    {
        this.options = options with { InSeries = 1 };
        pages = CompositionSimulation.Trace(this.options, Pages);

        // The same whether questions are asked twice or not, so that one sees what that gains.
        axisEnd = 1.04 * pages.Max(page => page.Answers.Max(answer => answer.First));
        double race = Page.Slowest / axisEnd * WholeAxis;
        time = new StoryTime(
            story => Prose($"{Math.Clamp(story, 0, Page.Slowest):0} ms"), axisEnd / 200, (-axisEnd / 10, 0), (0, Start), (Page.Slowest, Start + race),
            (Page.Slowest + axisEnd, Start + race + BetweenRaceAndPages + (BetweenPages * Pages) + Rest));
    }

    private TracedRequest Page => pages[0];

    private int Answers => options.FanOut;

    private bool AsksTwice => Page.Answers.Any(answer => answer.Second is not null) || options.HedgeQuantile < 1;

    /// <summary>The scene.</summary>
    /// <param name="options">The application.</param>
    public static Scene Of(CompositionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new FanScene(options).Scene();
    }

    private Scene Scene()
    {
        var captions = Captions();
        int again = Page.Answers.Count(answer => answer.Second is not null);
        string theLast = Answers == 1 ? "an answer" : "the last of so many";
        string asked = !AsksTwice ? ""
            : Answers == 1 ? again == 0 ? " The answer was not late." : " The first copy was late, and a second copy was asked as well."
            : again == 0 ? " None was late."
            : Prose($" {again} of the questions {(again == 1 ? "was" : "were")} late and asked of a second copy as well.");
        return new Scene
        {
            Name = "fan",
            Title = "The page waits for the last",
            Finding = Prose($"A page asks {Services(Answers)}{(Answers == 1 ? "" : " at once")}. {(Answers == 1 ? Prose($"The answer takes {Page.Slowest:0} ms.") : Prose($"Its answers take {Page.Answers.Average(answer => answer.Latency):0.#} ms on average, the last one {Page.Slowest:0} ms, and the page is no faster than that."))}{asked} Computed, {theLast} takes {MeanSlowest:0} ms on average."),
            Time = time,
            Captions = captions,
            StillAt = time.Duration,
            Draw = size => Draw(size, captions),
        };
    }

    private double MeanSlowest => FanOutTail.Mean(new HedgedAnswer(options), Answers);

    private double PagesFrom => time.Film(Page.Slowest) + BetweenRaceAndPages;

    private static string Services(int number) => number == 1 ? "one service" : Prose($"{number:N0} services");

    private Caption[] Captions()
    {
        double[] arrivals = [.. Page.Answers.Select(answer => answer.Latency).Order()];
        string eachTakes = AsksTwice ? "Questions that are late go to a second copy as well." : Prose($"An answer takes {options.MeanLatency:0.#} ms on average.");
        double end = time.Film(Page.Slowest);
        List<Caption> captions = [new(0, Prose($"A page asks {Services(Answers)}{(Answers == 1 ? "." : " at once.")}"), eachTakes)];
        if (Answers >= 4)
        {
            double half = arrivals[(Answers - 1) / 2];
            captions.Add(new(time.Film(half), Prose($"After {half:0} ms half of the answers are there."), "The page is not."));
            if (end - time.Film(arrivals[^2]) > CaptionSeconds && time.Film(arrivals[^2]) - captions[^1].At > CaptionSeconds)
            {
                captions.Add(new(time.Film(arrivals[^2]), "All but one are there.", "The page waits."));
            }
        }

        captions.Add(new(end, Answers == 1 ? Prose($"After {Page.Slowest:0} ms the answer is there.") : Prose($"After {Page.Slowest:0} ms the last one is there."), "And so is the page."));
        captions.Add(new(
            PagesFrom,
            Prose($"The next {Pages - 1} pages take {pages.Skip(1).Min(page => page.Slowest):0} to {pages.Skip(1).Max(page => page.Slowest):0} ms."),
            Prose($"Computed, a page takes {MeanSlowest:0} ms on average.")));
        return [.. captions];
    }

    private Stage Draw(SceneSize size, IReadOnlyList<Caption> captions)
    {
        bool isWide = size == SceneSize.Wide;
        var frame = new SceneFrame(size, isWide ? 600 : 640);
        var area = frame.Content;
        var (fanOut, askTwice) = Choices(area, isWide);
        double below = 84 + (isWide ? RowHeight : 2 * RowHeight);
        var lanes = new Area(area.X + 4, area.Y + (isWide ? 30 : 34), area.Width - 8, area.Height - (isWide ? 30 : 34) - below);
        double pitch = lanes.Height / Answers;
        double dot = Math.Clamp(1.5 * pitch, 3, 9);
        double x(double milliseconds) => lanes.X + (lanes.Width * milliseconds / axisEnd);
        double y(int answer) => lanes.Y + (pitch * (answer + 0.5));
        double end = time.Film(Page.Slowest);
        Sample[] unveiled = [new(Start, 0), new(end, Page.Slowest / axisEnd)];
        return frame.Around(time, captions,
        [
            .. Axis(lanes, x),
            .. AskedAgain(lanes, x),
            new Unveiled(new(lanes.X, lanes.Y - 6, lanes.Width, lanes.Height + 12), unveiled,
            [
                new Line(Bars(Page.Answers.Select((answer, n) => (0.0, answer.Latency, y(n))), x), Paint.Read, Math.Clamp(0.4 * pitch, 0.5, 3)),
                new Line(Bars(Page.Answers.Select((answer, n) => (From: Delay, answer.Latency, Y: y(n) + (0.32 * pitch), answer.Second)).Where(bar => bar.Second is not null).Select(bar => (bar.From, bar.Latency, bar.Y)), x), Paint.Write, Math.Clamp(0.7 * pitch, 1, 3)),
            ]),
            .. Arrived(x, y, dot),
            new Mover([new(Start, x(0), 0), new(end, x(Page.Slowest), 0)], [.. Heads(y, dot)]),
            .. Ring(lanes, x, y, dot),
            new Reading(area.Right, area.Y + (isWide ? 14 : 18), TextStyles.Number, Count()) { Anchor = Anchor.End },
            new Word(area.X, area.Y + (isWide ? 14 : 18), isWide && Answers > 1 ? "a line is a question, a dot its answer" : "a dot is an answer", TextStyles.Label),
            .. OtherPages(lanes, x),
            new Word(area.X, fanOut.Area.Y + 16, "questions", TextStyles.Label),
            .. fanOut.Parts,
            new Word(isWide ? area.CentreX + 20 : area.X, askTwice.Area.Y + 16, Prose($"ask again at {Late:0} ms"), TextStyles.Label),
            .. askTwice.Parts,
        ]) with { Hands = [.. fanOut.Hands, .. askTwice.Hands] };
    }

    private (ChoiceRow FanOut, ChoiceRow AskTwice) Choices(Area area, bool isWide)
    {
        const double Names = 138;
        const double Height = 24;
        double y = area.Bottom - Height;
        var fanOut = new ChoiceRow(new(area.X + Names, isWide ? y : y - RowHeight, isWide ? 290 : area.Width - Names, Height), "fanOut", Invariant($"{Answers}"),
        [
            new("1", "1", "Ask one service", 'q'), new("10", "10", "Ask 10 services", 'w'), new("100", "100", "Ask 100 services", 'e'), new("1000", "1,000", "Ask 1,000 services", 'r'),
        ]);
        double x = isWide ? area.CentreX + 20 + Names : area.X + Names;
        var askTwice = new ChoiceRow(new(x, y, isWide ? 144 : area.Width - Names, Height), "askTwice", AsksTwice ? "true" : "false",
        [
            new("false", "no", "Ask each only once", 'n'), new("true", "yes", Prose($"Ask a second copy after {Late:0} ms"), 'a'),
        ]);
        return (fanOut, askTwice);
    }

    private double Delay => new HedgedAnswer(options).Delay;

    // When a second copy is asked, or would be.
    private double Late => AsksTwice ? Delay : new HedgedAnswer(options with { HedgeQuantile = LateQuantile }).Delay;

    // Many bars in one path.
    private static string Bars(IEnumerable<(double From, double To, double Y)> bars, Func<double, double> x) =>
        string.Concat(bars.Select(bar => Invariant($"M{x(bar.From):0.#} {bar.Y:0.#}H{x(bar.To):0.#}")));

    // A line of no length with round ends is a dot.
    private static string DotsAt(IEnumerable<(double X, double Y)> places) => string.Concat(places.Select(place => Invariant($"M{place.X:0.#} {place.Y:0.#}h0")));

    private IEnumerable<Part> Axis(Area lanes, Func<double, double> x)
    {
        double step = new double[] { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000 }.FirstOrDefault(step => axisEnd / step <= 6, 2000);
        yield return new Line(Invariant($"M{lanes.X} {lanes.Bottom + 6}H{lanes.Right}"), Paint.Edge, 1);
        List<Word> times = [];
        for (double tick = 0; tick < axisEnd; tick += step)
        {
            double at = Math.Min(x(tick), lanes.Right - 30);
            yield return new Line(Invariant($"M{x(tick):0.#} {lanes.Y}V{lanes.Bottom + 11}"), Paint.Hairline, 1);
            times.Add(new(at, lanes.Bottom + 25, tick == 0 ? "0" : Prose($"{tick:0} ms"), TextStyles.Small) { Anchor = tick == 0 ? Anchor.Start : Anchor.Middle });
        }

        // How far the axis goes would tell those who have yet to guess how long the last answer takes.
        yield return new Shown(Start, double.PositiveInfinity, times);
    }

    private IEnumerable<Part> AskedAgain(Area lanes, Func<double, double> x)
    {
        if (AsksTwice && Delay < axisEnd)
        {
            bool isLeft = Delay < axisEnd * 0.7;
            yield return new Line(Invariant($"M{x(Delay):0.#} {lanes.Y - 8}V{lanes.Bottom + 6}"), Paint.Write, 1.5) { IsDashed = true };
            yield return new Word(x(Delay) + (isLeft ? 6 : -6), lanes.Y + 2, "asked again", TextStyles.Small with { Ink = Paint.Write }) { Anchor = isLeft ? Anchor.Start : Anchor.End };
        }
    }

    // Answers that arrive at about the same moment appear together.
    private IEnumerable<IGrouping<double, int>> ByArrival() =>
        Enumerable.Range(0, Answers).GroupBy(answer => Math.Round(time.Film(Page.Answers[answer].Latency) / HeadStep) * HeadStep);

    private IEnumerable<Part> Heads(Func<int, double> y, double dot) =>
        ByArrival().Select(group => new Shown(0, group.Key, [new Line(DotsAt(group.Select(answer => (0.0, y(answer)))), Paint.Read, dot)]) { IsSudden = true });

    private IEnumerable<Part> Arrived(Func<double, double> x, Func<int, double> y, double dot) =>
        ByArrival().Select(group => new Shown(group.Key, double.PositiveInfinity, [new Line(DotsAt(group.Select(answer => (x(Page.Answers[answer].Latency), y(answer)))), Paint.Answer, dot)]) { IsSudden = true });

    private IEnumerable<Part> Ring(Area lanes, Func<double, double> x, Func<int, double> y, double dot)
    {
        double radius = (dot / 2) + 6;
        double atX = x(Page.Slowest);
        double atY = y(Page.Last);
        bool isLeft = atX < lanes.X + (lanes.Width * 0.65);
        string words = Prose($"{(Answers == 1 ? "the answer" : "the last")}: {Page.Slowest:0} ms");
        double width = (words.Length * 9) + 4;
        yield return new Shown(time.Film(Page.Slowest), double.PositiveInfinity,
        [
            new Line(Invariant($"M{atX:0.#} {atY + radius:0.#}V{lanes.Bottom + 6}"), Paint.Ink, 1) { IsDashed = true },
            new Box(new(atX - radius, atY - radius, 2 * radius, 2 * radius), Paint.None, Paint.Ink, radius),
            new Box(new(isLeft ? atX + radius + 2 : atX - radius - 2 - width, atY - 10, width, 20), Paint.Paper, Radius: 3),
            new Word(atX + (isLeft ? radius + 6 : -radius - 6), atY + 5, words, TextStyles.Number) { Anchor = isLeft ? Anchor.Start : Anchor.End },
        ]);
    }

    private List<Telling> Count()
    {
        double[] arrivals = [.. Page.Answers.Select(answer => time.Film(answer.Latency)).Order()];
        List<Telling> tellings = [new(0, Prose($"0 of {Answers:N0}"))];
        for (int n = 0; n < arrivals.Length; n++)
        {
            if (n + 1 == arrivals.Length || arrivals[n + 1] - tellings[^1].At > HeadStep)
            {
                tellings.Add(new(arrivals[n], Prose($"{n + 1:N0} of {Answers:N0}")));
            }
        }

        return tellings;
    }

    private IEnumerable<Part> OtherPages(Area lanes, Func<double, double> x)
    {
        double y = lanes.Bottom + 54;
        yield return new Shown(PagesFrom - 0.4, double.PositiveInfinity,
        [
            new Line(Invariant($"M{lanes.X} {y}H{lanes.Right}"), Paint.Hairline, 1),
            new Word(lanes.X, y + 26, Prose($"the last answer of each of {Pages} pages"), TextStyles.Small),
            new Line(DotsAt([(x(Page.Slowest), y)]), Paint.Write, 9),
        ]);
        for (int page = 1; page < Pages; page++)
        {
            yield return new Shown(PagesFrom + (BetweenPages * page), double.PositiveInfinity, [new Line(DotsAt([(x(pages[page].Slowest), y)]), Paint.Write, 9)]) { IsSudden = true };
        }
    }
}
