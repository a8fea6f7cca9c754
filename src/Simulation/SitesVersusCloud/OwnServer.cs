namespace InteractiveArticle.Simulation.SitesVersusCloud;

/// <summary>
/// How often a site on a server of its own goes down, and for how long: the one assumption about it, from which the
/// chapters that compare it with the cloud start.
/// </summary>
/// <remarks>
/// An assumption of ours, about whatever takes such a site down: not hardware alone, which was the cause of 18 % of the
/// outages in J. Gray, "Why do computers stop and what can be done about it?", Tandem report TR-85.7, 1985, but also
/// software, power, lines and people. It makes 35 hours a year, an availability of 99.6 %. Measured from outside, the
/// hosts of about a hundred popular sites had 99.3 % in the mean, the best of them being down for two hours a year and
/// the worst for twenty days (M. Kalyanakrishnan, R. K. Iyer and J. U. Patel, "Reliability of Internet hosts: a case study
/// from the end user's perspective", Computer Networks 31, 1999).
/// </remarks>
public static class OwnServer
{
    /// <summary>The mean time between failures; hours.</summary>
    public const double Mtbf = 2000;

    /// <summary>The mean time until the site is back; hours.</summary>
    public const double Mttr = 8;
}
