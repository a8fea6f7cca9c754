using System.Globalization;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Outage;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Outage;

/// <summary>What customers are told: a page with a tick or a mark for reading, for writing, and for both together.</summary>
/// <param name="trace">The day.</param>
/// <param name="time">The film's time.</param>
/// <param name="area">Where the page is.</param>
/// <param name="textSize">The size of its text.</param>
internal sealed class StatusPagePicture(OutageTrace trace, StoryTime time, Area area, double textSize)
{
    private const double Large = 7;
    private const double Small = 5.5;

    // A page that is high enough has its two rows below each other.
    private bool IsHigh => area.Height > 100;

    /// <summary>Where it says in how many regions its console runs.</summary>
    public Area Regions => new(area.Right - 77, area.Y + 2, 73, IsHigh ? 26 : 21);

    /// <summary>Draws it.</summary>
    public IEnumerable<Part> Draw()
    {
        var label = new TextStyle(textSize, Paint.Soft);
        double x = area.X + 14;
        double header = area.Y + (IsHigh ? 21 : 17);
        double first = area.Y + (IsHigh ? 49 : 38);
        double second = first + (IsHigh ? 25 : 22);
        var (writeX, writeY) = IsHigh ? (x, second + 25) : (x + 80, second);
        int regions = trace.Options.DashboardRegions;
        return
        [
            new Box(area, Paint.Paper, Paint.Edge, 6),
            new Word(x, header, "status page", label),
            new Word(area.Right - 10, header, Count(regions, "region"), label) { Anchor = Anchor.End },
            new Line(Invariant($"M{area.X} {area.Y + (IsHigh ? 30 : 24)}h{area.Width}"), Paint.Hairline, 1),
            new Reading(x + 22, first + 5, new(textSize + 1, Paint.Ink, Weight: 650), Headlines()),
            .. Icons(x + 6, first, SaysTrouble, Large),
            .. Icons(x + 6, second, SaysReadingFails, Small),
            new Word(x + 22, second + 4, "reading", label),
            .. Icons(writeX + 6, writeY, SaysWritingFails, Small),
            new Word(writeX + 22, writeY + 4, "writing", label),
        ];
    }

    private static bool SaysReadingFails(OutageAnswer answer) => answer.CanDashboardTell && answer.GetSuccess < 1;

    private static bool SaysWritingFails(OutageAnswer answer) => answer.CanDashboardTell && answer.PutSuccess < 1;

    private static bool SaysTrouble(OutageAnswer answer) => SaysReadingFails(answer) || SaysWritingFails(answer);

    private Telling[] Headlines() => [.. Changes(SaysTrouble).Select(change => new Telling(change.At, change.IsTrouble ? "S3: errors" : "S3: normal"))];

    private IEnumerable<Part> Icons(double x, double y, Predicate<OutageAnswer> isTrouble, double radius)
    {
        var changes = Changes(isTrouble).ToArray();
        string tick = string.Create(CultureInfo.InvariantCulture, $"M{x - (radius * 0.45)} {y}l{radius * 0.35} {radius * 0.4} {radius * 0.6}-{radius * 0.75}");
        string diamond = string.Create(CultureInfo.InvariantCulture, $"M{x} {y - radius - 1}l{radius + 1} {radius + 1}-{radius + 1} {radius + 1}-{radius + 1}-{radius + 1}z");
        string mark = string.Create(CultureInfo.InvariantCulture, $"M{x} {y - (radius * 0.5)}v{radius * 0.5}M{x} {y + (radius * 0.5)}v.1");
        Part[] well = [new Box(new(x - radius, y - radius, 2 * radius, 2 * radius), Paint.Serving, Radius: radius), new Line(tick, Paint.Paper, 1.8)];
        Part[] trouble = [new Line(diamond, Paint.Failing, 0.5) { Fill = Paint.Failing }, new Line(mark, Paint.Paper, 1.8)];
        return changes.Select((change, n) =>
            new Shown(change.At, n + 1 < changes.Length ? changes[n + 1].At : double.PositiveInfinity, change.IsTrouble ? trouble : well) { IsSudden = true });
    }

    private IEnumerable<(double At, bool IsTrouble)> Changes(Predicate<OutageAnswer> isTrouble)
    {
        bool? before = null;
        foreach (var answer in trace.Answers.Where(answer => answer.Minute <= time.End))
        {
            if (isTrouble(answer) != before)
            {
                yield return (before is null ? 0 : time.Film(answer.Minute), isTrouble(answer));
                before = isTrouble(answer);
            }
        }
    }
}
