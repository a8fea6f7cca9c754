using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>
/// The clients' adaptive throttling: a client that is answered too seldom holds back a part of its own requests, at
/// random; see <see cref="RetryLoad.ThrottledShare"/>.
/// </summary>
internal sealed class AdaptiveThrottle
{
    private readonly RetryStormOptions options;
    private readonly RandomStream luck;
    private readonly TrailingCounts? requests;

    public AdaptiveThrottle(RetryStormOptions options, RandomStream luck)
    {
        this.options = options;
        this.luck = luck;
        requests = options.Throttling ? new TrailingCounts(options.Clients, options.ThrottleWindow) : null;
    }

    /// <summary>Whether the client sends what it is about to send. What it holds back counts as a request too.</summary>
    public bool Allows(int client, double now)
    {
        if (requests is null)
        {
            return true;
        }

        var (made, accepted) = requests.Of(client, now);
        requests.Add(client, now, all: 1, good: 0);
        return luck.NextUniform() >= RetryLoad.ThrottledShare(made, accepted, options.ThrottleMultiplier);
    }

    /// <summary>The client was answered in time.</summary>
    public void Accepted(int client, double now) => requests?.Add(client, now, all: 0, good: 1);
}
