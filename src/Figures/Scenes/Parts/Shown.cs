namespace InteractiveArticle.Figures.Scenes.Parts;

/// <summary>Parts that are to be seen for some time only.</summary>
/// <param name="From">When they appear; seconds of film, 0 or less for what is there from the start.</param>
/// <param name="Until">When they go again; seconds of film, infinite for what stays.</param>
/// <param name="Parts">What appears.</param>
public sealed record Shown(double From, double Until, IReadOnlyList<Part> Parts) : Part
{
    /// <summary>Whether they appear at once instead of softly; they always go at once.</summary>
    public bool IsSudden { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<Part> Inner => Parts;

    /// <summary>Whether they are to be seen at a moment.</summary>
    /// <param name="film">The moment; seconds of film.</param>
    public bool At(double film) => film >= From && film < Until;
}

/// <summary>Parts that are unveiled from left to right, as a curve that is drawn over time.</summary>
/// <param name="Area">Where they are.</param>
/// <param name="Samples">The share of the area that is unveiled, from 0 to 1 over film time.</param>
/// <param name="Parts">What is unveiled.</param>
public sealed record Unveiled(Area Area, IReadOnlyList<Sample> Samples, IReadOnlyList<Part> Parts) : Part
{
    /// <inheritdoc/>
    public override IReadOnlyList<Part> Inner => Parts;
}

/// <summary>Pictures that follow each other in one place, for crowds whose members change too often to have a film of their own.</summary>
/// <param name="Pages">What is to be seen from when on, until the next; in the order of time.</param>
public sealed record FlipBook(IReadOnlyList<FlipPage> Pages) : Part
{
    /// <inheritdoc/>
    public override IReadOnlyList<Part> Inner => [.. Pages.SelectMany(page => page.Parts)];
}

/// <summary>One picture of a flip book.</summary>
/// <param name="At">When it is turned up; seconds of film.</param>
/// <param name="Parts">What is on it.</param>
public sealed record FlipPage(double At, IReadOnlyList<Part> Parts);
