namespace InteractiveArticle.Jupyter.Connection;

/// <summary>
/// The variable of the environment by which whoever starts the kernel chooses the forms in which it shows values. It is for programs
/// that hold what a run shows against what a notebook file has, such as nbval: a file has fewer forms than a reader gets.
/// </summary>
internal static class FormsVariable
{
    /// <summary>Its name.</summary>
    public const string Name = "ARTICLE_FORMS";

    private const string All = "all";
    private const string Stored = "stored";

    /// <summary>Whether values are shown in the forms of a notebook file only.</summary>
    /// <exception cref="ConnectionException">It has a value that is not known.</exception>
    public static bool IsStored() => Environment.GetEnvironmentVariable(Name) switch
    {
        null or "" or All => false,
        Stored => true,
        var other => throw new ConnectionException($"{Name}={other}: allowed are {All} (as if it were not set) and {Stored}, the forms that notebook files hold; set it to one of them."),
    };
}
