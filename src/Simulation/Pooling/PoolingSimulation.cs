using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Pooling;

/// <summary>
/// Customers share a pool, hour by hour: how much capacity does each of them need so that all are served but for a
/// chosen share of the hours?
/// </summary>
/// <remarks>
/// A customer's demand has a part that all share and a part of its own (the one-factor model):
/// <code>
/// demand = mean · (1 + cv · (√r · common + √(1 − r) · own))
/// </code>
/// with independent standard normal parts, so that any two customers have correlation r. Theory to hold it against:
/// <see cref="SquareRootLaw"/>.
/// </remarks>
public static class PoolingSimulation
{
    internal const int UsualReplications = 20;

    /// <summary>Runs the pool.</summary>
    /// <param name="options">The customers.</param>
    /// <param name="experiment">Seed and replications; by default 20 replications.</param>
    /// <exception cref="ModelOptionsException">An option is out of range, or the risk is too small to be observed.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static PoolingResult Run(PoolingOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();
        int[] sizes = [.. SizesUpTo(options.Customers)];
        var runs = experiment.Replicate(UsualReplications, (streams, monitor) => CapacitiesPerCustomer(options, sizes, streams, recorder: null, monitor));
        double InTheory(double customers) =>
            SquareRootLaw.CapacityPerCustomer(options.MeanDemand, options.CvDemand, options.Correlation, customers, options.Risk);

        return new PoolingResult
        {
            CapacityPerCustomerAlone = Estimate.Of(runs.Select(run => run[0])),
            CapacityPerCustomerPooled = Estimate.Of(runs.Select(run => run[^1])),
            Saving = Estimate.Of(runs.Select(run => 1 - (run[^1] / run[0]))),
            CapacityPerCustomerAloneInTheory = InTheory(1),
            CapacityPerCustomerPooledInTheory = InTheory(options.Customers),
            FloorInTheory = InTheory(double.PositiveInfinity),
            Sizes =
            [
                .. sizes.Select((size, i) =>
                {
                    var capacity = Estimate.Of(runs.Select(run => run[i]));
                    return new PoolSize(size, capacity.Mean, capacity.HalfWidth, InTheory(size));
                }),
            ],
        };
    }

    /// <summary>The demand of the first replication's first hours, of each customer and on pools of all sizes.</summary>
    /// <param name="options">The customers.</param>
    /// <param name="hours">How many hours; from 1 to those of the options.</param>
    /// <param name="experiment">Its seed.</param>
    /// <exception cref="ModelOptionsException">An option is out of range, or the risk is too small to be observed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many hours.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static PoolingTrace Trace(PoolingOptions options, int hours, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        ArgumentOutOfRangeException.ThrowIfLessThan(hours, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hours, options.Hours);
        experiment ??= new Experiment();
        var recorder = new Recorder([], []);
        CapacitiesPerCustomer(options with { Hours = hours }, [.. SizesUpTo(options.Customers)], new RandomStreams(experiment.Seed, 0), recorder, new ReplicationMonitor(experiment.Cancellation));
        return new(recorder.Customers, recorder.Pools);
    }

    private static double[] CapacitiesPerCustomer(PoolingOptions options, int[] sizes, RandomStreams streams, Recorder? recorder, ReplicationMonitor monitor)
    {
        double[] common = new double[options.Hours];
        FillNormal(common, streams.Stream("common"));
        double[] normal = new double[options.Hours];
        double[] own = new double[options.Hours];
        double[] demand = new double[options.Hours];
        double[] capacities = new double[sizes.Length];
        double commonWeight = Math.Sqrt(options.Correlation);
        double ownWeight = Math.Sqrt(1 - options.Correlation);

        // Each customer has a stream of its own and joins a pool that only grows: pools of all sizes live through the
        // same hours, and one run gives the whole curve.
        int size = 0;
        for (int customers = 1; customers <= options.Customers; customers++)
        {
            monitor.Reach((customers - 1.0) / options.Customers);
            FillNormal(normal, streams.Stream("customer", customers));
            for (int hour = 0; hour < own.Length; hour++)
            {
                own[hour] += normal[hour];
            }

            recorder?.Customers.Add([.. normal.Select((part, hour) => Demand(hour, ownWeight * part))]);
            if (customers == sizes[size])
            {
                for (int hour = 0; hour < demand.Length; hour++)
                {
                    demand[hour] = Demand(hour, ownWeight * own[hour] / customers);
                }

                recorder?.Pools.Add(new(customers, [.. demand]));
                Array.Sort(demand);
                capacities[size++] = SampleQuantile.Of(demand, 1 - options.Risk);
            }
        }

        return capacities;

        double Demand(int hour, double ownDeviation) => options.MeanDemand * (1 + (options.CvDemand * ((commonWeight * common[hour]) + ownDeviation)));
    }

    private static void FillNormal(double[] hours, RandomStream stream)
    {
        for (int hour = 0; hour < hours.Length; hour++)
        {
            hours[hour] = stream.NextNormal();
        }
    }

    // 1, 2, 5, 10, 20, 50, … and the last one, whatever it is.
    private static IEnumerable<int> SizesUpTo(int customers)
    {
        for (int decade = 1; decade < customers; decade *= 10)
        {
            foreach (int step in (int[])[1, 2, 5])
            {
                if (step * decade < customers)
                {
                    yield return step * decade;
                }
            }
        }

        yield return customers;
    }

    // What a trace keeps of the run.
    private sealed record Recorder(List<IReadOnlyList<double>> Customers, List<PoolDemand> Pools);
}
