using InteractiveArticle.Simulation.RetryStorm;

namespace InteractiveArticle.Figures.RetryStorm;

/// <summary>
/// A storm at one moment, counted from the attempts of its run.
/// </summary>
/// <param name="Waiting">The requests in line whose clients still wait.</param>
/// <param name="HungUp">The requests in line whose clients have hung up.</param>
/// <param name="Serving">The workers that work for a client who waits.</param>
/// <param name="InVain">The workers that work for a client who has hung up.</param>
/// <param name="Content">The clients whose last attempt to be decided was answered, and those of whom none is decided yet.</param>
/// <param name="Wasted">The answers so far to clients who had hung up.</param>
internal readonly record struct StormMoment(int Waiting, int HungUp, int Serving, int InVain, int Content, int Wasted)
{
    /// <summary>Counts a run at some moments.</summary>
    /// <param name="attempts">The run's attempts.</param>
    /// <param name="clients">How many clients there are.</param>
    /// <param name="times">The moments, in seconds after the start and in their order.</param>
    public static StormMoment[] At(IReadOnlyList<TracedAttempt> attempts, int clients, double[] times)
    {
        // Changes are put down at the first moment that sees them, and added up at the end.
        var moments = new StormMoment[times.Length];
        void From(double? time, Func<StormMoment, StormMoment> change)
        {
            int found = time is { } at ? Array.BinarySearch(times, at) : times.Length;
            int moment = found < 0 ? ~found : found;
            if (moment < times.Length)
            {
                moments[moment] = change(moments[moment]);
            }
        }

        foreach (var attempt in attempts)
        {
            double leftLine = attempt.LeftLineAt ?? double.PositiveInfinity;
            double over = attempt.OverAt ?? double.PositiveInfinity;
            double serviceEnded = attempt.ServiceEndedAt ?? double.PositiveInfinity;
            if (attempt.Fate is not (AttemptFate.Refused or AttemptFate.HeldBack))
            {
                From(attempt.SentAt, moment => moment with { Waiting = moment.Waiting + 1 });
                From(Math.Min(leftLine, over), moment => moment with { Waiting = moment.Waiting - 1 });
            }

            if (attempt.Fate == AttemptFate.TimedOut && over < leftLine)
            {
                From(over, moment => moment with { HungUp = moment.HungUp + 1 });
                From(leftLine, moment => moment with { HungUp = moment.HungUp - 1 });
            }

            if (attempt.IsServed && leftLine < over)
            {
                From(leftLine, moment => moment with { Serving = moment.Serving + 1 });
                From(Math.Min(over, serviceEnded), moment => moment with { Serving = moment.Serving - 1 });
            }

            if (attempt.IsServed && over < serviceEnded)
            {
                From(Math.Max(over, leftLine), moment => moment with { InVain = moment.InVain + 1 });
                From(serviceEnded, moment => moment with { InVain = moment.InVain - 1 });
            }

            if (attempt.IsWasted)
            {
                From(serviceEnded, moment => moment with { Wasted = moment.Wasted + 1 });
            }
        }

        CountClients(attempts, clients, From);
        moments[0] = moments[0] with { Content = moments[0].Content + clients };
        for (int n = 1; n < moments.Length; n++)
        {
            moments[n] = moments[n - 1].Plus(moments[n]);
        }

        return moments;
    }

    private static void CountClients(IReadOnlyList<TracedAttempt> attempts, int clients, Action<double?, Func<StormMoment, StormMoment>> from)
    {
        bool[] isContent = new bool[clients];
        Array.Fill(isContent, true);
        foreach (var attempt in attempts.Where(attempt => attempt.OverAt is not null).OrderBy(attempt => attempt.OverAt))
        {
            bool isAnswered = attempt.Fate == AttemptFate.Answered;
            if (isContent[attempt.Client] != isAnswered)
            {
                isContent[attempt.Client] = isAnswered;
                from(attempt.OverAt, moment => moment with { Content = moment.Content + (isAnswered ? 1 : -1) });
            }
        }
    }

    private StormMoment Plus(StormMoment change) => new(
        Waiting + change.Waiting, HungUp + change.HungUp, Serving + change.Serving, InVain + change.InVain, Content + change.Content, Wasted + change.Wasted);
}
