using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Statistics;

/// <summary>
/// Quantiles of non-negative observations in constant memory, with a relative error of at most 1/256.
/// </summary>
/// <remarks>
/// Every power of two is cut into 128 equal cells, and a cell answers with its middle; the cell's number is the top of
/// the observation's own bit pattern, so that adding one is a shift and an increment. Values below 2⁻⁴⁰ count as 0 and
/// values above 2⁴⁰ as 2⁴⁰.
/// </remarks>
public sealed class QuantileHistogram
{
    private const int CellBits = 7;
    private const int LowestExponent = -40;
    private const int HighestExponent = 40;
    private const int Shift = 52 - CellBits;
    private const long FirstCell = (long)(LowestExponent + 1023) << CellBits;

    private static readonly double Smallest = BitConverter.Int64BitsToDouble((LowestExponent + 1023L) << 52);

    private readonly long[] cells = new long[(HighestExponent - LowestExponent) << CellBits];
    private long zeros;

    /// <summary>How many observations there are.</summary>
    public long Count { get; private set; }

    /// <summary>Adds an observation.</summary>
    /// <param name="value">At least 0.</param>
    public void Add(double value)
    {
        Count++;
        if (value < Smallest)
        {
            zeros++;
            return;
        }

        long cell = (BitConverter.DoubleToInt64Bits(value) >> Shift) - FirstCell;
        cells[Math.Min(cell, cells.Length - 1)]++;
    }

    /// <summary>Adds all observations of another histogram; may be called from several threads at once.</summary>
    /// <param name="other">The other one, to which nothing is added meanwhile.</param>
    public void Add(QuantileHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        lock (cells)
        {
            Count += other.Count;
            zeros += other.zeros;
            for (int cell = 0; cell < cells.Length; cell++)
            {
                cells[cell] += other.cells[cell];
            }
        }
    }

    /// <summary>The value below which a given share of the observations lies.</summary>
    /// <param name="share">From 0 to 1; 0.95 for the 95th percentile.</param>
    /// <returns>The quantile; not-a-number when there are no observations.</returns>
    public double Quantile(double share)
    {
        if (Count == 0)
        {
            return double.NaN;
        }

        long rank = Math.Max(1, (long)Rounding.Up(share * Count));
        long seen = zeros;
        if (rank <= seen)
        {
            return 0;
        }

        int cell = -1;
        while (seen < rank)
        {
            seen += cells[++cell];
        }

        double low = BitConverter.Int64BitsToDouble((cell + FirstCell) << Shift);
        double high = BitConverter.Int64BitsToDouble((cell + 1 + FirstCell) << Shift);
        return (low + high) / 2;
    }
}
