using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Outage;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Outage;

/// <summary>The day as those saw it who stood on S3: a wall of windows that goes dark and comes back.</summary>
public static class MorningScene
{
    private static readonly TextStyle Counter = new(40, Paint.Ink, Weight: 650);

    // What one wanted of each of the named, on the day when they were gone.
    private static readonly string[] Wanted =
    [
        "talk to colleagues", "watch others play", "read a paper", "look up a company", "back an invention",
        "learn to program", "share a picture", "show a picture", "hear the news", "book a journey",
    ];

    /// <summary>The scene.</summary>
    /// <param name="result">The simulated day.</param>
    public static Scene Of(OutageResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var minutes = result.Minutes;
        var time = Time(minutes);
        double fewest = minutes.Min(minute => minute.DependantsNormal);
        double darkest = minutes.First(minute => minute.DependantsNormal == fewest).Minute;
        bool isDisturbed = fewest < 1;
        Caption[] captions = isDisturbed
            ?
            [
                new(0, "An ordinary Tuesday morning.", "Every lit window is a site that works."),
                new(time.Film(Math.Max(darkest - 2, 0.5)), "Then the windows go dark.", "Nobody who works behind them has broken anything."),
                new(time.Film(darkest + 60), Invariant($"{1 - fewest:P0} of them are dark."), "They have one thing in common: where they keep their files."),
                new(time.Film(Math.Max(result.Typical.PutFullMinutes, darkest + 90)), "The light comes back, but not at once:", "what waited all morning has to be done first."),
            ]
            : [new(0, "An ordinary Tuesday morning.", "With so many who can do without, it stays one.")];
        return new Scene
        {
            Name = "morning",
            Title = "The morning when the web went dark",
            Finding = isDisturbed
                ? Invariant($"At the worst moment {1 - fewest:P0} of the sites on S3 are dark; nine in ten work again {Duration(result.Typical.DependantsMinutes)} after it began. How many are dark is the model’s; which, and the names, are for illustration.")
                : "Every window stays lit all day.",
            Time = time,
            Captions = captions,
            StillAt = time.Film(Math.Min(darkest + 61, time.End)),
            Timeline = "outage",
            Draw = size => Draw(size, minutes, time, captions),
        };
    }

    private static StoryTime Time(IReadOnlyList<OutageMinute> minutes)
    {
        double end = Math.Max(30, minutes[^1].Minute);
        double collapse = Math.Min(12, end / 3);
        return new StoryTime(OutageClock.At, 0.25, (-2, 0), (0, 1.5), (collapse, 10), (end, 22));
    }

    private static Stage Draw(SceneSize size, IReadOnlyList<OutageMinute> minutes, StoryTime time, IReadOnlyList<Caption> captions)
    {
        bool isWide = size == SceneSize.Wide;
        var frame = new SceneFrame(size, isWide ? 520 : 640);
        var area = frame.Content;
        int columns = isWide ? 18 : 8;
        int rows = isWide ? 9 : 10;
        double gap = isWide ? 6 : 5;
        var wall = new Area(area.X, area.Y, area.Width, area.Height - (isWide ? 56 : 52));
        double width = (wall.Width - (gap * (columns + 1))) / columns;
        double height = (wall.Height - (gap * (rows + 1))) / rows;
        var places = Windows(columns, rows);
        var turns = SiteWall.Turns(minutes, time, places.Count);
        Crowd windows(bool isNamed) => new(ActorShape.Window, isNamed ? (2 * width) + gap : width, height,
        [
            .. from site in Enumerable.Range(0, places.Count)
               let place = places[site]
               where place.Name.Length > 0 == isNamed
               select new Actor(Invariant($"site {site}"), wall.X + gap + (place.Column * (width + gap)), wall.Y + gap + (place.Row * (height + gap)), ActorState.Lit, turns[site]) { Label = place.Name },
        ]);
        double below = wall.Bottom + (isWide ? 42 : 38);
        return frame.Around(time, captions,
        [
            new Box(wall, Paint.Facade, Radius: 4),
            windows(isNamed: false),
            windows(isNamed: true),
            new Reading(area.X, below, Counter, LitSites(minutes, time, places.Count)),
            new Word(area.X + (isWide ? 80 : 74), below - 4, $"of {places.Count} sites work", TextStyles.Label),
            .. Wants(area, below - 4, isWide, time, turns, places),
        ]);
    }

    // Whoever is dark at the moment is told of, one after another, with what was wanted of them.
    private static IEnumerable<Part> Wants(Area area, double y, bool isWide, StoryTime time, IReadOnlyList<IReadOnlyList<Turn>> turns, List<(string Name, int Column, int Row)> places)
    {
        List<Telling> tellings = [new(0, "")];
        double step = 1.4;
        for (double film = step; film < time.Duration; film += step)
        {
            var dark = Enumerable.Range(0, places.Count)
                .Where(site => places[site].Name.Length > 0 && new Actor("", 0, 0, ActorState.Lit, turns[site]).StateAt(film) == ActorState.Dark)
                .ToArray();
            int turn = (int)Math.Round(film / step);
            tellings.Add(new(film, dark.Length == 0 ? "" : Sentence(places[dark[turn % dark.Length]].Name)));
        }

        yield return new Reading(isWide ? area.Right : area.X, isWide ? y : y + 16, TextStyles.Label with { Ink = Paint.Ink }, tellings) { Anchor = isWide ? Anchor.End : Anchor.Start };
    }

    private static string Sentence(string name) =>
        $"“I wanted to {Wanted[SiteWall.Names.ToList().IndexOf(name)]}.” {name.Replace('\n', ' ')} is dark.";

    private static List<Telling> LitSites(IReadOnlyList<OutageMinute> minutes, StoryTime time, int sites)
    {
        List<Telling> tellings = [];
        for (double film = 0; film <= time.Duration; film += 0.1)
        {
            string count = Invariant($"{SiteWall.Lit(minutes, sites, time.Story(film))}");
            if (tellings.Count == 0 || tellings[^1].Text != count)
            {
                tellings.Add(new(film, count));
            }
        }

        return tellings;
    }

    // A window with a name takes two places; names are spread over the rows.
    private static List<(string Name, int Column, int Row)> Windows(int columns, int rows)
    {
        List<(string Name, int Column, int Row)> windows = [];
        for (int row = 0; row < rows; row++)
        {
            int named = row * 5 % (columns - 1);
            string name = row < SiteWall.Names.Count ? SiteWall.Names[row] : "";
            for (int column = 0; column < columns; column++)
            {
                bool isNamed = column == named && name.Length > 0;
                windows.Add((isNamed ? name : "", column, row));
                column += isNamed ? 1 : 0;
            }
        }

        return windows;
    }
}
