namespace InteractiveArticle.Simulation.Modelling;

/// <summary>
/// An option that a model cannot run with. The message is one line that names it, what is allowed and what to do.
/// </summary>
public sealed class ModelOptionsException : ArgumentException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">One plain line for a person.</param>
    public ModelOptionsException(string message)
        : base(message.ReplaceLineEndings(" "))
    {
    }
}
