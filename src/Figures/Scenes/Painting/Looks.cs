using InteractiveArticle.Figures.Scenes.Parts;

namespace InteractiveArticle.Figures.Scenes.Painting;

/// <summary>How each state looks, and how an actor turns into it.</summary>
internal static class Looks
{
    private static readonly Dictionary<ActorState, Look> All = new()
    {
        [ActorState.Lit] = new(Paint.Lit, Paint.None, 1, 1, "ease-out") { Name = Paint.NameOnLit },
        [ActorState.Dark] = new(Paint.Pane, Paint.None, 1, 0.7, "linear") { Name = Paint.NameOnDark, IsFlickering = true },
        [ActorState.DarkThroughOthers] = new(Paint.Pane, Paint.Hop, 1, 0.7, "linear") { Name = Paint.NameOnDark, IsFlickering = true },
        [ActorState.Limping] = new(Paint.None, Paint.None, 1, 0.6, "linear") { Name = Paint.NameOnLit, IsHalf = true },
        [ActorState.Serving] = new(Paint.Serving, Paint.None, 1, 0.5, "ease-out") { Overshoot = 1.18 },
        [ActorState.Idle] = new(Paint.Raised, Paint.Serving, 0.86, 0.4, "ease-out"),
        [ActorState.Overloaded] = new(Paint.Overloaded, Paint.None, 1.14, 0.6, "ease-out") { Overshoot = 1.28 },
        [ActorState.Failing] = new(Paint.Failing, Paint.None, 0.92, 0.4, "ease-in") { IsTurned = true },
        [ActorState.InRepair] = new(Paint.Paper, Paint.Failing, 0.85, 0.4, "ease-out") { IsTurned = true },
        [ActorState.Off] = new(Paint.Off, Paint.None, 0.3, 0.4, "ease-in"),
        [ActorState.Starting] = new(Paint.Raised, Paint.Starting, 0.5, 0.5, "ease-out"),
        [ActorState.Checking] = new(Paint.Starting, Paint.Starting, 1.15, 0.4, "ease-out"),
        [ActorState.Checked] = new(Paint.Checked, Paint.Serving, 0.86, 0.5, "ease-out"),
        [ActorState.Waiting] = new(Paint.Paper, Paint.Read, 0.8, 0.3, "ease-out"),
        [ActorState.Gone] = new(Paint.Off, Paint.None, 0.3, 0.3, "ease-in"),
        [ActorState.Marked] = new(Paint.Lit, Paint.Ink, 1.2, 0.3, "ease-out") { Name = Paint.NameOnLit },
        [ActorState.WorkingInVain] = new(Paint.Write, Paint.None, 1, 0.4, "ease-out"),
    };

    /// <summary>The look of a state.</summary>
    public static Look Of(ActorState state) => All[state];
}

/// <summary>A look, and the way into it.</summary>
/// <param name="Fill">The colour within.</param>
/// <param name="Outline">The colour of the outline.</param>
/// <param name="Scale">Its size; 1 for the usual one.</param>
/// <param name="Seconds">How long the turn into it takes; seconds.</param>
/// <param name="Easing">How the turn runs, as a CSS easing function.</param>
internal sealed record Look(Paint Fill, Paint Outline, double Scale, double Seconds, string Easing)
{
    /// <summary>The colour of a name on it.</summary>
    public Paint Name { get; init; } = Paint.Paper;

    /// <summary>Whether it stands on its corner.</summary>
    public bool IsTurned { get; init; }

    /// <summary>The size it goes to before it settles; null for straight there.</summary>
    public double? Overshoot { get; init; }

    /// <summary>Whether the light flickers before it is out.</summary>
    public bool IsFlickering { get; init; }

    /// <summary>Whether it is lit in its upper half only.</summary>
    public bool IsHalf { get; init; }

    /// <summary>The declarations that make something look so, but for its size and turn.</summary>
    /// <param name="halfLit">The address of the half-lit filling.</param>
    public string DeclarationsAtRest(string halfLit) =>
        $"fill:{(IsHalf ? halfLit : Palette.Css(Fill))};color:{Palette.Css(Name)};stroke:{(Outline == Paint.None ? "transparent" : Palette.Css(Outline))}";

    /// <summary>The declarations that make something look so.</summary>
    /// <param name="halfLit">The address of the half-lit filling.</param>
    public string Declarations(string halfLit) => $"{DeclarationsAtRest(halfLit)};transform:{Transform}";

    private string Transform => IsTurned ? $"rotate(45deg) scale({Css.Number(Scale)})" : Scale == 1 ? "none" : $"scale({Css.Number(Scale)})";

    /// <summary>The keyframes of the turn into it, from whatever was before.</summary>
    /// <param name="halfLit">The address of the half-lit filling.</param>
    public string Keyframes(string halfLit)
    {
        string look = Declarations(halfLit);
        string lit = Looks.Of(ActorState.Lit).Declarations(halfLit);
        return IsFlickering ? $"12%,32%,50%,to{{{look}}}22%,40%,62%{{{lit}}}"
            : Overshoot is { } most ? $"50%{{{DeclarationsAtRest(halfLit)};transform:scale({Css.Number(most)})}}to{{{look}}}"
            : $"to{{{look}}}";
    }
}
