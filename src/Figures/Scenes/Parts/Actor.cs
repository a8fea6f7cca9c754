namespace InteractiveArticle.Figures.Scenes.Parts;

/// <summary>
/// One who has states: a server, a site, a light. It stands where it is and changes its look as its state turns.
/// </summary>
/// <param name="Id">Who it is, in the words of the model's trace; unique on a stage.</param>
/// <param name="X">Its left edge.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="Initial">Its state at the start.</param>
/// <param name="Turns">The moments at which its state turns, in the order of time.</param>
public sealed record Actor(string Id, double X, double Y, ActorState Initial, IReadOnlyList<Turn> Turns)
{
    /// <summary>The name that stands on it; empty for none.</summary>
    public string Label { get; init; } = "";

    /// <summary>Its state at a moment.</summary>
    /// <param name="film">The moment; seconds of film.</param>
    public ActorState StateAt(double film)
    {
        var state = Initial;
        foreach (var turn in Turns)
        {
            if (turn.At > film)
            {
                break;
            }

            state = turn.State;
        }

        return state;
    }
}

/// <summary>A turn of an actor's state.</summary>
/// <param name="At">When; seconds of film.</param>
/// <param name="State">The state from then on.</param>
public readonly record struct Turn(double At, ActorState State);
