using InteractiveArticle.Simulation.Cascade;

namespace InteractiveArticle.Figures.Cascade;

/// <summary>
/// Where the services of a web are drawn: in columns, one for each hop from what failed, then those that are degraded,
/// then those that are well.
/// </summary>
internal sealed class WebLayout
{
    private const double Band = 0.55;
    private const double Golden = 0.6180339887498949; // steps by the golden section spread without a pattern

    private readonly int hops;
    private readonly IReadOnlyList<WebService> web;
    private readonly (double X, double Y)[] places;

    public WebLayout(IReadOnlyList<WebService> web)
    {
        this.web = web;
        hops = web.Max(service => service.Hop) ?? 0;
        places = new (double X, double Y)[web.Count];

        // From the left to the right, so that every service finds its cause in its place and stands near its height.
        for (int column = First; column <= Well; column++)
        {
            int[] members = [.. InColumn(column).OrderBy(service => web[service].Cause is { } cause ? places[cause].Y : Middle).ThenBy(service => service)];
            for (int i = 0; i < members.Length; i++)
            {
                double sideways = (i * Golden % 1) - 0.5;
                double height = members.Length == 1 ? Middle : Lowest + (2 * (Middle - Lowest) * i / (members.Length - 1));
                places[members[i]] = (column + (Band * sideways), height);
            }
        }
    }

    /// <summary>The column of those that fail at once; each hop has a column of its own after it.</summary>
    public static int First => 2;

    /// <summary>The place of what failed, before all columns. Nothing lies on an axis, which would be drawn through it.</summary>
    public static (double X, double Y) Origin => (1, Middle);

    /// <summary>The lowest place.</summary>
    public static double Lowest => 1;

    /// <summary>The place half way up.</summary>
    public static double Middle => 2;

    /// <summary>The column of the last hop.</summary>
    public int Last => First + hops;

    /// <summary>The column of the degraded.</summary>
    public int Degraded => Last + 1;

    /// <summary>The column of those that are well.</summary>
    public int Well => Last + 2;

    public (double X, double Y) Place(int service) => places[service];

    public IEnumerable<int> InColumn(int column) => Enumerable.Range(0, web.Count).Where(service => ColumnOf(web[service]) == column);

    private int ColumnOf(WebService service) => (First + service.Hop) ?? (service.IsDegraded ? Degraded : Well);
}
