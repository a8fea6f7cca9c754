namespace InteractiveArticle.Figures.Scenes;

/// <summary>The two sizes that every scene is laid out for.</summary>
public enum SceneSize
{
    /// <summary>For notebooks and for pages on a desk: <see cref="Stage.WideWidth"/> units wide, mostly laid out from left to right.</summary>
    Wide,

    /// <summary>For phones: <see cref="Stage.NarrowWidth"/> units wide, mostly laid out from top to bottom.</summary>
    Narrow,
}
