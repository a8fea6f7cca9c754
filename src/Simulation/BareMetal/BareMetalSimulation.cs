using InteractiveArticle.Simulation.Engine;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.BareMetal;

/// <summary>
/// A bought fleet, event by event: servers fail one by one, wait for a new machine where they need one and then for a
/// person, and come back; now and then a common cause takes a whole zone down; every hour visitors ask for what the
/// rhythm of the day and the surprise make them ask for.
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
            (streams, monitor) =>
            {
                var fleet = new Fleet(options, streams);
                fleet.Run(monitor);
                return fleet;
            },
            fleet => new
            {
                fleet.RefusedShare,
                fleet.RefusedInSpike,
                fleet.IdleShare,
                fleet.Availability,
                fleet.Utilisation,
                fleet.FailuresPerServerYear,
                fleet.ReplacementsPerServerYear,
                fleet.InRepair,
                fleet.WaitingForPeople,
                fleet.WaitingForParts,
                fleet.InZonesDown,
                fleet.Events,
            });

        // A fleet forgets a failure when the server is back.
        double hoursAway = options.Mttr + (options.PartShare * TimeUnits.HoursPerDay * options.LeadTimeDays);
        double looksEach = TimeUnits.HoursPerDay * options.Days / (2 * hoursAway);
        return new BareMetalResult
        {
            Servers = options.Servers,
            SpikeStart = options.SpikeStart,
            RefusedShare = Estimate.OfShares(fleets.Select(fleet => fleet.RefusedShare), looksEach),
            RefusedInSpike = Estimate.OfShares(fleets.Select(fleet => fleet.RefusedInSpike), options.SpikeHours / (2 * hoursAway)),
            IdleShare = Estimate.Of(fleets.Select(fleet => fleet.IdleShare)),
            Availability = Estimate.OfShares(fleets.Select(fleet => fleet.Availability), looksEach),
            Utilisation = Estimate.Of(fleets.Select(fleet => fleet.Utilisation)),
            FailuresPerServerYear = Estimate.Of(fleets.Select(fleet => fleet.FailuresPerServerYear)),
            ReplacementsPerServerYear = Estimate.Of(fleets.Select(fleet => fleet.ReplacementsPerServerYear)),
            InRepair = Estimate.Of(fleets.Select(fleet => fleet.InRepair)),
            WaitingForPeople = Estimate.Of(fleets.Select(fleet => fleet.WaitingForPeople)),
            WaitingForParts = Estimate.Of(fleets.Select(fleet => fleet.WaitingForParts)),
            InZonesDown = Estimate.Of(fleets.Select(fleet => fleet.InZonesDown)),
            Hours = first.Hours,
            Events = fleets.Sum(fleet => fleet.Events),
        };
    }

    /// <summary>Records a fleet, machine by machine: the first replication of <see cref="Run"/>.</summary>
    /// <param name="options">The fleet and its visitors.</param>
    /// <param name="experiment">The seed.</param>
    /// <inheritdoc cref="Run" path="/exception"/>
    public static FleetTrace Trace(BareMetalOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();
        var recorder = new FleetRecorder();
        new Fleet(options, new RandomStreams(experiment.Seed, 0), recorder).Run(new ReplicationMonitor(experiment.Cancellation));
        return recorder.Trace;
    }

    private enum EventKind
    {
        HourPasses,
        ServerFails,
        MachineArrives,
        RepairEnds,
        ZoneGoesDown,
        ZoneComesBack,
    }

    /// <param name="Kind">What happens.</param>
    /// <param name="Index">To which server or zone.</param>
    private readonly record struct FleetEvent(EventKind Kind, int Index = 0);

    private sealed class Fleet
    {
        private readonly BareMetalOptions options;
        private readonly FleetRecorder? recorder;
        private readonly ServerLife life;
        private readonly RandomStream[] lives;
        private readonly RandomStream parts;
        private readonly RandomStream repairs;
        private readonly RandomStream[] zones;
        private readonly double end;
        private readonly Simulator<FleetEvent> simulator = new();
        private readonly Queue<int> forParts = new();
        private readonly Queue<int> forPeople = new();
        private readonly int[] brokenIn;
        private readonly bool[] isDown;
        private readonly TimeWeighted working = new();
        private readonly TimeWeighted inRepair = new();
        private readonly TimeWeighted waitingForPeople = new();
        private readonly TimeWeighted waitingForParts = new();
        private readonly TimeWeighted inZonesDown = new();
        private readonly List<FleetHour> hours = [];
        private int serversUp;
        private int serversDark;
        private int busyPeople;
        private int onShelf;
        private long failures;
        private long replacements;
        private double spikeDemand;
        private double spikeServed;

        public Fleet(BareMetalOptions options, RandomStreams streams, FleetRecorder? recorder = null)
        {
            this.options = options;
            this.recorder = recorder;
            life = new ServerLife(options.Mtbf, options.LifeShape);
            lives = [.. Enumerable.Range(0, options.Servers).Select(server => streams.Stream("lives", server))];
            parts = streams.Stream("parts");
            repairs = streams.Stream("repairs");
            zones = [.. Enumerable.Range(0, options.Zones).Select(zone => streams.Stream("zones", zone))];
            brokenIn = new int[options.Zones];
            isDown = new bool[options.Zones];
            serversUp = options.Servers;
            onShelf = options.Spares;
            end = TimeUnits.HoursPerDay * options.Days;
        }

        public IReadOnlyList<FleetHour> Hours => hours;

        public double RefusedShare => 1 - (hours.Sum(hour => hour.Served) / hours.Sum(hour => hour.Demand));

        // Rounding may leave a slightly negative number where all is served or nothing idles.
        public double RefusedInSpike => spikeDemand > 0 ? Math.Max(0, 1 - (spikeServed / spikeDemand)) : double.NaN;

        public double IdleShare => Math.Max(0, 1 - (hours.Sum(hour => hour.Served) / (hours.Count * options.Servers * options.ServerCapacity)));

        public double Availability => working.Mean(end) / options.Servers;

        public double Utilisation => hours.Sum(hour => hour.Capacity) is > 0 and var capacity ? hours.Sum(hour => hour.Served) / capacity : double.NaN;

        public double FailuresPerServerYear => options.Servers - InRepair - WaitingForParts is > 0 and var whole ? failures / (whole * Years) : double.NaN;

        public double ReplacementsPerServerYear => replacements / (options.Servers * Years);

        public double InRepair => inRepair.Mean(end);

        public double WaitingForPeople => waitingForPeople.Mean(end);

        public double WaitingForParts => waitingForParts.Mean(end);

        public double InZonesDown => inZonesDown.Mean(end);

        public long Events => simulator.Events;

        private double Years => end / TimeUnits.HoursPerYear;

        public void Run(ReplicationMonitor monitor)
        {
            for (int server = 0; server < options.Servers; server++)
            {
                simulator.Schedule(new(EventKind.ServerFails, server), life.NextRemainder(lives[server], TimeUnits.HoursPerYear * options.AgeYears));
            }

            if (options.ZoneOutageRate > 0)
            {
                BeginZones();
            }

            RecordState();
            simulator.Schedule(new(EventKind.HourPasses), 0);
            while (simulator.Next(out var next) && simulator.Now < end)
            {
                Handle(next);
                RecordState();
                if ((simulator.Events & 0xFFFF) == 0)
                {
                    monitor.Reach(simulator.Now / end);
                }
            }
        }

        private void Handle(FleetEvent next)
        {
            switch (next.Kind)
            {
                case EventKind.HourPasses:
                    Serve();
                    simulator.Schedule(next, 1);
                    break;

                case EventKind.ServerFails:
                    Break(next.Index);
                    SendPeople();
                    break;

                case EventKind.MachineArrives:
                    onShelf++;
                    recorder?.Shelf(simulator.Now, onShelf);
                    HandOutMachines();
                    SendPeople();
                    break;

                case EventKind.RepairEnds:
                    busyPeople--;
                    Restore(next.Index);
                    SendPeople();
                    break;

                case EventKind.ZoneGoesDown:
                    TakeDown(next.Index);
                    break;

                case EventKind.ZoneComesBack:
                    BringBack(next.Index);
                    break;
            }
        }

        private void Break(int server)
        {
            failures++;
            int zone = ZoneOf(server);
            brokenIn[zone]++;
            serversUp -= isDown[zone] ? 0 : 1;
            if (parts.NextBernoulli(options.PartShare))
            {
                replacements++;
                simulator.Schedule(new(EventKind.MachineArrives), TimeUnits.HoursPerDay * options.LeadTimeDays);
                recorder?.Order(simulator.Now, simulator.Now + (TimeUnits.HoursPerDay * options.LeadTimeDays));
                recorder?.Turn(simulator.Now, server, ServerCondition.WaitingForMachine);
                forParts.Enqueue(server);
                HandOutMachines();
            }
            else
            {
                WaitForPeople(server);
            }
        }

        private void Restore(int server)
        {
            int zone = ZoneOf(server);
            brokenIn[zone]--;
            recorder?.Turn(simulator.Now, server, ServerCondition.Whole);
            serversUp += isDown[zone] ? 0 : 1;
            simulator.Schedule(new(EventKind.ServerFails, server), life.Next(lives[server]));
        }

        private void HandOutMachines()
        {
            while (onShelf > 0 && forParts.TryDequeue(out int server))
            {
                onShelf--;
                recorder?.Shelf(simulator.Now, onShelf);
                WaitForPeople(server);
            }
        }

        private void WaitForPeople(int server)
        {
            recorder?.Turn(simulator.Now, server, ServerCondition.WaitingForPerson);
            forPeople.Enqueue(server);
        }

        private void SendPeople()
        {
            while (busyPeople < options.Crew && forPeople.TryDequeue(out int server))
            {
                busyPeople++;
                recorder?.Turn(simulator.Now, server, ServerCondition.InRepair);
                simulator.Schedule(new(EventKind.RepairEnds, server), repairs.NextExponential(options.Mttr));
            }
        }

        // Exponential times are memoryless, so zones that begin in the state in which theory expects them need no warming up.
        private void BeginZones()
        {
            for (int zone = 0; zone < options.Zones; zone++)
            {
                if (zones[zone].NextBernoulli(options.ZoneDownShare))
                {
                    TakeDown(zone);
                }
                else
                {
                    simulator.Schedule(new(EventKind.ZoneGoesDown, zone), UpTime(zone));
                }
            }
        }

        private void TakeDown(int zone)
        {
            isDown[zone] = true;
            recorder?.Zone(simulator.Now, zone, isDown: true);
            serversUp -= ServersIn(zone) - brokenIn[zone];
            serversDark += ServersIn(zone);
            simulator.Schedule(new(EventKind.ZoneComesBack, zone), zones[zone].NextExponential(options.ZoneOutageHours));
        }

        private void BringBack(int zone)
        {
            isDown[zone] = false;
            recorder?.Zone(simulator.Now, zone, isDown: false);
            serversUp += ServersIn(zone) - brokenIn[zone];
            serversDark -= ServersIn(zone);
            simulator.Schedule(new(EventKind.ZoneGoesDown, zone), UpTime(zone));
        }

        private double UpTime(int zone) => zones[zone].NextExponential(TimeUnits.HoursPerYear / options.ZoneOutageRate);

        // Servers are dealt out to the zones like cards.
        private int ZoneOf(int server) => server % options.Zones;

        private int ServersIn(int zone) => (options.Servers - zone + options.Zones - 1) / options.Zones;

        private void Serve()
        {
            double now = simulator.Now;
            double busiest = options.Forecast * (1 + options.ForecastError);

            // Busiest at 18:00, quietest twelve hours later.
            double rhythm = 1 - (options.NightDepth * (1 - PortableMath.SineOfTurns((now - 12) / TimeUnits.HoursPerDay)) / 2);
            bool isSpike = now >= options.SpikeStart && now < options.SpikeStart + options.SpikeHours;
            double demand = (busiest * rhythm) + (isSpike ? busiest * options.SpikeSize : 0);
            double capacity = serversUp * options.ServerCapacity;
            double served = Math.Min(demand, capacity);
            hours.Add(new(hours.Count, demand, capacity, served));
            if (isSpike)
            {
                spikeDemand += demand;
                spikeServed += served;
            }
        }

        private void RecordState()
        {
            working.Set(simulator.Now, serversUp);
            waitingForParts.Set(simulator.Now, forParts.Count);
            waitingForPeople.Set(simulator.Now, forPeople.Count);
            inRepair.Set(simulator.Now, busyPeople + forPeople.Count);
            inZonesDown.Set(simulator.Now, serversDark);
        }
    }
}
