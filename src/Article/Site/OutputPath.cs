using InteractiveArticle.Article.Terminal;

namespace InteractiveArticle.Article.Site;

/// <summary>Where an export is told to write.</summary>
internal static class OutputPath
{
    /// <summary>Does something there, and refuses the path where that fails.</summary>
    /// <param name="target">The path, as it was given.</param>
    /// <param name="instead">What to give instead, such as "a folder that you may write to".</param>
    /// <param name="work">What is done.</param>
    /// <exception cref="CommandException">It could not be done.</exception>
    public static void OrRefuse(string target, string instead, Action work) => OrRefuse(target, instead, () =>
    {
        work();
        return target;
    });

    /// <summary>Makes something there, and refuses the path where that fails.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="target">The path, as it was given.</param>
    /// <param name="instead">What to give instead, such as "a folder that you may write to".</param>
    /// <param name="work">What is done.</param>
    /// <exception cref="CommandException">It could not be done.</exception>
    public static T OrRefuse<T>(string target, string instead, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"--output {target}: cannot be written: {error.Message.TrimEnd('.')}. Give {instead}");
        }
    }
}
