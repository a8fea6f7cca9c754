namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// What others estimated that outages of this kind cost, in millions of dollars.
/// </summary>
public static class RecordedLosses
{
    /// <summary>28 February 2017, companies of the S&amp;P 500: about 150 M$ (Cyence, as reported by Dow Jones, March 2017).</summary>
    public const double StandardAndPoor500 = 150;

    /// <summary>28 February 2017, US financial services: 160 M$ (Cyence, as reported by Light Reading, March 2017). The two groups may overlap.</summary>
    public const double FinancialServices = 160;

    /// <summary>A whole day of us-east-1, direct revenue of the Fortune 500: 3 400 M$ (Parametrix, press release of 13 November 2023).</summary>
    public const double FortuneFiveHundredDay = 3400;
}
