namespace InteractiveArticle.Jupyter.Installation;

/// <summary>Whose kernel it is.</summary>
internal enum KernelOwner
{
    /// <summary>There is none.</summary>
    Nobody,

    /// <summary>Installed by this program.</summary>
    Article,

    /// <summary>.NET Interactive's own.</summary>
    DotNetInteractive,

    /// <summary>Somebody else's.</summary>
    Somebody,
}
