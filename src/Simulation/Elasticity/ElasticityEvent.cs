namespace InteractiveArticle.Simulation.Elasticity;

/// <summary>
/// What can happen to the two fleets.
/// </summary>
internal enum ElasticityEventKind
{
    NewMinute,
    Observation,
    Booted,
    WarmedUp,
    Order,
    Delivery,
}

/// <summary>
/// One event of the two fleets.
/// </summary>
/// <param name="Kind">What happens.</param>
/// <param name="Servers">How many are delivered; or the place of the rented server that has booted or warmed up.</param>
/// <param name="Life">In which life of its place that server is.</param>
internal readonly record struct ElasticityEvent(ElasticityEventKind Kind, int Servers = 0, int Life = 0);
