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
/// Demand changes every minute and is served as a flow: what exceeds the running servers is refused at once, nothing
/// waits. A planner orders at fixed intervals as many servers as the forecast peak will need until the delivery after
/// this one.
/// <code>
/// every minute   ─► demand ─► autoscaler ─► boot ─► server runs
/// every few weeks ─► forecast ─► order ─► delivery ─► server runs
/// </code>
/// </remarks>
public static class ElasticitySimulation
{
    internal const int UsualReplications = 10;

    private const double CloseUpBefore = 30;
    private const double CloseUpAfter = 90;

    private enum Step
    {
        NewMinute,
        Observe,
        Booted,
        Order,
        Delivery,
    }

    /// <summary>Runs both fleets on the same demand.</summary>
    /// <param name="options">The demand and the fleets.</param>
    /// <param name="experiment">Seed and replications; by default 10 replications.</param>
    /// <exception cref="ModelOptionsException">An option is out of range, or the minimum is above the maximum.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static ElasticityResult Run(ElasticityOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();
        var (first, histories) = experiment.Replicate(
            UsualReplications,
            streams =>
            {
                var history = new History(options, streams);
                history.Run(experiment.Cancellation);
                return history;
            },
            history => (history.Bought, history.Elastic, history.Autoscaler.Most, history.Events));
        Estimate Over(Func<(Fleet Bought, Fleet Elastic, int Most, long Events), double> quantity) => Estimate.Of(histories.Select(quantity));
        return new ElasticityResult
        {
            BoughtCost = Over(history => history.Bought.ServerHours * options.OwnedPrice),
            BoughtRefusedShare = Over(history => history.Bought.RefusedShare),
            BoughtIdleShare = Over(history => history.Bought.IdleShare),
            BoughtServers = Over(history => history.Bought.Running),
            ElasticCost = Over(history => history.Elastic.ServerHours * options.RentedPrice),
            ElasticRefusedShare = Over(history => history.Elastic.RefusedShare),
            ElasticIdleShare = Over(history => history.Elastic.IdleShare),
            ElasticMostServers = Over(history => history.Most),
            BreakEvenPrice = Over(history => history.Elastic.ServerHours / history.Bought.ServerHours),
            Hours = first.Hours,
            SpikeMinutes = first.SpikeMinutes,
            Events = histories.Sum(history => history.Events),
        };
    }

    /// <param name="Step">What happens.</param>
    /// <param name="Servers">How many are delivered, or the place of the one that has booted.</param>
    /// <param name="Life">In which of its lives.</param>
    private readonly record struct Happening(Step Step, int Servers = 0, int Life = 0);

    private sealed class History
    {
        private readonly ElasticityOptions options;
        private readonly Traffic traffic;
        private readonly Simulator<Happening> simulator = new();
        private readonly List<ElasticityMoment> hours = [];
        private readonly List<ElasticityMoment> spikeMinutes = [];
        private readonly double end;
        private double demand;
        private double lastChange;
        private int ordered;

        public History(ElasticityOptions options, RandomStreams streams)
        {
            this.options = options;
            traffic = new Traffic(options, streams.Stream("noise"));
            Autoscaler = new Autoscaler(options, Elastic, StartToBoot);
            end = options.Days * TimeUnits.MinutesPerDay;
        }

        public Fleet Bought { get; } = new();

        public Fleet Elastic { get; } = new();

        public Autoscaler Autoscaler { get; }

        public IReadOnlyList<ElasticityMoment> Hours => hours;

        public IReadOnlyList<ElasticityMoment> SpikeMinutes => spikeMinutes;

        public long Events => simulator.Events;

        private bool IsOfTheHour => (long)simulator.Now % TimeUnits.MinutesPerHour == 0;

        private bool IsOfTheSpike =>
            options.Spike > 1 && simulator.Now - (options.SpikeDay * TimeUnits.MinutesPerDay) is >= -CloseUpBefore and <= CloseUpAfter;

        public void Run(CancellationToken cancellation)
        {
            ordered = ServersFor(traffic.ForecastPeak(0, options.LeadTimeDays * TimeUnits.MinutesPerDay));
            Deliver(ordered);
            simulator.Schedule(new(Step.Order), 0);
            simulator.Schedule(new(Step.NewMinute), 0);
            while (simulator.Next(out var happening))
            {
                LetTimePass();
                if (simulator.Now >= end)
                {
                    break;
                }

                Happen(happening);
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
                case Step.NewMinute:
                    demand = traffic.DemandAt(simulator.Now);
                    Autoscaler.Decide(simulator.Now, demand);
                    if (IsOfTheHour || IsOfTheSpike)
                    {
                        // After whatever else happens in this minute.
                        simulator.Schedule(new(Step.Observe), 0);
                    }

                    simulator.Schedule(happening, 1);
                    break;

                case Step.Observe:
                    Observe();
                    break;

                case Step.Booted:
                    Autoscaler.Booted(happening.Servers, happening.Life);
                    break;

                case Step.Order:
                    Order();
                    simulator.Schedule(happening, options.OrderEveryDays * TimeUnits.MinutesPerDay);
                    break;

                case Step.Delivery:
                    Deliver(happening.Servers);
                    break;
            }
        }

        [MethodImpl(HotPath.Inlined)]
        private void LetTimePass()
        {
            double minutes = simulator.Now - lastChange;
            if (minutes > 0)
            {
                Bought.Advance(minutes, demand, options.ServerCapacity);
                Elastic.Advance(minutes, demand, options.ServerCapacity);
                lastChange = simulator.Now;
            }
        }

        // The site is older than the simulation: the servers it starts with are up.
        private void StartToBoot(int place, int life) =>
            simulator.Schedule(new(Step.Booted, place, life), simulator.Now == 0 ? 0 : options.BootSeconds / TimeUnits.SecondsPerMinute);

        private void Order()
        {
            double untilTheNextDelivery = (options.LeadTimeDays + options.OrderEveryDays) * TimeUnits.MinutesPerDay;
            int wanted = ServersFor(traffic.ForecastPeak(simulator.Now, untilTheNextDelivery));
            if (wanted > ordered)
            {
                simulator.Schedule(new(Step.Delivery, wanted - ordered), options.LeadTimeDays * TimeUnits.MinutesPerDay);
                ordered = wanted;
            }
        }

        private void Deliver(int servers)
        {
            Bought.Running += servers;
            Bought.Paid += servers;
        }

        private int ServersFor(double peak) => (int)Math.Ceiling(peak * (1 + options.Reserve) / options.ServerCapacity);

        private void Observe()
        {
            var moment = new ElasticityMoment(
                simulator.Now / TimeUnits.MinutesPerDay, demand, Bought.Running * options.ServerCapacity, Elastic.Running * options.ServerCapacity);
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
