using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Queueing;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Queueing;

/// <summary>
/// The queues that are held against theory: each family over a grid of loads, each point with the one quantity that
/// theory knows exactly, simulated once for all tests.
/// </summary>
internal static class SteadyStatePoints
{
    private const double LogNormalCv = 2;
    private static readonly double[] Loads = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
    private static readonly double[] LoadsOfFiniteQueues = [.. Loads, 1, 1.5];

    private static readonly Dictionary<string, Lazy<TheoryPoint>> Points = Declare();

    public static IEnumerable<string> Names => Points.Keys;

    public static TheoryPoint Find(string name) => Points[name].Value;

    private static Dictionary<string, Lazy<TheoryPoint>> Declare()
    {
        var points = new Dictionary<string, Lazy<TheoryPoint>>();
        void Add(string name, double load, QueueOptions options, Func<QueueResult, Estimate> quantity, Func<QueueOptions, double> theory)
        {
            // The busier the queue, the longer it remembers.
            var (customers, warmup) = load < 0.65 ? (10_000, 1_000) : load < 0.85 ? (20_000, 2_000) : (80_000, 20_000);
            var atLoad = options with { ArrivalRate = load * options.Servers, Customers = customers, Warmup = warmup };
            var experiment = Experiment.WithSeed((ulong)points.Count + 1);
            string point = FormattableString.Invariant($"{name} at load {load}");
            points.Add(point, new(() => new(point, quantity(QueueSimulation.Run(atLoad, experiment)), theory(atLoad))));
        }

        var one = new QueueOptions();
        var four = new QueueOptions { Servers = 4 };
        foreach (double load in Loads)
        {
            Add("M/M/1 wait", load, one, run => run.MeanWait, o => ErlangC.MeanWait(o.ArrivalRate, 1, 1));
            Add("M/M/4 wait", load, four, run => run.MeanWait, o => ErlangC.MeanWait(o.ArrivalRate, 1, 4));
            Add("M/M/4 wait probability", load, four, run => run.WaitProbability, o => ErlangC.WaitProbability(o.ArrivalRate, 1, 4));
            Add("M/D/1 wait", load, one with { Service = ServiceDistribution.Deterministic }, run => run.MeanWait, o => PollaczekKhinchine.MeanWait(o.ArrivalRate, 1, 0));
            Add("M/G/1 wait", load, one with { Service = ServiceDistribution.Lognormal, ServiceCv = LogNormalCv }, run => run.MeanWait, o => PollaczekKhinchine.MeanWait(o.ArrivalRate, 1, LogNormalCv));
        }

        foreach (double load in LoadsOfFiniteQueues)
        {
            // Below, a loss is too rare to be seen.
            if (load >= 0.5)
            {
                Add("M/M/4/10 loss", load, four with { Capacity = 10 }, run => run.LossProbability, o => FiniteQueue.LossProbability(o.ArrivalRate, 1, 4, 10));
            }

            Add("M/M/4/10 wait", load, four with { Capacity = 10 }, run => run.MeanWait, o => FiniteQueue.MeanWait(o.ArrivalRate, 1, 4, 10));
            Add("M/M/4/4 loss", load, four with { Capacity = 4 }, run => run.LossProbability, o => ErlangB.LossProbability(o.ArrivalRate, 4));
            Add("M/D/4/4 loss", load, four with { Capacity = 4, Service = ServiceDistribution.Deterministic }, run => run.LossProbability, o => ErlangB.LossProbability(o.ArrivalRate, 4));
        }

        return points;
    }
}
