using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Placement;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Placement;

/// <summary>
/// The hosts of one landlord. A host is as wide as its virtual CPUs and as high as its memory; its machines stand corner to
/// corner from the lower left, so that both resources add up. What has no more virtual CPUs or no more memory is shaded; the
/// rectangle in the upper right is free.
/// </summary>
internal sealed class PoolLane
{
    private const double Heading = 22;
    private const double Lid = 4;
    private const double HostGap = 6;
    private const double SecondsOfFall = 0.8;
    private const double SecondsOfShift = 0.25;
    private const double SecondsOfLeaving = 0.5;
    private const double SecondsOfBounce = 0.6;
    private const double NameWidth = 112;
    private const double PlaceOfBounce = 0.6; // as a part of the width

    private readonly Area area;
    private readonly PlacementOptions options;
    private readonly IReadOnlyList<PlacementStep> steps;
    private readonly StoryTime time;
    private readonly Area hosts;
    private readonly double hostWidth;
    private readonly double fall;

    /// <summary>Makes the lane.</summary>
    /// <param name="area">Where it is.</param>
    /// <param name="steps">What happens on the hosts.</param>
    /// <param name="options">The pool.</param>
    /// <param name="time">The film's time.</param>
    /// <param name="fall">From how high above the hosts machines come.</param>
    public PoolLane(Area area, IReadOnlyList<PlacementStep> steps, PlacementOptions options, StoryTime time, double fall)
    {
        this.area = area;
        this.steps = steps;
        this.options = options;
        this.time = time;
        hosts = new(area.X, area.Y + Heading + fall, area.Width, area.Height - Heading - fall);
        hostWidth = (hosts.Width + HostGap) / options.Hosts;
        this.fall = fall;
    }

    /// <summary>Whose hosts they are.</summary>
    public required string Name { get; init; }

    /// <summary>What is said of the lane beside its name; empty for nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>How its note and its counters are set.</summary>
    public TextStyle Style { get; init; } = TextStyles.Small;

    /// <summary>Whether it is the one that is pointed at.</summary>
    public bool IsMarked { get; init; }

    /// <summary>Whether nothing more will come, so that what is left is to be judged.</summary>
    public bool IsOver { get; init; } = true;

    /// <summary>Which machines are counted; usually all.</summary>
    public Func<PlacementStep, bool> IsCounted { get; init; } = _ => true;

    /// <summary>Tells what has happened: how many of the counted machines were placed and how many were refused so far.</summary>
    public required Func<int, int, string> Count { get; init; }

    /// <summary>Where the lane's name is.</summary>
    public Area NameArea => new(area.X - 4, area.Y - 2, NameWidth, Heading);

    /// <summary>The colour of a machine, by its size.</summary>
    /// <param name="cpu">Its virtual CPUs.</param>
    /// <param name="options">The pool.</param>
    public static Paint FillOf(int cpu, PlacementOptions options) => cpu == options.LargeCpu ? Paint.Read : cpu == options.MediumCpu ? Paint.Serving : Paint.Starting;

    /// <summary>What is drawn.</summary>
    public IEnumerable<Part> Parts
    {
        get
        {
            var (blocks, taken, free) = Blocks();
            for (int host = 0; host < options.Hosts; host++)
            {
                yield return new Box(HostArea(host), Paint.Paper);
                yield return new Level(HostArea(host), Paint.Hairline, Growth.Rightwards, taken[host].Cpu) { IsStepped = true };
                yield return new Level(HostArea(host), Paint.Hairline, Growth.Upwards, taken[host].Memory) { IsStepped = true };
                yield return new Box(HostArea(host), Paint.None, IsMarked ? Paint.Ink : Paint.Edge);
            }

            // Behind what falls: a machine that is higher than the room above the hosts hangs in front of it.
            yield return Gate();
            foreach (var part in blocks)
            {
                yield return part;
            }

            if (IsOver)
            {
                yield return Crumbs(free);
            }

            yield return new Word(area.X, area.Y + 13, Name, IsMarked ? TextStyles.Heading : TextStyles.Heading with { Ink = Paint.Soft });
            if (Note != "")
            {
                yield return new Word(NameArea.Right + 6, area.Y + 13, Note, Style);
            }

            yield return new Reading(area.Right, area.Y + 13, Style with { Ink = Paint.Ink }, Counters()) { Anchor = Anchor.End };
        }
    }

    /// <summary>How wide one virtual CPU is.</summary>
    public double PerCpu => (hostWidth - HostGap) / options.SoldCpu;

    /// <summary>How high one GiB is.</summary>
    public double PerGib => hosts.Height / options.HostMemory;

    /// <summary>Where a host is.</summary>
    /// <param name="host">Its number, from 0.</param>
    public Area HostArea(int host) => new(hosts.X + (host * hostWidth), hosts.Y, hostWidth - HostGap, hosts.Height);

    private List<Telling> Counters()
    {
        List<Telling> tellings = [new(0, Count(0, 0))];
        int placed = 0;
        int refused = 0;
        foreach (var step in steps.Where(IsCounted))
        {
            placed += step.Kind == PlacementStepKind.Placed ? 1 : 0;
            refused += step.Kind == PlacementStepKind.Refused ? 1 : 0;
            string told = Count(placed, refused);
            if (told != tellings[^1].Text)
            {
                tellings.Add(new(time.Film(step.Hour), told));
            }
        }

        return tellings;
    }

    // The parts of all machines, the shares of each host that are taken over time, and what is free on each in the end.
    private (List<Part> Parts, (List<Sample> Cpu, List<Sample> Memory)[] Taken, Area[] Free) Blocks()
    {
        List<Block>[] onHost = [.. Enumerable.Range(0, options.Hosts).Select(_ => new List<Block>())];
        (List<Sample> Cpu, List<Sample> Memory)[] taken = [.. onHost.Select(_ => ((List<Sample>)[new(0, 0)], (List<Sample>)[new(0, 0)]))];
        List<Block> blocks = [];
        foreach (var step in steps)
        {
            double film = time.Film(step.Hour);
            var block = step.Kind == PlacementStepKind.Left ? onHost[step.Host - 1].Single(machine => machine.Number == step.Machine) : new Block(step, Size(step), options);
            switch (step.Kind)
            {
                case PlacementStepKind.Placed:
                    blocks.Add(block);
                    onHost[step.Host - 1].Add(block);
                    var (x, y) = Places(step.Host - 1, onHost[step.Host - 1])[^1];
                    block.Come(film, area.X, hosts.Y - fall, x, y);
                    Take(taken[step.Host - 1], onHost[step.Host - 1], film);
                    break;

                case PlacementStepKind.Refused:
                    blocks.Add(block);
                    block.Bounce(film, area.X, hosts.Y - fall, hosts.X + (PlaceOfBounce * hosts.Width) - (block.Width / 2), Math.Max(hosts.Y - fall, hosts.Y - Lid - block.Height), hosts.Right - block.Width);
                    break;

                default:
                    var machines = onHost[step.Host - 1];
                    block.Leave(film, hosts.Y - fall);
                    machines.Remove(block);
                    var places = Places(step.Host - 1, machines);
                    for (int n = 0; n < machines.Count; n++)
                    {
                        machines[n].Shift(film, places[n].X, places[n].Y);
                    }

                    Take(taken[step.Host - 1], machines, film);
                    break;
            }
        }

        return ([.. blocks.Select(block => block.Part)], taken, [.. onHost.Select((machines, host) => Free(host, machines))]);
    }

    private void Take((List<Sample> Cpu, List<Sample> Memory) taken, IReadOnlyList<Block> machines, double film)
    {
        taken.Cpu.Add(new(film, Math.Min(1, machines.Sum(machine => machine.Width) / (hostWidth - HostGap))));
        taken.Memory.Add(new(film, Math.Min(1, machines.Sum(machine => machine.Height) / hosts.Height)));
    }

    private (double Width, double Height) Size(PlacementStep step) => (step.Cpu * PerCpu, step.Memory * PerGib);

    private List<(double X, double Y)> Places(int host, IReadOnlyList<Block> machines)
    {
        var at = HostArea(host);
        double x = at.X;
        double y = at.Bottom;
        List<(double X, double Y)> places = [];
        foreach (var machine in machines)
        {
            y -= machine.Height;
            places.Add((x, y));
            x += machine.Width;
        }

        return places;
    }

    private Area Free(int host, IReadOnlyList<Block> machines)
    {
        var at = HostArea(host);
        double used = machines.Sum(machine => machine.Width);
        return new(at.X + used, at.Y, at.Width - used, at.Height - machines.Sum(machine => machine.Height));
    }

    // A lid over the hosts that shuts when a machine is refused.
    private Level Gate()
    {
        List<Sample> samples = [new(0, 0)];
        foreach (double film in steps.Where(step => step.Kind == PlacementStepKind.Refused).Select(step => time.Film(step.Hour)))
        {
            if (film - 0.2 > samples[^1].At)
            {
                samples.Add(new(film - 0.2, 0));
            }
            else
            {
                samples.RemoveAt(samples.Count - 1);
            }

            samples.Add(new(film, 1));
            samples.Add(new(film + 0.3, 1));
            samples.Add(new(film + 0.6, 0));
        }

        return new Level(new(hosts.X, hosts.Y - Lid, hosts.Width, Lid), Paint.Ink, Growth.Sideways, samples);
    }

    // In the end: which host's free room takes the largest machine that is asked for, and which one's does not.
    private Shown Crumbs(Area[] free)
    {
        var largest = steps.Where(step => step.Kind != PlacementStepKind.Left).MaxBy(step => (step.Cpu, step.Memory));
        var (width, height) = Size(largest);
        Area[] crumbs = [.. free.Where(area => area.Width < width - 0.01 || area.Height < height - 0.01)];
        double from = time.Film(steps[^1].Hour) + 1;
        return new Shown(from, double.PositiveInfinity,
        [
            .. crumbs.Where(area => area is { Width: > 1, Height: > 1 }).Select(area => new Box(area, Paint.Paper, Paint.Write)),
            Hatching.Over(crumbs, Paint.Write),
        ]);
    }

    private sealed class Block(PlacementStep step, (double Width, double Height) size, PlacementOptions options)
    {
        private readonly List<Place> places = [];
        private bool isPassing;

        public int Number => step.Machine;

        public double Width => size.Width;

        public double Height => size.Height;

        public Part Part
        {
            get
            {
                Box box = new(new(0.5, 0.5, Math.Max(1, Width - 1), Math.Max(1, Height - 1)), FillOf(step.Cpu, options), Paint.Serving, Radius: 1);
                var mover = new Mover(places, [box]) { IsPassing = isPassing };
                return isPassing ? mover : new Shown(places[0].At, double.PositiveInfinity, [mover]) { IsSudden = true };
            }
        }

        public void Come(double film, double fromX, double fromY, double x, double y)
        {
            places.Add(new(Math.Max(0, film - SecondsOfFall), fromX, fromY, Pace.Both));
            places.Add(new(Math.Max(0.01, film - (SecondsOfFall / 2)), x, fromY, Pace.Starting));
            places.Add(new(Math.Max(0.02, film), x, y));
        }

        public void Bounce(double film, double fromX, double fromY, double x, double lid, double outX)
        {
            Come(film, fromX, fromY, x, lid);
            places[^1] = places[^1] with { Pace = Pace.Stopping };
            places.Add(new(places[^1].At + (SecondsOfBounce / 2), (x + outX) / 2, fromY, Pace.Starting));
            places.Add(new(places[^1].At + (SecondsOfBounce / 2), outX, fromY));
            isPassing = true;
        }

        public void Shift(double film, double x, double y)
        {
            if (places[^1].X != x || places[^1].Y != y)
            {
                Wait(film);
                places.Add(new(places[^1].At + SecondsOfShift, x, y));
            }
        }

        public void Leave(double film, double y)
        {
            Wait(film);
            places[^1] = places[^1] with { Pace = Pace.Starting };
            places.Add(new(places[^1].At + SecondsOfLeaving, places[^1].X, y));
            isPassing = true;
        }

        // Where the last way has ended already, it stays there until now.
        private void Wait(double film)
        {
            if (film > places[^1].At)
            {
                places.Add(places[^1] with { At = film, Pace = Pace.Both });
            }
        }
    }
}
