using InteractiveArticle.Simulation.Engine;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Availability;

/// <summary>
/// A redundant system, event by event: machines fail one by one or all at once, wait for a repair crew in the order of
/// their failure, and come back.
/// </summary>
/// <remarks>Theory to hold it against: <see cref="BirthDeath"/>.</remarks>
public static class AvailabilitySimulation
{
    internal const int UsualReplications = 20;

    /// <summary>Runs the system.</summary>
    /// <param name="options">The system.</param>
    /// <param name="experiment">Seed and replications; by default 20 replications.</param>
    /// <exception cref="ModelOptionsException">The options are out of range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static AvailabilityResult Run(AvailabilityOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();
        var histories = experiment.Replicate(UsualReplications, streams =>
        {
            var history = new History(options, streams);
            history.Run(experiment.Cancellation);
            return (history.Unavailability, MeanTimeToFailure: history.TimesToFailure.Mean, history.Events);
        });
        return new AvailabilityResult
        {
            Availability = Estimate.Of(histories.Select(history => 1 - history.Unavailability)),
            Unavailability = Estimate.Of(histories.Select(history => history.Unavailability)),
            MeanTimeToFailure = Estimate.Of(histories.Select(history => history.MeanTimeToFailure)),
            AvailabilityInTheory = BirthDeath.Availability(options),
            MeanTimeToFailureInTheory = BirthDeath.MeanTimeToFailure(options),
            Events = histories.Sum(history => history.Events),
        };
    }

    private enum Step
    {
        MachineFails,
        AllFail,
        MachineIsRepaired,
    }

    /// <param name="Step">What happens.</param>
    /// <param name="Machine">To which machine.</param>
    /// <param name="Life">In which of its lives: a failure planned for a life that a common cause has ended is void.</param>
    private readonly record struct Happening(Step Step, int Machine = 0, int Life = 0);

    private sealed class History(AvailabilityOptions options, RandomStreams streams)
    {
        private readonly RandomStream failures = streams.Stream("failures");
        private readonly RandomStream commonCauses = streams.Stream("common causes");
        private readonly RandomStream repairs = streams.Stream("repairs");
        private readonly Simulator<Happening> simulator = new();
        private readonly Queue<int> waiting = new();
        private readonly int[] lives = new int[options.N];
        private readonly bool[] works = new bool[options.N];
        private readonly TimeWeighted down = new();
        private int working;
        private int busyCrews;
        private int failed;
        private bool isCommonCauseDue;
        private double? allWorkingSince;

        public Tally TimesToFailure { get; } = new();

        public double Unavailability => down.Mean(simulator.Now);

        public long Events => simulator.Events;

        public void Run(CancellationToken cancellation)
        {
            for (int machine = 0; machine < options.N; machine++)
            {
                StartToWork(machine);
            }

            while (failed < options.Failures && simulator.Next(out var happening))
            {
                Happen(happening);
                if ((simulator.Events & 0xFFFF) == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
            }
        }

        private void Happen(Happening happening)
        {
            switch (happening.Step)
            {
                case Step.MachineFails when lives[happening.Machine] == happening.Life:
                    Fail(happening.Machine);
                    break;

                case Step.AllFail:
                    isCommonCauseDue = false;
                    for (int machine = 0; machine < options.N; machine++)
                    {
                        if (works[machine])
                        {
                            Fail(machine);
                        }
                    }

                    break;

                case Step.MachineIsRepaired:
                    busyCrews--;
                    StartToWork(happening.Machine);
                    SendCrews();
                    break;
            }
        }

        private void StartToWork(int machine)
        {
            works[machine] = true;
            working++;
            if (options.Beta < 1)
            {
                simulator.Schedule(new(Step.MachineFails, machine, lives[machine]), failures.NextExponential(options.Mtbf / (1 - options.Beta)));
            }

            // While nothing works a common cause strikes nothing. Exponential times are memoryless, so its clock may start now.
            if (options.Beta > 0 && !isCommonCauseDue)
            {
                isCommonCauseDue = true;
                simulator.Schedule(new(Step.AllFail), commonCauses.NextExponential(options.Mtbf / options.Beta));
            }

            down.Set(simulator.Now, working < options.K ? 1 : 0);
            if (working == options.N)
            {
                allWorkingSince ??= simulator.Now;
            }
        }

        private void Fail(int machine)
        {
            failed++;
            lives[machine]++;
            works[machine] = false;
            working--;
            waiting.Enqueue(machine);
            SendCrews();
            down.Set(simulator.Now, working < options.K ? 1 : 0);

            // Exponential times are memoryless, so the clock may start whenever all machines work for the first time again.
            if (working < options.K && allWorkingSince is { } since)
            {
                TimesToFailure.Add(simulator.Now - since);
                allWorkingSince = null;
            }
        }

        private void SendCrews()
        {
            while (busyCrews < options.Crews && waiting.TryDequeue(out int machine))
            {
                busyCrews++;
                simulator.Schedule(new(Step.MachineIsRepaired, machine), repairs.NextExponential(options.Mttr));
            }
        }
    }
}
