using System.Text;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Elasticity;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Elasticity;

/// <summary>
/// A fleet as columns of squares: full ones work, hollow ones are idle, small hollow ones are booting, and demand that finds no
/// server lies beyond them as hollow diamonds.
/// </summary>
/// <param name="area">Where it is.</param>
/// <param name="story">What is told when.</param>
/// <param name="scale">How many servers a square stands for.</param>
/// <param name="serverCapacity">What a server can answer; requests a second.</param>
/// <param name="name">What the fleet is called.</param>
/// <param name="capacity">What its servers can answer at a moment; requests a second.</param>
/// <param name="paid">What they could answer if none had to boot any more, in requests a second; null where none ever boots.</param>
internal sealed class FleetPanel(
    Area area, FleetStory story, FleetScale scale, double serverCapacity, string name, Func<ElasticityMoment, double> capacity, Func<ElasticityMoment, double>? paid = null)
{
    private const double Heading = 24;
    private const double Margin = 8;
    private const double SecondsOfAStep = 0.08;

    /// <summary>How high a panel is.</summary>
    /// <param name="width">How wide it is.</param>
    public static double HeightOf(double width) => Heading + (FleetScale.Rows * PitchOf(width)) + Margin;

    /// <summary>What is drawn: from the back to the front what is asked for, what the fleet has, what of it has booted, and what of that works.</summary>
    public IEnumerable<Part> Parts =>
    [
        new Box(area, Paint.Raised, Radius: 4),
        new Word(area.X + Margin, area.Y + 17, name, TextStyles.Heading),
        new Reading(area.Right - Margin, area.Y + 17, TextStyles.Label with { Ink = Paint.Ink }, Tellings) { Anchor = Anchor.End },
        new Unveiled(Grid, Samples(moment => moment.Demand), [Missing()]),
        .. Booting,
        new Unveiled(Grid, Samples(capacity), [new Box(Grid, Paint.Raised), Squares(ActorState.Idle)]),
        new Unveiled(Grid, Samples(moment => Math.Min(moment.Demand, capacity(moment))), [new Box(Grid, Paint.Raised), Squares(ActorState.Serving)]),
    ];

    private IEnumerable<Part> Booting => paid is null ? [] : [new Unveiled(Grid, Samples(paid), [new Box(Grid, Paint.Raised), Squares(ActorState.Starting)])];

    private double Pitch => PitchOf(area.Width);

    private Area Grid => new(area.X + Margin, area.Y + Heading, FleetScale.Columns * Pitch, FleetScale.Rows * Pitch);

    private static double PitchOf(double width) => (width - (2 * Margin)) / FleetScale.Columns;

    private Crowd Squares(ActorState state)
    {
        double width = Pitch - 3;
        return new Crowd(ActorShape.Square, width, width,
        [
            .. from column in Enumerable.Range(0, FleetScale.Columns)
               from row in Enumerable.Range(0, FleetScale.Rows)
               select new Actor(Invariant($"{name} {state} {(column * FleetScale.Rows) + row}"), Grid.X + (column * Pitch) + 1.5, Grid.Y + (row * Pitch) + 1.5, state, []),
        ]);
    }

    private Line Missing()
    {
        double half = (Pitch / 2) - 2.5;
        var path = new StringBuilder();
        for (int column = 0; column < FleetScale.Columns; column++)
        {
            for (int row = 0; row < FleetScale.Rows; row++)
            {
                path.Append(Invariant($"M{Grid.X + ((column + 0.5) * Pitch):0.#} {Grid.Y + (row * Pitch) + 2.5:0.#}l{half:0.#} {half:0.#} {-half:0.#} {half:0.#} {-half:0.#} {-half:0.#}z"));
            }
        }

        return new Line(path.ToString(), Paint.Failing);
    }

    // The grid is unveiled by whole columns, each step within a moment.
    private List<Sample> Samples(Func<ElasticityMoment, double> level)
    {
        List<Sample> samples = [];
        foreach (var moment in story.Moments)
        {
            double share = scale.Share(level(moment) / serverCapacity);
            double at = story.Time.Film(moment.Day);
            if (samples.Count > 0 && samples[^1].Value == share)
            {
                continue;
            }

            if (samples.Count > 0)
            {
                samples.Add(new(at, samples[^1].Value));
                at += SecondsOfAStep;
            }

            samples.Add(new(at, share));
        }

        return Rising(samples);
    }

    // Where moments follow each other faster than a step takes, the earlier step gives way.
    private static List<Sample> Rising(List<Sample> samples)
    {
        for (int n = samples.Count - 2; n >= 0; n--)
        {
            if (samples[n].At > samples[n + 1].At)
            {
                samples[n] = samples[n] with { At = samples[n + 1].At };
            }
        }

        return samples;
    }

    // Days that race are over before their number can be read, and before the squares have followed it.
    private IReadOnlyList<Telling> Tellings => Telling.Changes(
        Telling.Over(story.Time, StoryTime.SecondsBetweenReadings, day => Told(story.At(day)))
            .Where(telling => !story.Races.Any(race => telling.At >= story.Time.Film(race.From) && telling.At < story.Time.Film(race.To)))
            .Concat(story.Races.SelectMany(race => new[] { new Telling(story.Time.Film(race.From), ""), new Telling(story.Time.Film(race.To), Told(story.At(race.To))) }))
            .OrderBy(telling => telling.At));

    private string Told(ElasticityMoment moment)
    {
        double servers = capacity(moment) / serverCapacity;
        double booting = paid is null ? 0 : Math.Floor((paid(moment) - capacity(moment)) / serverCapacity);
        double missing = moment.Demand - capacity(moment);
        string boots = booting < 1 ? "" : Prose($", {booting:F0} booting");
        return missing > 0
            ? Prose($"{servers:F0} servers{boots}, {missing / moment.Demand:P0} refused now")
            : Prose($"{servers:F0} servers{boots}, {Math.Floor(-missing / serverCapacity):F0} idle");
    }
}

/// <summary>How servers stand as squares.</summary>
/// <param name="Servers">How many servers a square stands for.</param>
internal sealed record FleetScale(double Servers)
{
    /// <summary>How many squares stand in a column.</summary>
    public const int Rows = 4;

    /// <summary>How many columns there are.</summary>
    public const int Columns = 28;

    /// <summary>The scale at which a fleet fits: the smallest of 1, 2, 5, 10, 20, … servers a square.</summary>
    /// <param name="most">The most servers.</param>
    public static FleetScale For(double most)
    {
        double unit = 1;
        for (int n = 0; unit * Columns * Rows < most; n++)
        {
            unit *= n % 3 == 1 ? 2.5 : 2;
        }

        return new(unit);
    }

    /// <summary>The share of the columns that so many servers fill, in whole columns.</summary>
    /// <param name="servers">How many.</param>
    public double Share(double servers) => Math.Min(1, Math.Round(servers / (Servers * Rows), MidpointRounding.AwayFromZero) / Columns);
}
