using InteractiveArticle.Simulation.Placement;

namespace InteractiveArticle.Figures.Placement;

/// <summary>What happened on a pool under one rule.</summary>
/// <param name="Policy">The rule.</param>
/// <param name="Steps">What happened, in the order of time; see <see cref="PlacementSimulation.Trace"/>.</param>
public sealed record RuleTrace(PlacementPolicy Policy, IReadOnlyList<PlacementStep> Steps)
{
    /// <summary>The machines that were refused.</summary>
    public IEnumerable<PlacementStep> Refused => Steps.Where(step => step.Kind == PlacementStepKind.Refused);

    /// <summary>What happened up to a moment.</summary>
    /// <param name="hour">The moment; hours since the empty pool opened.</param>
    public RuleTrace Until(double hour) => this with { Steps = [.. Steps.Where(step => step.Hour <= hour)] };

    /// <summary>Whether all hosts together have what a machine asks for that was refused, so that it lacks a place and not room.</summary>
    /// <param name="refused">The refused machine.</param>
    /// <param name="options">The pool.</param>
    public bool IsScattered(PlacementStep refused, PlacementOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        PlacementStep[] past = [.. Until(refused.Hour).Steps];
        int inUse(Func<PlacementStep, int> need) => past.Sum(step => step.Kind == PlacementStepKind.Placed ? need(step) : step.Kind == PlacementStepKind.Left ? -need(step) : 0);
        return options.Hosts * options.SoldCpu >= inUse(step => step.Cpu) + refused.Cpu
            && options.Hosts * options.HostMemory >= inUse(step => step.Memory) + refused.Memory;
    }
}
