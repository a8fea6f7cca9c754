using System.Buffers.Binary;

namespace InteractiveArticle.Notebook.Pictures;

/// <summary>How large a PNG is, as its header says (https://www.w3.org/TR/png-3/#11IHDR).</summary>
public static class PngSize
{
    private const int PlaceOfWidth = 16;
    private const int PlaceOfHeight = 20;
    private const int EndOfHeight = 24;

    /// <summary>Reads the size.</summary>
    /// <param name="png">The file.</param>
    /// <returns>Width and height in pixels; both 0 for what is too short to be a PNG.</returns>
    public static (int Width, int Height) Of(ReadOnlySpan<byte> png) => png.Length < EndOfHeight
        ? default
        : (BinaryPrimitives.ReadInt32BigEndian(png[PlaceOfWidth..]), BinaryPrimitives.ReadInt32BigEndian(png[PlaceOfHeight..]));
}
