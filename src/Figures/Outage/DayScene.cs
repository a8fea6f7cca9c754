using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Outage;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Outage;

/// <summary>
/// The day of the outage: the sites, their requests, the two fleets that answer them, the command, and what the status page
/// says beside the truth.
/// </summary>
public static class DayScene
{
    /// <summary>The scene.</summary>
    /// <param name="trace">The day.</param>
    public static Scene Of(OutageTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var story = new DayStory(trace);
        return new Scene
        {
            Name = "day",
            Title = "The day S3 stopped answering",
            Finding = Finding(trace, story),
            Time = story.Time,
            Captions = story.Captions,
            StillAt = story.StillAt,
            Timeline = "outage",
            Draw = size => new DayStage(trace, story, size).Draw(),
        };
    }

    private static string Finding(OutageTrace trace, DayStory story)
    {
        const string Drawn = " The counts are the model’s, the rest is illustration.";
        if (story.WritingNormal is not { } normal)
        {
            return Command(trace, story) + " What is left carries the load: every request succeeds all day, and nobody outside notices." + Drawn;
        }

        string hit = trace.Options.CellsHit < 1 ? "In the cells that the command hits, " : "";
        double worst = trace.Answers.Min(answer => answer.GetSuccess);
        var (begins, normalAgain) = (OutageClock.At(story.Reading ?? 0), OutageClock.At(story.ReadingNormal ?? story.Reading ?? 0));
        string reading = story.Reading is not null
            ? begins == normalAgain ? $"Reading stops and is back at {begins}" : $"Reading stops, begins again at {begins} and is normal at {normalAgain}"
            : Prose($"S3 never closes: at the worst moment {worst:P0} of the reads succeed");
        string little = story.Reading is null ? " A few requests that fail are enough to darken a site." : "";
        string sites = story.SitesNormal is { } back ? Prose($"{little} Nine in ten of the sites are well by {OutageClock.At(back)}.") : "";
        return Prose($"{Command(trace, story)} {hit}{(hit.Length > 0 ? char.ToLowerInvariant(reading[0]) + reading[1..] : reading)}; writing is normal at {OutageClock.At(normal)}, {Duration(normal)} after the command.{sites}") + Drawn;
    }

    private static string Command(OutageTrace trace, DayStory story)
    {
        var (asked, taken) = (Prose($"{trace.Options.Removed:P0}"), Prose($"{story.Taken:P0}"));
        return story.Taken == 0 ? "The command takes no server."
            : asked == taken ? $"The command takes {taken} of the servers of both fleets."
            : OutageTerminal.IsOutrun(trace) ? $"The command asks for {asked} of the servers of both fleets; when it has {taken}, the rest have failed."
            : $"The command asks for {asked} of the servers of both fleets and gets {taken}.";
    }
}
