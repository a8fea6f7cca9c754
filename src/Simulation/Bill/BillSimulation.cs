using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Bill;

/// <summary>
/// A month on the meter, hour by hour: the month's requests are given, how they spread over its hours is chance. Rented
/// machines follow the hours; owned ones have to be there for the busiest of them.
/// </summary>
/// <remarks>Theory to hold it against: <see cref="Owning"/>.</remarks>
public static class BillSimulation
{
    internal const int UsualReplications = 20;

    // The bill's lines for what is not counted by the request.
    internal const int MachinesLine = 0;
    internal const int StorageLine = 1;

    private const double MegabytesPerGigabyte = 1000;
    private const double KilobytesPerGigabyte = 1e6;
    private const double Thousand = 1000;
    private const int UtilisationSteps = 50;

    /// <summary>Meters months and writes their bills.</summary>
    /// <param name="options">The site.</param>
    /// <param name="experiment">Seed and replications; by default 20 months.</param>
    /// <exception cref="ModelOptionsException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static BillResult Run(BillOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();

        // A month has few hours: nobody has to wait for its end who cancels the run in it.
        var (first, months) = experiment.Replicate(
            UsualReplications, (streams, _) => new Month(options, streams), month => new { month.RentedHours, month.Servers, month.Utilisation });
        var lines = LinesOf(options, first.RentedHours);
        double storage = lines[StorageLine].Dollars;
        double requests = lines[2].Dollars + lines[3].Dollars;
        double egress = lines[4].Dollars;
        double rent = Owning.Rent(options).Dollars;
        double serverMonth = Owning.ServerMonth(options);
        return new BillResult
        {
            ComputeDollars = Estimate.Of(months.Select(month => month.RentedHours * rent)),
            StorageDollars = storage,
            RequestDollars = requests,
            EgressDollars = egress,
            TotalDollars = Estimate.Of(months.Select(month => (month.RentedHours * rent) + storage + requests + egress)),
            OwnedServers = Estimate.Of(months.Select(month => month.Servers)),
            OwningDollars = Estimate.Of(months.Select(month => month.Servers * serverMonth)),
            Utilisation = Estimate.Of(months.Select(month => month.Utilisation)),
            BreakEvenUtilisation = Owning.BreakEvenUtilisation(options),
            OwningIsCheaper = Estimate.OfShare(months.Count(month => month.Servers * serverMonth < month.RentedHours * rent), months.Count),
            Lines = lines,
            Hours = first.Hours,
            ByUtilisation =
            [
                .. from step in Enumerable.Range(1, UtilisationSteps)
                   let utilisation = (double)step / UtilisationSteps
                   select new HourOfUse(utilisation, rent, Owning.MachineHour(options) / utilisation),
            ],
        };
    }

    private static BillLine[] LinesOf(BillOptions options, double rentedHours)
    {
        double requests = options.Users * options.RequestsPerUser * TimeUnits.DaysPerMonth;
        double reads = requests * (1 - options.WriteShare);
        return
        [
            new(rentedHours, Owning.Rent(options)),
            new(options.Users * options.MegabytesPerUser / MegabytesPerGigabyte, PriceBook.Storage),
            new(requests * options.WriteShare / Thousand, PriceBook.Puts),
            new(reads / Thousand, PriceBook.Gets),
            new(reads * options.ResponseKilobytes / KilobytesPerGigabyte, new Price("traffic to users", options.EgressPrice, "GB")),
        ];
    }

    private sealed class Month
    {
        public Month(BillOptions options, RandomStreams streams)
        {
            double mean = options.Users * options.RequestsPerUser / TimeUnits.SecondsPerDay / options.RequestsPerInstance;
            double[] weights = WeightsOfHours(options, streams.Stream("bursts"));
            double total = weights.Sum();
            var hours = new BillHour[TimeUnits.HoursPerMonth];
            double busiest = 0;
            for (int hour = 0; hour < hours.Length; hour++)
            {
                double needed = mean * weights[hour] * hours.Length / total;
                double rented = WholeOnes(needed);
                hours[hour] = new(hour, needed, rented);
                RentedHours += rented;
                busiest = Math.Max(busiest, needed);
            }

            Hours = hours;
            Servers = WholeOnes(busiest / options.InstancesPerServer);
            Utilisation = mean / (Servers * options.InstancesPerServer);
        }

        public IReadOnlyList<BillHour> Hours { get; }

        public double RentedHours { get; }

        public double Servers { get; }

        public double Utilisation { get; }

        private static double WholeOnes(double needed) => Math.Max(1, Rounding.Up(needed));

        // A day's wave with its top in the afternoon, and on each hour a burst of its own.
        private static double[] WeightsOfHours(BillOptions options, RandomStream bursts)
        {
            var weights = new double[TimeUnits.HoursPerMonth];
            for (int hour = 0; hour < weights.Length; hour++)
            {
                double wave = 1 + (options.DailySwing * PortableMath.SineOfTurns((hour - 8.0) / TimeUnits.HoursPerDay));
                weights[hour] = wave * bursts.NextLogNormal(1, options.Burstiness);
            }

            return weights;
        }
    }
}
