using InteractiveArticle.Figures.Display;
using InteractiveArticle.Figures.Scenes.Painting;
using InteractiveArticle.Figures.Scenes.Parts;

namespace InteractiveArticle.Figures.Scenes;

/// <summary>
/// A system at work, as a moving picture: who is in it, what state each is in when, what moves where, what is said when, and
/// which parts a reader can take in hand. A scene is built from what a simulation recorded; <see cref="ScenePainter"/>
/// makes of it one SVG that moves by itself.
/// </summary>
/// <remarks>All moments within a scene are <em>film time</em>, in seconds from its start; <see cref="Time"/> turns the model's time into it.</remarks>
[TypeFormatterSource(typeof(SceneForms), PreferredMimeTypes = [MimeTypes.Scene, MimeTypes.NarrowScene, MimeTypes.Markdown, MimeTypes.Text])]
public sealed record Scene
{
    /// <summary>A short name of lower-case letters; every class and animation of the painted scene begins with it.</summary>
    public required string Name { get; init; }

    /// <summary>What the scene is about.</summary>
    public required string Title { get; init; }

    /// <summary>What it shows, in a sentence or two with the numbers computed: its text alternative.</summary>
    public required string Finding { get; init; }

    /// <summary>How the model's time runs in the film.</summary>
    public required StoryTime Time { get; init; }

    /// <summary>What is said, in the order of time.</summary>
    public required IReadOnlyList<Caption> Captions { get; init; }

    /// <summary>The most telling moment, at which the scene stands where nothing can move: in print, in still pictures, and for readers who asked for less motion; seconds of film.</summary>
    public required double StillAt { get; init; }

    /// <summary>Names the run that the scene shows, so that charts of the same run follow its clock (<see cref="Drawing.Axis.Timeline"/>); null where there are none.</summary>
    public string? Timeline { get; init; }

    /// <summary>Draws the stage at a size.</summary>
    public required Func<SceneSize, Stage> Draw { get; init; }

    /// <summary>Paints it as one SVG element that needs nothing else.</summary>
    /// <param name="stage">Its stage, drawn at the wanted size.</param>
    /// <param name="stillAt">The moment at which it stands, in seconds of film; null for a scene that moves.</param>
    /// <param name="isRepeated">Whether its film begins again after a pause, for where nobody can press play.</param>
    public string Paint(Stage stage, double? stillAt = null, bool isRepeated = false)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return ScenePainter.Paint(new Picture(Name, Title, Finding, Duration, StillAt, stage.Width, stage.Height, stage.Parts), stillAt, isRepeated);
    }

    /// <summary>How long it plays; seconds.</summary>
    public double Duration => Time.Duration;
}
