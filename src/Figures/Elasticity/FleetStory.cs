using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Elasticity;
using InteractiveArticle.Simulation.Modelling;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Elasticity;

/// <summary>
/// How weeks of two fleets are told: a few days slowly, hour by hour, and the weeks between them fast, seen once a day at the
/// same hour, so that nothing flickers. Its clock tells the day, and during the rush the hour.
/// </summary>
internal sealed class FleetStory
{
    private const double FirstDays = 2;
    private const double SecondsOfADay = 3.4;
    private const double SecondsOfWeeks = 2;
    private const double BeforeSpike = 0.3;
    private const double CloseUp = 1.5 / TimeUnits.HoursPerDay;
    private const double SecondsOfCloseUp = 4;
    private const double AfterSpike = 0.75;
    private const double SecondsAfterSpike = 6.6; // an hour in two readings
    private const double Day = 1;
    private const double Rounding = 1e-9;

    private readonly List<(double Story, double Film)> knots = [(0, 0)];
    private readonly List<(double From, double To)> slow = [];

    public FleetStory(ElasticityResult result, ElasticityOptions options)
    {
        ElasticityMoment[] all = [.. result.Hours.Concat(result.SpikeMinutes).OrderBy(moment => moment.Day).DistinctBy(moment => moment.Day)];
        double end = Math.Max(all[^1].Day, 0.01);
        HasSpike = result.SpikeMinutes.Count > 0;
        double spike = HasSpike ? options.SpikeDay : end;
        Slowly(Math.Min(FirstDays, end), SecondsOfADay * Math.Min(FirstDays, end));

        Delivery = result.Hours.Zip(result.Hours.Skip(1))
            .Where(pair => pair.Second.Bought > pair.First.Bought && pair.Second.Day > FirstDays + Day && pair.Second.Day < Math.Min(spike, end) - Day)
            .Select(pair => ((double Day, double Gained)?)(pair.Second.Day, pair.Second.Bought - pair.First.Bought))
            .FirstOrDefault();
        if (Delivery is { } delivery)
        {
            Fast(delivery.Day - (Day / 2));
            Slowly(delivery.Day + (Day / 2), SecondsOfADay);
        }

        if (HasSpike)
        {
            Fast(spike - BeforeSpike);
            Slowly(Math.Min(spike, end), 1.2);
            Slowly(Math.Min(spike + CloseUp, end), SecondsOfCloseUp);
            Slowly(Math.Min(spike + AfterSpike, end), SecondsAfterSpike);
        }

        Fast(end - Day);
        Slowly(end, SecondsOfADay);
        double rushEnds = spike + Math.Min(AfterSpike, options.SpikeHours / TimeUnits.HoursPerDay);
        Time = new StoryTime(day => HasSpike && day > spike - Rounding && day < rushEnds - Rounding ? Hour(day) : Prose($"day {Math.Floor(day + Rounding):F0}"), 1.0 / TimeUnits.HoursPerDay, [.. knots]);
        Moments = [.. Seen(all)];
    }

    /// <summary>The film's time; the story's is in days.</summary>
    public StoryTime Time { get; }

    /// <summary>The moments that are shown, in the order of time; each until the next.</summary>
    public IReadOnlyList<ElasticityMoment> Moments { get; }

    /// <summary>The spans that are shown slowly; in days.</summary>
    public IReadOnlyList<(double From, double To)> Slow => slow;

    /// <summary>The spans between these, in which days race; in days.</summary>
    public IEnumerable<(double From, double To)> Races => slow.Zip(slow.Skip(1), (before, after) => (before.To, after.From));

    /// <summary>The first delivery that is shown slowly, and the capacity it brings in requests a second; null where there is none.</summary>
    public (double Day, double Gained)? Delivery { get; }

    /// <summary>Whether the wild day is within the story.</summary>
    public bool HasSpike { get; }

    /// <summary>The moment that is shown on a day.</summary>
    /// <param name="day">Days since the start, with the part of the day that has passed.</param>
    public ElasticityMoment At(double day)
    {
        int next = 0;
        while (next < Moments.Count && Moments[next].Day <= day + 1e-9)
        {
            next++;
        }

        return Moments[Math.Max(0, next - 1)];
    }

    // What is counted and what is said of the rush is that of the hours, and so the clock goes by hours, too.
    private static string Hour(double day) => ClockTime.Text(TimeUnits.MinutesPerHour * Math.Floor((day + Rounding) * TimeUnits.HoursPerDay));

    private void Slowly(double to, double seconds)
    {
        double from = knots[^1].Story;
        if (to <= from)
        {
            return;
        }

        knots.Add((to, knots[^1].Film + seconds));
        if (slow.Count > 0 && slow[^1].To == from)
        {
            slow[^1] = (slow[^1].From, to);
        }
        else
        {
            slow.Add((from, to));
        }
    }

    private void Fast(double to)
    {
        if (to > knots[^1].Story)
        {
            knots.Add((to, knots[^1].Film + SecondsOfWeeks));
        }
    }

    private IEnumerable<ElasticityMoment> Seen(IReadOnlyList<ElasticityMoment> all)
    {
        double next = 0;
        foreach (var moment in all)
        {
            bool isSlow = slow.Any(span => moment.Day >= span.From && moment.Day <= span.To);
            if (isSlow || moment.Day >= next)
            {
                next = moment.Day + Day - 1e-9;
                yield return moment;
            }
        }
    }
}
