using InteractiveArticle.Figures.Scenes.Parts;

namespace InteractiveArticle.Figures.Scenes;

/// <summary>How texts are set on every stage. No text is smaller than 11 units where a stage is narrow.</summary>
public static class TextStyles
{
    /// <summary>A usual label.</summary>
    public static TextStyle Label { get; } = new(13, Paint.Soft);

    /// <summary>The name of a part of the stage.</summary>
    public static TextStyle Heading { get; } = new(14, Paint.Ink, Weight: 650);

    /// <summary>A number that matters.</summary>
    public static TextStyle Number { get; } = new(15, Paint.Ink, Weight: 650);

    /// <summary>A key, or a label where room is scarce.</summary>
    public static TextStyle Small { get; } = new(12, Paint.Soft);

    /// <summary>The same at either size: a wide stage is mostly shown smaller than it is, and has the room for larger letters.</summary>
    /// <param name="size">The size of the stage.</param>
    public static TextStyle SmallOn(SceneSize size) => size == SceneSize.Wide ? Label : Small;

    /// <summary>What is typed in a terminal.</summary>
    public static TextStyle Typed { get; } = new(17, Paint.Typed, Face.Mono);

    /// <summary>What a terminal answers.</summary>
    public static TextStyle TypedSoft { get; } = new(14, Paint.TypedSoft, Face.Mono);
}
