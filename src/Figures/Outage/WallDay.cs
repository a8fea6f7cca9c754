using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Outage;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Outage;

/// <summary>What a wall of windows and the counters below it take from the trace of a day.</summary>
internal sealed class WallDay
{
    private const double CounterSeconds = 0.1;

    private readonly int sites;

    /// <summary>Looks at a day.</summary>
    /// <param name="result">The simulated day.</param>
    /// <param name="sites">How many windows there are.</param>
    public WallDay(OutageResult result, int sites)
    {
        this.sites = sites;
        Minutes = SiteWall.Minutes(result);
        Typical = result.Typical;
        Fewest = Minutes.Min(minute => Lit(minute.Minute));
        Darkest = Minutes.First(minute => Lit(minute.Minute) == Fewest).Minute;
        AllLit = Minutes.Reverse().TakeWhile(minute => Lit(minute.Minute) == sites).Last().Minute;
    }

    /// <summary>The share of the servers that can go while the rest still carries the load.</summary>
    public static double Spare { get; } = 1 - new OutageOptions().Utilisation;

    /// <summary>The day's trace, with the moment from which on nine in ten are well.</summary>
    public IReadOnlyList<OutageMinute> Minutes { get; }

    /// <summary>The day's times.</summary>
    public OutageMilestones Typical { get; }

    /// <summary>How many windows are lit at the worst moment.</summary>
    public int Fewest { get; }

    /// <summary>How many windows are dark at the worst moment.</summary>
    public int MostDark => sites - Fewest;

    /// <summary>The first minute at which so many are dark.</summary>
    public double Darkest { get; }

    /// <summary>The minute from which on all of them are lit; 0 where none is ever dark.</summary>
    public double AllLit { get; }

    /// <summary>What the day has cost by a moment; M$.</summary>
    /// <param name="minute">The moment; minutes after the command.</param>
    public double Loss(double minute) => SiteWall.At(Minutes, minute, one => one.LossMillions);

    /// <summary>What a day has cost in the end, as it is told; M$.</summary>
    /// <param name="dollars">In millions.</param>
    /// <remarks>Close to nothing, whole millions would not tell that it is more.</remarks>
    public static string Millions(double dollars) => dollars < 1 ? Prose($"{dollars:N1}") : Prose($"{dollars:N0}");

    /// <summary>How labels below a wall are set.</summary>
    /// <param name="size">The size of the stage.</param>
    public static TextStyle LabelOf(SceneSize size) => size == SceneSize.Wide ? TextStyles.Label : TextStyles.Label with { Size = 14 };

    /// <summary>How many windows are lit at a moment.</summary>
    /// <param name="minute">The moment; minutes after the command.</param>
    public int Lit(double minute) => SiteWall.Lit(Minutes, sites, minute);

    /// <summary>A counter of the windows that are lit, with its label above it.</summary>
    public IEnumerable<Part> SiteCounter(double x, double y, SceneSize size, StoryTime time) =>
        Counter(x, y, "sites that work", size, Telling.Over(time, CounterSeconds, minute => Prose($"{Lit(minute)} of {sites}")));

    /// <summary>A counter of what is lost, with its label above it.</summary>
    public IEnumerable<Part> DollarCounter(double x, double y, string label, SceneSize size, StoryTime time, double scale = 1) =>
        Counter(x, y, label, size, Telling.Over(time, CounterSeconds, minute => Dollars(Loss(minute))), scale);

    private static IEnumerable<Part> Counter(double x, double y, string label, SceneSize size, IReadOnlyList<Telling> tellings, double scale = 1)
    {
        yield return new Word(x, y, label, LabelOf(size));
        double letters = (size == SceneSize.Wide ? 32 : 23) * scale;
        yield return new Reading(x, y + letters + 5, new(letters, Paint.Ink, Weight: 650), tellings);
    }

    private static string Dollars(double millions) => millions < 0.05 ? "$0" : Prose($"${millions:N1} million");
}
