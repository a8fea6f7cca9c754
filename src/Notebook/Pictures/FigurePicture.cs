namespace InteractiveArticle.Notebook.Pictures;

/// <summary>
/// A figure as a still picture, for wherever no script runs.
/// </summary>
/// <param name="Png">The picture as PNG, in Base64: for front ends that show pictures only.</param>
/// <param name="WebP">The same picture as WebP, sharper and smaller, in Base64: for HTML.</param>
public sealed record FigurePicture(string Png, string WebP)
{
    /// <summary>The width of the picture on a page, in CSS pixels.</summary>
    public const int Width = 640;

    /// <summary>The height of the picture on a page, in CSS pixels.</summary>
    public const int Height = 360;
}
