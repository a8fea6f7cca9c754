namespace InteractiveArticle.Jupyter.Wire;

/// <summary>The sockets that requests come in by.</summary>
internal enum Channel
{
    /// <summary>For work that is done in turn.</summary>
    Shell,

    /// <summary>For what must not wait for that work, such as interrupting it.</summary>
    Control,
}
