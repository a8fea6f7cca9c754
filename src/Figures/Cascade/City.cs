using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Cascade;

namespace InteractiveArticle.Figures.Cascade;

/// <summary>
/// A web as a city: a building for every provider, a window for every service. In a large building the largest region has
/// the lower floors; a smaller provider has a house one window wide.
/// </summary>
internal sealed class City
{
    private const double WallMargin = 4;
    private const double HouseMargin = 0.8;
    private const double RoofHeight = 16;
    private const double BetweenBuildings = 16;

    // Of a large building, in windows; streets above one another have to be low.
    private const double HeightToWidth = 2.6;
    private const double LowHeightToWidth = 1.2;
    private const double WidestGap = 0.6; // between neighbours where there is room, in windows
    private const double LargestPitch = 16;
    private const double SmallestPitch = 5;
    private const double PitchStep = 0.2;

    // Room for two plugs or for a name.
    private const double NarrowestFirst = 98;
    private const double NarrowestSlot = 56;

    private readonly Dictionary<int, Area> panes = [];
    private readonly List<Building> buildings = [];

    /// <param name="web">The services.</param>
    /// <param name="area">Where the city may stand.</param>
    /// <param name="footing">The height of the strip below a street.</param>
    /// <param name="isWide">Whether all buildings stand in one street, or the smaller ones in two of their own.</param>
    public City(IReadOnlyList<WebService> web, Area area, double footing, bool isWide)
    {
        int[][] tenants = [.. from service in Enumerable.Range(0, web.Count) group service by web[service].Home.Provider into provider orderby provider.Key select provider.ToArray()];
        Plan[] plans = [.. tenants.Select(services => new Plan(web, services, isWide ? HeightToWidth : LowHeightToWidth))];
        Plan[] large = [.. plans.Where(plan => plan.IsLarge)];
        Plan[] small = [.. plans.Where(plan => !plan.IsLarge)];
        int half = (small.Length + 1) / 2;
        Plan[][] streets = isWide ? [[.. large, .. small]] : [.. new Plan[][] { large, small[..half], small[half..] }.Where(street => street.Length > 0)];

        // Nothing stands below the last of several streets.
        double footings = Math.Max(1, streets.Length - 1) * footing;
        double rows(IReadOnlyList<Plan> street) => street.Max(plan => plan.Rows);
        double pitch = LargestPitch;
        while (pitch > SmallestPitch
            && (streets.Any(street => Width(street, pitch) > area.Width)
                || streets.Sum(street => RoofHeight + WallMargin + (rows(street) * RowOf(pitch))) + footings > area.Height))
        {
            pitch -= PitchStep;
        }

        Pitch = pitch;
        PaneWidth = pitch * 0.74;
        PaneHeight = RowOf(pitch) * 0.72;
        double ground = isWide ? area.Bottom - footing : area.Y;
        Grounds = [.. streets.Select((street, n) =>
        {
            ground = isWide ? ground : ground + RoofHeight + WallMargin + (rows(street) * RowOf(pitch)) + (n > 0 ? footing : 0);
            Build(street, area, ground);
            return ground;
        })];
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
    public IReadOnlyList<double> Grounds { get; }

    /// <summary>The window of a service.</summary>
    /// <param name="service">The service, by its place in the web.</param>
    public Area Pane(int service) => panes[service];

    private static double RowOf(double pitch) => pitch * 1.2;

    private static double Width(IReadOnlyList<Plan> street, double pitch) =>
        street.Sum(plan => plan.IsLarge ? Slot(plan, pitch) + BetweenBuildings : pitch + (2 * HouseMargin)) - (street[^1].IsLarge ? BetweenBuildings : 0);

    private static double Slot(Plan plan, double pitch) =>
        Math.Max(plan.Provider == 0 ? NarrowestFirst : NarrowestSlot, (plan.Columns * pitch) + (2 * WallMargin));

    private void Build(IReadOnlyList<Plan> street, Area area, double ground)
    {
        double row = RowOf(Pitch);
        double gap = Math.Min(WidestGap * Pitch, (area.Width - Width(street, Pitch)) / street.Count);
        double x = area.X;
        foreach (var plan in street)
        {
            double margin = plan.IsLarge ? WallMargin : HouseMargin;
            double width = (plan.Columns * Pitch) + (2 * margin);
            double height = (plan.Rows * row) + WallMargin;
            for (int n = 0; n < plan.Services.Count; n++)
            {
                var (column, floor) = plan.Place(n);
                panes.Add(plan.Services[n], new(
                    x + margin + (column * Pitch) + ((Pitch - PaneWidth) / 2),
                    ground - ((floor + 1) * row) + ((row - PaneHeight) / 2) - 1,
                    PaneWidth,
                    PaneHeight));
            }

            var walls = new Area(x, ground - height, width - (plan.IsLarge ? 0 : 0.8), height);
            double regionHeight = (plan.RegionRows * row) + 1;
            buildings.Add(new(plan.Provider, plan.IsLarge, walls, plan.RegionRows > 0 ? new(x + 1.5, ground - regionHeight - 1, width - 3, regionHeight) : null));
            x += gap + (plan.IsLarge ? Slot(plan, Pitch) + BetweenBuildings : width);
        }
    }

    /// <summary>A building of a city.</summary>
    /// <param name="Provider">Whose it is, as <see cref="ServiceHome.Provider"/>.</param>
    /// <param name="IsLarge">Whether it is one of the named providers'.</param>
    /// <param name="Walls">Where it stands.</param>
    /// <param name="Region">The floors of the largest region; null where it has none of its own.</param>
    public sealed record Building(int Provider, bool IsLarge, Area Walls, Area? Region);

    // How a provider's services fill its building: those of the largest region first, on floors of their own.
    private sealed class Plan
    {
        private readonly int inRegion;

        public Plan(IReadOnlyList<WebService> web, IReadOnlyList<int> services, double heightToWidth)
        {
            Provider = web[services[0]].Home.Provider;
            IsLarge = Provider < (int)CloudProvider.Smaller;
            Services = IsLarge ? [.. services.OrderBy(service => web[service].Home.Region).ThenBy(service => service)] : services;
            inRegion = IsLarge ? services.Count(service => web[service].Home.Region == 0) : 0;
            Columns = IsLarge ? (int)Math.Ceiling(Math.Sqrt(services.Count / heightToWidth)) : 1;
            RegionRows = Floors(inRegion);
            Rows = RegionRows + Floors(services.Count - inRegion);
        }

        public int Provider { get; }

        public bool IsLarge { get; }

        public IReadOnlyList<int> Services { get; }

        public int Columns { get; }

        public int Rows { get; }

        public int RegionRows { get; }

        public (int Column, int Floor) Place(int n) =>
            n < inRegion ? (n % Columns, n / Columns) : ((n - inRegion) % Columns, RegionRows + ((n - inRegion) / Columns));

        private int Floors(int services) => (services + Columns - 1) / Columns;
    }
}
