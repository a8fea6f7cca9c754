namespace InteractiveArticle.Simulation.Outage;

/// <summary>How S3 answers from a moment on. Shares go from 0 to 1.</summary>
/// <param name="Minute">The moment; minutes after the command.</param>
/// <param name="GetSuccess">The share of the region's GET, LIST and DELETE requests that succeed.</param>
/// <param name="PutSuccess">The share of the region's PUT requests that succeed.</param>
/// <param name="IndexSuccess">The share of the requests to the index in the cells that the command hits that it answers in time.</param>
/// <param name="PlacementSuccess">The same of placement, for requests that the index has answered.</param>
/// <param name="CanDashboardTell">Whether the dashboard's text can be changed, should there be something to tell.</param>
public readonly record struct OutageAnswer(
    double Minute,
    double GetSuccess,
    double PutSuccess,
    double IndexSuccess,
    double PlacementSuccess,
    bool CanDashboardTell);
