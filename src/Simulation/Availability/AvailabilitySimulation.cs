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

    private const int FewFailures = 10;

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
            return (history.Unavailability, history.TimeToFail, history.SystemFailures, history.Events);
        });
        long systemFailures = histories.Sum(history => history.SystemFailures);
        return new AvailabilityResult
        {
            Availability = Estimate.Of(histories.Select(history => 1 - history.Unavailability)),
            Unavailability = Estimate.Of(histories.Select(history => history.Unavailability)),
            MeanTimeToFailure = MeanTimeToFailure(histories.Select(history => (history.TimeToFail, history.SystemFailures))),
            AvailabilityInTheory = BirthDeath.Availability(options),
            MeanTimeToFailureInTheory = BirthDeath.MeanTimeToFailure(options),
            Warnings = systemFailures >= FewFailures
                ? []
                : [FormattableString.Invariant($"failures = {options.Failures}: in all runs together the system failed {systemFailures} times, which is too few for availability, unavailability and meanTimeToFailure and their intervals; simulate more failures, or trust theory")],
            Events = histories.Sum(history => history.Events),
        };
    }

    // The time spent on the way to a failure, over the number of failures, in all runs together. The mean of the times that
    // came to their end would leave out the long ones, which a run ends before the system fails; when failures are rare,
    // nearly all of them. The interval is that of a ratio (W. G. Cochran, "Sampling Techniques", 1977, chapter 6).
    private static Estimate MeanTimeToFailure(IEnumerable<(double Time, long Failures)> runs)
    {
        var all = runs.ToArray();
        double failures = all.Average(run => run.Failures);
        double ratio = all.Average(run => run.Time) / failures;
        return failures == 0 ? new(double.NaN, double.NaN) : Estimate.Of(all.Select(run => ratio + ((run.Time - (ratio * run.Failures)) / failures)));
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

        /// <summary>The failures of the system: how often too few machines worked, counted from all working on.</summary>
        public long SystemFailures { get; private set; }

        /// <summary>The time from all machines working to such failures, and to the end of the run.</summary>
        public double TimeToFail { get; private set; }

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

            TimeToFail += simulator.Now - (allWorkingSince ?? simulator.Now);
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
                SystemFailures++;
                TimeToFail += simulator.Now - since;
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
