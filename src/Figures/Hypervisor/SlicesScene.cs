using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Hypervisor;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Hypervisor;

/// <summary>
/// One task of your machine among its neighbours: the slices of all machines slide by, a lane a core, and a bar shows how
/// far the task has come beside how far it would be alone.
/// </summary>
public static class SlicesScene
{
    // All machines are asleep when a run starts, so the first bursts meet fewer neighbours than later ones.
    private const int FirstBursts = 3;

    private const double SlicesOfATask = 3;
    private const double Before = 10; // ms
    private const double After = 6; // ms

    /// <summary>The scene.</summary>
    /// <param name="result">The simulated host.</param>
    /// <param name="options">The options it was run with.</param>
    public static Scene Of(HypervisorResult result, HypervisorOptions options)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        var task = TaskOf(result, options);
        double end = task is null ? Math.Max(1, result.Turns.Count == 0 ? 0 : result.Turns[^1].End) : task.Ends + After;
        double start = task is null ? Math.Max(0, end - 100) : Math.Max(0, task.Wakes - Before);
        var time = new StoryTime(moment => Prose($"{moment - start:F0} ms"), 0.5, (start, 0), (end, Math.Clamp((end - start) / 3, 12, 24)));
        Caption[] captions = Captions(task, options, time);
        return new Scene
        {
            Name = "slices",
            Title = "Turns on the cores of one host",
            Finding = task is null
                ? Prose($"{Machines(options.Machines)} on {Cores(options.Cores)}; in the second that is recorded your machine finishes no task.")
                : Prose($"A task of {task.Work:F1} ms on a host of {Cores(options.Cores)} with {Machines(options.Machines)}, {options.NoisyNeighbours} of {Count(options.Machines - 1, "neighbour")} never resting, takes {task.Ends - task.Wakes:F1} ms. It is one early in the run."),
            Time = time,
            Captions = captions,
            StillAt = task is null ? time.Duration : time.Film(task.Wakes + (0.8 * (task.Ends - task.Wakes))),
            Draw = size => new SlicesStage(size, result, options, task, time).Draw(captions),
        };
    }

    /// <summary>The task that is shown: the same one whatever the neighbours do, since they change when it comes and not what it is.</summary>
    private static Burst? TaskOf(HypervisorResult result, HypervisorOptions options)
    {
        var bursts = Burst.Of(result.Turns, machine: 0);
        return bursts.Skip(FirstBursts).FirstOrDefault(burst => burst.Work >= SlicesOfATask * options.SliceMilliseconds)
            ?? bursts.MaxBy(burst => burst.Work);
    }

    private static Caption[] Captions(Burst? task, HypervisorOptions options, StoryTime time)
    {
        string present = Prose($"{Cores(options.Cores)}, {Machines(options.Machines)}: they take turns.");
        string rule = Prose($"A turn is {options.SliceMilliseconds:0.#} ms at most. Next is whoever has had least.");
        if (task is null)
        {
            return [new(0, present, rule)];
        }

        double alone = task.Wakes + task.Work;
        bool isLate = task.Ends - alone >= 0.05;
        List<Caption> captions = [new(0, present, rule), new(time.Film(task.Wakes), "A new task arrives.", Prose($"Alone it would take {task.Work:F1} ms."))];
        if (!isLate)
        {
            captions.Add(new(time.Film(task.Ends), Prose($"Done after {task.Work:F1} ms, as if it were alone."), "There was always a core for it."));
            return [.. captions];
        }

        var longest = task.Turns.MaxBy(turn => turn.Start - turn.Wanted);
        double nextAt = time.Film(alone);
        if (time.Film(longest.Wanted) - captions[^1].At > 1 && nextAt - time.Film(longest.Wanted) > 1)
        {
            captions.Add(new(time.Film(longest.Wanted), "Every core is taken, so it has to wait.", "To wait while another runs in your place is called steal."));
        }

        if (time.Film(task.Ends) - nextAt > 1.5)
        {
            captions.Add(new(nextAt, Prose($"Alone it would have been done after {task.Work:F1} ms."), DoneBy(task, alone)));
        }

        captions.Add(new(time.Film(task.Ends), Prose($"Done after {task.Ends - task.Wakes:F1} ms instead of {task.Work:F1}."), Verdict(options)));
        return [.. captions];
    }

    // In the past, because it is still read when the task has come further; and as the bar counts.
    private static string DoneBy(Burst task, double moment) => task.DoneAt(moment) switch
    {
        0 => "Here it had not begun by then.",
        < 1 => "Here it had hardly begun by then.",
        var done => Prose($"Here it had done {Math.Floor(done):F0} of its {task.Work:F0} ms by then."),
    };

    // Whatever the neighbours do, the machine gets as much as everybody would if nobody slept.
    private static string Verdict(HypervisorOptions options)
    {
        double share = FairShare.OfCores(options.Cores, [options.Weight, .. Enumerable.Repeat(1.0, options.Machines - 1)])[0];
        return share < options.YourDemand
            ? Prose($"Nobody can take its share. But that is {share:P0} of a core, and it wants {options.YourDemand:P0}.")
            : "The neighbours made it late. They could not make it starve.";
    }

    private static string Cores(int cores) => Count(cores, "core");

    private static string Machines(int machines) => Count(machines, "machine");
}
