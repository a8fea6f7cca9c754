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

    private const int FewFalls = 10;

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
        var histories = experiment.Replicate(UsualReplications, (streams, monitor) =>
        {
            var history = new History(options, streams);
            history.Run(monitor);
            return (history.Unavailability, history.Hours, history.Watched, history.Falls, history.Events);
        });
        long falls = histories.Sum(history => history.Falls);

        // What has failed by a moment is repaired about so much later, when the crews have been through all machines.
        double looksEach = histories.Average(history => history.Hours) / (2 * options.Mttr * Math.Max(1, (double)options.N / options.Crews));
        return new AvailabilityResult
        {
            Availability = Estimate.OfShares(histories.Select(history => 1 - history.Unavailability), looksEach),
            Unavailability = Estimate.OfShares(histories.Select(history => history.Unavailability), looksEach),
            MeanTimeToFailure = MeanTimeToFailure([.. histories.Select(history => (history.Watched, history.Falls))]),
            AvailabilityInTheory = BirthDeath.Availability(options),
            MeanTimeToFailureInTheory = BirthDeath.MeanTimeToFailure(options),
            Warnings = falls >= FewFalls
                ? []
                : [FormattableString.Invariant($"failures = {options.Failures}: in all runs together fewer than k = {options.K} machines worked {falls} times, which is too few for availability, unavailability and meanTimeToFailure and their intervals; simulate more failures, or trust theory")],
            Events = histories.Sum(history => history.Events),
        };
    }

    // All the time in which the system was watched for its next fall, over all falls. The mean of the times that ended in
    // one would leave out those that a run's end cuts off, and they are the long ones. The half-width is that of a ratio
    // (W. G. Cochran, "Sampling Techniques", third edition, 1977, section 6.3).
    private static Estimate MeanTimeToFailure(IReadOnlyList<(double Watched, long Falls)> histories)
    {
        double falls = histories.Sum(history => history.Falls);
        if (falls == 0)
        {
            return new Estimate(double.NaN, double.NaN);
        }

        double mean = histories.Sum(history => history.Watched) / falls;
        return Estimate.Pooled(mean, histories.Select(history => mean + ((history.Watched - (mean * history.Falls)) * histories.Count / falls)));
    }

    private enum EventKind
    {
        MachineFails,
        AllFail,
        MachineIsRepaired,
    }

    /// <param name="Kind">What happens.</param>
    /// <param name="Machine">To which machine.</param>
    /// <param name="Life">In which of its lives: a failure planned for a life that a common cause has ended is void.</param>
    private readonly record struct MachineEvent(EventKind Kind, int Machine = 0, int Life = 0);

    private sealed class History(AvailabilityOptions options, RandomStreams streams)
    {
        private readonly RandomStream failures = streams.Stream("failures");
        private readonly RandomStream commonCauses = streams.Stream("common causes");
        private readonly RandomStream repairs = streams.Stream("repairs");
        private readonly Simulator<MachineEvent> simulator = new();
        private readonly Queue<int> waiting = new();
        private readonly int[] lives = new int[options.N];
        private readonly bool[] works = new bool[options.N];
        private readonly TimeWeighted down = new();
        private int working;
        private int busyCrews;
        private int failed;
        private bool isCommonCauseDue;
        private double? allWorkingSince;
        private double watchedBefore;

        /// <summary>The time in which the system, having been whole, was on its way to fewer than k machines.</summary>
        public double Watched => watchedBefore + (allWorkingSince is { } since ? simulator.Now - since : 0);

        /// <summary>How often it came to fewer than k machines after having been whole.</summary>
        public long Falls { get; private set; }

        public double Unavailability => down.Mean(simulator.Now);

        /// <summary>The time that has been simulated.</summary>
        public double Hours => simulator.Now;

        public long Events => simulator.Events;

        public void Run(ReplicationMonitor monitor)
        {
            for (int machine = 0; machine < options.N; machine++)
            {
                StartToWork(machine);
            }

            while (failed < options.Failures && simulator.Next(out var next))
            {
                Handle(next);
                if ((simulator.Events & 0xFFFF) == 0)
                {
                    monitor.Reach((double)failed / options.Failures);
                }
            }
        }

        private void Handle(MachineEvent next)
        {
            switch (next.Kind)
            {
                case EventKind.MachineFails when lives[next.Machine] == next.Life:
                    Fail(next.Machine);
                    break;

                case EventKind.AllFail:
                    isCommonCauseDue = false;
                    for (int machine = 0; machine < options.N; machine++)
                    {
                        if (works[machine])
                        {
                            Fail(machine);
                        }
                    }

                    break;

                case EventKind.MachineIsRepaired:
                    busyCrews--;
                    StartToWork(next.Machine);
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
                simulator.Schedule(new(EventKind.MachineFails, machine, lives[machine]), failures.NextExponential(options.Mtbf / (1 - options.Beta)));
            }

            // While nothing works a common cause strikes nothing. Exponential times are memoryless, so its clock may start now.
            if (options.Beta > 0 && !isCommonCauseDue)
            {
                isCommonCauseDue = true;
                simulator.Schedule(new(EventKind.AllFail), commonCauses.NextExponential(options.Mtbf / options.Beta));
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
                watchedBefore += simulator.Now - since;
                Falls++;
                allWorkingSince = null;
            }
        }

        private void SendCrews()
        {
            while (busyCrews < options.Crews && waiting.TryDequeue(out int machine))
            {
                busyCrews++;
                simulator.Schedule(new(EventKind.MachineIsRepaired, machine), repairs.NextExponential(options.Mttr));
            }
        }
    }
}
