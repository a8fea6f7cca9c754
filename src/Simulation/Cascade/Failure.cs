namespace InteractiveArticle.Simulation.Cascade;

/// <summary>What fails.</summary>
public enum Failure
{
    /// <summary>The best-known service of the lowest layer, wherever it runs.</summary>
    Service,

    /// <summary>The largest region of the provider: the one that most of its services use.</summary>
    Region,

    /// <summary>The whole provider, with all its regions.</summary>
    Provider,
}

/// <summary>Whose region, or which provider, fails.</summary>
public enum CloudProvider
{
    /// <summary>Amazon Web Services.</summary>
    Aws,

    /// <summary>Microsoft Azure.</summary>
    Azure,

    /// <summary>Google Cloud.</summary>
    Google,

    /// <summary>One of the smaller providers.</summary>
    Smaller,
}
