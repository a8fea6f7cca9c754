using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Elasticity;

/// <summary>The sky over both fleets: sun and moon cross it on the days that are shown slowly; where weeks pass it says so.</summary>
internal static class Sky
{
    private const double Sunrise = 0.25;
    private const double Sunset = 0.75;
    private const double Radius = 9;
    private const int StepsOfAnArc = 8;

    /// <summary>Whether it is dark.</summary>
    /// <param name="day">Days since the first midnight, with the part of the day that has passed.</param>
    public static bool IsDark(double day) => day - Math.Floor(day) is < Sunrise or >= Sunset;

    /// <summary>Draws it.</summary>
    /// <param name="area">Where it is.</param>
    /// <param name="story">What is told when.</param>
    public static IEnumerable<Part> Over(Area area, FleetStory story)
    {
        yield return new Box(area, Paint.Pane, Radius: 4);
        foreach (var (from, to) in story.Slow)
        {
            for (int day = (int)Math.Floor(from) - 1; day <= to; day++)
            {
                foreach (var part in Arc(area, story.Time, Math.Max(from, day + Sunrise), Math.Min(to, day + Sunrise + 0.5), day + Sunrise, isSun: true))
                {
                    yield return part;
                }

                foreach (var part in Arc(area, story.Time, Math.Max(from, day + Sunrise + 0.5), Math.Min(to, day + Sunrise + 1), day + Sunrise + 0.5, isSun: false))
                {
                    yield return part;
                }
            }
        }

        foreach (var (from, to) in story.Races)
        {
            yield return new Shown(story.Time.Film(from), story.Time.Film(to),
            [
                new Box(area, Paint.Hairline, Radius: 4),
                new Word(area.CentreX, area.CentreY + 5, Count(to - from, "day passes", "days pass", "N0"), TextStyles.Label with { Ink = Paint.Ink }) { Anchor = Anchor.Middle },
            ]);
        }
    }

    private static IEnumerable<Part> Arc(Area area, StoryTime time, double start, double end, double rises, bool isSun)
    {
        if (end - start < 0.01)
        {
            yield break;
        }

        Place[] places =
        [
            .. from step in Enumerable.Range(0, StepsOfAnArc + 1)
               let day = start + ((end - start) * step / StepsOfAnArc)
               let share = (day - rises) / 0.5
               select new Place(time.Film(day), area.X + Radius + ((area.Width - (2 * Radius)) * share), area.Bottom - Radius - ((area.Height - (2 * Radius)) * 4 * share * (1 - share))),
        ];
        if (isSun)
        {
            yield return new Shown(start <= 0 ? 0 : places[0].At, end >= time.End ? double.PositiveInfinity : places[^1].At, [new Box(area, Paint.Raised, Radius: 4)]);
        }

        var disc = new Area(-Radius, -Radius, 2 * Radius, 2 * Radius);
        var mover = new Mover(places, [isSun ? new Box(disc, Paint.Lit, Paint.Answer, Radius: Radius) : new Box(disc, Paint.Typed, Paint.TypedSoft, Radius: Radius)]);
        yield return end >= time.End
            ? new Shown(places[0].At, double.PositiveInfinity, [mover]) { IsSudden = true }
            : mover with { IsPassing = true };
    }
}
