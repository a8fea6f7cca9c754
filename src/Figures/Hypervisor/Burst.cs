using InteractiveArticle.Simulation.Hypervisor;

namespace InteractiveArticle.Figures.Hypervisor;

/// <summary>A burst of one machine as its turns tell it: the work between waking and going back to sleep. Times in ms.</summary>
/// <param name="Turns">The machine's turns in the burst, in the order of time; at least one.</param>
internal sealed record Burst(IReadOnlyList<Turn> Turns)
{
    /// <summary>When the machine woke.</summary>
    public double Wakes => Turns[0].Wanted;

    /// <summary>When its work was done.</summary>
    public double Ends => Turns[^1].End;

    /// <summary>The work: how long the burst takes on a host of one's own.</summary>
    public double Work => Turns.Sum(turn => turn.End - turn.Start);

    /// <summary>The work that is done at a moment.</summary>
    /// <param name="moment">The moment; ms.</param>
    public double DoneAt(double moment) => Turns.Sum(turn => Math.Clamp(moment - turn.Start, 0, turn.End - turn.Start));

    /// <summary>The bursts of a machine that end within a record of turns, in the order of time.</summary>
    /// <param name="turns">The record, in the order in which turns end.</param>
    /// <param name="machine">The machine.</param>
    /// <remarks>A machine whose work is not done wants its next turn from the moment at which one ends. Of the last burst the record may hold a part only, so it is left out.</remarks>
    public static IReadOnlyList<Burst> Of(IEnumerable<Turn> turns, int machine)
    {
        List<List<Turn>> bursts = [];
        foreach (var turn in turns.Where(turn => turn.Machine == machine))
        {
            if (bursts.Count == 0 || bursts[^1][^1].End != turn.Wanted)
            {
                bursts.Add([]);
            }

            bursts[^1].Add(turn);
        }

        return [.. bursts.SkipLast(1).Select(burst => new Burst(burst))];
    }
}
