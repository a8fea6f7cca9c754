namespace InteractiveArticle.Notebook.Pictures;

/// <summary>
/// The still picture of a figure or a scene.
/// </summary>
/// <param name="Png">As PNG: for front ends that show pictures only.</param>
/// <param name="WebP">The same as WebP, sharper and smaller: for HTML. Null for a scene, which shows itself there.</param>
public sealed record FigurePicture(byte[] Png, byte[]? WebP);
