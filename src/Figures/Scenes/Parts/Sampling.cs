namespace InteractiveArticle.Figures.Scenes.Parts;

/// <summary>Readings of a quantity that changes all the time, or too often to tell every change.</summary>
public static class Sampling
{
    /// <summary>What a text says at moments of the film that follow each other evenly; only changes are told.</summary>
    /// <param name="duration">How long the film is; seconds.</param>
    /// <param name="step">How far the moments lie apart; seconds of film, more than 0.</param>
    /// <param name="words">The text at a moment; seconds of film.</param>
    public static IReadOnlyList<Telling> Tellings(double duration, double step, Func<double, string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        List<Telling> tellings = [];
        for (int n = 0; n * step <= duration; n++)
        {
            string text = words(n * step);
            if (tellings.Count == 0 || tellings[^1].Text != text)
            {
                tellings.Add(new(n * step, text));
            }
        }

        return tellings;
    }
}
