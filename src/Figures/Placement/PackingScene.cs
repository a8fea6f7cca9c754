using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Placement;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Placement;

/// <summary>
/// A few machines that the reader puts on hosts, one after another; then the four rules, which do not see who comes next, place
/// the same ones.
/// </summary>
public static class PackingScene
{
    private const double SecondsEach = 0.9;
    private const double SecondsBefore = 2.5;
    private const double SecondsAfter = 3;
    private const double Fall = 20;
    private const double QueueScale = 0.45;
    private const double RoomForKey = 18;

    /// <summary>The hosts that a number tells, a digit each: 132 is host 1, then 3, then 2. A digit that is no host's counts for nothing.</summary>
    /// <param name="digits">The number; 0 or more.</param>
    /// <param name="hosts">How many hosts there are.</param>
    public static IReadOnlyList<int> HostsOf(int digits, int hosts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        return [.. Invariant($"{digits}").Select(digit => digit - '0').Where(host => host >= 1 && host <= hosts)];
    }

    /// <summary>The scene. The first machine is on host 1 already, because it makes no difference where it goes.</summary>
    /// <param name="arrivals">The machines in the order in which they come; at least two, and at most <see cref="OnlinePacking.MostMachines"/>.</param>
    /// <param name="mine">What the reader has said so far, as <see cref="HostsOf"/> reads it; what is said beyond the last machine is not heard.</param>
    /// <param name="options">The pool; its policy has no part in it.</param>
    public static Scene Of(IReadOnlyList<VirtualMachine> arrivals, int mine, PlacementOptions options)
    {
        ArgumentNullException.ThrowIfNull(arrivals);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(arrivals.Count, 2, nameof(arrivals));
        var game = new Game(arrivals, mine, options);
        return game.Steps.Count == arrivals.Count ? Over(game) : Next(game);
    }

    private static Scene Next(Game game)
    {
        int before = OnlinePacking.ByHand(game.Options, game.Arrivals, [.. game.Said.SkipLast(1)]).Count;
        int news = game.Steps.Count - before;
        var next = game.Arrivals[game.Steps.Count];
        double there = 0.1 + (SecondsEach * news);

        // What was there before stands at the start.
        var time = new StoryTime(number => Prose($"{Math.Floor(number):F0}"), 1, (before, 0), (before + news, there), (before + news + 1, there + SecondsAfter));
        string place = Prose($"Machine {game.Steps.Count + 1} of {game.Arrivals.Count}: {next.Cpu} virtual CPUs, {next.Memory} GiB.");
        Caption now = game.Refused == 0
            ? new(0, place, "Dashed: where it would stand. Choose its host.")
            : new(0, place, Prose($"{Count(game.Refused, "machine")} found no room. Choose a host for this one."));
        Caption[] captions = before == 0
            ? [new(0, Prose($"{game.Arrivals.Count} machines, {game.Options.Hosts} hosts, and room for {(game.Most == game.Arrivals.Count ? "all" : Prose($"{game.Most}"))}."), "Wide: virtual CPUs. High: memory. The first is in."), now with { At = there + SecondsAfter - 1 }]
            : [now];
        return Scene(game, time, captions, Prose($"You place {game.Arrivals.Count} machines on {game.Options.Hosts} hosts of {game.Options.HostCpu} virtual CPUs and {game.Options.HostMemory} GiB. So far {game.Placed} {(game.Placed == 1 ? "is" : "are")} in, and {(game.Refused == 0 ? "none" : Prose($"{game.Refused}"))} {(game.Refused <= 1 ? "was" : "were")} refused; at best {game.Most} fit."));
    }

    private static Scene Over(Game game)
    {
        int machines = game.Arrivals.Count;
        var rules = game.ByRule.Select(rule => (PlacementRule.Of(rule.Policy).Name, Placed: rule.Steps.Count(step => step.Host > 0))).ToArray();
        int best = rules.Max(rule => rule.Placed);
        var time = new StoryTime(
            number => Prose($"{Math.Floor(number):F0}"), 1, (0, 0), (1, SecondsBefore), (machines, SecondsBefore + (SecondsEach * (machines - 1))), (machines + 1, SecondsBefore + (SecondsEach * machines) + SecondsAfter));
        Caption verdict = new(
            time.Film(machines) + 1,
            Prose($"You placed {game.Placed}. The best rule placed {best}."),
            game.Placed == game.Most ? "The rules could not see who came next. You could." : Prose($"{(game.Most == machines ? "All" : Prose($"{game.Most}"))} would have fitted. Take one back, try again."));
        Caption[] captions =
        [
            new(0, Prose($"You placed {game.Placed} of {machines}."), "Now each rule gets the same machines, and does not see who comes next."),
            verdict,
        ];
        return Scene(game, time, captions, Prose($"Of {machines} machines you placed {game.Placed} on {game.Options.Hosts} hosts of {game.Options.HostCpu} virtual CPUs and {game.Options.HostMemory} GiB; at best {game.Most} fit. The rules get in: {string.Join(", ", rules.Select(rule => Prose($"{rule.Name} {rule.Placed}")))}."));
    }

    private static Scene Scene(Game game, StoryTime time, Caption[] captions, string finding) => new()
    {
        Name = "packing",
        Title = "Your turn to be the landlord",
        Finding = finding,
        Time = time,
        Captions = captions,
        StillAt = time.Duration,
        Draw = size => Draw(size, game, time, captions),
    };

    private static Stage Draw(SceneSize size, Game game, StoryTime time, IReadOnlyList<Caption> captions)
    {
        const double Gap = 20;
        bool isWide = size == SceneSize.Wide;
        var frame = new SceneFrame(size, isWide ? 470 : 640, hasClock: false);
        var area = frame.Content;
        Area yours = isWide ? new(area.X, area.Y, 470, area.Height - RoomForKey) : new(area.X, area.Y, area.Width, 274 - RoomForKey);
        double below = yours.Bottom + RoomForKey;
        Area theirs = isWide ? new(yours.Right + 32, area.Y, area.Right - yours.Right - 32, yours.Height) : new(area.X, below + Gap, area.Width, area.Bottom - below - Gap - RoomForKey);
        var small = TextStyles.SmallOn(size);
        double queueHeight = isWide ? 96 : 74;
        bool isOver = game.IsOver;

        // What is over was placed before the film begins.
        var standing = new StoryTime(time.Words, 1, (0, 0), (game.Arrivals.Count + 1, 0.01));
        var mine = new PoolLane(yours, game.Steps, game.Options, isOver ? standing : time, queueHeight)
        {
            Name = "you",
            Style = small,
            IsMarked = true,
            IsOver = isOver,
            Count = Counted,
        };
        List<Part> parts = [.. mine.Parts, new Word(yours.X, below - 4, "The corner of a host that is not shaded is free.", small)];
        List<Hand> hands = [];
        if (isOver)
        {
            parts.Add(new Word(yours.X, yours.Y + queueHeight, "These are your hosts.", TextStyles.Label));
        }
        else
        {
            parts.AddRange(Queue(game, mine, new(yours.X, yours.Y + 30, yours.Width, queueHeight - 34)));
            var next = game.Arrivals[game.Steps.Count];
            for (int host = 0; host < game.Options.Hosts; host++)
            {
                var (cpu, memory) = game.TakenOn(host + 1);
                if (cpu + next.Cpu <= game.Options.SoldCpu && memory + next.Memory <= game.Options.HostMemory)
                {
                    var at = mine.HostArea(host);
                    parts.Add(Ghost(new(at.X + (cpu * mine.PerCpu), at.Bottom - ((memory + next.Memory) * mine.PerGib), next.Cpu * mine.PerCpu, next.Memory * mine.PerGib)));
                    hands.Add(new(at, "mine", Invariant($"{((long)game.Mine * 10) + host + 1}"), Prose($"Put it on host {host + 1}")) { Key = (char)('1' + host) });
                }
            }
        }

        if (game.Mine > 0)
        {
            Choice[] back = [new(Invariant($"{game.Mine / 10}"), "take one back", "Take the last machine back", 'b'), new("0", "start again", "Take all machines back", 'a')];
            var row = new ChoiceRow(new(yours.X + 52, yours.Y - 6, 196, 24), "mine", Invariant($"{game.Mine}"), game.Mine >= 10 ? back : back[1..]);
            parts.AddRange(row.Parts);
            hands.AddRange(row.Hands);
        }

        if (!isOver)
        {
            parts.Add(new Word(theirs.X, theirs.Bottom + RoomForKey - 4, Prose($"Later these {game.ByRule.Count} rules get the same {game.Arrivals.Count} machines."), small));
        }

        double width = (theirs.Width - Gap) / 2;
        double height = (theirs.Height + Gap) / 2;
        foreach (var (n, rule) in game.ByRule.Index())
        {
            Area at = new(theirs.X + (n % 2 * (width + Gap)), theirs.Y + (n / 2 * height), width, height - Gap);
            parts.AddRange(new PoolLane(at, isOver ? rule.Steps : [], game.Options, time, Fall)
            {
                Name = PlacementRule.Of(rule.Policy).Name,
                IsOver = isOver,
                Count = isOver ? Counted : (_, _) => "",
            }.Parts);
        }

        return frame.Around(time, captions, parts) with { Hands = hands };

        static string Counted(int placed, int refused) => refused == 0 ? Prose($"{placed} in") : Prose($"{placed} in, {refused} out");
    }

    // Those who come, the next one first, smaller than they will be.
    private static IEnumerable<Part> Queue(Game game, PoolLane lane, Area area)
    {
        double scale = Math.Min(QueueScale, area.Height / (lane.PerGib * game.Arrivals.Max(machine => machine.Memory)));
        double x = area.X;
        foreach (var (n, machine) in game.Arrivals.Skip(game.Steps.Count).Index())
        {
            double width = machine.Cpu * lane.PerCpu * scale;
            double height = machine.Memory * lane.PerGib * scale;
            yield return new Box(new(x, area.Bottom - height, width, height), n == 0 ? PoolLane.FillOf(machine.Cpu, game.Options) : Paint.Raised, n == 0 ? Paint.Ink : Paint.Edge, Radius: 1);
            x += width + (n == 0 ? 14 : 5);
        }
    }

    private static Line Ghost(Area at) => new(Invariant($"M{at.X + 1:0.#} {at.Y + 1:0.#}h{at.Width - 2:0.#}v{at.Height - 2:0.#}h{2 - at.Width:0.#}Z"), Paint.Ink) { IsDashed = true };

    private sealed class Game
    {
        public Game(IReadOnlyList<VirtualMachine> arrivals, int mine, PlacementOptions options)
        {
            var hosts = HostsOf(mine, options.Hosts);
            (Arrivals, Options) = (arrivals, options);
            Mine = hosts.Aggregate(0, (number, host) => (10 * number) + host);
            Said = [1, .. hosts];
            Steps = OnlinePacking.ByHand(options, arrivals, Said);
            ByRule = [.. Enum.GetValues<PlacementPolicy>().Select(rule => new RuleTrace(rule, OnlinePacking.ByRule(options with { Policy = rule }, arrivals)))];
            Most = OnlinePacking.MostThatFit(options, arrivals);
        }

        public IReadOnlyList<VirtualMachine> Arrivals { get; }

        public int Mine { get; }

        public PlacementOptions Options { get; }

        public IReadOnlyList<int> Said { get; }

        public IReadOnlyList<PlacementStep> Steps { get; }

        public IReadOnlyList<RuleTrace> ByRule { get; }

        public int Most { get; }

        public bool IsOver => Steps.Count == Arrivals.Count;

        public int Placed => Steps.Count(step => step.Host > 0);

        public int Refused => Steps.Count - Placed;

        public (int Cpu, int Memory) TakenOn(int host) => (Steps.Where(step => step.Host == host).Sum(step => step.Cpu), Steps.Where(step => step.Host == host).Sum(step => step.Memory));
    }
}
