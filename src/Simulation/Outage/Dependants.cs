namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// The services and sites that stand on S3, as a population: some only read, some write as well, some can do without,
/// and each has its own utilisation.
/// </summary>
/// <remarks>
/// Each is a fluid queue. Of the work that fails while S3 does, a share waits; it is worked off with whatever capacity
/// the dependant has to spare, as far as S3 answers:
/// <code>
/// d backlog / dt = deferred · (1 − success) − success · (1 / utilisation − 1)
/// </code>
/// with work counted in minutes of the dependant's normal demand, and never below zero. After a total failure of T
/// minutes the backlog is gone after deferred · T · utilisation / (1 − utilisation) more.
/// </remarks>
internal sealed class Dependants
{
    private const int UtilisationsPerKind = 20;

    // Utilisations are spread evenly from 60 % to 140 % of the mean.
    private const double Spread = 0.4;

    // One in ten, and a little more so that rounding does not decide who is the tenth.
    private const double LastTenth = 0.1 + 1e-9;

    private readonly double deferred;
    private readonly Crowd[] crowds;
    private double now;

    public Dependants(OutageOptions options)
    {
        deferred = options.Deferred;
        crowds =
        [
            .. from writes in (bool[])[false, true]
               from level in Enumerable.Range(0, UtilisationsPerKind)
               let place = (((2 * level) + 1.0) / UtilisationsPerKind) - 1
               let utilisation = options.DependantUtilisation * (1 + (Spread * place))
               let share = (1 - options.Tolerant) * (writes ? options.Writers : 1 - options.Writers) / UtilisationsPerKind
               select new Crowd(writes, share, (1 / utilisation) - 1),
        ];
    }

    /// <summary>The work that failed so far, in minutes of all dependants' normal demand.</summary>
    public double FailedMinutes => crowds.Sum(crowd => crowd.Share * crowd.Failed);

    /// <summary>The work that waits, in minutes of all dependants' normal demand.</summary>
    public double Backlog
    {
        get
        {
            double backlog = 0;
            foreach (var crowd in crowds)
            {
                backlog += crowd.Share * crowd.Backlog;
            }

            return backlog;
        }
    }

    /// <summary>The share of dependants whose requests succeed and whose backlog is gone.</summary>
    public double Normal
    {
        get
        {
            double affected = 0;
            foreach (var crowd in crowds)
            {
                affected += crowd.IsNormal ? 0 : crowd.Share;
            }

            return 1 - affected;
        }
    }

    /// <summary>When nine in ten dependants were back to normal; 0 when fewer than one in ten ever left it.</summary>
    public double NineInTenNormal
    {
        get
        {
            double late = 0;
            foreach (var crowd in crowds.OrderByDescending(crowd => crowd.NormalAgain))
            {
                late += crowd.Share;
                if (late > LastTenth)
                {
                    return crowd.NormalAgain;
                }
            }

            return 0;
        }
    }

    /// <summary>Lets time pass while S3 answers as it did until now.</summary>
    /// <param name="until">The time reached; minutes after the command.</param>
    /// <param name="get">The share of GET requests that succeeded since the last call.</param>
    /// <param name="put">The share of PUT requests that succeeded since the last call.</param>
    public void Advance(double until, double get, double put)
    {
        double minutes = until - now;
        if (minutes > 0)
        {
            foreach (var crowd in crowds)
            {
                crowd.Advance(now, minutes, crowd.Writes ? put : get, deferred);
            }

            now = until;
        }
    }

    /// <summary>Lets the time pass that the last backlog takes, with S3 back to normal.</summary>
    public void Drain() => Advance(now + crowds.Max(crowd => crowd.Backlog / crowd.Spare), get: 1, put: 1);

    private sealed class Crowd(bool writes, double share, double spare)
    {
        public bool Writes { get; } = writes;

        public double Share { get; } = share;

        public double Spare { get; } = spare;

        public double Backlog { get; private set; }

        public double Failed { get; private set; }

        public bool IsNormal { get; private set; } = true;

        public double NormalAgain { get; private set; }

        public void Advance(double from, double minutes, double success, double deferred)
        {
            double failing = 1 - success;
            Failed += failing * minutes;
            if (failing > 0)
            {
                IsNormal = false;
                Backlog = Math.Max(0, Backlog + (((deferred * failing) - (success * Spare)) * minutes));
            }
            else if (!IsNormal)
            {
                double left = Backlog / Spare;
                Backlog = Math.Max(0, Backlog - (Spare * minutes));
                if (left <= minutes)
                {
                    Backlog = 0;
                    IsNormal = true;
                    NormalAgain = from + left;
                }
            }
        }
    }
}
