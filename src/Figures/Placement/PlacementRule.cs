using InteractiveArticle.Simulation.Placement;

namespace InteractiveArticle.Figures.Placement;

/// <summary>A rule of placement in words.</summary>
/// <param name="Name">Its name in the literature.</param>
/// <param name="Choice">Which of the hosts with room it chooses; short.</param>
/// <param name="Setting">What a lever calls it.</param>
internal sealed record PlacementRule(string Name, string Choice, string Setting)
{
    /// <summary>The words of a policy.</summary>
    public static PlacementRule Of(PlacementPolicy policy) => policy switch
    {
        PlacementPolicy.FirstFit => new("first fit", "first with room", "first-fit"),
        PlacementPolicy.BestFit => new("best fit", "fullest host", "best-fit"),
        PlacementPolicy.WorstFit => new("worst fit", "emptiest host", "worst-fit"),
        _ => new("dot product", "best shape", "dot-product"),
    };
}
