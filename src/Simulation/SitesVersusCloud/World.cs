namespace InteractiveArticle.Simulation.SitesVersusCloud;

/// <summary>
/// How sites fail: each by itself, and now and then a share of all at once.
/// </summary>
/// <param name="Mtbf">The mean time between failures of a single site, in hours.</param>
/// <param name="Mttr">The mean time until it is back, in hours.</param>
/// <param name="OutageGap">The mean time between outages that take many down, in hours; infinite for none.</param>
/// <param name="OutageHours">The mean length of such an outage.</param>
/// <param name="OutageShare">The probability that such an outage takes a given site down.</param>
internal sealed record World(double Mtbf, double Mttr, double OutageGap, double OutageHours, double OutageShare)
{
    /// <summary>The share of time in which a site has failed by itself.</summary>
    public double Failed => Mttr / (Mtbf + Mttr);

    /// <summary>The share of time in which there is an outage.</summary>
    public double Out => OutageHours / (OutageGap + OutageHours);

    /// <summary>The share of an outage's time in which a given site is down, by itself or with the others.</summary>
    public double DownInOutage => Failed + ((1 - Failed) * OutageShare);

    /// <summary>The time in which the world forgets its state, in hours: the longest relaxation time of its sites and its outages.</summary>
    public double RelaxationHours => Math.Max(Mtbf * Mttr / (Mtbf + Mttr), double.IsFinite(OutageGap) ? OutageHours : 0);

    /// <summary>The share of time in which a given site is down.</summary>
    public double Down => ((1 - Out) * Failed) + (Out * DownInOutage);
}
