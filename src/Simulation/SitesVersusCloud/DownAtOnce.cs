using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.SitesVersusCloud;

/// <summary>
/// In theory, how many sites are down at a random moment.
/// </summary>
/// <remarks>
/// Sites that fail and return independently are down like coins: their number is binomial, whatever the distributions
/// of the times, of which only the means count (D. R. Cox, "Renewal Theory", 1962, chapter 7). An outage that takes
/// each site with the same probability makes the number binomial again while it lasts, with a much larger mean; over
/// all time it is a mixture of the two.
/// </remarks>
public static class DownAtOnce
{
    /// <summary>With servers of their own: for each k from 0 to n, the share of time in which exactly k sites are down.</summary>
    /// <param name="options">The sites; simulation settings play no part.</param>
    /// <returns>n + 1 shares that add up to 1.</returns>
    public static IReadOnlyList<double> OnOwnServers(SitesVersusCloudOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Mixture(options.Sites, options.Own);
    }

    /// <summary>On one cloud: for each k from 0 to n, the share of time in which exactly k sites are down.</summary>
    /// <param name="options">The sites; simulation settings play no part.</param>
    /// <returns>n + 1 shares that add up to 1.</returns>
    public static IReadOnlyList<double> OnTheCloud(SitesVersusCloudOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Mixture(options.Sites, options.Cloud);
    }

    /// <summary>From the shares of time with exactly k down to those with at least k down.</summary>
    /// <param name="exactly">The share for each k from 0 on.</param>
    /// <returns>As many shares, the first of them 1 but for rounding.</returns>
    public static IReadOnlyList<double> AtLeast(IReadOnlyList<double> exactly)
    {
        ArgumentNullException.ThrowIfNull(exactly);
        double[] atLeast = [.. exactly];

        // From the rare end, so that small shares are not lost beside large ones.
        for (int k = atLeast.Length - 2; k >= 0; k--)
        {
            atLeast[k] += atLeast[k + 1];
        }

        return atLeast;
    }

    /// <summary>Whether <paramref name="down"/> sites are more than the share that counts as many.</summary>
    /// <remarks>
    /// The quotient of two whole numbers is the number that is nearest to it, and so is a share as it is typed: 29 of 100
    /// are not more than 0.29. The product 0.29 · 100 is a little less than 29.
    /// </remarks>
    internal static bool IsMany(SitesVersusCloudOptions options, int down) => (double)down / options.Sites > options.Many;

    /// <summary>The share of time in which more than the share that counts as many are down.</summary>
    internal static double Many(SitesVersusCloudOptions options, IReadOnlyList<double> exactly) =>
        Enumerable.Range(0, exactly.Count).Where(down => IsMany(options, down)).Sum(down => exactly[down]);

    private static double[] Mixture(int sites, World world)
    {
        double[] usually = Binomial(sites, world.Failed);
        double[] inOutage = Binomial(sites, world.DownInOutage);
        return [.. usually.Zip(inOutage, (calm, outage) => ((1 - world.Out) * calm) + (world.Out * outage))];
    }

    private static double[] Binomial(int trials, double probability)
    {
        var shares = new double[trials + 1];
        if (probability >= 1)
        {
            shares[trials] = 1;
            return shares;
        }

        // By logarithms: the shares span more orders of magnitude than a number has.
        double logOdds = PortableMath.Log(probability) - PortableMath.Log(1 - probability);
        double log = trials * PortableMath.Log(1 - probability);
        shares[0] = PortableMath.Exp(log);
        for (int k = 1; k <= trials; k++)
        {
            log += PortableMath.Log((double)(trials - k + 1) / k) + logOdds;
            shares[k] = PortableMath.Exp(log);
        }

        return shares;
    }
}
