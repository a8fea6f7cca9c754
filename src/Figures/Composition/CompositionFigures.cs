using InteractiveArticle.Figures.Availability;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Composition;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Composition;

/// <summary>
/// The figures on services put together.
/// </summary>
public static class CompositionFigures
{
    private const double HighEnough = 100 * Downtime.Smallest; // leaves a name room above the foot of the axis

    private static readonly int[] FanOutTicks = [1, 10, 100, 1000];

    /// <summary>The time without service as a chain of services grows longer, with one copy of each and with several, and with the whole chain in several places.</summary>
    /// <param name="application">The application; its length is the present setting.</param>
    /// <param name="regions">How many whole applications stand side by side, each with one copy of every service; at least 1. As many copies of each service are beside them, but at least two.</param>
    /// <param name="simulated">The application with other lengths, simulated with one copy and with several, in the order of the lengths.</param>
    public static Figure Chain(CompositionOptions application, int regions, IReadOnlyList<(int Services, CompositionResult OneCopy, CompositionResult Copies)> simulated)
    {
        ArgumentNullException.ThrowIfNull(application);
        ArgumentNullException.ThrowIfNull(simulated);
        int end = simulated[^1].Services;
        int copies = Math.Max(2, regions);
        int[] lengths = [.. Enumerable.Range(1, end)];
        double away(int services, int ofEach) => 1 - SeriesParallel.InSeries(SeriesParallel.InParallel(application.ServiceAvailability, ofEach), services);
        double allAway(int services) => 1 - SeriesParallel.InParallel(SeriesParallel.InSeries(application.ServiceAvailability, services), regions);

        // What falls below the axis runs along its foot.
        Series theory(string name, ColorRole color, double? nameAt, bool isBelow, Func<int, double> of) => Series.Of(name, SeriesShape.Line, color, lengths, services => services, services => Math.Max(Downtime.Smallest, of(services))) with
        {
            IsDashed = true, NameAt = nameAt, NameBelow = isBelow,
        };
        string wholes = $"{InWords(regions)} whole applications";

        // Where the curve begins it has room below itself, unless that is at the axis's foot.
        bool isHigh = away(1, copies) > HighEnough;
        IEnumerable<Series> seen(string name, ColorRole color, bool isNamed, Func<(int Services, CompositionResult OneCopy, CompositionResult Copies), CompositionResult> of)
        {
            (int Services, double Away)[] points = [.. simulated.Select(point => (point.Services, Away: 1 - of(point).Availability.Mean)).Where(point => point.Away >= Downtime.Smallest)];
            return points.Length == 0 ? [] : [Series.Of(name, SeriesShape.Points, color, points, point => point.Services, point => point.Away) with { NameAt = isNamed ? points[^1].Services : null }];
        }

        return new Figure
        {
            Title = "A chain of services is weaker than its links",
            Finding = Prose($"A service that works {Downtime.Availability(application.ServiceAvailability)} of the time is down for {Downtime.AYear(away(1, 1))} a year. An application that needs {(application.InSeries == 1 ? "this one alone" : Prose($"{application.InSeries} of them in a row"))} is down for {Downtime.AYear(away(application.InSeries, 1))}, and with {InWords(copies)} copies of each for {Downtime.AYear(away(application.InSeries, copies))}{(regions == 1 ? "" : $"; {wholes} side by side, for {Downtime.AYear(allAway(application.InSeries))}")}. A length at which no simulated request failed has no dot."),
            X = new Axis("services in series") { Minimum = 0, Maximum = end },
            Y = Downtime.Axis("without service"),
            Series =
            [
                theory("one copy, in theory", ColorRole.Reference, null, false, services => away(services, 1)),
                theory($"{InWords(copies)} copies, in theory", ColorRole.Reference, isHigh ? 1 : end, isHigh, services => away(services, copies)),
                .. regions == 1 ? Array.Empty<Series>() : [theory(wholes, ColorRole.Third, end / 4.0, true, allAway)],
                .. seen("one copy of each", ColorRole.Contrast, true, point => point.OneCopy),
                .. seen($"{InWords(copies)} copies of each", ColorRole.Main, false, point => point.Copies),
            ],
            Marks = application.InSeries <= end ? [Mark.Here(application.InSeries)] : [],
        };
    }

    /// <summary>The slowest of many parallel answers as they grow more.</summary>
    /// <param name="application">The application; its fan-out is the present setting.</param>
    /// <param name="simulated">The application with other fan-outs, simulated, in their order.</param>
    public static Figure Slowest(CompositionOptions application, IReadOnlyList<(int Answers, CompositionResult Result)> simulated)
    {
        ArgumentNullException.ThrowIfNull(application);
        ArgumentNullException.ThrowIfNull(simulated);
        var answer = new HedgedAnswer(application);
        double usual = FanOutTail.Mean(answer, application.FanOut);
        int end = simulated[^1].Answers;
        Series theory(string name, Func<CompositionResult, double> value) => Series.Of(name, SeriesShape.Line, ColorRole.Reference, simulated, point => point.Answers, point => value(point.Result)) with { IsDashed = true };
        return new Figure
        {
            Title = "Waiting for the slowest",
            Finding = Prose($"One answer takes {FanOutTail.Mean(answer, 1):0.#} ms on average, and one in a hundred takes more than {answer.ExceededBy(0.01):F0} ms. ")
                + (application.FanOut == 1
                    ? "A page that waits for one answer is as fast as that answer."
                    : Prose($"A page that waits for {application.FanOut} of them takes {usual:F0} ms on average: the wait that a single answer exceeds {HowOften(answer.LongerThan(usual))} is {(application.HedgeQuantile < 1 ? "still" : "now")} the usual one.")),
            X = new Axis("answers that a page waits for (logarithmic)")
            {
                IsLogarithmic = true,
                Minimum = 0.8,
                Maximum = end * 1.25,
                Ticks = [.. FanOutTicks.Where(tick => tick <= end).Select(tick => new Tick(tick, Prose($"{tick:N0}")))],
            },
            Y = new Axis("milliseconds until the slowest is there") { Minimum = 0 },
            Series =
            [
                theory("mean, in theory", result => result.MeanSlowestInTheory),
                theory("one in a hundred, in theory", result => result.P99SlowestInTheory),
                Series.Of("mean", SeriesShape.Points, ColorRole.Main, simulated, point => point.Answers, point => point.Result.MeanSlowest.Mean) with { NameAt = end / 3.0, NameBelow = true },
                Series.Of("one page in a hundred waits longer", SeriesShape.Points, ColorRole.Contrast, simulated, point => point.Answers, point => point.Result.P99Slowest.Mean) with { NameAt = end },
            ],
            Marks = application.FanOut <= end ? [Mark.Here(application.FanOut)] : [],
        };
    }

    private static string InWords(int number) => number switch { 1 => "one", 2 => "two", 3 => "three", _ => Prose($"{number}") };

    private static string HowOften(double share) => share >= 0.1 ? Prose($"in {share:P0} of all cases") : Prose($"once in {1 / share:N0}");
}
