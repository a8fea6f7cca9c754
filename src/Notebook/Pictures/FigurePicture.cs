namespace InteractiveArticle.Notebook.Pictures;

/// <summary>
/// The still picture of a figure.
/// </summary>
/// <param name="Png">As PNG: for front ends that show pictures only.</param>
/// <param name="WebP">The same as WebP, sharper and smaller: for HTML.</param>
public sealed record FigurePicture(byte[] Png, byte[] WebP);
