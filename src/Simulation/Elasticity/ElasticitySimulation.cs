using System.Runtime.CompilerServices;
using InteractiveArticle.Simulation.Engine;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Elasticity;

/// <summary>
/// One demand, two fleets: servers bought for a forecast, delivered weeks later and kept, and servers rented minute by
/// minute that need to boot.
/// </summary>
/// <remarks>
/// Demand changes every minute and is served as a flow: what exceeds the capacity of the running servers is refused at
/// once, nothing waits. A planner orders at fixed intervals as many servers as the forecast peak will need until the
/// delivery after this one. Neither the planner's calendar nor the autoscaler's clock knows of the spike: in every
/// replication both begin at a random place of their cycle, so that results average over it.
/// <code>
/// every minute    ─► demand ─► what the autoscaler sees
/// every cooldown  ─► decision ─► boot ─► warm-up ─► full capacity
/// every few weeks ─► forecast ─► order ─► delivery ─► full capacity
/// </code>
/// </remarks>
public static class ElasticitySimulation
{
    internal const int UsualReplications = 30;

    private const double CloseUpBefore = 30;
    private const double CloseUpAfter = 90;

    /// <summary>Runs both fleets on the same demand.</summary>
    /// <param name="options">The demand and the fleets.</param>
    /// <param name="experiment">Seed and replications; by default 30 replications.</param>
    /// <exception cref="ModelOptionsException">An option is out of range, or the minimum is above the maximum.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static ElasticityResult Run(ElasticityOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();
        var (first, replications) = experiment.Replicate(
            UsualReplications,
            (streams, monitor) =>
            {
                var replication = new Replication(options, streams);
                replication.Run(monitor);
                return replication;
            },
            replication => new
            {
                replication.Bought,
                Elastic = replication.Rented.Fleet,
                replication.Rented.Most,
                replication.Autoscaler.CappedShare,
                replication.Events,
            });
        double looksEach = options.Days * TimeUnits.MinutesPerDay / (2 * Traffic.NoiseCorrelationMinutes);
        return new ElasticityResult
        {
            BoughtCost = Estimate.Of(replications.Select(replication => replication.Bought.ServerHours * options.OwnedPrice)),
            BoughtRefusedShare = Estimate.OfShares(replications.Select(replication => replication.Bought.RefusedShare), looksEach),
            BoughtIdleShare = Estimate.Of(replications.Select(replication => replication.Bought.IdleShare)),
            BoughtServers = Estimate.Of(replications.Select(replication => (double)replication.Bought.Paid)),
            ElasticCost = Estimate.Of(replications.Select(replication => replication.Elastic.ServerHours * options.RentedPrice)),
            ElasticRefusedShare = Estimate.OfShares(replications.Select(replication => replication.Elastic.RefusedShare), looksEach),
            ElasticIdleShare = Estimate.Of(replications.Select(replication => replication.Elastic.IdleShare)),
            ElasticMostServers = Estimate.Of(replications.Select(replication => (double)replication.Most)),
            ElasticCappedShare = Estimate.OfShares(replications.Select(replication => replication.CappedShare), looksEach),
            BreakEvenPriceRatio = Estimate.Of(replications.Select(replication => replication.Elastic.ServerHours / replication.Bought.ServerHours)),
            Hours = first.Hours,
            SpikeMinutes = first.SpikeMinutes,
            Warnings = options.Spike > 1 && options.SpikeDay >= options.Days
                ? [FormattableString.Invariant($"spikeDay = {options.SpikeDay}: the run ends after {options.Days} days, before the spike begins")]
                : [],
            Events = replications.Sum(replication => replication.Events),
        };
    }

    private sealed class Replication
    {
        private readonly ElasticityOptions options;
        private readonly Traffic traffic;
        private readonly Planner planner;
        private readonly double leadTime;
        private readonly double orderInterval;
        private readonly double nextOrder;
        private readonly Simulator<ElasticityEvent> simulator = new();
        private readonly List<ElasticityMoment> hours = [];
        private readonly List<ElasticityMoment> spikeMinutes = [];
        private readonly double end;
        private double demand;
        private double lastChange;

        public Replication(ElasticityOptions options, RandomStreams streams)
        {
            this.options = options;
            traffic = new Traffic(options, streams.Stream("noise"));
            planner = new Planner(options, traffic);
            Rented = new RentedServers(options, simulator);
            Autoscaler = new Autoscaler(options, Rented, streams.Stream("decisions"));
            leadTime = options.LeadTimeDays * TimeUnits.MinutesPerDay;
            orderInterval = options.OrderEveryDays * TimeUnits.MinutesPerDay;
            nextOrder = streams.Stream("orders").NextUniform(0, orderInterval);
            end = options.Days * TimeUnits.MinutesPerDay;
        }

        public Fleet Bought { get; } = new();

        public RentedServers Rented { get; }

        public Autoscaler Autoscaler { get; }

        public IReadOnlyList<ElasticityMoment> Hours => hours;

        public IReadOnlyList<ElasticityMoment> SpikeMinutes => spikeMinutes;

        public long Events => simulator.Events;

        private bool IsOfTheHour => (long)simulator.Now % TimeUnits.MinutesPerHour == 0;

        private bool IsOfTheSpike =>
            options.Spike > 1 && simulator.Now - options.SpikeMinute is >= -CloseUpBefore and <= CloseUpAfter;

        public void Run(ReplicationMonitor monitor)
        {
            Start();
            while (simulator.Next(out var happening))
            {
                LetTimePass();
                if (simulator.Now >= end)
                {
                    break;
                }

                Handle(happening);
                if ((simulator.Events & 0xFFFF) == 0)
                {
                    monitor.Reach(simulator.Now / end);
                }
            }
        }

        // The site is older than the simulation: its planner has been ordering all along. The first of these orders has
        // arrived, the later ones are on their way.
        private void Start()
        {
            for (double order = nextOrder - (Math.Ceiling((nextOrder + leadTime) / orderInterval) * orderInterval); order < 0; order += orderInterval)
            {
                Order(order);
            }

            simulator.Schedule(new(ElasticityEventKind.Order), nextOrder);
            simulator.Schedule(new(ElasticityEventKind.NewMinute), 0);
        }

        private void Handle(ElasticityEvent happening)
        {
            switch (happening.Kind)
            {
                case ElasticityEventKind.NewMinute:
                    StartMinute();
                    simulator.Schedule(happening, 1);
                    break;

                case ElasticityEventKind.Observation:
                    Observe();
                    break;

                case ElasticityEventKind.Booted:
                    Rented.OnBooted(happening.Servers, happening.Life);
                    break;

                case ElasticityEventKind.WarmedUp:
                    Rented.OnWarmedUp(happening.Servers, happening.Life);
                    break;

                case ElasticityEventKind.Order:
                    Order(simulator.Now);
                    simulator.Schedule(happening, orderInterval);
                    break;

                case ElasticityEventKind.Delivery:
                    Deliver(happening.Servers);
                    break;
            }
        }

        private void StartMinute()
        {
            demand = traffic.DemandAt(simulator.Now);
            if (simulator.Now == 0)
            {
                Autoscaler.Start(demand);
            }

            Autoscaler.Observe(simulator.Now, demand);
            if (IsOfTheHour || IsOfTheSpike)
            {
                // After whatever else happens in this minute.
                simulator.Schedule(new(ElasticityEventKind.Observation), 0);
            }
        }

        [MethodImpl(HotPath.Inlined)]
        private void LetTimePass()
        {
            double minutes = simulator.Now - lastChange;
            if (minutes > 0)
            {
                Bought.Advance(minutes, demand, options.ServerCapacity);
                Rented.Fleet.Advance(minutes, demand, options.ServerCapacity);
                lastChange = simulator.Now;
            }
        }

        private void Order(double time)
        {
            int servers = planner.Order(time);
            if (servers > 0)
            {
                simulator.Schedule(new(ElasticityEventKind.Delivery, servers), Math.Max(0, time - simulator.Now + leadTime));
            }
        }

        private void Deliver(int servers)
        {
            Bought.Warm += servers;
            Bought.Paid += servers;
        }

        private void Observe()
        {
            var moment = new ElasticityMoment(
                simulator.Now / TimeUnits.MinutesPerDay,
                demand,
                Bought.Answering * options.ServerCapacity,
                Rented.Fleet.Answering * options.ServerCapacity,
                Rented.Fleet.Paid * options.ServerCapacity);
            if (IsOfTheHour)
            {
                hours.Add(moment);
            }

            if (IsOfTheSpike)
            {
                spikeMinutes.Add(moment);
            }
        }
    }
}
