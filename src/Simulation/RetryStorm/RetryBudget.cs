using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>
/// The clients' retry budgets: a success brings a fraction of a token, a retry takes a whole one.
/// </summary>
internal sealed class RetryBudget
{
    private readonly RetryStormOptions options;
    private readonly double[] tokens;

    public RetryBudget(RetryStormOptions options)
    {
        this.options = options;
        tokens = new double[options.Clients];
        Array.Fill(tokens, options.BudgetSize);
    }

    public void Refill(int client) => tokens[client] = Math.Min(options.BudgetSize, tokens[client] + options.BudgetRefill);

    public bool Allows(int client)
    {
        if (!options.Budget)
        {
            return true;
        }

        // Ten tenths of a token are one, but for the last bits of their sum.
        bool allowed = !Rounding.Exceeds(1, tokens[client]);
        tokens[client] -= allowed ? 1 : 0;
        return allowed;
    }
}
