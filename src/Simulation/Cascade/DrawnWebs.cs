using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Cascade;

/// <summary>
/// Webs that are drawn once and suffer one failure after another: for whoever compares many settings on the same webs.
/// </summary>
/// <remarks>
/// Each run gives, to the last bit, what <see cref="CascadeSimulation.Run"/> gives for the same options and experiment, but
/// draws nothing, which is where most of the time goes.
/// </remarks>
public sealed class DrawnWebs
{
    private readonly CascadeOptions make;
    private readonly IReadOnlyList<WebLuck> webs;
    private readonly int asked;

    private DrawnWebs(CascadeOptions make, IReadOnlyList<WebLuck> webs, int asked)
    {
        (this.make, this.webs, this.asked) = (make, webs, asked);
    }

    /// <summary>Draws webs.</summary>
    /// <param name="make">Their services, layers, growth and fame, and the most dependencies that they are to be tried with; nothing else of it matters.</param>
    /// <param name="experiment">Seed and replications; by default 50 webs.</param>
    /// <exception cref="ModelOptionsException">An option is out of range, or shares add up to more than 1.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static DrawnWebs Draw(CascadeOptions make, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(make);
        make.Check();
        experiment ??= new Experiment();
        var plan = new WebPlan(make);
        var webs = experiment.Replicate(CascadeSimulation.UsualReplications, (streams, monitor) => new WebLuck(make, plan, streams, monitor));
        return new(make, webs, experiment.Replications == 0 ? CascadeSimulation.UsualReplications : experiment.Replications);
    }

    /// <summary>Lets a failure spread through the webs.</summary>
    /// <param name="options">What fails, and all that does not change what was drawn.</param>
    /// <exception cref="ModelOptionsException">An option is out of range, or shares add up to more than 1.</exception>
    /// <exception cref="ArgumentException">The options are of another make, or have more dependencies than were drawn.</exception>
    public CascadeResult Run(CascadeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        if ((options.Services, options.Layers, options.Growth, options.Fame) != (make.Services, make.Layers, make.Growth, make.Fame) || options.Dependencies > make.Dependencies)
        {
            throw new ArgumentException("Webs of this make were not drawn.", nameof(options));
        }

        return CascadeSimulation.RunDrawn(options, webs.Take(RoughRun.Replications(asked)));
    }
}
