namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>What a fleet or its clients do lest a stall becomes a storm, besides a retry budget.</summary>
public enum StormCure
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Deadlines travel with the requests; see <see cref="RetryStormOptions.DeadlinePropagation"/>.</summary>
    Deadlines,

    /// <summary>The newest request is served first; see <see cref="QueueDiscipline.Lifo"/>.</summary>
    NewestFirst,

    /// <summary>The fleet drops requests when all have waited too long; see <see cref="QueueDiscipline.Codel"/>.</summary>
    ControlledDelay,

    /// <summary>Each client has a circuit breaker; see <see cref="RetryStormOptions.Breaker"/>.</summary>
    CircuitBreaker,

    /// <summary>Each client throttles itself; see <see cref="RetryStormOptions.Throttling"/>.</summary>
    Throttling,
}

/// <summary>Storms with a cure.</summary>
public static class StormCures
{
    /// <summary>The same fleet and clients with a cure, and with no other.</summary>
    /// <param name="options">The fleet and its clients.</param>
    /// <param name="cure">The cure.</param>
    public static RetryStormOptions With(this RetryStormOptions options, StormCure cure)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with
        {
            DeadlinePropagation = cure == StormCure.Deadlines,
            Discipline = cure switch
            {
                StormCure.NewestFirst => QueueDiscipline.Lifo,
                StormCure.ControlledDelay => QueueDiscipline.Codel,
                _ => QueueDiscipline.Fifo,
            },
            Breaker = cure == StormCure.CircuitBreaker,
            Throttling = cure == StormCure.Throttling,
        };
    }
}
