using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.Placement;

/// <summary>Which machines customers ask for, one after another. The policy has no part in it.</summary>
internal sealed class MachineMix(PlacementOptions options, RandomStreams streams)
{
    private readonly RandomStream sizes = streams.Stream("sizes");
    private readonly RandomStream heaviness = streams.Stream("heaviness");

    /// <summary>The next machine.</summary>
    public VirtualMachine Next()
    {
        double size = sizes.NextUniform();
        bool heavy = heaviness.NextBernoulli(options.HeavyShare);
        return VirtualMachine.Of(
            size < options.LargeShare ? MachineSize.Large : size < options.LargeShare + options.MediumShare ? MachineSize.Medium : MachineSize.Small,
            heavy,
            options);
    }
}
