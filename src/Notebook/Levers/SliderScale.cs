namespace InteractiveArticle.Notebook.Levers;

/// <summary>Where the values of a lever's range lie on its slider.</summary>
public enum SliderScale
{
    /// <summary>Equal lengths are equal differences.</summary>
    Linear,

    /// <summary>Equal lengths are equal factors; all values are above 0.</summary>
    Logarithmic,

    /// <summary>Equal lengths are equal factors of what a share lacks of one, as from 0.9 to 0.99 to 0.999; all values are below 1.</summary>
    Nines,
}
