using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Modelling;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.BareMetal;

/// <summary>The road on which ordered machines travel, and the shelf at its end. As far as a parcel has come, as many days are over.</summary>
/// <param name="story">What happens.</param>
/// <param name="road">The road, from the supplier on the left to the shelf on the right.</param>
/// <param name="shelf">The shelf.</param>
internal sealed class ParcelRoad(FleetStory story, Area road, Area shelf)
{
    private const double Machine = 13;
    private const double Above = 11;
    private const int MachinesInRow = 10;
    private const double CarrySeconds = 0.7;

    private double LeadHours => story.Options.LeadTimeDays * TimeUnits.HoursPerDay;

    /// <summary>A parcel around the origin.</summary>
    public static Part[] Parcel { get; } = [Box(Paint.Hop, Paint.Ink), new Line("M0 -6V6", Paint.Ink, 1.5)];

    /// <summary>How many parcels are on the road at a moment.</summary>
    /// <param name="hour">The moment; hours from the beginning.</param>
    public int OnTheRoad(double hour) => story.Orders.Count(order => order.Ordered <= hour && hour < order.Arrives);

    /// <summary>The road, the parcels, and the shelf.</summary>
    public IEnumerable<Part> Parts() =>
    [
        new Line(Invariant($"M{road.X} {road.Bottom}H{road.Right}"), Paint.Edge, 3),
        new Line(DayMarks(), Paint.Edge, 1.5),
        new Word(road.X, road.Bottom + 20, "ordered", TextStyles.Small),
        new Word(road.Right, road.Bottom + 20, Arrival(), TextStyles.Small) { Anchor = Anchor.End },
        .. story.Orders.Where(order => order.Arrives > order.Ordered).Select(order => Travelling(order.Ordered)),
        new Box(shelf, Paint.Raised, Paint.Hairline, Radius: 4),
        new Crowd(ActorShape.Square, Machine, Machine, [.. Enumerable.Range(0, story.Options.Spares).Select(Spare)]),
    ];

    /// <summary>New machines that are carried to where they are needed, from the shelf or straight from the road.</summary>
    /// <param name="floor">Where the servers are.</param>
    public IEnumerable<Part> Carried(FleetFloor floor) =>
        from breakdown in story.Breakdowns
        where breakdown.NeedsMachine && breakdown.HasMachine < story.End
        let taken = story.Time.Film(breakdown.HasMachine)
        where taken + CarrySeconds <= story.Time.Duration // none hangs in the air when the film ends
        let place = floor.Place(breakdown.Server)
        let source = breakdown.WaitsForMachine ? (X: road.Right, Y: road.Bottom - Above) : Slot(story.Shelf.Last(level => level.Hour <= breakdown.HasMachine).Machines)
        select new Mover([new(taken, source.X, source.Y, Pace.Both), new(taken + CarrySeconds, place.CentreX, place.CentreY)], [Box(Paint.Raised, Paint.Serving)]) { IsPassing = true };

    private static Box Box(Paint fill, Paint outline) => new(new(-Machine / 2, -Machine / 2, Machine, Machine), fill, outline, Radius: 2);

    // The middle of a place on the shelf.
    private (double X, double Y) Slot(int n) => (shelf.X + 19 + (n % MachinesInRow * 17), shelf.Y + 33 + (n / MachinesInRow * 18));

    private string Arrival() => story.Options.LeadTimeDays switch
    {
        0 => "here at once",
        1 => "1 day later: here",
        var days => Prose($"{days:0.#} days later: here"),
    };

    // A mark a week, or a day where it is less than two weeks.
    private string DayMarks()
    {
        double days = story.Options.LeadTimeDays;
        double step = days < 2 * TimeUnits.DaysPerWeek ? 1 : TimeUnits.DaysPerWeek;
        return Invariant($"M{road.X} {road.Bottom - 5}v10") + string.Concat(
            Enumerable.Range(1, (int)(days / step)).Select(n => Invariant($"M{road.X + (n * step / days * road.Width):0.#} {road.Bottom - 5}v10")));
    }

    private Mover Travelling(double ordered)
    {
        double arrives = ordered + LeadHours;
        double end = story.Time.End;
        double[] hours = [ordered, .. story.Time.Knots.Select(knot => knot.Story).Where(hour => hour > ordered && hour < arrives), .. arrives < end ? [arrives] : Array.Empty<double>()];
        List<Place> places = [.. hours.Select(hour => new Place(story.Time.Film(hour), road.X + ((hour - ordered) / LeadHours * road.Width), road.Bottom - Above))];
        if (arrives >= end)
        {
            // Still on its way when the film ends.
            places.Add(places[^1] with { At = story.Time.Duration + 1 });
        }

        return new Mover(places, Parcel) { IsPassing = true };
    }

    private Actor Spare(int n)
    {
        List<Turn> turns = [];
        bool isThere = true;
        foreach (var (hour, machines) in story.Shelf)
        {
            if (machines > n == isThere)
            {
                continue;
            }

            isThere = machines > n;
            double film = story.Time.Film(hour);
            if (turns.Count > 0 && turns[^1].At == film)
            {
                // Taken in the moment in which it came.
                turns.RemoveAt(turns.Count - 1);
            }
            else
            {
                turns.Add(new(film, isThere ? ActorState.Idle : ActorState.Gone));
            }
        }

        var (x, y) = Slot(n);
        return new Actor(Invariant($"spare {n}"), x - (Machine / 2), y - (Machine / 2), ActorState.Idle, turns);
    }
}
