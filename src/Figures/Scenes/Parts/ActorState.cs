namespace InteractiveArticle.Figures.Scenes.Parts;

/// <summary>
/// The states that actors are in. Each looks the same in every scene, and no two differ by their hue alone.
/// </summary>
public enum ActorState
{
    /// <summary>A site that works: a lit window.</summary>
    Lit,

    /// <summary>A site that does not: a dark window.</summary>
    Dark,

    /// <summary>A site that is dark because another on which it stands is: a dark, outlined window.</summary>
    DarkThroughOthers,

    /// <summary>A site of which a part works: a window half as bright.</summary>
    Limping,

    /// <summary>A server that does its work: a full square.</summary>
    Serving,

    /// <summary>A server that is on and has nothing to do: an outlined square.</summary>
    Idle,

    /// <summary>A server that is asked for more than it can do: a swollen square.</summary>
    Overloaded,

    /// <summary>A server that is failing, or a broken one that nobody works on: a square on its corner.</summary>
    Failing,

    /// <summary>A server that people are working on: a square on its corner, outlined.</summary>
    InRepair,

    /// <summary>A server that is off: a speck.</summary>
    Off,

    /// <summary>A server that starts: a small, hollow square.</summary>
    Starting,

    /// <summary>A server that is being checked: a swollen square of its own colour.</summary>
    Checking,

    /// <summary>A server that has been checked and does not serve yet: a pale, outlined square.</summary>
    Checked,

    /// <summary>Somebody who waits: a hollow dot or square.</summary>
    Waiting,

    /// <summary>Somebody who has given up: a speck.</summary>
    Gone,

    /// <summary>What is pointed at: outlined in ink.</summary>
    Marked,

    /// <summary>A server that works for somebody who has gone: a square of another colour.</summary>
    WorkingInVain,
}
