namespace InteractiveArticle.Figures.Scenes.Parts;

/// <summary>
/// How the model's time (<em>story time</em>, in the model's unit) runs in the film: piecewise linear, so that nine minutes
/// of a collapse can take ten seconds and two dead hours two.
/// </summary>
public sealed class StoryTime
{
    /// <summary>How often a clock within a picture is read; seconds of film.</summary>
    internal const double SecondsBetweenReadings = 0.2;

    // The longest story that is told by the clock has ten hours of quarters of a minute.
    private const int MostSteps = 2_500;

    private readonly (double Story, double Film)[] knots;
    private readonly double[] stories;
    private readonly double[] films;
    private IReadOnlyList<Telling>? clock;
    private IReadOnlyList<Telling>? readings;

    /// <summary>Makes the map.</summary>
    /// <param name="words">Tells a moment of the story, such as "9:37" or "day 12".</param>
    /// <param name="step">The finest step that a reader takes through the story; in the model's unit, more than 0.</param>
    /// <param name="knots">Moments of the story and of the film that belong together, at least two, both rising; the film starts at 0 seconds.</param>
    /// <exception cref="ArgumentException">The knots do not rise, or the film does not start at 0.</exception>
    public StoryTime(Func<double, string> words, double step, params (double Story, double Film)[] knots)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(knots);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        if (knots.Length < 2 || knots[0].Film != 0 || knots.Zip(knots.Skip(1)).Any(pair => !(pair.Second.Story > pair.First.Story && pair.Second.Film > pair.First.Film)))
        {
            throw new ArgumentException("The moments of story and film have to rise together, from film time 0 on.", nameof(knots));
        }

        Words = words;
        Step = step;
        this.knots = knots;
        stories = [.. knots.Select(knot => knot.Story)];
        films = [.. knots.Select(knot => knot.Film)];
    }

    /// <summary>Tells a moment of the story.</summary>
    public Func<double, string> Words { get; }

    /// <summary>The finest step that a reader takes; in the model's unit.</summary>
    public double Step { get; }

    /// <summary>How long the film is; seconds.</summary>
    public double Duration => knots[^1].Film;

    /// <summary>When the story begins; in the model's unit.</summary>
    public double Start => knots[0].Story;

    /// <summary>When the story ends; in the model's unit.</summary>
    public double End => knots[^1].Story;

    /// <summary>The moments that belong together.</summary>
    public IReadOnlyList<(double Story, double Film)> Knots => knots;

    /// <summary>What the clock within the picture reads, each from its moment of the film on, in seconds.</summary>
    public IReadOnlyList<Telling> Clock => clock ??= Telling.Over(this, SecondsBetweenReadings, Words);

    /// <summary>
    /// What a clock beside the picture reads, each from its moment of the film on, in seconds: the same, and besides each step of
    /// a story that has no more than some thousand.
    /// </summary>
    public IReadOnlyList<Telling> Readings => readings ??= Telling.Changes(Clock.Concat(Steps()).OrderBy(reading => reading.At));

    /// <summary>The moment of the film at which a moment of the story is shown; what lies outside of the film is shown at its ends.</summary>
    /// <param name="story">The moment, in the model's unit.</param>
    public double Film(double story) => Map(story, stories, films);

    /// <summary>The moment of the story that is shown at a moment of the film.</summary>
    /// <param name="film">The moment, in seconds from the start.</param>
    public double Story(double film) => Map(film, films, stories);

    private IEnumerable<Telling> Steps()
    {
        double steps = Math.Ceiling((End - Start) / Step);
        return steps > MostSteps ? [] : Enumerable.Range(0, (int)steps).Select(n => Start + (n * Step)).Select(story => new Telling(Film(story), Words(story))).Append(new(Duration, Words(End)));
    }

    private static double Map(double at, double[] from, double[] to)
    {
        if (!(at > from[0]))
        {
            return to[0];
        }

        int next = Array.BinarySearch(from, at);
        next = next < 0 ? ~next : next;
        return next == from.Length
            ? to[^1]
            : to[next - 1] + ((to[next] - to[next - 1]) * (at - from[next - 1]) / (from[next] - from[next - 1]));
    }
}
