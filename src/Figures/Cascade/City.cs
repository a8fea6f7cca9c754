using InteractiveArticle.Figures.Scenes.Painting;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Cascade;

namespace InteractiveArticle.Figures.Cascade;

/// <summary>
/// A web as a city: a building for every provider, a window for every service. In a large building the largest region has
/// the lower floors; a smaller provider has a house one window wide, or a few where streets stand above one another. Every
/// floor is full but the highest, and that has walls only where it has windows.
/// </summary>
internal sealed class City
{
    /// <summary>The height that is free for a roof above every building.</summary>
    public const double RoofHeight = 16;

    private const double WallMargin = 4;
    private const double HouseMargin = 0.8;
    private const double BetweenHouses = 0.8;
    private const double BetweenBuildings = 16;

    // Of the strips below a street with plugs and names under them, and of one that has a single plug with its name beside it.
    private const double LargeFooting = 90;
    private const double HouseFooting = 58;

    // Above the roofs of the street in which the best-known service is.
    private const double NameHeight = 18;

    // Of a large building, in windows; streets above one another have to be low.
    private const double HeightToWidth = 2.6;
    private const double LowHeightToWidth = 1.2;
    private const double WidestGap = 0.6; // between neighbours where there is room, in windows
    private const double LargestPitch = 16;
    private const double SmallestPitch = 5;
    private const double PitchStep = 0.2;

    // What the highest house of streets above one another has, whichever leaves most room for the windows; in floors.
    private const int LowestStreet = 3;
    private const int HighestStreet = 8;

    // Room for two plugs or for a name.
    private const double NarrowestFirst = 110;
    private const double NarrowestSlot = 56;

    private readonly Dictionary<int, Area> panes = [];
    private readonly List<Building> buildings = [];
    private readonly List<double> grounds = [];

    /// <param name="web">The services.</param>
    /// <param name="area">Where the city may stand, with what is below its streets.</param>
    /// <param name="isWide">Whether all buildings stand in one street, or the smaller ones in two of their own.</param>
    public City(IReadOnlyList<WebService> web, Area area, bool isWide)
    {
        int[][] tenants = [.. from service in Enumerable.Range(0, web.Count) group service by web[service].Home.Provider into provider orderby provider.Key select provider.ToArray()];
        Plan[] plans = [.. tenants.Select(services => new Plan(web, services))];
        Plan[] large = [.. plans.Where(plan => plan.IsLarge)];
        Plan[] small = [.. plans.Where(plan => !plan.IsLarge)];
        int half = (small.Length + 1) / 2;
        Plan[][] streets = isWide ? [plans] : [.. new Plan[][] { large, small[..half], small[half..] }.Where(street => street.Length > 0)];
        double pitchWith(int floors) => PitchOf(streets, area, isWide ? HeightToWidth : LowHeightToWidth, floors);
        Pitch = pitchWith(isWide ? int.MaxValue : Enumerable.Range(LowestStreet, HighestStreet - LowestStreet + 1).MaxBy(pitchWith));
        PaneWidth = Pitch * 0.74;
        PaneHeight = RowOf(Pitch) * 0.72;
        double y = isWide ? area.Bottom - Height(plans, Pitch) : area.Y;
        foreach (var street in streets)
        {
            y += Height(street, Pitch);
            Build(street, area, y - FootingOf(street));
        }
    }

    /// <summary>How far apart the windows of a floor are.</summary>
    public double Pitch { get; }

    /// <summary>The width of a window.</summary>
    public double PaneWidth { get; }

    /// <summary>The height of a window.</summary>
    public double PaneHeight { get; }

    /// <summary>The buildings, from the largest providers on.</summary>
    public IReadOnlyList<Building> Buildings => buildings;

    /// <summary>The height of the ground of each street, from the upper to the lower one.</summary>
    public IReadOnlyList<double> Grounds => grounds;

    /// <summary>The window of a service.</summary>
    /// <param name="service">The service, by its place in the web.</param>
    public Area Pane(int service) => panes[service];

    private static double RowOf(double pitch) => pitch * 1.2;

    private static double Width(IReadOnlyList<Plan> street, double pitch) =>
        street.Sum(plan => plan.IsLarge ? Slot(plan, pitch) + BetweenBuildings : (plan.Columns * pitch) + (2 * HouseMargin)) - (street[^1].IsLarge ? BetweenBuildings : 0);

    private static double Slot(Plan plan, double pitch) =>
        Math.Max(plan.Provider == 0 ? NarrowestFirst : NarrowestSlot, (plan.Columns * pitch) + (2 * WallMargin));

    private static double Height(IReadOnlyList<Plan> street, double pitch) =>
        (street.Any(plan => plan.HasTheBestKnown) ? NameHeight : 0) + RoofHeight + WallMargin + (street.Max(plan => plan.Rows) * RowOf(pitch)) + FootingOf(street);

    private static double FootingOf(IReadOnlyList<Plan> street) =>
        street[0].IsLarge ? LargeFooting : street[0].Provider == (int)CloudProvider.Smaller ? HouseFooting : 0;

    // The largest that leaves room for everything.
    private static double PitchOf(IReadOnlyList<Plan[]> streets, Area area, double heightToWidth, int floorsOfAHouse)
    {
        foreach (var plan in streets.SelectMany(street => street))
        {
            plan.Fill(heightToWidth, floorsOfAHouse);
        }

        double pitch = LargestPitch;
        while (pitch > SmallestPitch && (streets.Any(street => Width(street, pitch) > area.Width) || streets.Sum(street => Height(street, pitch)) > area.Height))
        {
            pitch -= PitchStep;
        }

        return pitch;
    }

    private void Build(IReadOnlyList<Plan> street, Area area, double ground)
    {
        grounds.Add(ground);
        double row = RowOf(Pitch);
        double gap = Math.Min(WidestGap * Pitch, (area.Width - Width(street, Pitch)) / street.Count);
        double x = area.X;
        foreach (var plan in street)
        {
            double margin = plan.IsLarge ? WallMargin : HouseMargin;
            double width = (plan.Columns * Pitch) + (2 * margin);
            for (int n = 0; n < plan.Services.Count; n++)
            {
                var (column, floor) = plan.Place(n);
                panes.Add(plan.Services[n], new(
                    x + margin + (column * Pitch) + ((Pitch - PaneWidth) / 2),
                    ground - ((floor + 1) * row) + ((row - PaneHeight) / 2) - 1,
                    PaneWidth,
                    PaneHeight));
            }

            double height = (plan.FullRows * row) + WallMargin;
            double between = plan.IsLarge ? 0 : BetweenHouses;
            var walls = new Area(x, ground - height, width - between, height);
            Area? attic = plan.InAttic > 0 ? new Area(x, walls.Y - row, (plan.InAttic * Pitch) + (2 * margin) - between, row + 1) : null;
            buildings.Add(new(plan.Provider, plan.IsLarge, ground, walls, attic, plan.InRegion > 0 ? RegionOf(plan, walls, ground) : null));
            x += gap + (plan.IsLarge ? Slot(plan, Pitch) + BetweenBuildings : width);
        }
    }

    // The outline of the floors, the last of which others may share.
    private string RegionOf(Plan plan, Area walls, double ground)
    {
        double left = walls.X + 1.5;
        int full = plan.InRegion / plan.Columns;
        int more = plan.InRegion % plan.Columns;
        string below(int floors) => Css.Number(ground - (floors * RowOf(Pitch)) - 2);
        string whole = full > 0 ? $"H{Css.Number(walls.Right - 1.5)}V{below(full)}" : "";
        string part = more > 0 ? $"H{Css.Number(walls.X + WallMargin + (more * Pitch))}V{below(full + 1)}" : "";
        return $"M{Css.Number(left)} {Css.Number(ground - 1)}{whole}{part}H{Css.Number(left)}z";
    }

    /// <summary>A building of a city.</summary>
    /// <param name="Provider">Whose it is, as <see cref="ServiceHome.Provider"/>.</param>
    /// <param name="IsLarge">Whether it is one of the named providers'.</param>
    /// <param name="Ground">The height that it stands on.</param>
    /// <param name="Walls">Where its full floors are.</param>
    /// <param name="Attic">Where the floor above them is that is not full; null where there is none.</param>
    /// <param name="Region">The outline of the largest region's floors, as a path; null where it has none of its own.</param>
    public sealed record Building(int Provider, bool IsLarge, double Ground, Area Walls, Area? Attic, string? Region)
    {
        /// <summary>What its roof stands on.</summary>
        public Area Top => Attic ?? Walls;
    }

    // How a provider's services fill its building, floor by floor: those of the largest region first, and the best-known one as
    // high as it can be, where a line to it crosses the fewest others.
    private sealed class Plan
    {
        public Plan(IReadOnlyList<WebService> web, IReadOnlyList<int> services)
        {
            Provider = web[services[0]].Home.Provider;
            IsLarge = Provider < (int)CloudProvider.Smaller;
            HasTheBestKnown = services.Contains(0);
            bool inRegion(int service) => IsLarge && web[service].Home.Region == 0;
            Services = [.. services.OrderBy(service => !inRegion(service)).ThenBy(service => service == 0).ThenBy(service => IsLarge ? web[service].Home.Region : 0).ThenBy(service => service)];
            InRegion = services.Count(inRegion);
        }

        public int Provider { get; }

        public bool IsLarge { get; }

        public bool HasTheBestKnown { get; }

        public IReadOnlyList<int> Services { get; }

        public int InRegion { get; }

        public int Columns { get; private set; } = 1;

        public int FullRows => Services.Count / Columns;

        public int InAttic => Services.Count % Columns;

        public int Rows => FullRows + (InAttic > 0 ? 1 : 0);

        public void Fill(double heightToWidth, int floorsOfAHouse) =>
            Columns = (int)Math.Ceiling(IsLarge ? Math.Sqrt(Services.Count / heightToWidth) : (double)Services.Count / floorsOfAHouse);

        public (int Column, int Floor) Place(int n) => (n % Columns, n / Columns);
    }
}
