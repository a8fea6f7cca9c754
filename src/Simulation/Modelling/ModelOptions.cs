using System.Collections.Concurrent;

namespace InteractiveArticle.Simulation.Modelling;

/// <summary>
/// What every model's options have in common: they are checked at the border, before a run starts.
/// </summary>
public abstract record ModelOptions
{
    // Read once for each model: a sweep checks hundreds of options, and in a browser every look at an attribute keeps memory.
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<ModelParameter>> Declared = new();

    /// <summary>Checks every declared range, then what the options say together.</summary>
    /// <exception cref="ModelOptionsException">An option lies outside its range, or two of them contradict each other.</exception>
    public void Check()
    {
        foreach (var parameter in Declared.GetOrAdd(GetType(), _ => ModelParameter.Of(this)))
        {
            parameter.Check(this);
        }

        if (Rules.FirstOrDefault(rule => !rule.IsMet) is { } broken)
        {
            throw new ModelOptionsException(FormattableString.Invariant(broken.Refusal));
        }
    }

    /// <summary>What the options have to fulfil together, each of them being in its range; the first rule that is broken is told.</summary>
    protected internal virtual IEnumerable<ModelRule> Rules => [];
}
