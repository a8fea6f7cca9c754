using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Placement;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Placement;

/// <summary>The same virtual machines under each rule of placement: they fall onto hosts, leave gaps, and bounce where no host has room.</summary>
public static class RaceScene
{
    private const int MostMachines = 40;
    private const int SlowMachines = 8;
    private const double SlowSeconds = 8;
    private const double FastSeconds = 15;
    private const double RestSeconds = 4;
    private const double OftenMore = 1.4; // times as many as there are on average, and a stretch is no usual one
    private const double KeyWidth = 132; // of one size

    /// <summary>The scene.</summary>
    /// <param name="race">Each rule, and what happened under it to the same machines; at least one, each with at least one step.</param>
    /// <param name="options">The pool that they came to; its policy is the rule that is marked.</param>
    public static Scene Of(IReadOnlyList<RuleTrace> race, PlacementOptions options)
    {
        ArgumentNullException.ThrowIfNull(race);
        ArgumentNullException.ThrowIfNull(options);
        PlacementStep[] asked = [.. race[0].Steps.Where(step => step.Kind != PlacementStepKind.Left).Take(MostMachines)];
        double last = asked[^1].Hour;
        double next = race.Min(lane => lane.Steps.Select(step => step.Hour).FirstOrDefault(hour => hour > last, last + 1));
        var time = new StoryTime(
            hour => Prose($"{Math.Floor(hour):F0} h"),
            0.25,
            [(0, 0), .. asked.Select((machine, n) => (machine.Hour, FilmOf(n + 1, asked.Length))), (next, FilmOf(asked.Length, asked.Length) + RestSeconds)]);
        RuleTrace[] seen = [.. race.Select(lane => lane.Until(last))];
        int cpu = asked.Max(machine => machine.Cpu);
        var largest = new Largest(cpu, cpu == options.LargeCpu ? "large" : cpu == options.MediumCpu ? "medium" : "small", asked.Count(machine => machine.Cpu == cpu));
        bool areMany = cpu == options.LargeCpu && largest.Asked > OftenMore * options.LargeShare * asked.Length;
        Caption[] captions = Captions(seen, largest, options, time, last);
        return new Scene
        {
            Name = "race",
            Title = "The same machines, placed by four rules",
            Finding = Prose($"{asked.Length} machines come to {options.Hosts} hosts of {options.HostCpu} virtual CPUs and {options.HostMemory} GiB, {largest.Asked} of them {largest.Name}{(areMany ? ", more than usual" : "")}. {WhatIsRefused(seen, largest)}. One stretch of a small pool."),
            Time = time,
            Captions = captions,
            StillAt = time.Duration,
            Draw = size => Draw(size, seen, largest, options, time, captions),
        };
    }

    private static string WhatIsRefused(RuleTrace[] race, Largest largest)
    {
        string byEach(Func<RuleTrace, int> refused) => string.Join(", ", race.Select(lane => Prose($"{refused(lane)} by {PlacementRule.Of(lane.Policy).Name}")));
        string ofAllSizes = race.All(lane => lane.Refused.Count() == largest.RefusedBy(lane)) ? "no other was refused" : Prose($"of all sizes {string.Join(", ", race.Select(lane => Prose($"{lane.Refused.Count()}")))}");
        return race.All(lane => !lane.Refused.Any()) ? "None was refused by any rule"
            : race.All(lane => largest.RefusedBy(lane) == 0) ? Prose($"None of these was refused by any rule; of the others {byEach(lane => lane.Refused.Count())}")
            : Prose($"Refused of these: {byEach(largest.RefusedBy)}; {ofAllSizes}");
    }

    // Each machine has as much of the film, so that they do not fall all at once where they come close to each other.
    private static double FilmOf(int machines, int asked)
    {
        int slow = Math.Min(asked, SlowMachines);
        return (SlowSeconds / slow * Math.Min(machines, slow)) + (FastSeconds / (MostMachines - SlowMachines) * Math.Max(0, machines - slow));
    }

    private static Caption[] Captions(RuleTrace[] race, Largest largest, PlacementOptions options, StoryTime time, double last)
    {
        List<Caption> captions = [new(0, "Machines come, and each rule finds a host.", "Wide: virtual CPUs. High: memory.")];
        var parted = race[0].Steps.Where(step => step.Kind == PlacementStepKind.Placed)
            .FirstOrDefault(step => race.Any(lane => lane.Steps.Any(other => other.Kind == PlacementStepKind.Placed && other.Machine == step.Machine && other.Host != step.Host)));
        Say(parted.Hour, "The same machine, and the rules disagree.", "The corner of a host that is not shaded is free.");
        var refused = race.SelectMany(lane => lane.Refused).OrderBy(step => step.Hour).FirstOrDefault();
        RuleTrace[] refusing = [.. race.Where(lane => lane.Refused.Any(step => step.Machine == refused.Machine))];
        if (refusing.Length > 0)
        {
            Say(
                refused.Hour,
                refusing.Length > 1 && refusing.Length == race.Length ? "The first to be refused, and by every rule." : Prose($"The first to refuse: {Names(refusing)}."),
                refusing.All(lane => lane.IsScattered(refused, options)) ? "There is enough in all, but not on one host." : "");
        }

        captions.Add(Verdict(race, largest, time.Film(last)));
        return [.. captions];

        void Say(double hour, string headline, string detail)
        {
            double film = time.Film(hour);
            if (film >= captions[^1].At + 2 && film < time.Film(last) - 1)
            {
                captions.Add(new(film, headline, detail));
            }
        }
    }

    private static Caption Verdict(RuleTrace[] race, Largest largest, double at)
    {
        const string Hatched = "Hatched: crumbs.";
        int fewest = race.Min(lane => largest.RefusedBy(lane));
        int most = race.Max(lane => largest.RefusedBy(lane));
        string asked = Count(largest.Asked, Prose($"{largest.Name} machine"));
        string by(int count)
        {
            RuleTrace[] lanes = [.. race.Where(lane => largest.RefusedBy(lane) == count)];
            return lanes.Length > 2 ? Prose($"{lanes.Length} rules") : Names(lanes);
        }

        int fewestOfAll = race.Min(lane => lane.Refused.Count());
        RuleTrace[] bestOfAll = [.. race.Where(lane => lane.Refused.Count() == fewestOfAll)];
        string fewestIn = bestOfAll.Any(lane => largest.RefusedBy(lane) == fewest)
            ? Prose($"Fewest: {by(fewest)}. Most: {by(most)}. {Hatched}")
            : Prose($"Fewest {largest.Name}: {by(fewest)}. Fewest of all sizes: {Names(bestOfAll)}.");
        return most == 0 ? new(at, Prose($"No {largest.Name} machine had to be refused."), Hatched)
            : fewest == most ? new(at, Prose($"Every rule refused {most} of {asked}."), Hatched)
            : new(at, Prose($"Refused: {fewest} to {most} of {asked}."), fewestIn);
    }

    private static string Names(RuleTrace[] lanes)
    {
        string[] names = [.. lanes.Select(lane => PlacementRule.Of(lane.Policy).Name)];
        return names.Length == 1 ? names[0] : Prose($"{string.Join(", ", names[..^1])} and {names[^1]}");
    }

    private static Stage Draw(SceneSize size, RuleTrace[] race, Largest largest, PlacementOptions options, StoryTime time, IReadOnlyList<Caption> captions)
    {
        bool isWide = size == SceneSize.Wide;
        double gap = isWide ? 16 : 12;
        var small = TextStyles.SmallOn(size);
        var frame = new SceneFrame(size, isWide ? 544 : 680);
        var area = frame.Content;
        int columns = isWide ? 2 : 1;
        int rows = (race.Length + columns - 1) / columns;
        const double Below = 44;
        const double Between = 40; // or one lane's count reads on into the next one's name
        double width = (area.Width - (Between * (columns - 1))) / columns;
        double height = (area.Height - Below + gap) / rows;
        (PoolLane Hosts, PlacementPolicy Policy)[] lanes =
        [
            .. race.Select((lane, n) => (LaneOf(lane.Policy, lane.Steps, new(area.X + (n % columns * (width + Between)), area.Y + (n / columns * height), width, height - gap)), lane.Policy)),
        ];
        double y = area.Bottom - 24;
        double labelled = isWide ? 124 : 116;
        var large = new ChoiceRow(new(area.X + labelled, y, Math.Min(area.Width - labelled, 316), 24), "large", Invariant($"{options.LargeShare}"),
        [
            new("0", "none", "Let no machine be large"), new("0.05", "5 %", "Make 5 % of the machines large"),
            new("0.1", "10 %", "Make 10 % of the machines large"), new("0.3", "30 %", "Make 30 % of the machines large"),
        ]);
        var key = Key(isWide ? new(area.Right - (3 * KeyWidth), y + 16, 3 * KeyWidth, 0) : new(area.X, y - 7, area.Width, 0), options, small);
        return frame.Around(time, captions, [.. lanes.SelectMany(lane => lane.Hosts.Parts), .. key, new Word(area.X, y + 16, isWide ? "large machines" : "large", TextStyles.Label), .. large.Parts]) with
        {
            Hands = [.. lanes.Index().Where(lane => !lane.Item.Hosts.IsMarked).Select(lane => HandOf(lane.Item.Hosts, PlacementRule.Of(lane.Item.Policy), (char)('1' + lane.Index))), .. large.Hands],
        };

        PoolLane LaneOf(PlacementPolicy policy, IReadOnlyList<PlacementStep> steps, Area at) => new(at, steps, options, time, isWide ? 34 : 20)
        {
            Name = PlacementRule.Of(policy).Name,
            Note = PlacementRule.Of(policy).Choice,
            Style = small,
            IsMarked = policy == options.Policy,
            IsCounted = step => step.Cpu == largest.Cpu,
            Count = (placed, refused) => placed + refused == 0 ? "" : Prose($"refused {refused} of {placed + refused} {largest.Name}"),
        };
    }

    private static IEnumerable<Part> Key(Area row, PlacementOptions options, TextStyle style)
    {
        const double Side = 10;
        const double BesideIt = 6;
        (string Name, int Cpu)[] sizes = [("small", options.SmallCpu), ("medium", options.MediumCpu), ("large", options.LargeCpu)];
        foreach (var (n, (name, cpu)) in sizes.Index())
        {
            double x = row.X + (n * row.Width / sizes.Length);
            yield return new Box(new(x, row.Y - Side, Side, Side), PoolLane.FillOf(cpu, options), Radius: 1);
            yield return new Word(x + Side + BesideIt, row.Y, Prose($"{name}: {cpu} CPUs"), style);
        }
    }

    private static Hand HandOf(PoolLane lane, PlacementRule rule, char key) =>
        new(lane.NameArea, "policy", rule.Setting, $"Place machines by {rule.Name}: {rule.Choice}") { Key = key };

    // The largest size that is asked for: the one for which crumbs are too small.
    private sealed record Largest(int Cpu, string Name, int Asked)
    {
        public int RefusedBy(RuleTrace lane) => lane.Refused.Count(step => step.Cpu == Cpu);
    }
}
