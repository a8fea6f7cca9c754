namespace InteractiveArticle.Figures.Scenes;

/// <summary>What is said from a moment on, until the next caption.</summary>
/// <param name="At">The moment; seconds of film.</param>
/// <param name="Headline">The first line: at most about 60 characters.</param>
/// <param name="Detail">The second line, at most about 80 characters; may be empty.</param>
public sealed record Caption(double At, string Headline, string Detail = "")
{
    /// <summary>A headline for a list that gives the times: one that begins with its own time need not say it again.</summary>
    /// <param name="headline">The headline.</param>
    /// <param name="time">The time that stands before it, in the story's words.</param>
    public static string AfterTime(string headline, string time)
    {
        ArgumentNullException.ThrowIfNull(headline);
        string said = time + ": ";
        return headline.StartsWith(said, StringComparison.Ordinal) ? headline[said.Length..] : headline;
    }
}
