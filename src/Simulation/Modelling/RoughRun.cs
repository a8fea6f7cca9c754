namespace InteractiveArticle.Simulation.Modelling;

/// <summary>
/// While it lasts, every <see cref="Experiment"/> runs fewer replications than it asks for: for whoever moves a lever and wants
/// to see at once where it leads. What such a run gives is right but for chance, and not that of the same experiment at other times.
/// </summary>
/// <remarks>It holds for what its beginner does and awaits, and for nobody else who runs a model at the same time.</remarks>
public sealed class RoughRun : IDisposable
{
    private const int Saving = 5;

    // One replication says nothing of how far chance moves it.
    private const int Fewest = 2;

    private static readonly AsyncLocal<RoughRun?> Now = new();

    private RoughRun()
    {
    }

    /// <summary>Whether an experiment has been cut down since it began.</summary>
    public bool HasCut { get; private set; }

    /// <summary>Begins one, in place of one that has begun before.</summary>
    /// <returns>What ends it.</returns>
    public static RoughRun Begin() => Now.Value = new();

    /// <summary>Ends it.</summary>
    public void Dispose() => Now.Value = null;

    /// <summary>How many replications to run, now.</summary>
    /// <param name="asked">How many the experiment asks for; at least 1.</param>
    internal static int Replications(int asked)
    {
        int few = Math.Min(asked, Math.Max(Fewest, (int)Math.Ceiling((double)asked / Saving)));
        if (Now.Value is not { } rough || few == asked)
        {
            return asked;
        }

        rough.HasCut = true;
        return few;
    }
}
