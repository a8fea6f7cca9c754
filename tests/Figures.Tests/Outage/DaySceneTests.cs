using InteractiveArticle.Figures.Outage;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Tests.Scenes;
using InteractiveArticle.Simulation.Outage;
using Xunit;

namespace InteractiveArticle.Figures.Tests.Outage;

/// <summary>What the stage shows of the day, beside what its trace says.</summary>
public class DaySceneTests
{
    // What falls on a moment of the film counts as over.
    private const double Instant = 1e-6;

    public static TheoryData<OutageOptions> Days =>
    [
        new OutageOptions(),
        new OutageOptions { Removed = 0 },
        new OutageOptions { Removed = 0.01 },
        new OutageOptions { Removed = 0.41 },
        new OutageOptions { Removed = 1 },
        new OutageOptions { Guard = 0.57 },
        new OutageOptions { Guard = 0.6 },
        new OutageOptions { Guard = 1 },
        new OutageOptions { RemovalRate = 0.005 },
        new OutageOptions { RemovalRate = 0.022 },
        new OutageOptions { Cells = 7 },
        new OutageOptions { Cells = 64 },
        new OutageOptions { Cells = 10, CellsHit = 0.1 },
        new OutageOptions { CheckRate = 0.05, DependantUtilisation = 0.7 },
        new OutageOptions { CheckRate = 10 },
        new OutageOptions { DashboardRegions = 3 },
        new OutageOptions { Tolerant = 0 },
        new OutageOptions { Tolerant = 1 },
        new OutageOptions { DependantUtilisation = 0.05 },
        new OutageOptions { Shedding = LoadShedding.Random },
        new OutageOptions { Trigger = CollapseTrigger.Quorum },
        new OutageOptions { ReopeningDemand = 4, ReopeningDecayMinutes = 30 },
        new OutageOptions { Servers = 10 },
    ];

    [Theory]
    [MemberData(nameof(Days))]
    public void EveryDay_IsSoundAtEitherSize(OutageOptions options)
    {
        var scene = DayScene.Of(OutageSimulation.Trace(options));

        SceneChecks.Check(scene);
        Assert.InRange(scene.Duration, 4, 32);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void EverySquare_IsInTheStateOfTheTrace(OutageOptions options) => AtEachMoment(options, (trace, stage, film, minute) =>
    {
        foreach (var fleet in Enum.GetValues<OutageFleet>())
        {
            Actor[] squares = [.. stage.Actors.Where(actor => actor.Id.StartsWith($"{fleet} ", StringComparison.Ordinal))];
            var events = trace.Events.Where(happened => happened.Fleet == fleet && happened.Minute <= minute + Instant).ToArray();
            int restarted = Array.FindLastIndex(events, happened => happened.Kind == OutageEventKind.RestartDecided);
            int collapsed = Array.FindLastIndex(events, happened => happened.Kind == OutageEventKind.Collapsed);
            if (collapsed > restarted)
            {
                Assert.All(squares, square => Assert.Contains(square.StateAt(film), (ActorState[])[ActorState.Off, ActorState.Gone]));
            }
            else if (restarted >= 0)
            {
                CheckRestarted(trace, fleet, squares, film, events[restarted..]);
            }
            else
            {
                CheckRunning(trace, squares, film, events);
            }
        }
    });

    [Theory]
    [MemberData(nameof(Days))]
    public void EveryServerThatHasFailed_IsCrossedOut(OutageOptions options) => AtEachMoment(options, (_, stage, film, _) =>
    {
        var crosses = stage.Parts.OfType<Shown>().Where(shown => shown.At(film)).SelectMany(shown => shown.Parts).OfType<Line>().Where(line => line.Stroke == Paint.Failing && line.Fill == Paint.None);
        int failed = stage.Actors.Count(actor => !actor.Id.StartsWith("key ", StringComparison.Ordinal) && actor.StateAt(film) == ActorState.Gone);

        Assert.Equal(failed, crosses.Sum(line => line.Path.Count(letter => letter == 'M')));
    });

    [Theory]
    [MemberData(nameof(Days))]
    public void TheWall_IsAsDarkAsTheTraceSays(OutageOptions options) => AtEachMoment(options, (trace, stage, film, minute) =>
    {
        Actor[] sites = [.. stage.Actors.Where(actor => actor.Id.StartsWith("site ", StringComparison.Ordinal))];
        int lit = sites.Count(site => site.StateAt(film) == ActorState.Lit);
        double firstTrouble = trace.Answers.Where(answer => answer.PutSuccess < 1).Select(answer => answer.Minute).DefaultIfEmpty(double.PositiveInfinity).First();

        // Within the minute in which requests begin to fail the model's share has fallen at once; the windows take the rest of it.
        if (minute < firstTrouble || minute > firstTrouble + 1)
        {
            int expected = minute < firstTrouble ? sites.Length : SiteWall.Lit(trace.Minutes, sites.Length, minute);
            Assert.InRange(lit, expected - 1, expected + 1);
            Assert.Equal(expected / (double)sites.Length, LevelOf(stage, Paint.Lit, Growth.Rightwards).At(film), 1.0 / sites.Length);
        }
    });

    [Theory]
    [MemberData(nameof(Days))]
    public void GatesAndTruth_FollowTheAnswers(OutageOptions options) => AtEachMoment(options, (trace, stage, film, minute) =>
    {
        const double Tolerance = 0.01;
        var answer = trace.AnswerAt(minute + Instant);
        var growth = stage.Width == Stage.WideWidth ? Growth.UpAndDown : Growth.Sideways;
        var gates = Levels(stage).Where(level => level.Paint == Paint.Ink && level.Grows is Growth.UpAndDown or Growth.Sideways).ToArray();

        Assert.Equal(growth, gates[0].Grows);
        Assert.Equal(1 - answer.IndexSuccess, gates[0].At(film), Tolerance);
        Assert.Equal(1 - answer.PlacementSuccess, gates[1].At(film), Tolerance);
        Assert.Equal(answer.GetSuccess, LevelOf(stage, Paint.Read, Growth.Rightwards).At(film), Tolerance);
        Assert.Equal(answer.PutSuccess, LevelOf(stage, Paint.Write, Growth.Rightwards).At(film), Tolerance);
    });

    [Theory]
    [MemberData(nameof(Days))]
    public void TheStatusPage_SaysWhatItKnows(OutageOptions options) => AtEachMoment(options, (trace, stage, film, minute) =>
    {
        var answer = trace.AnswerAt(minute + Instant);
        bool saysSo = answer.CanDashboardTell && (answer.GetSuccess < 1 || answer.PutSuccess < 1);
        var page = stage.Parts.OfType<Reading>().Single(reading => reading.Tellings[0].Text == "S3: normal");

        Assert.Equal(saysSo ? "S3: errors" : "S3: normal", page.At(film));
    });

    [Theory]
    [MemberData(nameof(Days))]
    public void Requests_PassAndBounceAsTheTraceAnswers(OutageOptions options)
    {
        var trace = OutageSimulation.Trace(options);
        var scene = DayScene.Of(trace);
        OutageAnswer at(Waypoint stop) => trace.AnswerAt(scene.Time.Story(stop.At));
        bool isRefusedAt(Dot dot, int stop) => dot.Stops[stop].Look == DotLook.Refused;
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var dots = scene.Draw(size).Parts.OfType<Dot>().ToArray();
            foreach (var kind in Enum.GetValues<DotKind>())
            {
                Dot[] atIndex = [.. dots.Where(dot => dot.Kind == kind)];
                Agree(atIndex, dot => isRefusedAt(dot, 1), dot => at(dot.Stops[1]).IndexSuccess);
            }

            Dot[] atPlacement = [.. dots.Where(dot => dot.Kind == DotKind.Write && !isRefusedAt(dot, 1))];
            Agree(atPlacement, dot => isRefusedAt(dot, 3), dot => at(dot.Stops[3]).PlacementSuccess);
        }

        // From the beginning to any request, the sum of the shares and the number of those that passed are the same but for a half.
        static void Agree(Dot[] dots, Func<Dot, bool> isRefused, Func<Dot, double> share)
        {
            double expected = 0;
            int passed = 0;
            foreach (var dot in dots)
            {
                expected += share(dot);
                passed += isRefused(dot) ? 0 : 1;
                Assert.InRange(passed - expected, -0.5 - Instant, 0.5 + Instant);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Answers_ComeFromServersThatWork(OutageOptions options)
    {
        var scene = DayScene.Of(OutageSimulation.Trace(options));
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = scene.Draw(size);
            foreach (var crowd in stage.Parts.OfType<Crowd>().Where(crowd => crowd.Actors.Count == 120))
            {
                bool isAt(Waypoint stop, Actor server) => Math.Abs(stop.X - server.X - (crowd.Width / 2)) < 1 && Math.Abs(stop.Y - server.Y - (crowd.Height / 2)) < 1;
                foreach (var stop in stage.Parts.OfType<Dot>().SelectMany(dot => dot.Stops).Where(stop => stop.Look == DotLook.Answered))
                {
                    bool areAnyAtWork = crowd.Actors.Any(server => IsAtWork(server, stop.At));
                    Assert.All(crowd.Actors.Where(server => isAt(stop, server)), server => Assert.True(!areAnyAtWork || IsAtWork(server, stop.At), server.Id));
                }
            }
        }

        static bool IsAtWork(Actor server, double film) => server.StateAt(film) is ActorState.Serving or ActorState.Overloaded;
    }

    [Fact]
    public void TheDay_IsToldAtItsTurningPoints()
    {
        var scene = DayScene.Of(OutageSimulation.Trace(new()));

        Assert.Equal(["9:36", "9:37", "9:37", "9:42", "10:02", "11:37", "12:26", "13:19", "13:54", "15:51"], scene.Captions.Select(caption => scene.Time.Words(scene.Time.Story(caption.At))));
        Assert.InRange(scene.Time.Film(5.4) - scene.Time.Film(0), 7, 10);
        Assert.InRange(scene.Time.Film(120) - scene.Time.Film(26), 2, 3.5);
    }

    [Fact]
    public void Writing_ThatComesBackBitByBit_IsNotSaidToWaitForAllOfPlacement()
    {
        var details = DayScene.Of(OutageSimulation.Trace(new())).Captions.Select(caption => caption.Detail).ToArray();

        Assert.Contains("Writing comes back slowly, with placement, which asks the index.", details);
        Assert.Contains(details, detail => detail.StartsWith("By now 5", StringComparison.Ordinal));
    }

    [Fact]
    public void TheStatusPage_ThatSaysSoAtOnce_NeededNothingThatWasGone()
    {
        var told = Assert.Single(DayScene.Of(OutageSimulation.Trace(new() { RemovalRate = 0.022, Shedding = LoadShedding.Random })).Captions, caption => caption.Headline.Contains("status page", StringComparison.Ordinal));

        Assert.Equal(("The status page says at once that requests fail.", ""), (told.Headline, told.Detail));
    }

    [Theory]
    [InlineData(1, LoadShedding.None, "when it has 93 %, the rest have failed.")]
    [InlineData(0.45, LoadShedding.Random, "A few requests that fail are enough to darken a site.")]
    public void WhatADayHasOfItsOwn_IsToldInTheFinding(double removed, LoadShedding shedding, string words) =>
        Assert.Contains(words, DayScene.Of(OutageSimulation.Trace(new() { Removed = removed, Shedding = shedding })).Finding, StringComparison.Ordinal);

    [Fact]
    public void Reading_ThatIsNormalAsSoonAsItBegins_IsToldOnce() =>
        Assert.Contains("Reading stops and is back at ", DayScene.Of(OutageSimulation.Trace(new() { Cells = 64, RestartParallelism = 64 })).Finding, StringComparison.Ordinal);

    // Who came back last that day is not known.
    [Fact]
    public void TheSitesWithNames_AreWellInTheEnd()
    {
        var scene = DayScene.Of(OutageSimulation.Trace(new()));
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            Assert.All(scene.Draw(size).Actors.Where(actor => actor.Label.Length > 0), site => Assert.Equal(ActorState.Lit, site.StateAt(scene.Duration)));
        }
    }

    [Fact]
    public void TheNumber_IsTypedIntoThePicture()
    {
        var scene = DayScene.Of(OutageSimulation.Trace(new() { Guard = 0.6 }));
        var typed = Assert.Single(scene.Draw(SceneSize.Wide).Hands, hand => hand.Prompt is not null);

        Assert.Equal(("removed", "0.45"), (typed.Lever, typed.Value));
        Assert.Equal(101, typed.Prompt!.Notes.Count);
        Assert.Contains("400 per fleet go; below 60 % refused", typed.Prompt.Notes[45], StringComparison.Ordinal);
        Assert.Contains("400 of 1,000 per fleet go, 60 % stay", typed.Prompt.Notes[40], StringComparison.Ordinal);
    }

    private static void CheckRunning(OutageTrace trace, Actor[] squares, double film, OutageEvent[] events)
    {
        OutageEvent[] since = [.. events.Skip(1 + Array.FindLastIndex(events, happened => happened.Kind == OutageEventKind.ServersReturned))];
        int rounded(OutageEventKind kind) => (int)Math.Round(squares.Length * since.Where(happened => happened.Kind == kind).Sum(happened => happened.Servers) / trace.Options.Servers, MidpointRounding.AwayFromZero);
        var (off, failing) = (rounded(OutageEventKind.ServersRemoved), rounded(OutageEventKind.ServerGaveWay));
        var working = IsOverloaded(events) ? ActorState.Overloaded : ActorState.Serving;
        int count(ActorState state) => squares.Count(square => square.StateAt(film) == state);

        Assert.Equal((off, failing, squares.Length - off - failing), (count(ActorState.Off), count(ActorState.Gone), count(working)));
    }

    private static void CheckRestarted(OutageTrace trace, OutageFleet fleet, Actor[] squares, double film, OutageEvent[] events)
    {
        int partitions = fleet == OutageFleet.Index ? trace.IndexPartitions : trace.PlacementPartitions;
        bool isOpen = fleet == OutageFleet.Placement || events.Any(happened => happened.Kind == OutageEventKind.DoorsOpened);
        HashSet<int> having(OutageEventKind kind) => [.. events.Where(happened => happened.Kind == kind).Select(happened => happened.Partition)];
        var (isChecked, serves) = (having(OutageEventKind.PartitionChecked), having(OutageEventKind.PartitionServes));
        var working = IsOverloaded(events) ? ActorState.Overloaded : ActorState.Serving;
        int fallen = events.Count(happened => happened.Kind == OutageEventKind.ServerGaveWay);
        for (int square = 0; square < squares.Length; square++)
        {
            int partition = (int)((square + 0.5) * partitions / squares.Length);
            var expected = serves.Contains(partition) && isOpen ? working : isChecked.Contains(partition) ? ActorState.Checked : ActorState.Starting;
            var actual = squares[square].StateAt(film);
            Assert.True(actual == expected || (fallen > 0 && actual == ActorState.Gone && expected == working), $"{squares[square].Id} is {actual} and not {expected}");
        }
    }

    private static bool IsOverloaded(OutageEvent[] events) =>
        events.LastOrDefault(happened => happened.Kind is OutageEventKind.OverloadBegan or OutageEventKind.OverloadEnded).Kind == OutageEventKind.OverloadBegan;

    private static IEnumerable<Level> Levels(Stage stage) => stage.Parts.OfType<Level>();

    private static Level LevelOf(Stage stage, Paint paint, Growth growth) => Levels(stage).Single(level => level.Paint == paint && level.Grows == growth);

    private static void AtEachMoment(OutageOptions options, Action<OutageTrace, Stage, double, double> check)
    {
        var trace = OutageSimulation.Trace(options);
        var scene = DayScene.Of(trace);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = scene.Draw(size);
            foreach (double film in SceneChecks.Moments(scene))
            {
                check(trace, stage, film, scene.Time.Story(film));
            }
        }
    }
}
