namespace InteractiveArticle.Figures.Scenes.Parts;

/// <summary>A rectangle on a stage.</summary>
/// <param name="X">Its left edge.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
public readonly record struct Area(double X, double Y, double Width, double Height)
{
    /// <summary>Its right edge.</summary>
    public double Right => X + Width;

    /// <summary>Its lower edge.</summary>
    public double Bottom => Y + Height;

    /// <summary>The middle between its left and right edge.</summary>
    public double CentreX => X + (Width / 2);

    /// <summary>The middle between its upper and lower edge.</summary>
    public double CentreY => Y + (Height / 2);

    /// <summary>The rectangle around it, at the same distance on all sides.</summary>
    /// <param name="by">The distance.</param>
    public Area Widened(double by) => new(X - by, Y - by, Width + (2 * by), Height + (2 * by));
}
