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
        var runs = experiment.Replicate(UsualReplications, (streams, monitor) => CapacitiesPerCustomer(options, sizes, streams, monitor));
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

    private static double[] CapacitiesPerCustomer(PoolingOptions options, int[] sizes, RandomStreams streams, ReplicationMonitor monitor)
    {
        double[] common = NormalHours(options, streams.Stream("common"));
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
            var stream = streams.Stream("customer", customers);
            for (int hour = 0; hour < own.Length; hour++)
            {
                own[hour] += stream.NextNormal();
            }

            if (customers == sizes[size])
            {
                for (int hour = 0; hour < demand.Length; hour++)
                {
                    double deviation = (commonWeight * common[hour]) + (ownWeight * own[hour] / customers);
                    demand[hour] = options.MeanDemand * (1 + (options.CvDemand * deviation));
                }

                Array.Sort(demand);
                capacities[size++] = SampleQuantile.Of(demand, 1 - options.Risk);
            }
        }

        return capacities;
    }

    private static double[] NormalHours(PoolingOptions options, RandomStream stream)
    {
        double[] hours = new double[options.Hours];
        for (int hour = 0; hour < hours.Length; hour++)
        {
            hours[hour] = stream.NextNormal();
        }

        return hours;
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
}
