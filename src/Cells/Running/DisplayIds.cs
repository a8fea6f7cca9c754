using System.Globalization;

namespace InteractiveArticle.Cells.Running;

/// <summary>Names displays by counting them, so that a notebook run twice gives the same names.</summary>
internal sealed class DisplayIds
{
    private int count;

    public string Next() => string.Create(CultureInfo.InvariantCulture, $"display-{Interlocked.Increment(ref count)}");
}
