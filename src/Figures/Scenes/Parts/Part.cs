namespace InteractiveArticle.Figures.Scenes.Parts;

/// <summary>Something on a stage.</summary>
public abstract record Part
{
    /// <summary>The parts within this one.</summary>
    public virtual IReadOnlyList<Part> Inner => [];

    /// <summary>This part and all within it.</summary>
    public IEnumerable<Part> All => Inner.SelectMany(part => part.All).Prepend(this);
}
