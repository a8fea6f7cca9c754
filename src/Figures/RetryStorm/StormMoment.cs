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
        // Changes are put down at the first moment that sees them, those that none sees behind the last, and added up at the end.
        var moments = new MomentSearch(times);
        int[] changes() => new int[times.Length + 1];
        var (waiting, hungUp, serving, inVain, wasted) = (changes(), changes(), changes(), changes(), changes());

        void between(int[] changed, double from, double to)
        {
            changed[moments.FirstFrom(from)]++;
            changed[moments.FirstFrom(to)]--;
        }

        foreach (var attempt in attempts)
        {
            double leftLine = attempt.LeftLineAt ?? double.PositiveInfinity;
            double over = attempt.OverAt ?? double.PositiveInfinity;
            double serviceEnded = attempt.ServiceEndedAt ?? double.PositiveInfinity;
            if (attempt.Fate is not (AttemptFate.Refused or AttemptFate.HeldBack))
            {
                between(waiting, attempt.SentAt, Math.Min(leftLine, over));
            }

            if (attempt.Fate == AttemptFate.TimedOut && over < leftLine)
            {
                between(hungUp, over, leftLine);
            }

            if (attempt.IsServed && leftLine < over)
            {
                between(serving, leftLine, Math.Min(over, serviceEnded));
            }

            if (attempt.IsServed && over < serviceEnded)
            {
                between(inVain, Math.Max(over, leftLine), serviceEnded);
            }

            if (attempt.IsWasted)
            {
                wasted[moments.FirstFrom(serviceEnded)]++;
            }
        }

        int[] content = ContentAt(attempts, clients, times.Length, moments);
        var counted = new StormMoment[times.Length];
        var before = default(StormMoment);
        for (int n = 0; n < times.Length; n++)
        {
            before = new(before.Waiting + waiting[n], before.HungUp + hungUp[n], before.Serving + serving[n], before.InVain + inVain[n], content[n], before.Wasted + wasted[n]);
            counted[n] = before;
        }

        return counted;
    }

    // Of what is decided between two moments only the last counts for each client.
    private static int[] ContentAt(IReadOnlyList<TracedAttempt> attempts, int clients, int count, MomentSearch moments)
    {
        double[] decidedAt = new double[count * clients];
        bool[] isAnswered = new bool[count * clients];
        foreach (var attempt in attempts)
        {
            int place = (moments.FirstFrom(attempt.OverAt ?? double.PositiveInfinity) * clients) + attempt.Client;
            if (place < decidedAt.Length && attempt.OverAt >= decidedAt[place])
            {
                (decidedAt[place], isAnswered[place]) = (attempt.OverAt.Value, attempt.Fate == AttemptFate.Answered);
            }
        }

        bool[] isContent = new bool[clients];
        Array.Fill(isContent, true);
        int[] content = new int[count];
        for (int place = 0; place < decidedAt.Length; place++)
        {
            int client = place % clients;
            isContent[client] = decidedAt[place] > 0 ? isAnswered[place] : isContent[client];
            content[place / clients] += isContent[client] ? 1 : 0;
        }

        return content;
    }
}
