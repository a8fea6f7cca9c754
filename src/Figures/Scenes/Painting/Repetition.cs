namespace InteractiveArticle.Figures.Scenes.Painting;

/// <summary>
/// What lets a film begin again where nobody can press play. Animations that have ended once begin again only when they are
/// taken away and put back; without a script, a class that comes and goes does it.
/// </summary>
public static class Repetition
{
    // Between the end of the film and its next beginning, and for how long it has no animations, so that they start anew.
    private const double PauseSeconds = 5;
    private const double CutSeconds = 0.1;

    /// <summary>The elements that do it: within the picture, or in another one of the same tree.</summary>
    /// <param name="name">The name of the scene, which is the identity and the class of its picture.</param>
    /// <param name="duration">How long the film plays; seconds, more than 0.</param>
    public static string Of(string name, double duration)
    {
        double seconds = duration + PauseSeconds + CutSeconds;
        return $"<animate href=\"#{name}\" attributeName=\"class\" values=\"{name};{name} {name}-cut\" keyTimes=\"0;{Css.Share(1 - (CutSeconds / seconds))}\" calcMode=\"discrete\" dur=\"{Css.Seconds(seconds)}\" repeatCount=\"indefinite\"/>"
            + $"<style>@media screen and (prefers-reduced-motion:no-preference){{.{name}-cut *{{animation:none!important}}}}</style>";
    }
}
