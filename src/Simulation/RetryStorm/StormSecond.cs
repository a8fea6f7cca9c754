using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>
/// One second of a storm.
/// </summary>
/// <param name="Second">Seconds from the start to the end of this one.</param>
/// <param name="Fresh">The fresh requests of this second, sent or held back.</param>
/// <param name="FirstAttemptAnswered">Those of them whose first attempt was answered in time, in this second or later.</param>
/// <param name="HeldBack">The attempts that a circuit breaker or the throttling kept from being sent.</param>
/// <param name="Offered">The attempts that were sent: fresh requests and retries.</param>
/// <param name="Goodput">The answers that came in time.</param>
/// <param name="Wasted">The answers to clients that had given up.</param>
/// <param name="Failed">The attempts that failed: refused, or not answered in time.</param>
/// <param name="Queue">The requests in line at the end of the second.</param>
public readonly record struct StormSecond(
    [property: Measure("s")] double Second,
    [property: Measure("1/s")] int Fresh,
    [property: Measure("1/s")] int FirstAttemptAnswered,
    [property: Measure("1/s")] int HeldBack,
    [property: Measure("1/s")] int Offered,
    [property: Measure("1/s")] int Goodput,
    [property: Measure("1/s")] int Wasted,
    [property: Measure("1/s")] int Failed,
    [property: Measure("requests")] int Queue);
