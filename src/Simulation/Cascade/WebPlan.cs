using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Cascade;

/// <summary>
/// What all webs of one make share: the sizes of their layers, how known the services of a layer are, and how likely a
/// service is to fail itself.
/// </summary>
internal sealed class WebPlan
{
    private readonly CascadeOptions options;
    private readonly double[][] known;
    private readonly double[] regions;
    private readonly double firstTwo;
    private readonly double firstThree;
    private readonly double smallShare;

    public WebPlan(CascadeOptions options)
    {
        this.options = options;
        Sizes = SizesOf(options);
        known = [.. Sizes.Select(size => Cumulative(size, options.Fame))];
        regions = Cumulative(options.Regions, exponent: 1);
        firstTwo = options.Aws + options.Azure;
        firstThree = firstTwo + options.Google;
        smallShare = Math.Max(0, 1 - options.Aws - options.Azure - options.Google) / options.SmallerProviders;
        ProviderShare = options.Provider switch
        {
            CloudProvider.Aws => options.Aws,
            CloudProvider.Azure => options.Azure,
            CloudProvider.Google => options.Google,
            _ => smallShare,
        };
    }

    /// <summary>The services of each layer, from the lowest.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>The share of a provider's services that are in its largest region.</summary>
    public double LargestRegion => regions[0];

    /// <summary>The failing provider's share.</summary>
    public double ProviderShare { get; }

    /// <summary>The place in its layer of the service that a uniform number points at, the best known first.</summary>
    public int Pick(int layer, double uniform)
    {
        int found = Array.BinarySearch(known[layer], uniform);
        return found < 0 ? ~found : found;
    }

    /// <summary>The provider that a uniform number points at when the shares are laid out one after the other.</summary>
    public int ProviderAt(double uniform) =>
        uniform < options.Aws ? (int)CloudProvider.Aws
        : uniform < firstTwo ? (int)CloudProvider.Azure
        : uniform < firstThree ? (int)CloudProvider.Google
        : (int)CloudProvider.Smaller + (int)Math.Min((uniform - firstThree) / smallShare, options.SmallerProviders - 1);

    /// <summary>The region of its provider that a uniform number points at, the largest first.</summary>
    public int RegionAt(double uniform) => Array.FindIndex(regions, sum => uniform < sum);

    /// <summary>How the services of a layer are preferred, the best known first.</summary>
    public IReadOnlyList<double> Weights(int layer) => [.. known[layer].Select((sum, place) => place == 0 ? sum : sum - known[layer][place - 1])];

    // A layer never runs empty; what rounding leaves over is in the highest, which is the largest.
    private static int[] SizesOf(CascadeOptions options)
    {
        double[] weights = [.. Enumerable.Range(0, options.Layers).Select(layer => PortableMath.Pow(options.Growth, layer))];
        double all = weights.Sum();
        int[] sizes = [.. weights.Select(weight => Math.Max(1, (int)Rounding.Down(options.Services * weight / all)))];
        sizes[^1] += options.Services - sizes.Sum();
        return sizes;
    }

    private static double[] Cumulative(int count, double exponent)
    {
        double[] sums = new double[count];
        double sum = 0;
        for (int rank = 1; rank <= count; rank++)
        {
            sum += PortableMath.Pow(rank, -exponent);
            sums[rank - 1] = sum;
        }

        return Array.ConvertAll(sums, partial => partial / sum);
    }
}
