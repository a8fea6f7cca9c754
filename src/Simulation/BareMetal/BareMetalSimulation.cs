using InteractiveArticle.Simulation.Engine;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.BareMetal;

/// <summary>
/// A bought fleet, event by event: servers fail one by one, wait for a new machine where they need one and then for a
/// person, and come back; every hour visitors ask for what the rhythm of the day and the surprise make them ask for.
/// </summary>
/// <remarks>
/// Theory to hold it against: <see cref="Queueing.MachineRepairman"/> for the crew, <see cref="SparesShelf"/> for the
/// shelf.
/// </remarks>
public static class BareMetalSimulation
{
    internal const int UsualReplications = 20;

    /// <summary>Runs the fleet.</summary>
    /// <param name="options">The fleet and its visitors.</param>
    /// <param name="experiment">Seed and replications; by default 20 replications.</param>
    /// <exception cref="ModelOptionsException">The options are out of range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static BareMetalResult Run(BareMetalOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();
        var (first, fleets) = experiment.Replicate(
            UsualReplications,
            streams =>
            {
                var fleet = new Fleet(options, streams);
                fleet.Run(experiment.Cancellation);
                return fleet;
            },
            fleet => new
            {
                fleet.RefusedShare,
                fleet.RefusedInSpike,
                fleet.IdleShare,
                fleet.Availability,
                fleet.Utilisation,
                fleet.InRepair,
                fleet.WaitingForParts,
                fleet.Events,
            });
        return new BareMetalResult
        {
            Servers = options.Servers,
            RefusedShare = Estimate.Of(fleets.Select(fleet => fleet.RefusedShare)),
            RefusedInSpike = Estimate.Of(fleets.Select(fleet => fleet.RefusedInSpike)),
            IdleShare = Estimate.Of(fleets.Select(fleet => fleet.IdleShare)),
            Availability = Estimate.Of(fleets.Select(fleet => fleet.Availability)),
            Utilisation = Estimate.Of(fleets.Select(fleet => fleet.Utilisation)),
            InRepair = Estimate.Of(fleets.Select(fleet => fleet.InRepair)),
            WaitingForParts = Estimate.Of(fleets.Select(fleet => fleet.WaitingForParts)),
            Hours = first.Hours,
            Events = fleets.Sum(fleet => fleet.Events),
        };
    }

    private enum Step
    {
        HourPasses,
        ServerFails,
        MachineArrives,
        RepairEnds,
    }

    /// <param name="Step">What happens.</param>
    /// <param name="Server">To which server.</param>
    private readonly record struct Happening(Step Step, int Server = 0);

    private sealed class Fleet
    {
        private readonly BareMetalOptions options;
        private readonly RandomStream[] lives;
        private readonly RandomStream parts;
        private readonly RandomStream repairs;
        private readonly double lifeScale;
        private readonly double end;
        private readonly Simulator<Happening> simulator = new();
        private readonly Queue<int> forParts = new();
        private readonly Queue<int> forPeople = new();
        private readonly TimeWeighted working = new();
        private readonly TimeWeighted inRepair = new();
        private readonly TimeWeighted waitingForParts = new();
        private readonly List<FleetHour> hours = [];
        private int failed;
        private int busyPeople;
        private int onShelf;
        private double spikeDemand;
        private double spikeServed;

        public Fleet(BareMetalOptions options, RandomStreams streams)
        {
            this.options = options;
            lives = [.. Enumerable.Range(0, options.Servers).Select(server => streams.Stream("lives", server))];
            parts = streams.Stream("parts");
            repairs = streams.Stream("repairs");
            onShelf = options.Spares;
            end = TimeUnits.HoursPerDay * options.Days;

            // A Weibull life has the mean scale · Γ(1 + 1 / shape).
            lifeScale = options.Mtbf / GammaFunction.Of(1 + (1 / options.LifeShape));
        }

        public IReadOnlyList<FleetHour> Hours => hours;

        public double RefusedShare => 1 - (hours.Sum(hour => hour.Served) / hours.Sum(hour => hour.Demand));

        // Rounding may leave a slightly negative number where all is served or nothing idles.
        public double RefusedInSpike => spikeDemand > 0 ? Math.Max(0, 1 - (spikeServed / spikeDemand)) : 0;

        public double IdleShare => Math.Max(0, 1 - (hours.Sum(hour => hour.Served) / (hours.Count * options.Servers * options.ServerCapacity)));

        public double Availability => working.Mean(end) / options.Servers;

        public double Utilisation => hours.Sum(hour => hour.Capacity) is > 0 and var capacity ? hours.Sum(hour => hour.Served) / capacity : 0;

        public double InRepair => inRepair.Mean(end);

        public double WaitingForParts => waitingForParts.Mean(end);

        public long Events => simulator.Events;

        public void Run(CancellationToken cancellation)
        {
            for (int server = 0; server < options.Servers; server++)
            {
                StartLife(server);
            }

            Note();
            simulator.Schedule(new(Step.HourPasses), 0);
            while (simulator.Next(out var happening) && simulator.Now < end)
            {
                Happen(happening);
                Note();
                if ((simulator.Events & 0xFFFF) == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
            }
        }

        private void Happen(Happening happening)
        {
            switch (happening.Step)
            {
                case Step.HourPasses:
                    Serve();
                    simulator.Schedule(happening, 1);
                    break;

                case Step.ServerFails:
                    failed++;
                    if (parts.NextBernoulli(options.PartShare))
                    {
                        simulator.Schedule(new(Step.MachineArrives), TimeUnits.HoursPerDay * options.LeadTimeDays);
                        forParts.Enqueue(happening.Server);
                        HandOutMachines();
                    }
                    else
                    {
                        forPeople.Enqueue(happening.Server);
                    }

                    SendPeople();
                    break;

                case Step.MachineArrives:
                    onShelf++;
                    HandOutMachines();
                    SendPeople();
                    break;

                case Step.RepairEnds:
                    failed--;
                    busyPeople--;
                    StartLife(happening.Server);
                    SendPeople();
                    break;
            }
        }

        private void StartLife(int server) =>
            simulator.Schedule(new(Step.ServerFails, server), lives[server].NextWeibull(lifeScale, options.LifeShape));

        private void HandOutMachines()
        {
            while (onShelf > 0 && forParts.TryDequeue(out int server))
            {
                onShelf--;
                forPeople.Enqueue(server);
            }
        }

        private void SendPeople()
        {
            while (busyPeople < options.Crew && forPeople.TryDequeue(out int server))
            {
                busyPeople++;
                simulator.Schedule(new(Step.RepairEnds, server), repairs.NextExponential(options.Mttr));
            }
        }

        private void Serve()
        {
            double now = simulator.Now;
            double busiest = options.Forecast * (1 + options.ForecastError);

            // Busiest at 18:00, quietest twelve hours later.
            double rhythm = 1 - (options.NightDepth * (1 - PortableMath.SineOfTurns((now - 12) / TimeUnits.HoursPerDay)) / 2);
            bool isSpike = now >= options.SpikeStart && now < options.SpikeStart + options.SpikeHours;
            double demand = (busiest * rhythm) + (isSpike ? busiest * options.SpikeSize : 0);
            double capacity = (options.Servers - failed) * options.ServerCapacity;
            double served = Math.Min(demand, capacity);
            hours.Add(new(hours.Count, demand, capacity, served));
            if (isSpike)
            {
                spikeDemand += demand;
                spikeServed += served;
            }
        }

        private void Note()
        {
            working.Set(simulator.Now, options.Servers - failed);
            waitingForParts.Set(simulator.Now, forParts.Count);
            inRepair.Set(simulator.Now, busyPeople + forPeople.Count);
        }
    }
}
