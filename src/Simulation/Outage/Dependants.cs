using InteractiveArticle.Simulation.Numerics;

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

    private const double LastTenth = 0.1;

    private readonly DependantKind readers;
    private readonly DependantKind writers;

    /// <summary>Makes the population.</summary>
    /// <param name="options">The options of the day.</param>
    /// <param name="hitShare">The share of the dependants whose data lie in cells that the command hit.</param>
    public Dependants(OutageOptions options, double hitShare)
    {
        readers = Of(1 - options.Writers);
        writers = Of(options.Writers);

        DependantKind Of(double share) => new(
            options.Deferred,
            [
                .. from level in Enumerable.Range(0, UtilisationsPerKind)
                   let place = (((2 * level) + 1.0) / UtilisationsPerKind) - 1
                   let utilisation = options.DependantUtilisation * (1 + (Spread * place))
                   select new DependantClass(hitShare * (1 - options.Tolerant) * share / UtilisationsPerKind, (1 / utilisation) - 1),
            ]);
    }

    private IEnumerable<DependantClass> Classes => readers.Classes.Concat(writers.Classes);

    /// <summary>The time from which on all of them are normal; infinite while requests fail.</summary>
    public double AllNormalFrom => Classes.Where(one => one.Share > 0).Select(one => one.NormalFrom).DefaultIfEmpty(0).Max();

    /// <summary>The time from which on nine in ten are normal; 0 when fewer than one in ten ever were not.</summary>
    public double NineInTenNormalFrom
    {
        get
        {
            double late = 0;
            foreach (var one in Classes.OrderByDescending(one => one.NormalFrom))
            {
                late += one.Share;
                if (Rounding.Exceeds(late, LastTenth))
                {
                    return one.NormalFrom;
                }
            }

            return 0;
        }
    }

    /// <summary>The work that has failed so far, in minutes of all dependants' normal demand.</summary>
    public double FailedBy(double now) => Sum((kind, one) => one.Share * kind.FailedBy(now));

    /// <summary>The work that waits, in minutes of all dependants' normal demand.</summary>
    public double BacklogAt(double now) => Sum((kind, one) => one.Share * kind.BacklogAt(now, one));

    /// <summary>The share of dependants whose requests succeed and whose backlog is gone.</summary>
    public double NormalAt(double now) => 1 - Sum((_, one) => now < one.NormalFrom ? one.Share : 0);

    /// <summary>Says how S3 answers from now on.</summary>
    /// <param name="now">Minutes after the command, never earlier than in the call before.</param>
    /// <param name="get">The share of GET requests that succeed.</param>
    /// <param name="put">The share of PUT requests that succeed.</param>
    public void SetSuccess(double now, double get, double put)
    {
        readers.SetSuccess(now, get);
        writers.SetSuccess(now, put);
    }

    private double Sum(Func<DependantKind, DependantClass, double> ofAClass) =>
        (from kind in (DependantKind[])[readers, writers] from one in kind.Classes select ofAClass(kind, one)).Sum();
}
