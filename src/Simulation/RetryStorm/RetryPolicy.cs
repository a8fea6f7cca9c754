namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>What a client does when a request has failed.</summary>
public enum RetryPolicy
{
    /// <summary>It gives up at once.</summary>
    None,

    /// <summary>It tries again after a fixed delay.</summary>
    Fixed,

    /// <summary>It tries again after a delay that doubles with every attempt.</summary>
    Exponential,

    /// <summary>It tries again after a random delay, uniform between 0 and one that doubles with every attempt.</summary>
    FullJitter,
}
