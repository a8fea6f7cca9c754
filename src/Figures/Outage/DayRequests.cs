using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Outage;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Figures.Outage;

/// <summary>
/// The requests between the sites and the two fleets. At each gate as many of them pass as the trace has answered at that moment;
/// how many there are, and the way each takes, is for illustration.
/// </summary>
internal sealed class DayRequests
{
    /// <summary>When a request is at the index's gate, after it set out; seconds of film.</summary>
    public const double ToTheIndex = 0.7;

    /// <summary>When a request to write is at placement's gate, after it set out; seconds of film.</summary>
    public const double ToPlacement = 1.25;

    private const ulong Seed = 12_26;
    private const double UnderWay = 2;
    private const double ReadsPerSecond = 5;
    private const double WritesPerSecond = 3;

    private readonly OutageTrace trace;
    private readonly DayStory story;
    private readonly DayPaths paths;
    private readonly RandomStream chance = new RandomStreams(Seed).Stream("requests");

    public DayRequests(OutageTrace trace, DayStory story, DayPaths paths)
    {
        this.trace = trace;
        this.story = story;
        this.paths = paths;
    }

    /// <summary>All requests of the film.</summary>
    public IEnumerable<Dot> Dots()
    {
        // Of what comes to a gate, the share that passes adds up to whole requests; the rest bounces.
        double read = 0.5, write = 0.5, stored = 0.5;
        foreach (var (at, kind) in Departures())
        {
            var atIndex = trace.AnswerAt(story.Time.Story(at + ToTheIndex));
            if (kind == DotKind.Read)
            {
                yield return new Dot(kind, Passes(ref read, atIndex.IndexSuccess) ? paths.Answered(at, chance) : paths.RefusedAtIndex(at, chance));
            }
            else if (!Passes(ref write, atIndex.IndexSuccess))
            {
                yield return new Dot(kind, paths.RefusedAtIndex(at, chance));
            }
            else
            {
                var atPlacement = trace.AnswerAt(story.Time.Story(at + ToPlacement));
                yield return new Dot(kind, Passes(ref stored, atPlacement.PlacementSuccess) ? paths.Stored(at, chance) : paths.RefusedAtPlacement(at, chance));
            }
        }
    }

    // When the film begins, some are already on their way.
    private IEnumerable<(double At, DotKind Kind)> Departures()
    {
        IEnumerable<(double, DotKind)> of(DotKind kind, double rate) =>
            Enumerable.Range(0, (int)(rate * (story.Time.Duration + UnderWay))).Select(n => (Math.Round(((n + chance.NextUniform(0, 1)) / rate) - UnderWay, 2), kind));
        return of(DotKind.Read, ReadsPerSecond).Concat(of(DotKind.Write, WritesPerSecond)).OrderBy(request => request.Item1);
    }

    private static bool Passes(ref double credit, double share)
    {
        credit += share;
        bool passes = credit >= 1;
        credit -= passes ? 1 : 0;
        return passes;
    }
}
