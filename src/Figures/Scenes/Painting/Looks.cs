using InteractiveArticle.Figures.Scenes.Parts;

namespace InteractiveArticle.Figures.Scenes.Painting;

/// <summary>How each state looks, and how an actor turns into it.</summary>
internal static class Looks
{
    private static readonly Dictionary<ActorState, Look> All = new()
    {
        [ActorState.Lit] = new(Paint.Lit, Paint.None, "none", 1, "ease-out") { Name = Paint.NameOnLit },
        [ActorState.Dark] = new(Paint.Pane, Paint.None, "none", 0.7, "linear") { Name = Paint.NameOnDark, IsFlickering = true },
        [ActorState.DarkThroughOthers] = new(Paint.Pane, Paint.Hop, "none", 0.7, "linear") { Name = Paint.NameOnDark, IsFlickering = true },
        [ActorState.Limping] = new(Paint.None, Paint.None, "none", 0.6, "linear") { Name = Paint.NameOnLit, IsHalf = true },
        [ActorState.Serving] = new(Paint.Serving, Paint.None, "none", 0.5, "ease-out") { Overshoot = "scale(1.18)" },
        [ActorState.Idle] = new(Paint.Raised, Paint.Serving, "scale(.86)", 0.4, "ease-out"),
        [ActorState.Overloaded] = new(Paint.Overloaded, Paint.None, "scale(1.14)", 0.6, "ease-out") { Overshoot = "scale(1.28)" },
        [ActorState.Failing] = new(Paint.Failing, Paint.None, "rotate(45deg) scale(.92)", 0.4, "ease-in"),
        [ActorState.InRepair] = new(Paint.Paper, Paint.Failing, "rotate(45deg) scale(.85)", 0.4, "ease-out"),
        [ActorState.Off] = new(Paint.Off, Paint.None, "scale(.3)", 0.4, "ease-in"),
        [ActorState.Starting] = new(Paint.Raised, Paint.Starting, "scale(.5)", 0.5, "ease-out"),
        [ActorState.Checking] = new(Paint.Starting, Paint.Starting, "scale(1.15)", 0.4, "ease-out"),
        [ActorState.Checked] = new(Paint.Checked, Paint.Serving, "scale(.86)", 0.5, "ease-out"),
        [ActorState.Waiting] = new(Paint.Paper, Paint.Read, "scale(.8)", 0.3, "ease-out"),
        [ActorState.Gone] = new(Paint.Off, Paint.None, "scale(.3)", 0.3, "ease-in"),
        [ActorState.Marked] = new(Paint.Lit, Paint.Ink, "scale(1.2)", 0.3, "ease-out") { Name = Paint.NameOnLit },
        [ActorState.WorkingInVain] = new(Paint.Paper, Paint.Write, "scale(1.1)", 0.4, "ease-out"),
    };

    /// <summary>The look of a state.</summary>
    public static Look Of(ActorState state) => All[state];
}

/// <summary>A look, and the way into it.</summary>
/// <param name="Fill">The colour within.</param>
/// <param name="Outline">The colour of the outline.</param>
/// <param name="Transform">Size and turn, as the value of CSS's <c>transform</c>.</param>
/// <param name="Seconds">How long the turn into it takes; seconds.</param>
/// <param name="Easing">How the turn runs, as a CSS easing function.</param>
internal sealed record Look(Paint Fill, Paint Outline, string Transform, double Seconds, string Easing)
{
    /// <summary>The colour of a name on it.</summary>
    public Paint Name { get; init; } = Paint.Paper;

    /// <summary>Where the size goes before it settles; null for straight there.</summary>
    public string? Overshoot { get; init; }

    /// <summary>Whether the light flickers before it is out.</summary>
    public bool IsFlickering { get; init; }

    /// <summary>Whether it is lit in its upper half only.</summary>
    public bool IsHalf { get; init; }

    /// <summary>The declarations that make something look so.</summary>
    /// <param name="halfLit">The address of the half-lit filling.</param>
    public string Declarations(string halfLit) =>
        $"fill:{(IsHalf ? halfLit : Palette.Css(Fill))};color:{Palette.Css(Name)};stroke:{(Outline == Paint.None ? "transparent" : Palette.Css(Outline))};transform:{Transform}";

    /// <summary>The keyframes of the turn into it, from whatever was before.</summary>
    /// <param name="halfLit">The address of the half-lit filling.</param>
    public string Keyframes(string halfLit)
    {
        string look = Declarations(halfLit);
        string lit = Looks.Of(ActorState.Lit).Declarations(halfLit);
        return IsFlickering ? $"12%,32%,50%,to{{{look}}}22%,40%,62%{{{lit}}}"
            : Overshoot is { } most ? $"50%{{{look[..look.LastIndexOf(':')]}:{most}}}to{{{look}}}"
            : $"to{{{look}}}";
    }
}
