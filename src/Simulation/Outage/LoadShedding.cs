namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// What a subsystem does with requests beyond its capacity.
/// </summary>
/// <remarks>
/// All four in the fluid limit, where demand and service are steady flows. The effects are those that B. Beyer, C. Jones,
/// J. Petoff and N. R. Murphy (eds.), "Site Reliability Engineering", 2016, describe in chapters 21 (“Handling Overload”)
/// and 22 (“Addressing Cascading Failures”).
/// </remarks>
public enum LoadShedding
{
    /// <summary>
    /// Nothing is refused. Requests wait first come, first served; once the wait is longer than the clients' patience,
    /// every answer is for a client that has left. The servers are overloaded and give way one after the other.
    /// </summary>
    None,

    /// <summary>Requests beyond the capacity are refused at the door, at random; those let in are served at once.</summary>
    Random,

    /// <summary>
    /// Requests wait first come, first served, and are refused once they have waited for half of the clients' patience:
    /// answers are slow, but in time.
    /// </summary>
    ByAge,

    /// <summary>
    /// The newest request is served first and at once. The others are not refused: their clients wait until their patience
    /// ends, and forgetting them costs nothing.
    /// </summary>
    LastInFirstOut,
}
